import { compareNames } from '../ballots/order.ts'
import { type Election, type Result, standing } from './facts.ts'
import {
  type BallotName,
  type Body,
  type Gathering,
  gatheringOf,
  type Role,
  type Round,
} from './gathering.ts'
import { electsMembers } from './plenary.ts'
import { electedIn, outcomeOf } from './round-outcome.ts'

// How the ballots of a meeting follow one another: what may be started next, what is left, and what came of it.

/** Somebody who may stand on a ballot; `id` is her name on the ballot before, or her candidacy. */
export type Standing = { id: string } & Pick<BallotName, 'candidateId' | 'personId' | 'name'>

export type Progress =
  | { state: 'ready'; why: Round['why']; seats: number; among: readonly Standing[] }
  | { state: 'counting'; round: Round }
  | { state: 'complete'; unfilled: number }

type Sides = Pick<Election, 'kind' | 'form' | 'seats' | 'deputies' | 'candidates'>

/** For what a meeting votes, in the order of the ballots. In a by-election only for those heads that somebody stands for. */
export const rolesOf = (election: Sides, body: Body): Role[] => {
  const electsHeads = (body === 'members') === (election.form === 'direct')
  if (!electsHeads) return body === 'members' && electsMembers(election) ? ['member'] : []
  return (['secretary', 'deputy-secretary'] as const).filter((role) =>
    election.kind === 'by-election'
      ? standing(election, role).length > 0
      : role === 'secretary' || election.deputies > 0,
  )
}

export const seatsFor = ({ seats, deputies }: Sides, role: Role): number =>
  ({ member: seats, secretary: 1, 'deputy-secretary': Math.max(1, deputies) })[role]

/** The ballots for one role, in their order. */
export const roundsFor = ({ rounds }: Pick<Gathering, 'rounds'>, role: Role): Round[] =>
  rounds.filter((round) => round.role === role)

/** How far the ballots for a role have come, and what may be voted on next. */
export const progressOf = (election: Sides, gathering: Gathering, role: Role): Progress => {
  const rounds = roundsFor(gathering, role)
  const last = rounds.at(-1)
  if (last === undefined)
    return {
      state: 'ready',
      why: 'first',
      seats: seatsFor(election, role),
      among: standing(election, role).map(({ id, personId, name }) => ({
        id,
        candidateId: id,
        personId,
        name,
      })),
    }
  const outcome = outcomeOf(last)
  if (outcome === null) return { state: 'counting', round: last }
  if (outcome.election !== 'valid')
    return { state: 'ready', why: 'void', seats: last.seats, among: last.names.filter((n) => !n.writtenIn) }
  const { runoff } = outcome
  if (runoff === null) return { state: 'complete', unfilled: 0 }
  if (runoff.why === 'shortfall' && isReduced(gathering, role))
    return { state: 'complete', unfilled: runoff.seats }
  const among = runoff.among.flatMap((id) => last.names.find((name) => name.id === id) ?? [])
  return { state: 'ready', why: runoff.why, seats: runoff.seats, among }
}

/** The meeting consented to leave seats empty. There is but one secretary: that seat is never given up. */
const isReduced = ({ motions }: Gathering, role: Role): boolean =>
  role !== 'secretary' && motions.some(({ matter, passed }) => matter === 'reduction' && passed)

/** Whether a meeting has elected all that it was to elect. */
export const isComplete = (election: Sides, gathering: Gathering): boolean =>
  rolesOf(election, gathering.body).every(
    (role) => progressOf(election, gathering, role).state === 'complete',
  )

/** How many a meeting has elected for a role, over all its ballots. */
export const electedFor = (gathering: Gathering, role: Role): BallotName[] =>
  roundsFor(gathering, role).flatMap(electedIn)

/** 1 for the vote itself and its repetition when void; 2 from the first vote again among the tied or for missing seats. */
export const turnOf = (gathering: Gathering, { role, ordinal }: Round): number =>
  roundsFor(gathering, role).some(
    (each) => each.ordinal <= ordinal && (each.why === 'tie' || each.why === 'shortfall'),
  )
    ? 2
    : 1

/** Order of the elected: by strokes for the committee; for heads the order approved above, which is that of the ballot. */
export const orderOf = (role: Role, names: readonly BallotName[]) => (one: string, other: string) => {
  const [first, second] = [one, other].map((id) => names.find((name) => name.id === id))
  if (!first || !second) return 0
  return role === 'member' ? compareNames(first.name, second.name) : first.ordinal - second.ordinal
}

const isSame = (result: Pick<Result, 'personId' | 'name'>, name: Pick<BallotName, 'personId' | 'name'>) =>
  result.personId === null ? result.name === name.name : result.personId === name.personId

/** Her line among those elected; for whoever is on no roster, by her name. */
export const resultFor = <R extends Pick<Result, 'personId' | 'name'>>(
  results: readonly R[],
  name: Pick<BallotName, 'personId' | 'name'>,
): R | undefined => results.find((result) => isSame(result, name))

/** The line of whoever is secretary or deputy already; somebody written in without a link to the roster is told by her name. */
export const headHeldBy = <R extends Pick<Result, 'personId' | 'name' | 'head'>>(
  results: readonly R[],
  name: Pick<BallotName, 'personId' | 'name'>,
): R | undefined =>
  results.find(
    (result) =>
      result.head !== null && (isSame(result, name) || (name.personId === null && result.name === name.name)),
  )

/** Why a closed round cannot be taken back any more; undefined while nothing was built on it. */
export const builtOn = (
  election: Pick<Election, 'gatherings' | 'steps' | 'effectiveOn' | 'results'>,
  gathering: Gathering,
  round: Round,
): string | undefined => {
  if (roundsFor(gathering, round.role).at(-1)?.id !== round.id) return '之后又投过一次票'
  if (gathering.body === 'members' && gatheringOf(election, 'committee')?.isOpen)
    return '新一届委员会的第一次会议已经开会'
  if (election.steps.some(({ step }) => AFTERWARDS.includes(step))) return '当选名单已经宣布'
  if (election.effectiveOn !== null) return '新一届任职已经生效'
  if (election.results.some(({ headRoundId, duties }) => headRoundId === round.id && duties.length > 0))
    return '委员分工已经登记'
  return undefined
}

const AFTERWARDS: readonly string[] = [
  'announcement',
  'division',
  'result-report',
  'result-reply',
  'public-notice',
  'archive',
]
