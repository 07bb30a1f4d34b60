import type { Acting } from '../database/acting.ts'
import type { Sealed } from '../database/sealed.ts'
import { recordEvidence, withdrawEvidence } from '../duties/store.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import * as contract from './contract.ts'
import { isCommittee, kindOf, proofsOf } from './kinds.ts'
import { keysOf, type Pair, pairKey } from './needs.ts'
import { sealedNote } from './note.ts'
import { insertNote } from './note-store.ts'
import { branchFor, noTalk } from './read-routes.ts'
import { settleFor } from './settling-jobs.ts'
import * as store from './store.ts'

/** Why talks of that day are not taken; null where they are. Older ones lie in the branch's paper. */
const absurdDay = (heldOn: string, today: Day): Refusal | null => {
  if (heldOn > today.toString())
    return refuse('invalid', `${heldOn} 在今天之后。请在谈过之后再登记，或安排为计划。`, { field: 'heldOn' })
  if (heldOn < `${today.year - 1}-01-01`)
    return refuse('invalid', `${heldOn} 太早。这里登记今年和去年的谈心谈话。`, { field: 'heldOn' })
  return null
}

/** The pairs with their kind by the posts of the day, or who of them does not belong to the branch on it. */
const kinded = (circle: readonly store.InCircle[], pairs: readonly Pair[]): store.NewTalk[] | Refusal => {
  const known = new Map(circle.map((person) => [person.id, person]))
  const talks: store.NewTalk[] = []
  for (const { talkerId, partnerId } of pairs) {
    const [talker, partner] = [known.get(talkerId), known.get(partnerId)]
    if (!talker || !partner)
      return refuse('not-found', '所选的人里有人在那一天不属于本支部。请重新选人，或改日期。', {
        field: talker ? 'partnerId' : 'talkerId',
      })
    if (talker === partner)
      return refuse('invalid', '谈心谈话要有两个人。请选择两个不同的人。', { field: 'partnerId' })
    talks.push({ talkerId, partnerId, kind: kindOf(isCommittee(talker), isCommittee(partner)) })
  }
  return keysOf(pairs).size === pairs.length
    ? talks
    : refuse('invalid', '同样的两个人选了两次。请去掉一次。', { field: 'pairs' })
}

const planTalks = route(contract.planTalks, async ({ tx, actor, today, params, body }) => {
  const unit = await branchFor(tx, actor, params.unit, 'talk.arrange')
  if (isRefusal(unit)) return unit
  if (body.plannedBy < today.toString() || body.plannedBy > `${today.year + 1}-12-31`)
    return refuse('invalid', '计划完成日请选今天或以后，最迟到明年年底。', { field: 'plannedBy' })
  const talks = kinded(await store.circleOf(tx, unit.id, today.toString()), body.pairs)
  if (isRefusal(talks)) return talks
  return { planned: await store.insertPlanned(tx, unit.id, talks, body.plannedBy) }
})

type Held = { heldOn: string; place: string | null; today: Day; recordedBy: string; sealed: Sealed }

