import { type Finding, officerFaults } from '../ballots/candidates.ts'
import { ruleIdFor } from '../ballots/election-rules.ts'
import { type RuleOf, settledOn, type Told, toldBy } from '../rules/standing.ts'
import { type Election, standing } from './facts.ts'
import { type Body, type Gathering, type Officer, ROLES } from './gathering.ts'

export type Named = Pick<Officer, 'role' | 'personId' | 'name'>

const keyOf = ({ personId, name }: Pick<Named, 'personId' | 'name'>): string => personId ?? name

/** For which roles the body votes. */
export const rolesOf = ({ form }: Pick<Election, 'form'>, body: Body) =>
  ROLES.filter((role) => (role === 'member') === (body === 'members' && form === 'committee'))

/** Who stands before that body, once each. */
export const standingBefore = (election: Pick<Election, 'form' | 'candidates'>, body: Body) => [
  ...new Map(
    rolesOf(election, body)
      .flatMap((role) => standing(election, role))
      .map((each) => [keyOf(each), each]),
  ).values(),
]

/** What speaks against those who are to watch and count the ballots. */
export const faultsOf = (
  ruleOf: RuleOf,
  election: Pick<Election, 'unitKind' | 'form' | 'candidates'>,
  body: Body,
  officers: readonly Named[],
): Finding[] =>
  officerFaults(ruleOf, election.unitKind, {
    scrutineers: officers.filter(({ role }) => role !== 'teller').map(keyOf),
    tellers: officers.filter(({ role }) => role === 'teller').map(keyOf),
    candidates: standingBefore(election, body).map(keyOf),
  })

/** Whether the scrutineers were confirmed by the vote of the meeting; null while there are none. */
export const confirmed = (
  ruleOf: RuleOf,
  unitKind: string,
  { officers, motions }: Pick<Gathering, 'officers' | 'motions'>,
): Told | null => {
  const scrutineers = officers.filter(({ role }) => role !== 'teller').length
  if (scrutineers === 0) return null
  const passed = motions.some((motion) => motion.matter === 'officers' && motion.passed) ? scrutineers : 0
  return toldBy(ruleOf, ruleIdFor(unitKind, 'scrutineer-passed') ?? null, { scrutineers, passed })
}

/** Whether staff who are no voters may count here: the organ's choice of `election.counter` on the day. */
export const staffMayCount = ({ choices }: Pick<Election, 'choices'>, on: string): boolean =>
  settledOn(choices, on)['election.counter'] === 'staff'
