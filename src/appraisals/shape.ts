import { z } from 'zod'
import { Count, Id, IsoDay, Version } from '../http/endpoint.ts'
import { Told } from '../meetings/contract.ts'
import { FORMS, GRADES, ROLES } from './kinds.ts'

/** A person's votes, one number for each choice. */
export const Counts = z.object({
  excellent: Count,
  qualified: Count,
  basicallyQualified: Count,
  unqualified: Count,
  abstained: Count,
})

export const Seat = z.object({
  personId: Id,
  name: z.string(),
  initials: z.string(),
  status: z.string(),
  groupId: Id.nullable(),
  groupName: z.string().nullable(),
  role: z.enum(ROLES),
  mayVote: z.boolean(),
  because: z.string().nullable(),
  /** When she handed in her self-appraisal, and whether on paper; null where she has not, or it is not the reader's to know. */
  self: z.object({ on: IsoDay, onPaper: z.boolean() }).nullable(),
  remark: z.string().nullable(),
  counts: Counts.nullable(),
  grade: z.enum(GRADES).nullable(),
  opinion: z.string().nullable(),
  improvement: z.string().nullable(),
  toldOn: IsoDay.nullable(),
  toldBy: z.string().nullable(),
  version: Version,
})
export type Seat = z.infer<typeof Seat>

export const Mutual = z.object({
  unitId: Id,
  unitName: z.string(),
  heldOn: IsoDay,
  hostName: z.string().nullable(),
  note: z.string().nullable(),
  version: Version,
})
export type Mutual = z.infer<typeof Mutual>

export const Poll = z.object({
  form: z.enum(FORMS),
  state: z.enum(['open', 'closed']),
  polledOn: IsoDay,
  issued: Count.nullable(),
  returned: Count.nullable(),
  valid: Count.nullable(),
  detail: z.enum(['each', 'total', 'none']).nullable(),
  totals: Counts.nullable(),
  /** While it runs: who has handed in a sheet of her own, for whoever leads it. */
  voted: z.array(Id),
})
export type Poll = z.infer<typeof Poll>

export const STEPS = ['study', 'self', 'mutual', 'poll', 'opinion', 'told'] as const
export type StepId = (typeof STEPS)[number]

export const Step = z.object({
  id: z.enum(STEPS),
  title: z.string(),
  state: z.enum(['done', 'now', 'later']),
  note: z.string(),
})
export type Step = z.infer<typeof Step>

const Gathering = z.object({ id: Id, title: z.string(), heldOn: IsoDay }).nullable()

export const Appraisal = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  forYear: z.number().int(),
  rosterOn: IsoDay,
  meeting: Gathering,
  report: Gathering,
  studiedOn: IsoDay.nullable(),
  studyNote: z.string().nullable(),
  decidedBy: z.enum(['committee', 'members']).nullable(),
  decidedOn: IsoDay.nullable(),
  considered: z.array(z.string()),
  superiorOpinion: z.string().nullable(),
  superiorOn: IsoDay.nullable(),
  closedOn: IsoDay.nullable(),
  version: Version,
  seats: z.array(Seat),
  /** Where mutual appraisal takes place: each group with members of the round, or the branch. */
  circles: z.array(z.object({ unitId: Id, name: z.string(), may: z.boolean() })),
  mutuals: z.array(Mutual),
  poll: Poll.nullable(),
  reopenings: z.array(z.object({ on: IsoDay, byName: z.string().nullable(), reason: z.string() })),
  steps: z.array(Step),
  voters: Count,
  /** Most of 优秀 with what it is counted of; and what else the rules say of the round as it stands. */
  cap: Told.nullable(),
  judgments: z.array(Told),
  /** What stands in the way of closing it, the first to be done first. */
  hindrances: z.array(z.string()),
  permits: z.object({ lead: z.boolean(), read: z.boolean() }),
})
export type Appraisal = z.infer<typeof Appraisal>

export const AppraisalLine = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  forYear: z.number().int(),
  rosterOn: IsoDay,
  closedOn: IsoDay.nullable(),
  seats: Count,
  /** What comes next, in words. */
  next: z.string(),
})

export type AppraisalLine = z.infer<typeof AppraisalLine>

/** A round as it concerns oneself. */
export const OwnAppraisal = z.object({
  id: Id,
  unitName: z.string(),
  forYear: z.number().int(),
  role: z.enum(ROLES),
  because: z.string().nullable(),
  closed: z.boolean(),
  self: z.object({ text: z.string(), handedInOn: IsoDay.nullable() }).nullable(),
  paperOn: IsoDay.nullable(),
  /** `open`: she may hand in a ballot now; `voted`: she has. */
  ballot: z.enum(['none', 'open', 'voted']),
  result: z
    .object({
      grade: z.enum(GRADES),
      opinion: z.string().nullable(),
      improvement: z.string().nullable(),
      toldOn: IsoDay.nullable(),
      toldBy: z.string().nullable(),
    })
    .nullable(),
  counts: Counts.nullable(),
  valid: Count.nullable(),
  remark: z.string().nullable(),
})
export type OwnAppraisal = z.infer<typeof OwnAppraisal>
