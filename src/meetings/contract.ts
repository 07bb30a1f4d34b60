import { z } from 'zod'
import { Count, endpoint, Id, IsoDay, Line, Page, Version, Written } from '../http/endpoint.ts'
import { KINDS } from './kinds.ts'
import { AMENDABLE, Clock, Expected, Filled, Meeting, MeetingLine } from './shape.ts'

// The shapes are part of the contract; they have a file of their own for their length.
export { KINDS, type Kind } from './kinds.ts'
export * from './shape.ts'

const unit = z.strictObject({ unit: Id })
const meeting = z.strictObject({ meeting: Id })
const version = z.strictObject({ version: Version })

export const listMeetings = endpoint({
  method: 'get',
  path: '/api/units/{unit}/meetings',
  summary: '查看会议',
  asks: 'meeting.read',
  params: unit,
  query: z.strictObject({
    ...Page,
    year: z.coerce.number().int().min(1990).max(2100).optional(),
    kind: z.enum(KINDS).optional(),
  }),
  answer: z.object({ meetings: z.array(MeetingLine), next: z.string().nullable() }),
})

const Plan = {
  title: Written(200),
  kinds: z.array(z.enum(KINDS)).min(1).max(5),
  /** Of a 组织生活会 among the kinds: the year it counts for. */
  forYear: z.number().int().min(1990).max(2100).nullable().default(null),
  heldOn: IsoDay,
  startsAt: Clock,
  endsAt: Clock.nullable(),
  place: Line(100).nullable(),
  hostId: Id.nullable(),
  agenda: z.array(Written(200)).max(30),
  /** Of a theme day; the month's own theme where it is left out. */
  theme: Line(200).nullable().default(null),
}

export const planMeeting = endpoint({
  method: 'post',
  path: '/api/units/{unit}/meetings',
  summary: '筹备会议',
  asks: 'meeting.record',
  params: unit,
  body: z.strictObject(Plan),
  answer: Meeting,
})

export const changePlan = endpoint({
  method: 'put',
  path: '/api/meetings/{meeting}/plan',
  summary: '修改会议安排',
  asks: 'meeting.record',
  params: meeting,
  body: z.strictObject({ ...Plan, version: Version }),
  answer: Meeting,
})

/** Who would be expected at such a meeting of the unit on that day; for the form before anything is saved. */
export const listExpected = endpoint({
  method: 'get',
  path: '/api/units/{unit}/expected',
  summary: '计算应到人员',
  asks: 'meeting.record',
  params: unit,
  query: z.strictObject({ on: IsoDay, kinds: z.string().max(100) }),
  answer: z.object({
    expected: z.array(Expected),
    /** Which duties such a gathering counts for on that day. */
    feeds: z.array(
      z.object({ rule: z.string(), title: z.string(), period: z.string(), citation: z.string() }),
    ),
    /** Open follow-ups of the unit's earlier gatherings. */
    open: z.array(
      z.object({
        id: Id,
        what: z.string(),
        ownerName: z.string().nullable(),
        dueOn: IsoDay.nullable(),
        version: Version,
      }),
    ),
  }),
})

export const readMeeting = endpoint({
  method: 'get',
  path: '/api/meetings/{meeting}',
  summary: '查看会议记录',
  asks: 'meeting.read',
  params: meeting,
  answer: Meeting,
})

/** Marks the notice as sent and raises the calendar entry's SEQUENCE; the files are fetched apart. */
export const sendNotice = endpoint({
  method: 'post',
  path: '/api/meetings/{meeting}/notice',
  summary: '发出会议通知',
  asks: 'meeting.record',
  params: meeting,
  body: version,
  answer: Meeting,
})

/** Saves what is filled in so far. */
export const draftMeeting = endpoint({
  method: 'put',
  path: '/api/meetings/{meeting}/draft',
  summary: '保存会议记录草稿',
  asks: 'meeting.record',
  params: meeting,
  body: Filled.extend({ version: Version }),
  answer: Meeting,
})

/** Hands the record in: judged, evidence written, from now on changed by amendment only. */
export const recordMeeting = endpoint({
  method: 'post',
  path: '/api/meetings/{meeting}/record',
  summary: '提交会议记录',
  asks: 'meeting.record',
  params: meeting,
  body: z.strictObject({
    /** What stands on the page at this moment, so that the last keystrokes need no saving of their own; else the saved draft. */
    filled: Filled.nullable().default(null),
    lateReason: Line(500).nullable(),
    version: Version,
  }),
  answer: Meeting,
})

export const noteMeeting = endpoint({
  method: 'post',
  path: '/api/meetings/{meeting}/noting',
  summary: '审阅会议记录',
  asks: 'meeting.note',
  params: meeting,
  body: version,
  answer: Meeting,
})

export const amendMeeting = endpoint({
  method: 'post',
  path: '/api/meetings/{meeting}/amendments',
  summary: '更正会议记录',
  asks: 'meeting.record',
  params: meeting,
  body: z.strictObject({
    field: z.enum(AMENDABLE),
    /** The agenda item or resolution by its place, from 1. */
    item: z.number().int().min(1).max(50).nullable().default(null),
    /** Whose attendance. */
    personId: Id.nullable().default(null),
    /** The new wording, day (heldOn) or attendance state. What it said before, the server knows. */
    becomes: Line(20_000),
    /** Why someone was excused, where attendance becomes that. */
    leave: Line(200).nullable().default(null),
    /** The right count of a resolution's votes, in place of a new wording. */
    votes: z.strictObject({ approve: Count, oppose: Count, abstain: Count }).nullable().default(null),
    reason: Written(500),
    version: Version,
  }),
  answer: Meeting,
})

export const cancelMeeting = endpoint({
  method: 'post',
  path: '/api/meetings/{meeting}/cancellation',
  summary: '取消会议',
  asks: 'meeting.record',
  params: meeting,
  body: z.strictObject({ reason: Written(500), version: Version }),
  answer: Meeting,
})

export const finishFollowUp = endpoint({
  method: 'post',
  path: '/api/follow-ups/{followUp}/done',
  summary: '办结议定事项',
  asks: 'signed-in',
  params: z.strictObject({ followUp: Id }),
  body: z.strictObject({ doneOn: IsoDay, note: Line(500).nullable(), version: Version }),
  answer: z.object({ id: Id, doneOn: IsoDay }),
})

export const downloadNotice = endpoint({
  method: 'get',
  path: '/api/meetings/{meeting}/notice.docx',
  summary: '下载会议通知',
  asks: 'meeting.record',
  params: meeting,
})

export const downloadCalendarEntry = endpoint({
  method: 'get',
  path: '/api/meetings/{meeting}/meeting.ics',
  summary: '下载日历事项',
  asks: 'meeting.read',
  params: meeting,
})

export const downloadMinutes = endpoint({
  method: 'get',
  path: '/api/meetings/{meeting}/minutes.docx',
  summary: '下载会议记录',
  asks: 'meeting.read',
  params: meeting,
  query: z.strictObject({ template: z.enum(['ours', 'unit']).default('ours') }),
})

export const downloadRegister = endpoint({
  method: 'get',
  path: '/api/units/{unit}/register.xlsx',
  summary: '下载会议登记表',
  asks: 'meeting.read',
  params: unit,
  query: z.strictObject({ year: z.coerce.number().int().min(1990).max(2100) }),
})
