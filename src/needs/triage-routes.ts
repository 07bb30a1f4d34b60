import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { type Desk, held, isHers, matterOf, writeStep } from './asking-jobs.ts'
import { settleDue, waysOf } from './clock-jobs.ts'
import { changeClock, dropClocks, insertClocks } from './clock-store.ts'
import { type ClockFacts, wantedClocks } from './clocks.ts'
import { RISES } from './kinds.ts'
import type { Matter } from './matter.ts'
import { isHereafter, isOver, notHers, notLetIn, stale } from './refusals.ts'
import { cadresOn, changeNeed } from './store.ts'
import { clocksAfter, ownerAtTriage, triageText } from './triage.ts'
import * as contract from './triage-contract.ts'

const triage = route(contract.triageNeed, async (asked) => {
  const { tx, actor, today, params, body } = asked
  const on = today.toString()
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  if (!may(actor.grants, 'need.handle', matter.unitPath)) return notHers()
  const barred = barredOf(matter, body, on)
  if (barred) return barred
  const leads = may(actor.grants, 'need.lead', matter.unitPath)
  const by = { person: actor.person, leads }
  const owner = ownerAtTriage(matter, body.ownerId, by, await cadresOn(tx, on))
  if (isRefusal(owner)) return owner
  const { level, petition } = body
  const judged = await held(asked, matter.id, body.version, {
    level,
    petition,
    ownerId: owner.id,
    ownerName: owner.name,
    ...(matter.state === 'received' ? { state: 'handling' } : {}),
  })
  if (isRefusal(judged)) return judged
  const ways = await waysOf(tx, on)
  const facts = factsOf(matter, body, on)
  const { start, drop } = clocksAfter(matter.clocks, wantedClocks(facts), ways)
  await dropClocks(tx, drop)
  const called = matter.steps.find(({ kind }) => kind === 'called')
  await insertClocks(
    tx,
    start.map((clock) => ({
      ...clock,
      needId: matter.id,
      // Who called before the matter was triaged has kept this time already.
      ...(clock.rule === 'triage.danger' && called ? { keptOn: called.onDay } : {}),
    })),
  )
  await writeStep(asked, judged, { kind: 'triaged', text: triageText(facts) })
  if (matter.ownerId !== owner.id) await writeStep(asked, judged, { kind: 'assigned', to: owner })
  await settleDue(asked, matter.id, ways)
  return { version: judged.version }
})

type Triage = Omit<ClockFacts, 'receivedOn' | 'levelFrom' | 'transferred'>

const factsOf = (
  matter: Matter,
  { level, petition, belongs, reachable, acceptedOn }: Triage,
  on: string,
): ClockFacts => ({
  level,
  petition,
  belongs,
  reachable: reachable && !matter.anonymous,
  acceptedOn,
  receivedOn: matter.receivedOn,
  levelFrom: matter.state === 'received' ? matter.receivedOn : on,
  transferred: matter.channel === 'transfer',
})

const barredOf = (matter: Matter, { acceptedOn }: Pick<Triage, 'acceptedOn'>, on: string): Refusal | null => {
  if (matter.state === 'resolved')
    return refuse('conflict', '这件需求已经办理完毕，等待告知本人。要重新分诊的，请先重新办理。')
  if (acceptedOn === null) return null
  if (acceptedOn > on) return isHereafter('acceptedOn', acceptedOn)
  return acceptedOn < matter.receivedOn
    ? refuse('invalid', `受理不会早于接收（${matter.receivedOn}）。请核对日期。`, { field: 'acceptedOn' })
    : null
}

/** The matter for recording a call: whoever received it may, although others handle it. */
const forCalling = async (desk: Desk, id: string, version: number): Promise<Matter | Refusal> => {
  const matter = await matterOf(desk.tx, id)
  if (isRefusal(matter)) return matter
  if (matter.receivedBy !== desk.actor.person && !isHers(desk.actor, matter)) return notHers()
  if (matter.sensitive && !matter.apart) return notLetIn()
  if (matter.state === 'closed' || matter.apart?.sealedOn) return isOver()
  return (await changeNeed(desk.tx, id, version)) ? { ...matter, version: version + 1 } : stale()
}

const REPORTS: readonly contract.Called[] = ['civil-affairs', 'education']

const call = route(contract.recordCall, async (asked) => {
  const { tx, today, params, body } = asked
  const { called, onDay, clock, note } = body
  if (onDay > today.toString()) return isHereafter('onDay', onDay)
  const matter = await forCalling(asked, params.need, body.version)
  if (isRefusal(matter)) return matter
  if (onDay < matter.receivedOn)
    return refuse('invalid', `联络不会早于接收（${matter.receivedOn}）。请核对日期。`, { field: 'onDay' })
  const text = `${clock} 联系${contract.CALLED_NAMES[called]}。${note}`
  await writeStep(asked, matter, { kind: REPORTS.includes(called) ? 'reported' : 'called', text, onDay })
  const danger = matter.clocks.find(({ rule, keptOn }) => rule === 'triage.danger' && keptOn === null)
  if (danger) await changeClock(tx, danger.id, danger.version, { keptOn: onDay })
  await settleDue(asked, matter.id)
  return { version: matter.version }
})

const raise = route(contract.raiseNeed, async (asked) => {
  const { params, body } = asked
  const matter = await matterOf(asked.tx, params.need)
  if (isRefusal(matter)) return matter
  const next = RISES[matter.raisedTo === null ? 0 : RISES.indexOf(matter.raisedTo) + 1]
  if (next !== 'rights-head' && next !== 'federation-leader')
    return refuse('conflict', '这件需求已经报到分管领导，没有更上一级。请在办理记录里写明情况。')
  const raised = await held(asked, matter.id, body.version, { raisedTo: next })
  if (isRefusal(raised)) return raised
  await writeStep(asked, raised, { kind: 'raised', text: body.reason })
  return { version: raised.version }
})

export const triageRoutes: readonly Route[] = [triage, call, raise]
