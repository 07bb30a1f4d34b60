import css from './StateMark.module.css'
import { type DutyState, STATES } from './state.ts'

type Props = {
  state: DutyState
  /** In place of the usual word: 迟办 for 补记. */
  word?: string | undefined
  /** Shows the shape alone, as in a narrow cell; the word is still read aloud and shown on hover. */
  shapeOnly?: boolean
}

/** ● ◐ ○ □ ／ ·, drawn rather than typed, so that they look the same in every font. */
export const StateMark = ({ state, word = STATES[state].word, shapeOnly = false }: Props) => (
  <span className={css.mark} data-state={state} title={shapeOnly ? STATES[state].says : undefined}>
    <svg className={css.shape} viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[state]}
    </svg>
    <span className={shapeOnly ? 'unseen' : css.word}>
      {shapeOnly && word === '–' ? STATES[state].says : word}
    </span>
  </span>
)

const SHAPES = {
  done: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  late: (
    <>
      <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 2.75a5.25 5.25 0 0 0 0 10.5z" fill="currentColor" />
    </>
  ),
  due: <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  missed: (
    <rect x="2.75" y="2.75" width="10.5" height="10.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
  ),
  excused: <path d="M4 13 12 3" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />,
  'not-yet': <circle cx="8" cy="8" r="1.4" fill="currentColor" />,
  'not-owed': <circle cx="8" cy="8" r="1.4" fill="currentColor" />,
} as const satisfies Record<DutyState, unknown>
