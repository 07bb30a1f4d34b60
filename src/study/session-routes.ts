import type { Acting } from '../database/acting.ts'
import { recordEvidence, withdrawEvidence } from '../duties/store.ts'
import { type Route, route, type SignedIn } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { namesOf } from '../people/names-store.ts'
import * as contract from './contract.ts'
import { provenBy } from './kinds.ts'
import { meetingOf, meetingsWithoutHours } from './meeting-store.ts'
import { itemOf } from './plan-store.ts'
import * as store from './session-store.ts'
import { attendeesOf, faultOf, isLate } from './telling.ts'

export const noUnit = (): Refusal =>
  refuse('not-found', '没有这个组织，或您看不到它。请从页面上重新选择组织。')
export const staleNow = (): Refusal => refuse('stale', '别人刚刚改过。请刷新后再改，您填写的内容仍在本页。')
export const noSession = (): Refusal =>
  refuse('not-found', '没有这次学习的记录，或您看不到它。请从学习记录中选择。')

/** Why the actor cannot record study in the unit; null where she can. */
export const barredAt = ({ grants }: Pick<SignedIn, 'grants'>, path: string): Refusal | null =>
  may(grants, 'study.record', path)
    ? null
    : refuse('not-permitted', '学习由本组织的支委会成员登记，党小组的由组长登记。')

const listSessions = route(contract.listStudySessions, async ({ tx, today, params, query }) => {
  const unit = await store.unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const year = query.year ?? today.year
  return {
    sessions: await store.sessionsOf(tx, unit.path, year),
    meetings: await meetingsWithoutHours(tx, unit.path, year),
  }
})

const readSession = route(contract.readStudySession, async ({ tx, params }) => {
  const held = await store.sessionOf(tx, params.session)
  return held ? { ...held, late: isLate(held.untilOn ?? held.heldOn, held.recordedOn) } : noSession()
})

type Proven = Pick<contract.Session, 'id' | 'unitId' | 'kind' | 'level' | 'topic' | 'heldOn' | 'untilOn'> & {
  recordedOn: string
  isLecture: boolean
}

/** A piece for each person who took part, with her hours where they were declared, and what else the training was. */
const prove = (tx: Acting, of: Proven, attendees: readonly store.Attendee[]): Promise<void> => {
  const [first, ...others] = provenBy(of.kind, of.level, of.isLecture)
  const piece = (kind: typeof first, personId: string, amount: number | null) => ({
    kind,
    personId,
    amount,
    unitId: of.unitId,
    heldOn: of.untilOn ?? of.heldOn,
    recordedOn: of.recordedOn,
    sourceKind: 'study-session',
    sourceId: of.id,
    title: of.topic,
  })
  return recordEvidence(
    tx,
    attendees
      .filter(({ tookPart }) => tookPart)
      .flatMap(({ personId, hours }) => [
        piece(first, personId, hours),
        ...others.map((kind) => piece(kind, personId, null)),
      ]),
  )
}

/** Everything a session is made of, read and judged; nothing is written yet. */
const understood = async (tx: Acting, unit: store.Place, told: contract.Told, today: string) => {
  const fault = faultOf(told, today)
  if (fault) return fault
  const item = told.planItemId === null ? null : await itemOf(tx, told.planItemId)
  if (item === undefined || (item && item.unitId !== unit.id))
    return refuse('not-found', '学习计划里没有这一项。请从学习计划重新进入。', { field: 'planItemId' })
  const circle = await store.circleOf(tx, unit, { ...told, on: told.heldOn })
  if (told.audience === 'named' && circle.length < new Set(told.personIds).size)
    return refuse('invalid', '所选的人里有人那一天不在本组织。请重新选择。', { field: 'personIds' })
  const attendees = attendeesOf(circle, told)
  if (isRefusal(attendees)) return attendees
  const names = await namesOf(tx, [told.leaderId, ...told.followUps.map(({ ownerId }) => ownerId)])
  const { personIds: _, absentIds, ownHours, questions, materials, followUps, ...head } = told
  return {
    head: { ...head, leaderName: (head.leaderId && names.get(head.leaderId)) || head.leaderName || null },
    parts: {
      attendees,
      questions,
      materials: materials.map(({ title, source }) => ({ title, source: source || null })),
      followUps: followUps.map((task) => ({
        ...task,
        ownerName: (task.ownerId && names.get(task.ownerId)) || null,
      })),
    },
  }
}

const recordSession = route(contract.recordStudySession, async ({ tx, actor, today, params, body }) => {
  const unit = await store.unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const barred = barredAt(actor, unit.path)
  if (barred) return barred
  const session = await understood(tx, unit, body, today.toString())
  if (isRefusal(session)) return session
  const recordedOn = today.toString()
  const of = { unitId: unit.id, meetingId: null, recordedOn, recordedByName: await ownName(tx, actor) }
  const id = await store.insertSession(tx, { ...session.head, ...of })
  await store.insertParts(tx, id, unit.id, session.parts)
  await prove(
    tx,
    { ...session.head, id, unitId: unit.id, recordedOn, isLecture: false },
    session.parts.attendees,
  )
  return { id }
})

