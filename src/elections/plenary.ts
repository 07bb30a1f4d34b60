import { dateWords } from '../documents/wording.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { Election, Result } from './facts.ts'

// The plenary of a committee: whom it holds, and from when on it can meet.

type Person = Pick<Result, 'personId' | 'name'>

/** After a renewal those newly elected; at a by-election the committee that goes on, and whoever joined it. */
export const committeeOf = (
  { kind, results }: Pick<Election, 'kind'> & { results: readonly Person[] },
  inOffice: readonly Person[],
): Person[] => {
  const people = kind === 'by-election' ? [...inOffice, ...results] : results
  return [
    ...new Map(
      people.map(({ personId, name }) => [personId ?? ` ${name}`, { personId, name }] as const),
    ).values(),
  ]
}

type Meeting = Pick<Election, 'kind' | 'form' | 'seats' | 'electedOn'>

/** Whether the meeting elects members of a committee; where only heads are filled, the committee does it alone. */
export const electsMembers = ({ kind, form, seats }: Omit<Meeting, 'electedOn'>): boolean =>
  form === 'committee' && (kind === 'renewal' || seats > 0)

/** Why the committee cannot meet on that day; null where it can. */
export const plenaryFault = (election: Meeting, heldOn: string): Refusal | null => {
  if (!electsMembers(election)) return null
  const { electedOn } = election
  if (electedOn === null)
    return refuse(
      'conflict',
      '大会还没有选齐应选的委员，委员会全体会议不能召开。请先在“计票”里选齐委员；大会表决减少名额的，先登记表决。',
    )
  return heldOn < electedOn
    ? refuse(
        'invalid',
        `委员会全体会议的日期早于大会选出委员的${dateWords(electedOn)}。请改为当天或之后的日期。`,
        { field: 'heldOn' },
      )
    : null
}
