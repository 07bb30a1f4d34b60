import { type Grants, may } from '../kernel/access.ts'
import { book } from '../rules/book.ts'
import { type RuleOf, rulesStanding } from '../rules/standing.ts'
import { chairingOf, hostFault, type InOffice } from './chair.ts'
import { type Election, standing } from './facts.ts'
import { type Body, type Gathering, gatheringOf } from './gathering.ts'
import type { GatheringShown, Meeting } from './meeting-shape.ts'
import { handsOf } from './motions.ts'
import { confirmed, faultsOf, rolesOf, staffMayCount } from './officers.ts'
import { presenceOf, quorumOf } from './presence.ts'
import { declaredOf } from './result-words.ts'
import { agendaOf } from './script.ts'

/** What a meeting is seen with: who held office on its day, how many its list will hold, what the reader may. */
export type Light = { inOffice: readonly InOffice[]; expected: number; grants: Grants; today: string }

/** The day by whose rules and roster the meeting of that body is judged. */
export const dayOfMeeting = (election: Election, body: Body, today: string): string =>
  gatheringOf(election, body)?.heldOn ?? election.plannedOn ?? today

/** The rules as they stood for the organ on the day of the meeting. */
export const rulesOfDay = (election: Pick<Election, 'choices'>, on: string): RuleOf =>
  rulesStanding(book, election.choices, on)

/** A meeting as its reader sees it, judged by the rules of its day. */
export const meetingShown = (election: Election, body: Body, light: Light): Meeting => {
  const on = dayOfMeeting(election, body, light.today)
  const ruleOf = rulesOfDay(election, on)
  const gathering = gatheringOf(election, body)
  const chairing = chairingOf(ruleOf, election, body, light.inOffice)
  const presence = gathering && presenceOf(gathering.seats)
  const quorum = presence ? quorumOf(ruleOf, election.unitKind, presence) : null
  return {
    ...election,
    electionId: election.id,
    body,
    mayLead: may(light.grants, 'election.lead', election.unitPath),
    gathering: gathering
      ? {
          ...gatheringShown(ruleOf, election, gathering),
          quorum,
          hostFault: hostFault(chairing, gathering),
        }
      : null,
    failed: election.gatherings.flatMap(({ failedReason, ...each }) =>
      each.body === body && failedReason !== null ? [{ ...each, failedReason }] : [],
    ),
    expected: light.expected,
    candidates: rolesOf(election, body).flatMap((role) => standing(election, role)),
    chairing,
    staffMayCount: staffMayCount(election, on),
    agenda: agendaOf({ election, body, gathering, quorum, expected: light.expected }),
  }
}

type Shown = Omit<GatheringShown, 'quorum' | 'hostFault'>

const gatheringShown = (ruleOf: RuleOf, election: Election, gathering: Gathering): Shown => ({
  ...gathering,
  seats: [...gathering.seats],
  presence: presenceOf(gathering.seats),
  officers: [...gathering.officers],
  officerFaults: faultsOf(ruleOf, election, gathering.body, gathering.officers),
  officersConfirmed: confirmed(ruleOf, election.unitKind, gathering),
  motions: gathering.motions.map((motion) => ({
    ...motion,
    judgments: handsOf(ruleOf, election, gathering.body, motion, motion).judgments,
  })),
  rounds: gathering.rounds.map((round) => ({
    ...round,
    names: [...round.names],
    outcome: declaredOf(round),
  })),
  locked: lockedBy(gathering),
})

/** Why list and attendance stand as they are now; null while they may be changed. */
export const lockedBy = ({ rounds, closedOn, failedReason }: Gathering): string | null => {
  if (failedReason !== null) return '这次大会没有开成，名单和到会情况留存备查。'
  if (closedOn !== null) return '大会已经散会，名单和到会情况不再改。'
  return rounds.some(({ isClosed }) => !isClosed)
    ? '选票已经发出，计票结束前名单和到会情况不再改。发错了、还没有投的，请先在“计票”里取消这次投票。'
    : null
}

/** Whether any ballot was given out, whatever number is entered: from then on the list cannot be drawn up again. */
export const hasIssued = ({ rounds }: Gathering): boolean => rounds.length > 0
