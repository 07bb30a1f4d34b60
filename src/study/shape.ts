import { z } from 'zod'
import { Count, Id, IsoDay, Version } from '../http/endpoint.ts'
import { Judged } from '../regulations/contract.ts'
import { AUDIENCES, LEVELS, SESSION_KINDS } from './kinds.ts'

export const YearOf = z.strictObject({ year: z.coerce.number().int().min(1990).max(2100).optional() })

const Whom = {
  audience: z.enum(AUDIENCES),
  groupId: Id.nullable(),
  groupName: z.string().nullable(),
}

export const PlanItem = z.object({
  id: Id,
  year: z.number().int(),
  month: z.number().int(),
  heldOn: IsoDay.nullable(),
  kind: z.enum(SESSION_KINDS),
  topic: z.string(),
  material: z.string().nullable(),
  leaderId: Id.nullable(),
  leaderName: z.string().nullable(),
  ...Whom,
  people: z.array(z.object({ id: Id, name: z.string() })),
  /** The session that came of it. */
  sessionId: Id.nullable(),
  sessionOn: IsoDay.nullable(),
  version: Version,
})
export type PlanItem = z.infer<typeof PlanItem>

export const SessionLine = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  kind: z.enum(SESSION_KINDS),
  topic: z.string(),
  heldOn: IsoDay,
  untilOn: IsoDay.nullable(),
  level: z.enum(LEVELS),
  organiser: z.string().nullable(),
  meetingId: Id.nullable(),
  hours: Count.nullable(),
  present: Count,
  expected: Count,
  /** Follow-ups that nobody has called done. */
  open: Count,
})
export type SessionLine = z.infer<typeof SessionLine>

export const FollowUp = z.object({
  id: Id,
  what: z.string(),
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  dueOn: IsoDay.nullable(),
  doneOn: IsoDay.nullable(),
  doneNote: z.string().nullable(),
  version: Version,
})
export type FollowUp = z.infer<typeof FollowUp>

export const Session = z.object({
  ...SessionLine.omit({ present: true, expected: true, open: true }).shape,
  path: z.string(),
  planItemId: Id.nullable(),
  meetingTitle: z.string().nullable(),
  leaderId: Id.nullable(),
  leaderName: z.string().nullable(),
  ...Whom,
  recordedOn: IsoDay,
  recordedByName: z.string(),
  /** Entered more days after it was held than duties allow. */
  late: z.boolean(),
  withdrawnReason: z.string().nullable(),
  attendees: z.array(
    z.object({ personId: Id, name: z.string(), tookPart: z.boolean(), hours: Count.nullable() }),
  ),
  materials: z.array(z.object({ title: z.string(), source: z.string().nullable() })),
  questions: z.array(z.string()),
  followUps: z.array(FollowUp),
  /** What the unit's sessions before it left open: it returns here until it is done. */
  earlier: z.array(FollowUp.extend({ sessionId: Id, topic: z.string() })),
  version: Version,
})
export type Session = z.infer<typeof Session>

/** What a person's hours of a year come to, by the clause that asks for them. */
const Standing = {
  declared: Count,
  undeclared: Count,
  sessions: Count,
  needed: Count.nullable(),
  lacking: Count.nullable(),
  judgment: Judged.nullable(),
}

export const HoursSheet = z.object({
  year: z.number().int(),
  /** Hours are counted by branch: a group's leader sees what her group declared, not the whole. */
  countedHere: z.boolean(),
  people: z.array(
    z.object({
      personId: Id,
      name: z.string(),
      collective: Count,
      training: Count,
      ...Standing,
    }),
  ),
})
export type HoursSheet = z.infer<typeof HoursSheet>

export const OwnStudy = z.object({
  year: z.number().int(),
  ...Standing,
  records: z.array(
    z.object({
      id: Id,
      kind: z.enum(SESSION_KINDS),
      topic: z.string(),
      heldOn: IsoDay,
      untilOn: IsoDay.nullable(),
      unitName: z.string(),
      organiser: z.string().nullable(),
      level: z.enum(LEVELS),
      tookPart: z.boolean(),
      hours: Count.nullable(),
      /** Whom to tell where something is not right. */
      recordedByName: z.string(),
    }),
  ),
  followUps: z.array(FollowUp.extend({ topic: z.string() })),
})
export type OwnStudy = z.infer<typeof OwnStudy>
