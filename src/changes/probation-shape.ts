import { z } from 'zod'
import { Count, Id, IsoDay } from '../http/endpoint.ts'
import { Told } from '../meetings/contract.ts'

export const OUTCOMES = ['convert', 'extend', 'cancel'] as const
export type Outcome = (typeof OUTCOMES)[number]

/**
 * - `running` the end is more than four weeks away
 * - `ending` it comes within four weeks
 * - `ended` it has passed and nothing was decided
 * - `decided`, `submitted`, `approved` as it says
 */
export const PROBATION_STATES = ['running', 'ending', 'ended', 'decided', 'submitted', 'approved'] as const
export type ProbationState = (typeof PROBATION_STATES)[number]

/** One stretch of somebody's probation, with all that was recorded of its end; `id` is null while nothing was. */
export const Probation = z.object({
  id: Id.nullable(),
  personId: Id,
  personName: z.string(),
  unitId: Id,
  unitName: z.string(),
  groupName: z.string().nullable(),
  /** Null where the roster names no day of joining. */
  beganOn: IsoDay.nullable(),
  endsOn: IsoDay.nullable(),
  extensions: Count,
  appliedOn: IsoDay.nullable(),
  groupOpinionOn: IsoDay.nullable(),
  contactsOpinionOn: IsoDay.nullable(),
  publicityFrom: IsoDay.nullable(),
  publicityTo: IsoDay.nullable(),
  meetingId: Id.nullable(),
  discussedOn: IsoDay.nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  extendedTo: IsoDay.nullable(),
  submittedOn: IsoDay.nullable(),
  /** The last day on which the superior should decide. */
  approveBy: IsoDay.nullable(),
  approvedOn: IsoDay.nullable(),
  approvalNumber: z.string().nullable(),
  state: z.enum(PROBATION_STATES),
  /** What came late, or is late by now, with its clause. */
  late: z.array(z.string()),
  /** 0 while nothing was recorded. */
  version: Count,
})
export type Probation = z.infer<typeof Probation>

/** A resolution of a recorded members' meeting that may have decided on her. */
export const Candidate = z.object({
  meetingId: Id,
  title: z.string(),
  heldOn: IsoDay,
  resolution: Count,
  text: z.string(),
  entitled: Count,
  present: Count,
  approve: Count,
  oppose: Count,
  abstain: Count,
  passed: z.boolean(),
  /** As they were told when the vote was recorded. */
  judgments: z.array(Told),
})
export type Candidate = z.infer<typeof Candidate>
