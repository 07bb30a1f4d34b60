import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { namesOf } from '../people/names-store.ts'
import * as contract from './contract.ts'
import * as store from './problem-store.ts'
import { noProblem, notYours, staleRound } from './refusals.ts'
import { led, shownAnew } from './round-routes.ts'
import { type Asking, problemShown } from './view-jobs.ts'

const addProblem = route(contract.addProblem, async (asked) => {
  const round = await led(asked, asked.params.round)
  if (isRefusal(round)) return round
  const promised = await understood(asked, asked.body)
  if (isRefusal(promised)) return promised
  await store.insertProblem(asked.tx, round, promised)
  return shownAnew(asked, round.id)
})

/** The words as they are kept, with the owner's name; refused where a person's own problem has no person. */
const understood = async (
  { tx }: Pick<Asking, 'tx'>,
  { about, problem, measure, ownerId, dueOn }: Omit<store.Promised, 'ownerName'>,
): Promise<store.Promised | Refusal> => {
  if (about === 'person' && ownerId === null)
    return refuse('invalid', '个人的问题要选定责任人，就是本人。请选人。', { field: 'ownerId' })
  const ownerName = ownerId === null ? null : ((await namesOf(tx, [ownerId])).get(ownerId) ?? null)
  if (ownerId !== null && ownerName === null)
    return refuse('not-found', '所选的责任人不在您能查看的名册里。请重新选人。', { field: 'ownerId' })
  return { about, problem, measure: measure || null, ownerId, ownerName, dueOn }
}

/** One problem that the round's leaders may change. */
const ledProblem = async ({ tx, actor }: Pick<Asking, 'tx' | 'actor'>, id: string) => {
  const problem = await store.problemOf(tx, id)
  if (!problem) return noProblem()
  return may(actor.grants, 'life.lead', problem.path) ? problem : notYours(problem.unitName)
}

const shownNow = async ({ tx, today }: { tx: Asking['tx']; today: Day }, id: string) => {
  const problem = await store.problemOf(tx, id)
  return problem ? problemShown(problem, today) : noProblem()
}

const changeProblem = route(contract.changeProblem, async (asked) => {
  const problem = await ledProblem(asked, asked.params.problem)
  if (isRefusal(problem)) return problem
  if (problem.closedOn !== null) return refuse('conflict', '这项已经销号。要改动，请先重新整改并写明原因。')
  if ((asked.body.about === 'person') !== (problem.about === 'person'))
    return refuse('invalid', '支部的问题和个人的问题不能互改，两者看得到的人不同。请另登一项。', {
      field: 'about',
    })
  const promised = await understood(asked, asked.body)
  if (isRefusal(promised)) return promised
  const { about: _, ...change } = promised
  if (!(await store.changeProblem(asked.tx, problem.id, asked.body.version, change))) return staleRound()
  return shownNow(asked, problem.id)
})

const reportMeasure = route(contract.reportMeasure, async (asked) => {
  const { tx, actor, params, body } = asked
  const problem = await store.problemOf(tx, params.problem)
  if (!problem) return noProblem()
  if (problem.ownerId !== actor.person && !may(actor.grants, 'life.lead', problem.path))
    return refuse('not-permitted', '办理情况由责任人本人填写，或由支委会代为登记。')
  if (problem.closedOn !== null) return refuse('conflict', `这项已在 ${problem.closedOn} 销号。`)
  const { doneText, meetingId, version } = body
  if (!(await store.changeProblem(tx, problem.id, version, { doneText, meetingId }))) return staleRound()
  return shownNow(asked, problem.id)
})

const closeProblem = route(contract.closeProblem, async (asked) => {
  const { tx, today, params, body } = asked
  const problem = await ledProblem(asked, params.problem)
  if (isRefusal(problem)) return problem
  if (problem.closedOn !== null) return refuse('conflict', `这项已在 ${problem.closedOn} 销号。`)
  const doneText = body.doneText?.trim() || problem.doneText
  if (!doneText)
    return refuse('conflict', '还没有办理情况，不能销号。请先写明做了什么、有什么可查。', {
      field: 'doneText',
    })
  const change = { doneText, closedOn: today.toString() }
  if (!(await store.changeProblem(tx, problem.id, body.version, change))) return staleRound()
  return shownNow(asked, problem.id)
})

const reopenProblem = route(contract.reopenProblem, async (asked) => {
  const { tx, today, params, body } = asked
  const problem = await ledProblem(asked, params.problem)
  if (isRefusal(problem)) return problem
  if (problem.closedOn === null) return refuse('conflict', '这项没有销号，不用重新整改。')
  const change = { closedOn: null, reopenedOn: today.toString(), reopenReason: body.reason }
  if (!(await store.changeProblem(tx, problem.id, body.version, change))) return staleRound()
  return shownNow(asked, problem.id)
})

export const problemRoutes: readonly Route[] = [
  addProblem,
  changeProblem,
  reportMeasure,
  closeProblem,
  reopenProblem,
]
