import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { closingDay } from './after.ts'
import * as contract from './after-contract.ts'
import { effectOf, heldIn, viewAfter } from './after-jobs.ts'
import { mattersOf } from './after-matters.ts'
import * as after from './after-store.ts'
import { held, shown } from './asking-jobs.ts'
import { changePosts, prove, renewTerm } from './effect-jobs.ts'
import { type Election, stepOf } from './facts.ts'
import { gatheringOf } from './gathering.ts'
import { notHers, stale } from './refusals.ts'
import * as store from './store.ts'
import { holdsPosts, memberTitles, titleOf } from './titles.ts'

const readAfter = route(contract.readAfter, async (asked) => {
  const { tx, today, params, query } = asked
  const election = await shown(asked, params.election)
  return isRefusal(election) ? election : viewAfter(tx, election, query.on, today.toString())
})

type Asked = Parameters<typeof held>[0]

/** The notice and the filing often come after the result is in effect: they alone may still be recorded then. */
const heldForStep = async (asked: Asked, id: string, step: string, version: number) => {
  if (step !== 'public-notice' && step !== 'archive') return held(asked, id, version)
  const election = await shown(asked, id)
  if (isRefusal(election) || election.closedOn === null) return held(asked, id, version)
  if (!may(asked.actor.grants, 'election.lead', election.unitPath)) return notHers(election.unitName)
  if (!(await store.touchElection(asked.tx, id, version))) return stale()
  return { ...election, version: version + 1 }
}

const recordAfterStep = route(contract.recordAfterStep, async (asked) => {
  const { tx, today, params, body } = asked
  const election = await heldForStep(asked, params.election, params.step, body.version)
  if (isRefusal(election)) return election
  const wrong = stepFault(election, params.step, body.doneOn, today.toString())
  if (wrong) return wrong
  await after.saveStep(tx, election, {
    step: params.step,
    doneOn: body.doneOn,
    number: body.number || null,
    byWhom: body.byWhom || null,
  })
  await prove(tx, election, today.toString())
  return seen(asked, election.id)
})

const divideWork = route(contract.divideWork, async (asked) => {
  const { tx, today, params, body } = asked
  const election = await held(asked, params.election, body.version)
  if (isRefusal(election)) return election
  const wrong =
    stepFault(election, 'division', body.doneOn, today.toString()) ?? divisionFault(election, body.members)
  if (wrong) return wrong
  await after.saveDivision(
    tx,
    body.members.map(({ result, duties, title }) => ({ result, duties, title: title || null })),
  )
  await after.saveStep(tx, election, { step: 'division', doneOn: body.doneOn, number: null, byWhom: null })
  await prove(tx, election, today.toString())
  return seen(asked, election.id)
})

const recordApproval = route(contract.recordApproval, async (asked) => {
  const { tx, today, params, body } = asked
  const election = await held(asked, params.election, body.version)
  if (isRefusal(election)) return election
  const wrong = stepFault(election, 'result-reply', body.doneOn, today.toString())
  if (wrong) return wrong
  const report = stepOf(election, 'result-report')
  if (report && body.doneOn < report.doneOn)
    return refuse('invalid', `批复日期早于报告的 ${report.doneOn}。请核对日期。`, { field: 'doneOn' })
  const heads = election.results.filter(({ head }) => head !== null).map(({ id }) => id)
  if (body.refused.some((id) => !heads.includes(id)))
    return refuse('invalid', '上级批准的是书记、副书记；委员只报备案。请从当选的书记、副书记里选。', {
      field: 'refused',
    })
  const approved = election.results.filter(({ id }) => !body.refused.includes(id)).map(({ id }) => id)
  await after.saveApproval(tx, election.id, approved, body.doneOn)
  const { number, byWhom } = body
  const paper = { doneOn: body.doneOn, number: number || null, byWhom: byWhom || null }
  await after.saveStep(tx, election, { step: 'result-reply', ...paper })
  return seen(asked, election.id)
})

