import { type Route, route } from '../http/serve.ts'
import { day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { approvedFrom, closingDay } from './after.ts'
import * as contract from './after-contract.ts'
import { effectOf, fullOn, heldIn, viewAfter } from './after-jobs.ts'
import * as after from './after-store.ts'
import { held, shown } from './asking-jobs.ts'
import { changePosts, prove, renewTerm } from './effect-jobs.ts'
import type { Election } from './facts.ts'
import { gatheringOf } from './gathering.ts'
import { STEP_WORDS } from './labels.ts'
import { chainOn, stepFault } from './preparation.ts'
import { writeStep } from './preparation-store.ts'
import { destroyReadingsOf } from './reading-store.ts'
import { isParty, notNeeded } from './steps.ts'
import * as store from './store.ts'
import { headsWords, memberTitles, titleOf } from './titles.ts'

const readAfter = route(contract.readAfter, async (asked) => {
  const { tx, today, params, query } = asked
  const election = await shown(asked, params.election)
  return isRefusal(election) ? election : viewAfter(tx, election, query.on, today.toString())
})

type Asked = Parameters<typeof held>[0]

const divideWork = route(contract.divideWork, async (asked) => {
  const { tx, today, params, body } = asked
  const election = await held(asked, params.election, body.version)
  if (isRefusal(election)) return election
  const wrong =
    stepFaultOf(election, 'division', body.doneOn, today.toString()) ?? divisionFault(election, body.members)
  if (wrong) return wrong
  await after.saveDivision(
    tx,
    body.members.map(({ result, duties, title }) => ({ result, duties, title: title || null })),
  )
  await writeStep(tx, election, 'division', { doneOn: body.doneOn })
  await prove(tx, election, today.toString())
  return seen(asked, election.id)
})

const recordApproval = route(contract.recordApproval, async (asked) => {
  const { tx, today, params, body } = asked
  const election = await held(asked, params.election, body.version)
  if (isRefusal(election)) return election
  const wrong = stepFaultOf(election, 'result-reply', body.doneOn, today.toString())
  if (wrong) return wrong
  const heads = election.results.filter(({ head }) => head !== null).map(({ id }) => id)
  if (body.refused.some((id) => !heads.includes(id)))
    return refuse(
      'invalid',
      `上级批准的是${headsWords(election.unitKind)}；委员只报备案。请从当选的${headsWords(election.unitKind)}里选。`,
      {
        field: 'refused',
      },
    )
  const approved = election.results.filter(({ id }) => !body.refused.includes(id)).map(({ id }) => id)
  await after.saveApproval(tx, election.id, approved, body.doneOn)
  await writeStep(tx, election, 'result-reply', {
    doneOn: body.doneOn,
    number: body.number || null,
    byWhom: body.byWhom || null,
  })
  return seen(asked, election.id)
})

const putIntoEffect = route(contract.putIntoEffect, async (asked) => {
  const { tx, params, body } = asked
  const today = asked.today.toString()
  const election = await held(asked, params.election, body.version)
  if (isRefusal(election)) return election
  const { effectiveOn } = body
  const { changes, missing } = effectOf(
    election,
    await heldIn(tx, election),
    await fullOn(tx, election, effectiveOn),
    effectiveOn,
    today,
  )
  const [first] = missing
  if (first || election.electedOn === null)
    return refuse('conflict', missing.map(({ what }) => what).join(''), { field: 'effectiveOn' })
  const wrong = effectiveFault(election, effectiveOn, election.electedOn, today)
  if (wrong) return wrong
  const fault =
    (await changePosts(tx, election.unitId, changes)) ??
    (election.kind === 'renewal' ? await renewTerm(tx, election.unitId, election.electedOn) : null)
  if (fault) return fault
  await prove(tx, election, today)
  await destroyReadingsOf(
    tx,
    election.gatherings.flatMap(({ rounds }) => rounds),
  )
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

export const afterRoutes: readonly Route[] = [readAfter, divideWork, recordApproval, putIntoEffect]

/** As it stands when the act is done. */
const seen = async (asked: Asked & { today: { toString(): string } }, id: string) => {
  const election = await shown(asked, id)
  return isRefusal(election) ? election : viewAfter(asked.tx, election, undefined, asked.today.toString())
}

/** Why such an election has no such step, or cannot have had it that day; null where it can. */
const stepFaultOf = (
  election: Election,
  step: 'division' | 'result-reply',
  doneOn: string,
  today: string,
): Refusal | null => {
  const because = notNeeded(step, { ...election, chain: chainOn(election, today) })
  return because
    ? refuse('conflict', `这次选举不需要“${STEP_WORDS[step]}”：${because}`)
    : stepFault(election, step, doneOn, today)
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
  return isParty(unitKind) && form === 'committee' && election.kind === 'renewal' && !plenary
    ? refuse('conflict', '第一次全体会议还没有登记，不能登记分工。请先在“大会”里登记会议。', {
        field: 'members',
      })
    : null
}

const effectiveFault = (
  election: Election,
  effectiveOn: string,
  electedOn: string,
  today: string,
): Refusal | null => {
  if (effectiveOn < electedOn)
    return refuse('invalid', `生效日早于选举的 ${electedOn}。请核对日期。`, { field: 'effectiveOn' })
  const approvedOn = approvedFrom(election)
  if (approvedOn !== null && effectiveOn < approvedOn)
    return refuse(
      'invalid',
      `书记、副书记由上级批准后任职，批复日期是 ${approvedOn}。生效日请填这一天或之后；批复日期有误的，先在“上级批复”里更正。`,
      { field: 'effectiveOn' },
    )
  return day(effectiveOn).since(day(today)).days > 366
    ? refuse('invalid', '生效日在一年以后。请核对日期。', { field: 'effectiveOn' })
    : null
}
