import type { Acting } from '../database/acting.ts'
import { recordEvidence, withdrawEvidence } from '../duties/store.ts'
import type { Body } from '../http/endpoint.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { nameOf } from '../people/names-store.ts'
import { amended } from './amending.ts'
import * as contract from './contract.ts'
import { countsOf } from './counts.ts'
import { NOBODY } from './expected.ts'
import { filledOf } from './filling.ts'
import type { Held } from './held.ts'
import { heldMeeting } from './held-store.ts'
import { circleOf } from './kinds.ts'
import { barredFrom, filledAnew, sameParts, staleNow } from './plan-routes.ts'
import { heldShown, lightFor, meetingShown, noMeeting } from './read-routes.ts'
import { hindrances } from './readiness.ts'
import * as records from './record-store.ts'
import * as store from './store.ts'
import { drafted, forYearOf, kindsMet, type Light, rulesFor, shown } from './view.ts'

const recordMeeting = route(contract.recordMeeting, async (asked) => {
  const { tx, actor, today, params, body } = asked
  const held = await heldMeeting(tx, params.meeting)
  if (!held) return noMeeting()
  const heldOn = body.filled?.heldOn ?? held.heldOn
  const barred = barredFrom('record', { ...held, heldOn }, actor.grants, today.toString())
  if (barred) return barred
  const anew = await filledAnew(asked, held, body.filled ?? filledOf(held), body.version)
  if (isRefusal(anew)) return anew
  const light = lightFor(asked, held.choices, heldOn)
  const record = drafted(anew.held, anew.standings, rulesFor(light, heldOn))
  const counts = countsOf(record.attendance)
  if (counts.entitled === 0)
    return refuse('invalid', NOBODY[circleOf(record.parts.map(({ kind }) => kind))], { field: 'heldOn' })
  const [hindrance] = hindrances({ ...record, counts })
  if (hindrance) return hindrance

  // Before the stage changes: the parts of a record can no longer be taken out.
  if (!sameParts(record, held)) await store.replaceParts(tx, record, record.parts)
  const recordedOn = today.toString()
  const final: Held = {
    ...record,
    stage: 'recorded',
    draft: null,
    recordedOn,
    lateReason: body.lateReason || null,
    version: body.version + 1,
  }
  const tasks = await records.writeRecord(tx, final, body.version)
  if (tasks === null) return staleNow()
  final.returns = record.returns.filter(({ outcome }) => outcome !== null)
  final.followUps = record.followUps.map((task, at) => ({ ...task, id: tasks[at] ?? null }))
  await proveBy(tx, final, light)
  return shown(final, light)
})

/** What the record proves: a piece for each kind that the gathering truly was. */
const proveBy = (tx: Acting, held: Held, light: Light): Promise<void> =>
  recordEvidence(
    tx,
    kindsMet(held, rulesFor(light, held.heldOn)).map((kind) => ({
      kind,
      unitId: held.unitId,
      heldOn: held.heldOn,
      forYear: kind === 'life-meeting' ? forYearOf(held) : null,
      recordedOn: held.recordedOn ?? held.heldOn,
      sourceKind: 'meeting',
      sourceId: held.id,
      title: held.title,
    })),
  )

const noteMeeting = route(contract.noteMeeting, async (asked) => {
  const { tx, actor, today, now, params, body } = asked
  const held = await heldMeeting(tx, params.meeting)
  if (!held) return noMeeting()
  const barred = barredFrom('note', held, actor.grants, today.toString())
  if (barred) return barred
  const noted = {
    stage: 'noted' as const,
    notedBy: actor.person,
    notedByName: await nameOf(tx, actor.person),
    notedAt: now.toString(),
  }
  if (!(await store.changeMeeting(tx, held.id, body.version, noted))) return staleNow()
  return heldShown(asked, { ...held, ...noted, version: body.version + 1 })
})

/** The row changes and the amendment beside it says what stood there; what the record proves is written anew. */
const amendMeeting = route(contract.amendMeeting, async (asked) => {
  const { tx, actor, today, now, params, body } = asked
  const held = await heldMeeting(tx, params.meeting)
  if (!held) return noMeeting()
  const barred = barredFrom('amend', held, actor.grants, today.toString())
  if (barred) return barred
  const light = lightFor(asked, held.choices, held.heldOn)
  const outcome = amended(held, body, (heldOn) => rulesFor(light, heldOn))
  if (isRefusal(outcome)) return outcome
  // Hours were declared for whoever was there on that day; they would go on standing for somebody who was not.
  if (HOURS_STAND_ON.includes(body.field) && (await records.hasStudyHours(tx, held.id)))
    return refuse('conflict', '请先在「学习」里撤回这次会议的学时，再更正。', { field: 'field' })

  const { held: becomes, ...words } = outcome
  const { title, place, heldOn } = becomes
  const change = { title, place, heldOn, stage: 'recorded' as const, ...NOT_NOTED }
  if (!(await store.changeMeeting(tx, held.id, body.version, change))) return staleNow()
  const { field, reason } = body
  const of = { meetingId: held.id, unitId: held.unitId }
  await records.insertAmendment(tx, {
    ...of,
    field,
    reason,
    ...words,
    byPerson: actor.person,
    at: now.toString(),
  })
  await APPLY[field]?.(tx, becomes, body)
  await records.amendResolutions(tx, becomes)
  await withdrawEvidence(tx, 'meeting', held.id)
  await proveBy(tx, becomes, light)
  return meetingShown(asked, held.id)
})

const HOURS_STAND_ON: readonly (typeof contract.AMENDABLE)[number][] = ['attendance', 'heldOn']

const NOT_NOTED = { notedBy: null, notedByName: null, notedAt: null }

type Amending = (tx: Acting, held: Held, asked: Body<typeof contract.amendMeeting>) => Promise<unknown>

/** The rows of which fields an amendment changes beside the meeting's own. */
const APPLY: Partial<Record<(typeof contract.AMENDABLE)[number], Amending>> = {
  points: (tx, { id }, { item, becomes }) => records.amendAgenda(tx, id, item ?? 0, { points: becomes }),
  differing: (tx, { id }, { item, becomes }) =>
    records.amendAgenda(tx, id, item ?? 0, { differing: becomes }),
  attendance: (tx, { id, attendance }, { personId }) => {
    const person = attendance.find((each) => each.personId === personId)
    return records.amendAttendance(tx, id, personId ?? '', {
      state: person?.state ?? 'not-stated',
      reason: person?.reason ?? null,
    })
  },
}

const finishFollowUp = route(contract.finishFollowUp, async ({ tx, actor, today, params, body }) => {
  const task = await records.followUpOf(tx, params.followUp)
  if (!task) return refuse('not-found', '没有这项议定事项，或不由您办理。请从会议记录中选择。')
  if (task.ownerId !== actor.person && !may(actor.grants, 'task.finish', task.path))
    return refuse('not-permitted', '这项议定事项由负责人本人、支委会成员或党小组长办结。')
  if (task.doneOn !== null) return refuse('conflict', `这项议定事项已在 ${task.doneOn} 办结。`)
  if (body.doneOn > today.toString())
    return refuse('invalid', `「办结日期」${body.doneOn} 在今天之后。请在办结后再登记。`, { field: 'doneOn' })
  const done = { doneOn: body.doneOn, doneNote: body.note || null }
  if (!(await records.finishFollowUp(tx, task.id, body.version, done))) return staleNow()
  return { id: task.id, doneOn: body.doneOn }
})

export const recordRoutes: readonly Route[] = [recordMeeting, noteMeeting, amendMeeting, finishFollowUp]
