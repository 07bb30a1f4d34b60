import { sayDay } from '../ui/days.ts'
import css from './handling.module.css'
import { STEP_NAMES, type StepKind } from './kinds.ts'
import type { PartProps } from './part.ts'

/** 办理记录: every step in its order, added to and never changed. */
export const RecordPart = ({ need }: PartProps) => {
  if (need.steps.length === 0) return null
  return (
    <section className={css.part} aria-labelledby="record">
      <h2 id="record">办理记录</h2>
      <ol className={css.lines}>
        {need.steps.map(({ id, kind, onDay, byName, toName, text }) => (
          <li key={id}>
            <p className={css.head}>
              <strong>{isTaken(kind, byName, toName) ? '承办' : STEP_NAMES[kind]}</strong>
              <span className="aside">
                {sayDay(onDay)} · {byName || '本人'}
                {toName && toName !== byName && ` → ${toName}`}
              </span>
            </p>
            {text && <p className={css.text}>{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** One who takes a matter is not assigned to it by herself. */
const isTaken = (kind: StepKind, byName: string | null, toName: string | null): boolean =>
  kind === 'assigned' && toName !== null && toName === byName
