import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { CHOICES, type Choice } from '../ballots/ballot.ts'
import { Act } from '../ui/Act.tsx'
import { TextField, TickField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import css from './count.module.css'
import { MARK_WORDS } from './count-words.ts'
import type { Reading } from './reading-contract.ts'
import type { ShownGathering, ShownRound } from './round-contract.ts'
import { pickable } from './WriteIns.tsx'

type Sheet = Reading['sheets'][number]
type Props = {
  names: ShownRound['names']
  people: ShownGathering['people']
  /** What stands there already; null for a new sheet. */
  sheet: Sheet | null
  seats: number
  busy: boolean
  onKeep: (sheet: Sheet) => void
  onTurn: (by: 1 | -1) => void
}

/** One sheet of paper as it lies before the teller. Nothing is marked beforehand; three keys and Enter are enough. */
export const SheetForm = ({ names, people, sheet, seats, busy, onKeep, onTurn }: Props) => {
  const [marks, setMarks] = useState<readonly (Choice | null)[]>(
    () => sheet?.choices ?? names.map(() => null),
  )
  const [picked, setPicked] = useState<readonly string[]>(
    () => sheet?.writeIns.flatMap(({ personId }) => personId ?? []) ?? [],
  )
  const [other, setOther] = useState(() => sheet?.writeIns.find(({ personId }) => !personId)?.name ?? '')
  const [unreadable, setUnreadable] = useState(sheet?.unreadable ?? false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => rowsIn(form.current)[0]?.focus(), [])

  const missing = unreadable ? 0 : marks.filter((mark) => mark === null).length
  const named =
    marks.filter((mark) => mark === 'approve').length + picked.length + (other.trim() === '' ? 0 : 1)
  const mark = (at: number, choice: Choice): void => {
    setMarks(marks.map((each, place) => (place === at ? choice : each)))
    const rows = rowsIn(form.current)
    const next = rows[at + 1] ?? form.current?.querySelector<HTMLElement>('button[type=submit]')
    next?.focus()
  }
  const keep = (): void => {
    if (missing > 0 || busy) return
    onKeep({
      choices: marks.map((each) => each ?? 'abstain'),
      writeIns: [
        ...picked.map((id) => ({ personId: id, name: people.find((each) => each.id === id)?.name ?? id })),
        ...(other.trim() === '' ? [] : [{ personId: null, name: other.trim() }]),
      ],
      unreadable,
    })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    const turn = { PageUp: -1, PageDown: 1 }[event.key] as 1 | -1 | undefined
    if (turn) {
      event.preventDefault()
      onTurn(turn)
    }
  }
  return (
    <form
      ref={form}
      noValidate
      className={css.sheet}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <ul>
        {names.map(({ id, name }, at) => (
          <li key={id}>
            <Marking
              name={name}
              chosen={marks[at] ?? null}
              onMark={(choice) => mark(at, choice)}
              onKeep={keep}
            />
          </li>
        ))}
      </ul>
      <details className={css.more} open={picked.length > 0 || other !== '' || unreadable || undefined}>
        <summary>另选他人、认定作废</summary>
        <PersonPicker
          label="写入的人"
          optional
          people={pickable(people)}
          value={picked}
          onChange={setPicked}
        />
        <TextField label="写入的人不在名单上" optional value={other} onChange={setOther} />
        <TickField label="无法辨认等，监票人认定整张作废" value={unreadable} onChange={setUnreadable} />
      </details>
      {named > seats && (
        <p className={css.fault}>
          所选 {named} 人，多于应选 {seats} 人，这张会计为作废。看清楚再存。
        </p>
      )}
      <div className={css.acts}>
        <Act
          primary
          type="submit"
          loading={busy}
          permit={missing === 0 ? { may: true } : { may: false, reason: `还有 ${missing} 人没有录` }}
        >
          {sheet === null ? '存下，下一张' : '存下更正'}
        </Act>
      </div>
    </form>
  )
}

/** The place of each name that takes the keys. */
const rowsIn = (form: HTMLFormElement | null): HTMLElement[] => [
  ...(form?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
]

type MarkingProps = {
  name: string
  chosen: Choice | null
  onMark: (choice: Choice) => void
  onKeep: () => void
}

const KEYS: Readonly<Record<string, Choice>> = { '1': 'approve', '2': 'oppose', '3': 'abstain' }

/** A name with its three marks. The group takes the focus: its keys mark it, and it is one stop for the Tab key. */
const Marking = ({ name, chosen, onMark, onKeep }: MarkingProps) => {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const choice = KEYS[event.key]
    const at = chosen === null ? -1 : CHOICES.indexOf(chosen)
    const beside = { ArrowRight: CHOICES[at + 1], ArrowLeft: CHOICES[at - 1] }[event.key]
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (choice === undefined && beside === undefined && by === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (event.key === 'Enter') onKeep()
    if (choice ?? beside) onMark((choice ?? beside)!)
    if (by === undefined) return
    const rows = rowsIn(event.currentTarget.closest('form'))
    rows[rows.indexOf(event.currentTarget) + by]?.focus()
  }
  return (
    <div
      role="radiogroup"
      aria-label={name}
      tabIndex={0}
      data-row
      data-marked={chosen ?? undefined}
      className={css.marking}
      onKeyDown={onKeyDown}
    >
      <span className={css.name}>{name}</span>
      {CHOICES.map((choice, at) => (
        <label key={choice} data-key={at + 1} data-chosen={chosen === choice || undefined}>
          <input
            type="radio"
            tabIndex={-1}
            name={`mark-${name}`}
            checked={chosen === choice}
            onChange={() => onMark(choice)}
          />
          {MARK_WORDS[choice]}
        </label>
      ))}
    </div>
  )
}
