import { type ElectionRules, ruleIdFor, rulesFor } from '../ballots/election-rules.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { type Book, type RuleOf, rulesStanding, type Told, toldBy } from '../rules/standing.ts'
import type { Election } from './facts.ts'
import { type Gathering, gatheringOf, type Officer, type Role, type Round } from './gathering.ts'
import { presenceOf, quorumOf } from './presence.ts'
import type { ShownGathering, ShownRole, ShownRound } from './round-contract.ts'
import { outcomeOf } from './round-outcome.ts'
import {
  builtOn,
  electedFor,
  headHeldBy,
  type Progress,
  progressOf,
  resultFor,
  rolesOf,
  roundsFor,
  seatsFor,
} from './rounds.ts'
import { unconfirmed, withoutRight } from './standing-bars.ts'
import { judged, remainderOf, UNREAD } from './tally.ts'
import { headsWords } from './titles.ts'

/** What the page of the count shows, judged by the rules as they stood on the day of the meeting. */

export type ShownReading = ShownRound['readings'][number] & { roundId: string }

/** The base of a meeting: who has a vote, and how many of them came. */
export const baseOf = ({ seats }: Pick<Gathering, 'seats'>): { entitled: number; present: number } => {
  const { entitled, present } = presenceOf(seats)
  return { entitled, present }
}

export const scrutineersOf = ({ officers }: Pick<Gathering, 'officers'>): Officer[] =>
  officers.filter(({ role }) => role !== 'teller')

export const standingRules = (
  book: Book,
  election: Pick<Election, 'choices' | 'unitKind'>,
  heldOn: string,
): { ruleOf: RuleOf; rules: ElectionRules } => {
  const ruleOf = rulesStanding(book, election.choices, heldOn)
  return { ruleOf, rules: rulesFor(ruleOf, election.unitKind) }
}

const told = (
  ruleOf: RuleOf,
  { unitKind }: Pick<Election, 'unitKind'>,
  role: string,
  facts: Record<string, number>,
) => toldBy(ruleOf, ruleIdFor(unitKind, role) ?? null, facts)

export const quorumFor = (ruleOf: RuleOf, election: Election, gathering: Gathering): Told | null =>
  quorumOf(ruleOf, election.unitKind, presenceOf(gathering.seats))

/** Whether so few seats are missing that the meeting may leave them empty; null where no seat is missing or no rule speaks. */
export const reductionOf = (
  ruleOf: RuleOf,
  election: Election,
  gathering: Gathering,
  role: Role,
): Told | null => {
  const progress = progressOf(election, gathering, role)
  const elected = electedFor(gathering, role).length
  if (progress.state !== 'ready' || progress.why !== 'shortfall' || role === 'secretary') return null
  return told(ruleOf, election, 'shortfall', { seats: seatsFor(election, role), elected })
}

/** Why the next ballot for a role may not be given out; null where it may. */
export const barOf = (
  ruleOf: RuleOf,
  election: Election,
  gathering: Gathering,
  role: Role,
): string | null => {
  const next = progressOf(election, gathering, role)
  if (next.state !== 'ready') return null
  if (gathering.failedReason !== null) return '这次会议没有选成，已另行召开。'
  if (gathering.closedOn !== null)
    return '会议已经散会，不能再投票。还要投票的，请撤回计票结果；没有选出人的，请记作“没有开成”，另行安排。'
  if (!gathering.isOpen) return '会议还没有开始。先登记到会情况，宣布开会，选举人名单和人数才定下来。'
  const quorum = quorumFor(ruleOf, election, gathering)
  if (!quorum) return '会议之日没有这类组织到会人数的规则，或名单上没有有选举权的人，不能判定能否选举。'
  if (!quorum.judgment.holds) return `${quorum.words}到会人数不够，不能选举，须另行召开。`
  return (
    unconfirmed(ruleOf, election, gathering) ??
    candidatesBar(ruleOf, election, role, next) ??
    withoutRightBar(ruleOf, gathering, next)
  )
}

const withoutRightBar = (
  ruleOf: RuleOf,
  gathering: Gathering,
  { among }: Progress & { state: 'ready' },
): string | null => {
  const barred = withoutRight(ruleOf, gathering, among)
  return barred && `${barred}不能作候选人。请先在“候选人”里调整并报批。`
}