/** Enters talks of a day: a planned one becomes held, the rest are new; each proves its part of the duties. */
const enter = async (
  tx: Acting,
  unitId: string,
  pairs: readonly Pair[],
  { heldOn, place, today, recordedBy, sealed }: Held,
): Promise<store.HeldTalk[] | Refusal> => {
  const wrong = absurdDay(heldOn, today)
  if (wrong) return wrong
  const circle = await store.circleOf(tx, unitId, heldOn)
  const talks = kinded(circle, pairs)
  if (isRefusal(talks)) return talks
  const twice = keysOf(await store.sameDay(tx, unitId, heldOn))
  if (talks.some(({ talkerId, partnerId }) => twice.has(pairKey(talkerId, partnerId))))
    return refuse('conflict', '这两个人那一天的谈心谈话已经登记过。同一天只登记一次。', { field: 'heldOn' })

  const held = { heldOn, place: place || null, recordedOn: today.toString(), recordedBy }
  const planned = new Map(
    (await store.plannedOf(tx, unitId)).map(({ id, talkerId, partnerId }) => [
      pairKey(talkerId, partnerId),
      id,
    ]),
  )
  const kept = talks.flatMap((talk) => {
    const id = planned.get(pairKey(talk.talkerId, talk.partnerId))
    return id ? [{ ...talk, id }] : []
  })
  const fresh = talks.filter((talk) => !planned.has(pairKey(talk.talkerId, talk.partnerId)))
  await store.holdAll(tx, kept, held)
  const all = [...kept, ...(await store.insertHeld(tx, unitId, fresh, held))]

  const committee = new Set(circle.filter(isCommittee).map(({ id }) => id))
  const side = (id: string) => ({ id, committee: committee.has(id) })
  await recordEvidence(
    tx,
    all.flatMap(({ id, talkerId, partnerId }) =>
      proofsOf(side(talkerId), side(partnerId)).map((proof) => ({
        ...proof,
        unitId,
        heldOn,
        recordedOn: held.recordedOn,
        sourceKind: 'talk',
        sourceId: id,
        title: '谈心谈话',
      })),
    ),
  )
  await settleFor(
    tx,
    sealed,
    unitId,
    talks.flatMap(({ talkerId, partnerId }) => [talkerId, partnerId]),
  )
  return all
}

const recordTalks = route(contract.recordTalks, async ({ tx, actor, today, sealed, params, body }) => {
  const unit = await branchFor(tx, actor, params.unit, 'talk.arrange')
  if (isRefusal(unit)) return unit
  const { heldOn, place } = body
  const entered = await enter(tx, unit.id, body.pairs, {
    heldOn,
    place,
    today,
    recordedBy: actor.person,
    sealed,
  })
  return isRefusal(entered) ? entered : { recorded: entered.length }
})

const recordOwnTalk = route(contract.recordOwnTalk, async ({ tx, actor, today, sealed, body }) => {
  const wrong = absurdDay(body.heldOn, today)
  if (wrong) return wrong
  const branch = await store.ownBranch(tx, body.heldOn)
  if (!branch)
    return refuse('not-found', '那一天您不属于任何党支部，不能登记。请改日期，或请组织委员先补名册。', {
      field: 'heldOn',
    })
  const pair = { talkerId: actor.person, partnerId: body.partnerId }
  const { heldOn, place, note } = body
  const entered = await enter(tx, branch.id, [pair], {
    heldOn,
    place,
    today,
    recordedBy: actor.person,
    sealed,
  })
  if (isRefusal(entered)) return entered
  const id = entered[0]!.id
  if (note && (note.text || note.follow || note.cause))
    await insertNote(tx, id, sealedNote(sealed, id, note), today.toString())
  return { id }
})

const withdrawTalk = route(contract.withdrawTalk, async ({ tx, actor, sealed, params, body }) => {
  const talk = await store.talkOf(tx, params.talk)
  if (!talk) return noTalk()
  const isOwn = [talk.talkerId, talk.partnerId].includes(actor.person)
  if (!isOwn && !may(actor.grants, 'talk.arrange', talk.path))
    return refuse('not-permitted', '只有谈话的两个人，或安排谈心谈话的书记、副书记、组织委员可以撤回。')
  if (!isOwn && [talk.talkerId, talk.partnerId].includes(talk.recordedBy ?? ''))
    return refuse('not-permitted', '这次谈话由本人登记。请由谈话的两个人撤回。')
  if (!isOwn && (await store.hasNote(tx, talk.id)))
    return refuse('conflict', '谈话的两个人在这次谈话下写有内容，撤回会一并删去。请由他们本人撤回。')
  if (!(await store.withdrawRow(tx, talk.id, body.because, body.version)))
    return refuse('stale', '这次谈心谈话刚被别人改过，没有撤回。请刷新后再办理。')
  await withdrawEvidence(tx, 'talk', talk.id)
  await settleFor(tx, sealed, talk.unitId, [talk.talkerId, talk.partnerId])
  return { id: talk.id }
})

export const recordRoutes: readonly Route[] = [planTalks, recordTalks, recordOwnTalk, withdrawTalk]
