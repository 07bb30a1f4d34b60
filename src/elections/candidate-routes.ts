import { type Route, route } from '../http/serve.ts'
import { day, readable } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { held } from './asking-jobs.ts'
import * as contract from './candidate-contract.ts'
import * as store from './candidate-store.ts'
import { groundsOf, shownCandidates } from './candidate-view-jobs.ts'
import { findingsFor, frozenFor, isVoted } from './candidates.ts'
import { type Candidate, type Election, standing, stepOf } from './facts.ts'
import type { Role } from './gathering.ts'
import { chainOn } from './preparation.ts'
import { writeStep } from './preparation-store.ts'
import { notNeeded } from './steps.ts'
import { headsWords, roleWords } from './titles.ts'

const readCandidates = route(contract.readCandidates, (asked) =>
  shownCandidates(asked, asked.params.election),
)

const proposeCandidates = route(contract.proposeCandidates, async (asked) => {
  const { tx, today, params, body } = asked
  const election = await held(asked, params.election, body.version)
  if (isRefusal(election)) return election
  const frozen = frozenFor(election, body.role)
  if (frozen) return refuse('conflict', frozen)
  const early = futureFault('proposedOn', body.proposedOn, today.toString())
  if (early) return early
  if (body.role === 'member' && election.form === 'direct')
    return refuse(
      'invalid',
      `这次不设委员会，没有委员候选人。请选${headsWords(election.unitKind).replace('、', '或')}。`,
      { field: 'role' },
    )
  const grounds = await groundsOf(tx, election, today)
  const named = grounds.rostered
    ? body.people.map((id) => grounds.roster.find((person) => person.id === id))
    : body.names.map((name) => ({ id: null, name }))
  if (named.length === 0)
    return refuse('invalid', '请选择候选人。', { field: grounds.rostered ? 'people' : 'names' })
  const barred = barredFault(election, body, grounds, named)
  if (barred) return barred
  const first = firstOrdinal(election, body.role, body.replacesId)
  if (isRefusal(first)) return first
  const { role, proposedOn, replacesId } = body
  const rows = named.flatMap((each, at) =>
    each ? [{ role, personId: each.id, name: each.name, ordinal: first + at, proposedOn, replacesId }] : [],
  )
  await store.insertCandidates(tx, election, rows)
  // What the committee picks, it has compared: the step need not be entered again.
  const chain = chainOn(election, today.toString())
  if (!stepOf(election, 'comparison') && notNeeded('comparison', { ...election, chain }) === null)
    await writeStep(tx, election, 'comparison', { doneOn: proposedOn })
  return shownCandidates(asked, election.id)
})

type Proposed = { role: Role; replacesId: string | null }
type Named = ({ id: string | null; name: string } | undefined)[]

/** Who cannot stand: nobody of the roster, nobody without the right to be elected, nobody twice. */
const barredFault = (
  election: Election,
  { role, replacesId }: Proposed,
  { ruleOf, roster, rulesOn, rostered }: Awaited<ReturnType<typeof groundsOf>>,
  named: Named,
): Refusal | null => {
  const field = rostered ? 'people' : 'names'
  if (named.some((each) => each === undefined))
    return refuse('invalid', '有人当天不在本组织的名册上。请从名册中重新选择。', { field })
  for (const each of named.filter((one) => one !== undefined)) {
    const twice = standing(election, role).some((other) =>
      each.id === null ? other.name === each.name : other.personId === each.id,
    )
    if (twice || named.filter((other) => other?.name === each.name && other.id === each.id).length > 1)
      return refuse('conflict', `${each.name}已经是${roleWords(election.unitKind, role)}候选人。`, { field })
    const person = roster.find(({ id }) => id === each.id)
    const red = findingsFor(ruleOf, election, role, person, rulesOn).find(({ level }) => level === 'red')
    if (red) return refuse('rule', `${each.name}不能作候选人：${red.words}`, { field })
  }
  if (replacesId !== null && named.length > 1)
    return refuse('invalid', '一名退出的候选人由一人接替，请只选一人。', { field })
  return null
}

