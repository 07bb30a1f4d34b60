import type { ReactNode } from 'react'
import type { Refusal } from '../kernel/outcome.ts'
import { type FactNames, JudgmentLines } from './JudgmentLines.tsx'
import css from './notice.module.css'

type Props = { refusal: Refusal; names?: FactNames; children?: ReactNode }

/** What happened, by which clause, and what would put it right. Read aloud when it appears. */
export const RefusalNote = ({ refusal, names = {}, children }: Props) => (
  <div className={css.notice} data-kind="refused" role="alert">
    <p className={css.head}>{refusal.message}</p>
    {refusal.because && <JudgmentLines judgment={refusal.because} names={names} />}
    {children}
  </div>
)
