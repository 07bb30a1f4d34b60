import type { KeyboardEvent } from 'react'
import { CHOICES, type Choice } from '../ballots/ballot.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import css from './count.module.css'
import { MARK_WORDS } from './count-words.ts'
import { wholeIn } from './HandsFields.tsx'
import type { ShownRound } from './round-contract.ts'

export type TypedVotes = Readonly<Record<string, Readonly<Record<Choice, string>>>>
type Names = ShownRound['names']

const NONE: Readonly<Record<Choice, string>> = { approve: '', oppose: '', abstain: '' }

export const typedVotes = (names: Names): TypedVotes =>
  Object.fromEntries(
    names
      .filter(({ writtenIn }) => !writtenIn)
      .map((name) => [
        name.id,
        { approve: textOf(name.approve), oppose: textOf(name.oppose), abstain: textOf(name.abstain) },
      ]),
  )

const textOf = (count: number | null): string => (count === null ? '' : String(count))

export const votesIn = (votes: TypedVotes, names: Names) =>
  names
    .filter(({ writtenIn }) => !writtenIn)
    .map(({ id }) => {
      const { approve, oppose, abstain } = votes[id] ?? NONE
      return { id, approve: wholeIn(approve), oppose: wholeIn(oppose), abstain: wholeIn(abstain) }
    })

/** The one number of a name that follows from the two typed; null where it does not. */
const restOf = (typed: Readonly<Record<Choice, string>>, valid: number, choice: Choice): number | null => {
  if (typed[choice] !== '') return null
  const others = CHOICES.filter((each) => each !== choice).map((each) => wholeIn(typed[each]))
  return others.some((each) => each === null) ? null : valid - others.reduce<number>((sum, n) => sum + n!, 0)
}

type Props = {
  names: Names
  valid: number
  votes: TypedVotes
  fault: ShownRound['fault']
  onChange: (votes: TypedVotes) => void
}

/** Sums for each name: two are typed, the third follows and is shown; typed too, it is checked. */
export const TotalsGrid = ({ names, valid, votes, fault, onChange }: Props) => (
  <>
    <p className="aside">
      填赞成和反对，弃权由有效票 {Math.max(0, valid)} 张算出；唱票时三项都记的，也可以都填，系统核对合计。
      <KeyHint keys={['Enter', '↓', '↑']} says="同一列上下移动" />
    </p>
    <div className={css.wide}>
      <table className={css.table}>
        <caption className="unseen">每人的得票</caption>
        <thead>
          <tr>
            <th scope="col">姓名</th>
            {CHOICES.map((choice) => (
              <th key={choice} scope="col">
                {MARK_WORDS[choice]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map(({ id, name }) => {
            const typed = votes[id] ?? NONE
            const isWrong = fault?.field === `votes.${id}` || fault?.field?.startsWith(`votes.${id}.`)
            return (
              <Row
                key={id}
                name={name}
                typed={typed}
                valid={valid}
                says={isWrong ? (fault?.message ?? null) : null}
                onChange={(row) => onChange({ ...votes, [id]: row })}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  </>
)

type RowProps = {
  name: string
  typed: Readonly<Record<Choice, string>>
  valid: number
  says: string | null
  onChange: (typed: Readonly<Record<Choice, string>>) => void
}

const Row = ({ name, typed, valid, says, onChange }: RowProps) => (
  <>
    <tr data-fault={says !== null || undefined}>
      <th scope="row">{name}</th>
      {CHOICES.map((choice) => {
        const rest = restOf(typed, valid, choice)
        return (
          <td key={choice}>
            <input
              className={css.count}
              aria-label={`${name}${MARK_WORDS[choice]}票`}
              data-column={choice}
              inputMode="numeric"
              autoComplete="off"
              maxLength={5}
              placeholder={rest === null || rest < 0 ? undefined : String(rest)}
              value={typed[choice]}
              onChange={({ currentTarget }) =>
                onChange({ ...typed, [choice]: currentTarget.value.replace(/\D/g, '') })
              }
              onKeyDown={walk}
            />
          </td>
        )
      })}
    </tr>
    {says !== null && (
      <tr className={css.says}>
        <td colSpan={CHOICES.length + 1}>
          <span role="alert">{says}</span>
        </td>
      </tr>
    )}
  </>
)

/** Enter and the arrows go up and down one column. */
const walk = (event: KeyboardEvent<HTMLInputElement>): void => {
  const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  event.preventDefault()
  const { currentTarget } = event
  const cells = [
    ...(currentTarget
      .closest('table')
      ?.querySelectorAll<HTMLInputElement>(`input[data-column="${currentTarget.dataset.column}"]`) ?? []),
  ]
  const next = cells[cells.indexOf(currentTarget) + by]
  next?.focus()
  next?.select()
}
