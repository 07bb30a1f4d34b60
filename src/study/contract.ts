import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { AUDIENCES, LEVELS, SESSION_KINDS } from './kinds.ts'
import { HoursSheet, OwnStudy, PlanItem, Session, SessionLine, YearOf } from './shape.ts'

export * from './outreach-contract.ts'
export * from './shape.ts'

const unit = z.strictObject({ unit: Id })
const session = z.strictObject({ session: Id })
const item = z.strictObject({ item: Id })
const version = z.strictObject({ version: Version })
const Hours = z.number().int().min(1).max(400)

export const readStudyPlan = endpoint({
  method: 'get',
  path: '/api/units/{unit}/study-plan',
  summary: '查看学习计划',
  asks: 'study.read',
  params: unit,
  query: YearOf,
  answer: z.object({ year: z.number().int(), items: z.array(PlanItem) }),
})

const Planned = {
  year: z.number().int().min(1990).max(2100),
  month: z.number().int().min(1).max(12),
  heldOn: IsoDay.nullable(),
  kind: z.enum(SESSION_KINDS),
  topic: Written(200),
  material: Line(500).nullable(),
  leaderId: Id.nullable(),
  /** Somebody who is on no roster here. */
  leaderName: Line(60).nullable(),
  audience: z.enum(AUDIENCES),
  groupId: Id.nullable(),
  personIds: z.array(Id).max(500),
}

export const addPlanItem = endpoint({
  method: 'post',
  path: '/api/units/{unit}/study-plan',
  summary: '列入学习计划',
  asks: 'study.record',
  params: unit,
  body: z.strictObject(Planned),
  answer: z.object({ id: Id }),
})

export const changePlanItem = endpoint({
  method: 'put',
  path: '/api/study-plan-items/{item}',
  summary: '修改学习计划',
  asks: 'study.record',
  params: item,
  body: z.strictObject({ ...Planned, version: Version }),
  answer: z.object({ id: Id }),
})

export const removePlanItem = endpoint({
  method: 'post',
  path: '/api/study-plan-items/{item}/removal',
  summary: '从学习计划去掉',
  asks: 'study.record',
  params: item,
  body: version,
  answer: z.object({ id: Id }),
})

export const listStudySessions = endpoint({
  method: 'get',
  path: '/api/units/{unit}/study-sessions',
  summary: '查看学习记录',
  asks: 'study.read',
  params: unit,
  query: YearOf,
  answer: z.object({
    sessions: z.array(SessionLine),
    /** Recorded meetings for which nobody declared hours; those who were present are known. */
    meetings: z.array(
      z.object({
        id: Id,
        title: z.string(),
        heldOn: IsoDay,
        kinds: z.array(z.string()),
        unitName: z.string(),
        present: z.number().int(),
      }),
    ),
  }),
})

/** A session as it is told. Who took part follows from the audience on the day, less those named as not there. */
export const Told = z.strictObject({
  planItemId: Id.nullable(),
  kind: z.enum(SESSION_KINDS),
  topic: Written(200),
  heldOn: IsoDay,
  untilOn: IsoDay.nullable(),
  leaderId: Id.nullable(),
  leaderName: Line(60).nullable(),
  organiser: Line(100).nullable(),
  level: z.enum(LEVELS),
  audience: z.enum(AUDIENCES),
  groupId: Id.nullable(),
  personIds: z.array(Id).max(500),
  absentIds: z.array(Id).max(500),
  hours: Hours.nullable(),
  ownHours: z.array(z.strictObject({ personId: Id, hours: Hours })).max(500),
  materials: z.array(z.strictObject({ title: Written(200), source: Line(200).nullable() })).max(20),
  questions: z.array(Written(1000)).max(50),
  /** New ones; those there are stay. */
  followUps: z
    .array(z.strictObject({ what: Written(500), ownerId: Id.nullable(), dueOn: IsoDay.nullable() }))
    .max(50),
})
export type Told = z.infer<typeof Told>

export const recordStudySession = endpoint({
  method: 'post',
  path: '/api/units/{unit}/study-sessions',
  summary: '登记学习',
  asks: 'study.record',
  params: unit,
  body: Told,
  answer: z.object({ id: Id }),
})

export const changeStudySession = endpoint({
  method: 'put',
  path: '/api/study-sessions/{session}',
  summary: '更正学习记录',
  asks: 'study.record',
  params: session,
  body: Told.extend({ version: Version }),
  answer: z.object({ id: Id }),
})

/** The hours of a gathering that is recorded as a meeting: nothing of it is written a second time. */
export const declareMeetingHours = endpoint({
  method: 'post',
  path: '/api/meetings/{meeting}/study-hours',
  summary: '登记会议学时',
  asks: 'study.record',
  params: z.strictObject({ meeting: Id }),
  body: z.strictObject({
    hours: Hours,
    ownHours: z.array(z.strictObject({ personId: Id, hours: Hours })).max(500),
  }),
  answer: z.object({ id: Id }),
})

export const readStudySession = endpoint({
  method: 'get',
  path: '/api/study-sessions/{session}',
  summary: '查看一次学习',
  asks: 'study.read',
  params: session,
  answer: Session,
})

export const withdrawStudySession = endpoint({
  method: 'post',
  path: '/api/study-sessions/{session}/withdrawal',
  summary: '撤销学习记录',
  asks: 'study.record',
  params: session,
  body: z.strictObject({ reason: Written(500), version: Version }),
  answer: z.object({ id: Id }),
})

export const finishStudyFollowUp = endpoint({
  method: 'post',
  path: '/api/study-follow-ups/{followUp}/done',
  summary: '办结学习议定事项',
  asks: 'signed-in',
  params: z.strictObject({ followUp: Id }),
  body: z.strictObject({ doneOn: IsoDay, note: Line(500).nullable(), version: Version }),
  answer: z.object({ id: Id, doneOn: IsoDay }),
})

export const readStudyHours = endpoint({
  method: 'get',
  path: '/api/units/{unit}/study-hours',
  summary: '查看学时',
  asks: 'study.read',
  params: unit,
  query: YearOf,
  answer: HoursSheet,
})

export const readOwnStudy = endpoint({
  method: 'get',
  path: '/api/me/study',
  summary: '查看本人的学习和学时',
  asks: 'signed-in',
  query: YearOf,
  answer: OwnStudy,
})

export const downloadStudyRecord = endpoint({
  method: 'get',
  path: '/api/study-sessions/{session}/record.docx',
  summary: '下载学习记录',
  asks: 'study.read',
  params: session,
})

const sheetOf = (path: `/api/${string}`, summary: string) =>
  endpoint({ method: 'get', path, summary, asks: 'study.read', params: unit, query: YearOf })

export const downloadStudyPlan = sheetOf('/api/units/{unit}/study-plan.docx', '下载学习计划')
export const downloadStudyPlanSheet = sheetOf('/api/units/{unit}/study-plan.xlsx', '下载学习计划表')
export const downloadStudyHours = sheetOf('/api/units/{unit}/study-hours.xlsx', '下载学时登记表')
