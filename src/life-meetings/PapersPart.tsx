import { addressOf } from '../http/call.ts'
import {
  downloadLifePaper,
  downloadLifeSet,
  downloadRectificationSheet,
  type LifeRound,
  type PAPERS,
} from './contract.ts'
import css from './life-meetings.module.css'
import { Part } from './Parts.tsx'

const NAMES: Record<(typeof PAPERS)[number], string> = {
  plan: '方案',
  opinions: '意见汇总',
  check: '支委会对照检查',
  rectification: '整改清单',
  report: '情况报告',
}

/** The round's papers, made from what is recorded so far. */
export const PapersPart = ({ round }: { round: LifeRound }) => {
  const params = { round: round.id }
  return (
    <Part title="文书">
      <div className={css.acts}>
        {(Object.keys(NAMES) as (typeof PAPERS)[number][]).map((paper) => (
          <a
            key={paper}
            className={css.download}
            href={addressOf(downloadLifePaper, { params: { ...params, paper } })}
            download
          >
            {NAMES[paper]}
          </a>
        ))}
        <a className={css.download} href={addressOf(downloadRectificationSheet, { params })} download>
          整改台账（表格）
        </a>
        <a className={css.download} href={addressOf(downloadLifeSet, { params })} download>
          全套（压缩包）
        </a>
      </div>
    </Part>
  )
}