const candidatesBar = (
  ruleOf: RuleOf,
  election: Election,
  role: Role,
  { why, seats, among }: Progress & { state: 'ready' },
): string | null => {
  if (among.length < seats) return `候选人 ${among.length} 人，少于应选 ${seats} 人。请先在“候选人”里补足。`
  const surplus =
    why === 'first' && role === 'member'
      ? told(ruleOf, election, 'surplus', { seats, candidates: among.length })
      : null
  if (surplus && !surplus.judgment.holds && surplus.judgment.hardness === 'must')
    return `${surplus.words}请先增补候选人。`
  const twice =
    role === 'member' ? undefined : among.find((each) => headHeldBy(election.results, each) !== undefined)
  if (twice)
    return `“${twice.name}”已经当选书记或副书记，一人不能兼任。请先在“候选人”里撤回，另提人选并报批。`
  const outside = isOfNewCommittee(election, role)
    ? among.find((each) => !resultFor(election.results, each))
    : undefined
  return outside
    ? `“${outside.name}”没有当选委员，不能作${headsWords(election.unitKind)}候选人。请先调整候选人并报批。`
    : null
}

/** Heads of a new committee are of the committee; in a by-election its serving members stand too, and direct heads are anyone. */
export const isOfNewCommittee = ({ form, kind }: Pick<Election, 'form' | 'kind'>, role: Role): boolean =>
  role !== 'member' && form === 'committee' && kind === 'renewal'

export const shownGatherings = (
  book: Book,
  election: Election,
  readings: readonly ShownReading[],
): ShownGathering[] =>
  election.gatherings
    .filter((each) => each.rounds.length > 0 || each === gatheringOf(election, each.body))
    .map((gathering) => {
      const standing = standingRules(book, election, gathering.heldOn)
      const shown = { standing, election, gathering, readings }
      const { id, body, heldOn, isOpen, officers } = gathering
      return {
        id,
        body,
        heldOn,
        isOpen,
        ...baseOf(gathering),
        quorum: quorumFor(standing.ruleOf, election, gathering),
        officers: officers.map((each) => ({ id: each.id, name: each.name, role: each.role })),
        people: peopleOf(election, gathering),
        roles: rolesOf(election, body).map((role) => shownRole(shown, role)),
      }
    })

type Shown = {
  standing: ReturnType<typeof standingRules>
  election: Election
  gathering: Gathering
  readings: readonly ShownReading[]
}

const peopleOf = (election: Election, { seats, body }: Gathering): ShownGathering['people'] => {
  const named = seats.flatMap(({ personId, name, initials, groupName }) =>
    personId === null ? [] : [{ id: personId, name, initials, group: groupName }],
  )
  return body === 'committee' && election.kind === 'renewal'
    ? named.filter(({ id, name }) => resultFor(election.results, { personId: id, name }))
    : named
}

const shownRole = (shown: Shown, role: Role): ShownRole => {
  const { standing, election, gathering } = shown
  const progress = progressOf(election, gathering, role)
  return {
    role,
    seats: seatsFor(election, role),
    state: progress.state,
    next:
      progress.state === 'ready'
        ? {
            why: progress.why,
            seats: progress.seats,
            among: progress.among.map(({ id, name }) => ({ id, name })),
          }
        : null,
    barred: barOf(standing.ruleOf, election, gathering, role),
    elected: electedFor(gathering, role).map(({ name }) => name),
    unfilled: progress.state === 'complete' ? progress.unfilled : 0,
    reduction: reductionOf(standing.ruleOf, election, gathering, role),
    rounds: roundsFor(gathering, role).map((round) => shownRound(shown, round)),
  }
}

const shownRound = ({ standing, election, gathering, readings }: Shown, round: Round): ShownRound => {
  const own = readings.filter(({ roundId }) => roundId === round.id)
  const now = round.isClosed ? outcomeOf(round) : previewOf(standing.rules, gathering, round)
  return {
    ...round,
    signedBy: [...round.signedBy],
    names: round.names.map((each) => ({ ...each })),
    remainder: remainderOf(round),
    readings: own,
    fault: isRefusal(now) ? now : null,
    outcome: now === null || isRefusal(now) ? null : { ...now, because: now.because.map(plain) },
    builtOn: round.isClosed ? (builtOn(election, gathering, round) ?? null) : null,
  }
}

const plain = <R extends { numbers: Readonly<Record<string, number>> }>(reason: R) => ({
  ...reason,
  numbers: { ...reason.numbers },
})

const previewOf = (rules: ElectionRules, gathering: Gathering, round: Round) => {
  const judgment = judged(rules, gathering, round, round.form === 'sheets' ? UNREAD : undefined)
  return judgment === UNREAD ? null : judgment
}
