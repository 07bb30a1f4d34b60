import type { Status } from '../kernel/status.ts'
import type { RuleOf } from '../rules/standing.ts'
import type { Election } from './facts.ts'
import type { Gathering, Seat } from './gathering.ts'
import { isEntitled, type Rostered, votersOf, wordsOf } from './voters.ts'

/**
 * What the vote on exclusions does to a frozen list: those approved above by the day of the meeting pass with it, and the list is
 * judged again with the statuses it was frozen with. `on` is null where the vote failed or is taken back.
 */
export const afterExclusions = (
  ruleOf: RuleOf,
  election: Pick<Election, 'unitKind' | 'exclusions' | 'delegates'>,
  { heldOn, seats }: Pick<Gathering, 'heldOn' | 'seats'>,
  on: string | null,
): { people: string[]; seats: Pick<Seat, 'id' | 'entitled' | 'because'>[] } => {
  const people = election.exclusions
    .filter(({ approvedOn }) => approvedOn !== null && approvedOn <= heldOn)
    .map(({ personId }) => personId)
  const exclusions = election.exclusions.map((each) =>
    people.includes(each.personId) ? { ...each, passedOn: on } : each,
  )
  const { people: voters } = votersOf(ruleOf, { ...election, exclusions }, rosterOf({ seats }), heldOn)
  const changed = seats.flatMap((seat) => {
    const voter = people.includes(seat.personId ?? '') && voters.find(({ key }) => key === seat.personId)
    return voter ? [{ id: seat.id, entitled: isEntitled(voter), because: wordsOf(voter) }] : []
  })
  return { people, seats: changed }
}

/** The roster as a meeting's list froze it. */
export const rosterOf = ({ seats }: Pick<Gathering, 'seats'>): Rostered[] =>
  seats.flatMap(({ personId, name, initials, groupName, status }) =>
    personId && status ? [{ personId, name, initials, groupName, status: status as Status }] : [],
  )