const putIntoEffect = route(contract.putIntoEffect, async (asked) => {
  const { tx, params, body } = asked
  const today = asked.today.toString()
  const election = await held(asked, params.election, body.version)
  if (isRefusal(election)) return election
  const { effectiveOn } = body
  const { changes, missing } = effectOf(election, await heldIn(tx, election), effectiveOn, today)
  const [first] = missing
  if (first || election.electedOn === null)
    return refuse('conflict', missing.map(({ what }) => what).join(''), { field: 'effectiveOn' })
  const wrong = effectiveFault(effectiveOn, election.electedOn, today)
  if (wrong) return wrong
  const fault =
    (await changePosts(tx, election.unitId, changes)) ??
    (election.kind === 'renewal' ? await renewTerm(tx, election.unitId, election.electedOn) : null)
  if (fault) return fault
  await prove(tx, election, today)
  const { unitKind } = election
  await after.saveTitles(
    tx,
    election.results.map(({ id, ...result }) => ({ id, title: titleOf(unitKind, result) })),
  )
  await store.endElection(tx, election.id, {
    effectiveOn,
    closedOn: closingDay(election, effectiveOn, today),
  })
  return seen(asked, election.id)
})

export const afterRoutes: readonly Route[] = [
  readAfter,
  recordAfterStep,
  divideWork,
  recordApproval,
  putIntoEffect,
]

/** As it stands when the act is done. */
const seen = async (asked: Asked & { today: { toString(): string } }, id: string) => {
  const election = await shown(asked, id)
  return isRefusal(election) ? election : viewAfter(asked.tx, election, undefined, asked.today.toString())
}

/** A step that such an election does not have, or a day on which it cannot have been done. */
const stepFault = (election: Election, step: string, doneOn: string, today: string): Refusal | null => {
  if (!mattersOf(election).some((each) => each.step === step))
    return refuse('invalid', '这类选举没有这一步。请从页面所列的事项里选择。', { field: 'step' })
  if (election.electedOn === null)
    return refuse('conflict', '大会还没有选出结果。请先在“计票”里办结选举。', { field: 'doneOn' })
  const { electedOn } = election
  if (doneOn < electedOn)
    return refuse('invalid', `日期早于选举的 ${electedOn}。请核对日期。`, { field: 'doneOn' })
  return doneOn > today
    ? refuse('invalid', `${doneOn} 在今天之后。请在那一天到来后再登记。`, { field: 'doneOn' })
    : null
}

type Divided = { result: string; title?: string | undefined }

const divisionFault = (election: Election, members: readonly Divided[]): Refusal | null => {
  const { results, form, unitKind } = election
  const known = new Set(results.map(({ id }) => id))
  const given = members.map(({ result }) => result)
  if (new Set(given).size < given.length || given.some((id) => !known.has(id)))
    return refuse('invalid', '分工里有人不在当选名单上，或列了两次。请从当选名单里选择。', {
      field: 'members',
    })
  if (members.some(({ title }) => title && !memberTitles(unitKind).includes(title)))
    return refuse('invalid', `称谓请从${memberTitles(unitKind).join('、')}里选择。`, { field: 'title' })
  const plenary = gatheringOf(election, 'committee')
  return holdsPosts(unitKind) && form === 'committee' && election.kind === 'renewal' && !plenary
    ? refuse('conflict', '第一次全体会议还没有登记，不能登记分工。请先在“大会”里登记会议。', {
        field: 'members',
      })
    : null
}

const effectiveFault = (effectiveOn: string, electedOn: string, today: string): Refusal | null => {
  if (effectiveOn < electedOn)
    return refuse('invalid', `生效日早于选举的 ${electedOn}。请核对日期。`, { field: 'effectiveOn' })
  return day(effectiveOn).since(day(today)).days > 366
    ? refuse('invalid', '生效日在一年以后。请核对日期。', { field: 'effectiveOn' })
    : null
}