const ownName = async (tx: Acting, { person }: Pick<SignedIn, 'person'>): Promise<string> =>
  (await namesOf(tx, [person])).get(person) ?? ''

const changeSession = route(contract.changeStudySession, async ({ tx, actor, today, params, body }) => {
  const { version, ...told } = body
  const held = await store.sessionOf(tx, params.session)
  if (!held) return noSession()
  const barred = barredAt(actor, held.path)
  if (barred) return barred
  if (held.meetingId !== null)
    return refuse('conflict', '这是会议的学时。请撤销后重新登记学时；会议内容在会议记录里更正。')
  if (held.withdrawnReason !== null) return refuse('conflict', '这次学习的记录已撤销，不能再改。')
  const place = { id: held.unitId, kind: '', name: held.unitName, path: held.path }
  const session = await understood(tx, place, told, today.toString())
  if (isRefusal(session)) return session
  if (!(await store.changeSession(tx, held.id, version, session.head))) return staleNow()
  await store.clearParts(tx, held.id)
  await store.insertParts(tx, held.id, held.unitId, session.parts)
  await withdrawEvidence(tx, 'study-session', held.id)
  const of = { id: held.id, unitId: held.unitId, recordedOn: held.recordedOn, isLecture: false }
  await prove(tx, { ...session.head, ...of }, session.parts.attendees)
  return { id: held.id }
})

const declareHours = route(contract.declareMeetingHours, async ({ tx, actor, today, params, body }) => {
  const meeting = await meetingOf(tx, params.meeting)
  if (!meeting) return refuse('not-found', '没有这次会议，或您看不到它。请从列表中选择。')
  const barred = barredAt(actor, meeting.path)
  if (barred) return barred
  if (meeting.stage !== 'recorded' && meeting.stage !== 'noted')
    return refuse('conflict', '这次会议还没有提交记录。请先提交会议记录，到会人员随后自动带出。')
  if (meeting.sessionId !== null)
    return refuse('conflict', '这次会议的学时已经登记过，不能再计一次。如有出入，请先撤销原来的登记。')
  const there = meeting.attendance.filter(({ tookPart }) => tookPart)
  const attendees = attendeesOf(meeting.attendance, {
    ...body,
    absentIds: meeting.attendance.filter(({ tookPart }) => !tookPart).map(({ personId }) => personId),
  })
  if (there.length === 0) return refuse('conflict', '这次会议的记录里没有到会人员，没有学时可登记。')
  if (isRefusal(attendees)) return attendees
  const head = {
    kind: 'collective' as const,
    level: 'own' as const,
    topic: meeting.topic ?? meeting.title,
    heldOn: meeting.heldOn,
    untilOn: null,
  }
  const recordedOn = today.toString()
  const id = await store.insertSession(tx, {
    ...head,
    unitId: meeting.unitId,
    meetingId: meeting.id,
    planItemId: null,
    organiser: null,
    leaderId: meeting.lecturerId,
    leaderName: meeting.lecturerName,
    audience: 'all',
    groupId: null,
    hours: body.hours,
    recordedOn,
    recordedByName: await ownName(tx, actor),
  })
  const parts = { attendees, materials: [], questions: [], followUps: [] }
  await store.insertParts(tx, id, meeting.unitId, parts)
  const isLecture = meeting.kinds.includes('lecture')
  await prove(tx, { ...head, id, unitId: meeting.unitId, recordedOn, isLecture }, attendees)
  return { id }
})

const withdrawSession = route(
  contract.withdrawStudySession,
  async ({ tx, actor, now, params, body: { reason, version } }) => {
    const held = await store.sessionOf(tx, params.session)
    if (!held) return noSession()
    const barred = barredAt(actor, held.path)
    if (barred) return barred
    const withdrawn = { withdrawnAt: now.toString(), withdrawnReason: reason }
    if (!(await store.changeSession(tx, held.id, version, withdrawn))) return staleNow()
    await withdrawEvidence(tx, 'study-session', held.id)
    return { id: held.id }
  },
)

const finishFollowUp = route(contract.finishStudyFollowUp, async ({ tx, actor, today, params, body }) => {
  const task = await store.followUpOf(tx, params.followUp)
  if (!task) return refuse('not-found', '没有这项议定事项，或不由您办理。请从学习记录中选择。')
  if (task.ownerId !== actor.person && !may(actor.grants, 'study.record', task.path))
    return refuse('not-permitted', '这项议定事项由负责人本人、支委会成员或党小组长办结。')
  if (task.doneOn !== null) return refuse('conflict', `这项议定事项已在 ${task.doneOn} 办结。`)
  if (body.doneOn > today.toString())
    return refuse('invalid', `「办结日期」${body.doneOn} 在今天之后。请在办结后再登记。`, { field: 'doneOn' })
  const done = { doneOn: body.doneOn, doneNote: body.note || null }
  if (!(await store.finishFollowUp(tx, task.id, body.version, done))) return staleNow()
  return { id: task.id, doneOn: body.doneOn }
})

export const sessionRoutes: readonly Route[] = [
  listSessions,
  readSession,
  recordSession,
  changeSession,
  declareHours,
  withdrawSession,
  finishFollowUp,
]