/** The place of the first of them: behind those standing, or that of the one replaced. */
const firstOrdinal = (election: Election, role: Role, replacesId: string | null): number | Refusal => {
  if (replacesId === null) return Math.max(0, ...standing(election, role).map(({ ordinal }) => ordinal)) + 1
  const gone = election.candidates.find(({ id }) => id === replacesId)
  if (!gone || gone.withdrawnOn === null || gone.role !== role)
    return refuse('invalid', '接替的应是已经退出的同一职务的候选人。请重新选择。', { field: 'replacesId' })
  if (election.candidates.some((each) => each.replacesId === replacesId && each.withdrawnOn === null))
    return refuse('conflict', `${gone.name}已经有人接替。`, { field: 'replacesId' })
  return gone.ordinal
}

const orderCandidates = route(contract.orderCandidates, async (asked) => {
  const { tx, params, body } = asked
  const election = await held(asked, params.election, body.version)
  if (isRefusal(election)) return election
  const frozen = frozenFor(election, body.role)
  if (frozen) return refuse('conflict', frozen)
  const known = standing(election, body.role).map(({ id }) => id)
  if (known.length !== body.order.length || known.some((id) => !body.order.includes(id)))
    return refuse('invalid', '次序须写全现在的每一名候选人，不多不少。', { field: 'order' })
  await store.orderCandidates(tx, election.id, body.order)
  return shownCandidates(asked, election.id)
})

const introduceCandidates = route(contract.introduceCandidates, async (asked) => {
  const { tx, today, params, body } = asked
  const election = await held(asked, params.election, body.version)
  if (isRefusal(election)) return election
  const early = body.introducedOn && futureFault('introducedOn', body.introducedOn, today.toString())
  if (early) return early
  if (election.candidates.every(({ withdrawnOn }) => withdrawnOn !== null))
    return refuse('conflict', '还没有候选人。请先提出候选人。')
  await store.introduceAll(tx, election.id, body.introducedOn)
  return shownCandidates(asked, election.id)
})

const withdrawCandidate = route(contract.withdrawCandidate, async (asked) => {
  const { tx, today, params, body } = asked
  const election = await held(asked, params.election, body.version)
  if (isRefusal(election)) return election
  const found = standingOne(election, params.candidate)
  if (isRefusal(found)) return found
  if (isVoted(election, found.role))
    return refuse('conflict', '选票已经发出，候选人不能再退出。当选后不愿担任的，由新一届委员会报上级。')
  const { withdrawnOn, reason: withdrawnReason } = body
  const early = futureFault('withdrawnOn', withdrawnOn, today.toString())
  if (early) return early
  if (withdrawnOn < found.proposedOn)
    return refuse('invalid', `退出不能早于提名（${readable(day(found.proposedOn))}）。请核对日期。`, {
      field: 'withdrawnOn',
    })
  await store.withdrawCandidate(tx, found.id, { withdrawnOn, withdrawnReason })
  return shownCandidates(asked, election.id)
})

const removeCandidate = route(contract.removeCandidate, async (asked) => {
  const { tx, params, query } = asked
  const election = await held(asked, params.election, query.version)
  if (isRefusal(election)) return election
  const found = standingOne(election, params.candidate)
  if (isRefusal(found)) return found
  const frozen = frozenFor(election, found.role)
  if (frozen) return refuse('conflict', frozen)
  if (stepOf(election, 'candidates-request'))
    return refuse('conflict', '候选人已经报告上级，不能删去。不再作候选人的，请登记退出和原因。')
  await store.removeCandidate(tx, found.id)
  return shownCandidates(asked, election.id)
})

const standingOne = (election: Election, id: string): Candidate | Refusal =>
  election.candidates.find((each) => each.id === id && each.withdrawnOn === null) ??
  refuse('not-found', '没有这名候选人，或已经退出。请刷新后再看。')

export const futureFault = (field: string, on: string, today: string): Refusal | null =>
  on > today
    ? refuse('invalid', `${readable(day(on))}还没有到。办过以后再登记，写真实的日期。`, { field })
    : null

export const candidateRoutes: readonly Route[] = [
  readCandidates,
  proposeCandidates,
  orderCandidates,
  introduceCandidates,
  withdrawCandidate,
  removeCandidate,
]
