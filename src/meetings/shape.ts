import { z } from 'zod'
import { Count, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { Judged } from '../regulations/contract.ts'
import { KINDS } from './kinds.ts'

export const STAGES = ['planned', 'draft', 'recorded', 'noted', 'cancelled'] as const
export type Stage = (typeof STAGES)[number]
/** What may be done to a meeting; which from which stage, see stages.ts. */
export const ACTS = ['change', 'notice', 'record', 'note', 'amend', 'cancel'] as const
export type Act = (typeof ACTS)[number]
export const ATTENDANCES = ['not-stated', 'present', 'excused', 'absent', 'observing'] as const
export type Attendance = (typeof ATTENDANCES)[number]

export const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '须是时刻，写作 15:00')

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
  /** The year it counts for, where the kind is stated by year: 组织生活会. Null: the year in which it was held. */
  forYear: z.number().int().min(1990).max(2100).nullable(),
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

/** What this gathering heard of a follow-up of an earlier one (回头看): done, or carried on, with a new day where there is one. */
export const Return = z.object({
  followUpId: Id,
  outcome: z.enum(['done', 'carried']),
  note: Line(500).nullable(),
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
export type Return = z.infer<typeof Return>

/** A judgment with the sentence that pages and minutes show, and what the panel 依据 says of its rule. */
export const Told = z.object({
  judgment: Judged,
  words: z.string(),
  title: z.string(),
  says: z.string(),
  facts: z.record(z.string(), z.object({ name: z.string(), unit: z.string() })),
})
export type Told = z.infer<typeof Told>

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
  judgments: z.array(Told.extend({ part: z.number().int() })),
  resolutions: z.array(
    Vote.extend({
      entitled: Count,
      present: Count,
      passed: z.boolean(),
      judgments: z.array(Told),
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
  /**
   * 回头看: while there is no record, every open follow-up of the unit's earlier gatherings, with what is filled in of it so
   * far; in a record, those that were spoken of.
   */
  returns: z.array(
    z.object({
      followUpId: Id,
      what: z.string(),
      ownerName: z.string().nullable(),
      /** By when it should have been done. */
      wasDueOn: IsoDay.nullable(),
      /** Of the gathering that resolved on it. */
      from: z.object({ id: Id, title: z.string(), heldOn: IsoDay }),
      /** None while nothing was said of it. */
      outcome: z.enum(['done', 'carried']).nullable(),
      note: z.string().nullable(),
      dueOn: IsoDay.nullable(),
      version: Version,
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
  returns: z.array(z.strictObject(Return.shape)).max(200).default([]),
})
export type Filled = z.infer<typeof Filled>

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
