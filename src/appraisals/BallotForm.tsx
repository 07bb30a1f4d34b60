import { useState } from 'react'
import { Act } from '../ui/Act.tsx'
import css from './appraisals.module.css'
import { CHOICES, type Choice } from './kinds.ts'

const WORDS: Readonly<Record<Choice, string>> = {
  excellent: '优秀',
  qualified: '合格',
  'basically-qualified': '基本合格',
  unqualified: '不合格',
  abstain: '弃权',
}

type Props = {
  people: readonly { personId: string; name: string }[]
  /** The verb: 投票, 录入这张. */
  act: string
  busy: boolean
  /** For whoever copies sheets: one act for all that are left. */
  rest?: boolean
  onCast: (ballot: { personId: string; choice: Choice }[]) => void
}

/** A sheet: every name, four boxes and 弃权, nothing chosen beforehand. It carries no name and no number of its own. */
export const BallotForm = ({ people, act, busy, rest = false, onCast }: Props) => {
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({})
  const missing = people.filter(({ personId }) => !chosen[personId])
  const ballot = people.flatMap(({ personId }) => {
    const choice = chosen[personId]
    return choice ? [{ personId, choice }] : []
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (missing.length === 0) onCast(ballot)
      }}
    >
      <ul className={css.ballot}>
        {people.map(({ personId, name }) => (
          <li key={personId}>
            <fieldset>
              <legend>{name}</legend>
              <div className={css.choice}>
                {CHOICES.map((choice) => (
                  <label key={choice} data-chosen={chosen[personId] === choice || undefined}>
                    <input
                      type="radio"
                      name={`ballot-${personId}`}
                      checked={chosen[personId] === choice}
                      onChange={() => setChosen({ ...chosen, [personId]: choice })}
                    />
                    {WORDS[choice]}
                  </label>
                ))}
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
      <div className={css.acts}>
        {rest && missing.length > 0 && (
          <Act
            onClick={() =>
              setChosen({
                ...Object.fromEntries(people.map(({ personId }) => [personId, 'qualified' as const])),
                ...chosen,
              })
            }
          >
            没选的都是合格
          </Act>
        )}
        <Act
          primary
          type="submit"
          loading={busy}
          permit={
            missing.length === 0 ? { may: true } : { may: false, reason: `还有 ${missing.length} 人没有选` }
          }
        >
          {act}
        </Act>
      </div>
    </form>
  )
}
