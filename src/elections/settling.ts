import type { Status } from '../kernel/status.ts'
import type { RuleOf } from '../rules/standing.ts'
import type { Election, Exclusion } from './facts.ts'
import type { Gathering, Seat } from './gathering.ts'
import { isEntitled, neutralWordsOf, type Rostered, votersOf } from './voters.ts'

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
    return voter ? [{ id: seat.id, entitled: isEntitled(voter), because: neutralWordsOf(voter) }] : []
  })
  return { people, seats: changed }
}

/**
 * Whom a frozen list left out, for a reader who may not know why: a full member without a place in the base. The grounds are not
 * hers to read, so one stands for all of them, and what is shown of it is blank.
 */
export const excludedIn = ({ heldOn, seats }: Pick<Gathering, 'heldOn' | 'seats'>): Exclusion[] =>
  seats.flatMap(({ personId, name, status, entitled }) =>
    personId && status === 'full' && !entitled
      ? [{ ...UNTOLD, personId, name, approvedOn: heldOn, passedOn: heldOn }]
      : [],
  )

const UNTOLD = {
  ground: 'illness',
  since: null,
  reason: '',
  reportedOn: null,
  approvedBy: null,
  version: 1,
} as const

/** The roster as a meeting's list froze it. */
export const rosterOf = ({ seats }: Pick<Gathering, 'seats'>): Rostered[] =>
  seats.flatMap(({ personId, name, initials, groupName, status }) =>
    personId && status ? [{ personId, name, initials, groupName, status: status as Status }] : [],
  )
