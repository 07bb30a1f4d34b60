import { z } from 'zod'
import { Count, endpoint, Id, IsoDay, Line, Page, Version, Written } from '../http/endpoint.ts'
import { Judged } from '../regulations/contract.ts'
import { KINDS, type Kind } from './kinds.ts'

export { KINDS, type Kind }

export const STAGES = ['planned', 'draft', 'recorded', 'noted', 'cancelled'] as const
export type Stage = (typeof STAGES)[number]
/** What may be done to a meeting; which from which stage, see stages.ts. */
export const ACTS = ['change', 'notice', 'record', 'note', 'amend', 'cancel'] as const
export type Act = (typeof ACTS)[number]
export const ATTENDANCES = ['not-stated', 'present', 'excused', 'absent', 'observing'] as const
export type Attendance = (typeof ATTENDANCES)[number]

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '须是时刻，写作 15:00')

/** 议程: points as spoken, and the differing opinions apart, because a record without them hides that there were any. */
export const AgendaItem = z.object({
  /** Ordinal of the meeting's part, from 1. */
  part: z.number().int().min(1).max(5),
  title: Written(200),
  points: Line(20_000).nullable(),
  differing: Line(5_000).nullable(),
})
export const Part = z.object({
  kind: z.enum(KINDS),
  topic: Line(200).nullable(),
  lecturerId: Id.nullable(),
  lecturerName: Line(60).nullable(),
})
export const Attendee = z.object({
  personId: Id,
  state: z.enum(ATTENDANCES),
  reason: Line(200).nullable(),
})
export const Vote = z.object({
  part: z.number().int().min(1).max(5),
  text: Written(2000),
  /** Null while a draft does not say: not counted is not nobody. */
  approve: Count.nullable(),
  oppose: Count.nullable(),
  abstain: Count.nullable(),
})
export const FollowUp = z.object({
  what: Written(500),
  ownerId: Id.nullable(),
  dueOn: IsoDay.nullable(),
})

/** One who belongs to the meeting on its day, computed from status and posts of that day. */
export const Expected = z.object({
  personId: Id,
  name: z.string(),
  initials: z.string(),
  /** In the base of 应到会; and whether with the right to vote. */
  entitled: z.boolean(),
  votes: z.boolean(),
  /** Why without a vote, e.g. 预备党员没有表决权. */
  because: z.string().nullable(),
})
export type Expected = z.infer<typeof Expected>

/** The names that types elsewhere in the slice go by. */
export type AgendaItem = z.infer<typeof AgendaItem>
export type Part = z.infer<typeof Part>
export type Attendee = z.infer<typeof Attendee>
export type Vote = z.infer<typeof Vote>
export type FollowUp = z.infer<typeof FollowUp>

export const Meeting = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  title: z.string(),
  stage: z.enum(STAGES),
  heldOn: IsoDay,
  startsAt: z.string(),
  endsAt: z.string().nullable(),
  place: z.string().nullable(),
  /** Observers who are on no roster here, as written. */
  guests: z.string().nullable(),
  hostId: Id.nullable(),
  hostName: z.string().nullable(),
  recorderId: Id.nullable(),
  recorderName: z.string().nullable(),
  parts: z.array(Part),
  agenda: z.array(AgendaItem),
  attendance: z.array(Expected.extend({ state: z.enum(ATTENDANCES), reason: z.string().nullable() })),
  /** 应到 / 实到 / 请假 / 缺席 / 未填 / 列席, and those with a vote. */
  counts: z.object({
    entitled: Count,
    present: Count,
    excused: Count,
    absent: Count,
    notStated: Count,
    observing: Count,
    voting: Count,
    votingPresent: Count,
  }),
  /** Quorum of each part that needs one; absent while attendance is not stated. */
  judgments: z.array(z.object({ part: z.number().int(), judgment: Judged, words: z.string() })),
  resolutions: z.array(
    Vote.extend({
      entitled: Count,
      present: Count,
      passed: z.boolean(),
      judgments: z.array(z.object({ judgment: Judged, words: z.string() })),
    }),
  ),
  followUps: z.array(
    FollowUp.extend({
      /** None while the record is a draft. */
      id: Id.nullable(),
      version: Version,
      ownerName: z.string().nullable(),
      doneOn: IsoDay.nullable(),
      doneNote: z.string().nullable(),
    }),
  ),
  files: z.array(z.object({ id: Id, name: z.string(), kind: z.string(), size: z.number().int() })),
  amendments: z.array(
    z.object({
      id: Id,
      field: z.string(),
      /** Which of several: the agenda item, the resolution, the person. */
      subject: z.string().nullable(),
      was: z.string().nullable(),
      becomes: z.string(),
      reason: z.string(),
      byName: z.string().nullable(),
      at: z.string(),
    }),
  ),
  recordedOn: IsoDay.nullable(),
  /** True where it was entered later than the rule's grace after it was held. */
  late: z.boolean(),
  lateReason: z.string().nullable(),
  notedByName: z.string().nullable(),
  notedAt: z.string().nullable(),
  noticeSentAt: z.string().nullable(),
  cancelledReason: z.string().nullable(),
  /** What the record feeds: rules of duties and the registers, in words. */
  feeds: z.array(z.object({ rule: z.string(), title: z.string(), period: z.string(), citation: z.string() })),
  /** What the reader may do now, each with the reason when not. */
  permits: z.record(z.enum(ACTS), z.object({ may: z.boolean(), reason: z.string().nullable() })),
  /** Points that are word for word those of an earlier record; told to whoever writes the draft, to nobody else. */
  echoes: z.array(
    z.object({ item: z.number().int(), meetingId: Id, meetingTitle: z.string(), heldOn: IsoDay }),
  ),
  /** Whether the unit, or one above it, has put in its own template of minutes. */
  hasTemplate: z.boolean(),
  sequence: z.number().int(),
  version: Version,
})
export type Meeting = z.infer<typeof Meeting>

export const MeetingLine = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  title: z.string(),
  kinds: z.array(z.enum(KINDS)),
  stage: z.enum(STAGES),
  heldOn: IsoDay,
  startsAt: z.string(),
  place: z.string().nullable(),
  recordedOn: IsoDay.nullable(),
  late: z.boolean(),
})
export type MeetingLine = z.infer<typeof MeetingLine>

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
  heldOn: IsoDay,
  startsAt: Clock,
  endsAt: Clock.nullable(),
  place: Line(100).nullable(),
  hostId: Id.nullable(),
  agenda: z.array(Written(200)).max(30),
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
  answer: z.object({ expected: z.array(Expected) }),
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

/** A record as far as it is filled in; always whole, so that what was deleted goes too. */
export const Filled = z.strictObject({
  title: Written(200),
  heldOn: IsoDay,
  startsAt: Clock,
  endsAt: Clock.nullable(),
  place: Line(100).nullable(),
  guests: Line(500).nullable(),
  hostId: Id.nullable(),
  recorderId: Id.nullable(),
  parts: z.array(z.strictObject(Part.shape)).min(1).max(5),
  agenda: z.array(z.strictObject(AgendaItem.shape)).max(30),
  attendance: z.array(z.strictObject(Attendee.shape)).max(2000),
  resolutions: z.array(z.strictObject(Vote.shape)).max(50),
  followUps: z.array(z.strictObject(FollowUp.shape)).max(50),
})
export type Filled = z.infer<typeof Filled>

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

export const AMENDABLE = [
  'title',
  'place',
  'points',
  'differing',
  'attendance',
  'resolution',
  'heldOn',
  'other',
] as const

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
