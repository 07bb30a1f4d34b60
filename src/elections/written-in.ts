import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { Gathering } from './gathering.ts'

type Written = { personId: string | null; name: string }

/**
 * Those written in, each as the person on the list of the meeting whose name it is. Who is on no list stays a name; where several
 * are called so, whom the voters meant is for the scrutineers to say.
 */
export const identified = <W extends Written>(
  { seats }: Pick<Gathering, 'seats'>,
  people: readonly W[],
): W[] | Refusal => {
  const found: W[] = []
  for (const person of people) {
    const same = person.personId === null ? seats.filter(({ name }) => name === person.name.trim()) : []
    if (same.length > 1)
      return refuse(
        'invalid',
        same.some(({ personId }) => personId !== null)
          ? `会议名单上有 ${same.length} 人叫“${person.name}”。请监票人认定是哪一位，再从名单里选定她。`
          : `会议名单上有 ${same.length} 人叫“${person.name}”。请监票人认定是哪一位，在姓名后注明，如“${person.name}（所在单位）”。`,
        { field: 'writeIns' },
      )
    found.push(same[0] ? { ...person, personId: same[0].personId } : person)
  }
  return found
}
