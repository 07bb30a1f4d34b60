import { UnstyledButton } from '@mantine/core'
import css from './StepList.module.css'

export type Step = {
  id: string
  title: string
  state: 'done' | 'now' | 'later'
  note?: string
  /** May be picked whatever its state: steps that are recorded in any order. */
  open?: boolean
  /** The one that the page shows. */
  shown?: boolean
}

/** The steps of a long piece of work in their order; those already open can be gone back to. */
export const StepList = ({
  steps,
  onPick,
  label,
}: {
  steps: readonly Step[]
  onPick?: (id: string) => void
  label: string
}) => (
  <nav aria-label={label}>
    <ol className={css.steps}>
      {steps.map(({ id, title, state, note, open = false, shown = false }) => (
        <li
          key={id}
          data-state={state}
          data-shown={shown || undefined}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          {onPick && (open || state === 'done') ? (
            <UnstyledButton onClick={() => onPick(id)}>{title}</UnstyledButton>
          ) : (
            title
          )}
          {state === 'done' && <span className="unseen">（已完成）</span>}
          {note && <span className="aside">{note}</span>}
        </li>
      ))}
    </ol>
  </nav>
)
