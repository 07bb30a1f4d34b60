import type { Meeting } from './contract.ts'
import css from './meetings.module.css'
import { Ruling } from './Ruling.tsx'

/** Whether a resolution passed, and each rule that decided it with its clause and numbers. */
export const Judged = ({
  resolution,
  waiting = false,
}: {
  resolution: Meeting['resolutions'][number] | undefined
  waiting?: boolean
}) => {
  if (waiting) return <p className="aside">填好到会情况和票数后，按条文判定是否通过。</p>
  if (!resolution) return <p className="aside">正在核算</p>
  return (
    <div role="status" className={css.verdict}>
      <p data-holds={resolution.passed}>{resolution.passed ? '● 决议通过' : '□ 决议未通过'}</p>
      {resolution.judgments.map((told) => (
        <Ruling key={told.judgment.rule} told={told} />
      ))}
    </div>
  )
}
