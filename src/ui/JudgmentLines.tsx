import type { Confidence, Hardness, Judgment } from '../kernel/outcome.ts'
import css from './JudgmentLines.module.css'

/** What people call a fact and what it is counted in: 应到会, 人. */
export type FactName = { name: string; unit: string }
export type FactNames = Readonly<Record<string, FactName>>

export const HARDNESS: Record<Hardness, string> = {
  must: '必须',
  default: '一般应当',
  may: '可以',
  aim: '提倡',
}

export const CONFIDENCE: Record<Confidence, string> = {
  H: '已核对',
  M: '通行说法，条文未逐字核对',
  L: '习惯做法，请以本地规定为准',
}

type Props = {
  judgment: Judgment
  names?: FactNames
  /** Left out where the clause already stands above. */
  cited?: boolean
  /** Time is left: what is not reached yet is not called a breach. */
  open?: boolean
}

/** One judgment in words: whether it holds, the least that would do, the numbers, the clause. */
export const JudgmentLines = ({ judgment, names = {}, cited = true, open = false }: Props) => (
  <dl className={css.lines}>
    {Object.entries(judgment.numbers).map(([fact, count]) => (
      <div key={fact}>
        <dt>{names[fact]?.name ?? fact}</dt>
        <dd>
          {count} {names[fact]?.unit}
        </dd>
      </div>
    ))}
    <div>
      <dt>规定数</dt>
      <dd>{judgment.needed}</dd>
    </div>
    <div>
      <dt>判定</dt>
      <dd data-holds={judgment.holds || (open ? undefined : false)}>
        {judgment.holds ? '符合' : open ? '期限未到，尚未达到' : '不符合'}
      </dd>
    </div>
    {cited && (
      <div>
        <dt>依据</dt>
        <dd>{judgment.citation}</dd>
      </div>
    )}
  </dl>
)
