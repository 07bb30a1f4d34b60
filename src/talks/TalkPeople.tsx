import { Link } from '@tanstack/react-router'
import type { Circled, TalkLine } from './contract.ts'
import { talksWith } from './matrix.ts'
import type { Need } from './needs.ts'
import { shortDay } from './papers.ts'
import css from './talks.module.css'

type Props = { people: readonly Circled[]; talks: readonly TalkLine[]; needs: readonly Need[] }

/** The matrix in words, a person a line: with whom she talked, what is arranged, what she lacks. */
export const TalkPeople = ({ people, talks, needs }: Props) => (
  <section className={css.part} aria-labelledby="talk-people">
    <h2 id="talk-people">按人看</h2>
    <table className={css.people}>
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">已谈</th>
          <th scope="col">已安排</th>
          <th scope="col">还缺</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => {
          const { held, planned } = talksWith(person.id, talks)
          return (
            <tr key={person.id}>
              <th scope="row">
                {person.name}
                {person.committee && <span className={css.post}>支委</span>}
              </th>
              <td data-label="已谈">
                {held.length === 0 && '—'}
                {held.map(({ id, otherName, heldOn }) => (
                  <Link key={id} className={css.with} to="/talks/$talk" params={{ talk: id }} preload={false}>
                    {otherName} {shortDay(heldOn ?? '')}
                  </Link>
                ))}
              </td>
              <td data-label="已安排">{planned.map(({ otherName }) => otherName).join('、') || '—'}</td>
              <td data-label="还缺">{lackingOf(person, people, needs) || '不缺'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  </section>
)

const lackingOf = ({ id }: Circled, people: readonly Circled[], needs: readonly Need[]): string => {
  const nameOf = (other: string | null) => people.find((person) => person.id === other)?.name
  return needs
    .flatMap(({ kind, lacking }) =>
      lacking.flatMap(({ personId, withId }) => {
        if (withId !== null && withId === id) return [`与${nameOf(personId)}`]
        if (personId !== id) return []
        return [withId === null ? (kind === 'member' ? '与一名党员' : '与一位支委') : `与${nameOf(withId)}`]
      }),
    )
    .join('、')
}
