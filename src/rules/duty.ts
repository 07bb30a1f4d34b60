import { z } from 'zod'
import { Common, Days, Span } from './entry.ts'

/**
 * Who owes the duty.
 * - `organ` the topmost Party unit of the organ (机关党委, else 总支, else 支部)
 * - `committee-unit`, `general-branch`, `branch`, `group` each unit of that kind
 * - `committee` each branch that has a committee
 * - `secretary`, `committee-member`, `member` each such person; `committee-member` includes secretaries
 * - `new-secretary` a person who took the post for the first time (event `became-secretary`)
 * - `leading-body` the 党组; `leading-cadre` its members; `superior` the body above. Shown, not owed by a branch
 */
export const Owes = z.enum([
  'organ',
  'committee-unit',
  'general-branch',
  'branch',
  'committee',
  'group',
  'member',
  'secretary',
  'committee-member',
  'new-secretary',
  'leading-body',
  'leading-cadre',
  'superior',
])
export type Owes = z.infer<typeof Owes>

/** The kind of evidence that fulfils a duty. A record of a meeting may give several. */
export const EvidenceKind = z.enum([
  'general-meeting',
  'committee-meeting',
  'group-meeting',
  'lecture',
  'theme-day',
  'life-meeting',
  'appraisal',
  // A talk seen from one of its two: with someone of the committee, or with a member.
  'talk-committee',
  'talk-member',
  'training',
  // Beside `training`, where it was held by a body above, or of the county or above, or for a new post.
  'superior-training',
  'county-training',
  'induction-training',
  'study',
  'secretary-report',
  'report-to-superior',
  'cadre-assembly',
  'attendance-report',
  'analysis',
  'renewal',
  'leading-body-report',
  'democratic-life-meeting',
])
export type EvidenceKind = z.infer<typeof EvidenceKind>

/** What sets a once-duty going: a dated fact about the unit or the person. */
export const DutyEvent = z.enum(['elected', 'became-secretary', 'admitted', 'converted'])
export type DutyEvent = z.infer<typeof DutyEvent>

/** The duty is owed only while this is so. */
export const DutyCondition = z.enum(['has-committee', 'no-committee', 'has-groups', 'probationary'])
export type DutyCondition = z.infer<typeof DutyCondition>

/**
 * State of a duty on a day, from its evidence. The one definition, for rules, pages and the year grid.
 *
 * Only evidence *recorded* on or before the day asked is seen. Evidence belongs to the period it was held in, unless it
 * names another by `for` (补开, or a life meeting held in January for the year before).
 *
 * - `not-yet`  the period begins after the day asked (once: the day of reminder has not come)
 * - `due`      the period runs (once: the last day has not passed), and the evidence does not suffice
 * - `done`     enough evidence, held in the period (or `carriesOver` after it, by `for`), each recorded at most `grace`
 *              days after it was held
 * - `late`     enough evidence, but part of it was recorded more than `grace` days after it was held (补记), or held
 *              after the period's end, or after the last day (迟办)
 * - `missed`   the period has ended (once: the last day has passed), and the evidence does not suffice
 * - `excused`  would be `missed`, and a reason was accepted on or before the day asked
 *
 * Enough is `times` pieces of evidence, or, with `least`, amounts that add up to it. Of more evidence than needed the
 * most favourable is taken, so one late record beside a timely one is still `done`. The period's last day and the
 * limit's last day belong to it.
 */
export const DutyState = z.enum(['done', 'late', 'due', 'missed', 'excused', 'not-yet'])
export type DutyState = z.infer<typeof DutyState>

/** One piece of evidence; a bare day in YAML means it was held and recorded that day. */
export const ExampleEvidence = z.preprocess(
  (written) => (typeof written === 'string' ? { held: written, recorded: written } : written),
  z.strictObject({
    held: Days,
    recorded: Days,
    /** The period it counts for, when that is not the one it was held in: 2026-Q2. */
    for: z.string().optional(),
    /** For duties with `least`, in the unit of it. */
    amount: z.int().positive().optional(),
  }),
)
export type ExampleEvidence = z.infer<typeof ExampleEvidence>

/** `2026`, `2026-H1`, `2026-Q3` or `2026-03`. */
const PeriodText = z.coerce.string().regex(/^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/)

const Seen = {
  evidence: z.array(ExampleEvidence).default([]),
  /** The day a reason was accepted. */
  excused: Days.optional(),
  on: Days,
  state: DutyState,
}

const Owed = {
  ...Common,
  kind: z.literal('duty'),
  owes: Owes,
  when: z.array(DutyCondition).default([]),
  /** Any of these counts. */
  by: z.array(EvidenceKind).min(1),
  /** For talks: the other side. A talk counts for the one who owes it when this other side took part. */
  with: z.enum(['committee-member', 'member']).optional(),
  /** For talks: `any` one of the other side suffices, or `each` of them is wanted: so many different people. */
  reach: z.enum(['any', 'each']).default('any'),
  /** How many pieces of evidence are enough. */
  times: z.int().positive().default(1),
  /** Instead of a number of times: the sum of amounts, e.g. 32 学时. */
  least: z.strictObject({ amount: z.int().positive(), unit: z.string().min(1) }).optional(),
  /** Days after it was held within which evidence is recorded in good time. */
  grace: z.int().min(0).default(15),
  /** Key of the local parameter that may set the period or the amount. */
  parameter: z.string().optional(),
}

/** Owed once in every calendar month, quarter, half-year or year. */
export const PeriodicDuty = z.strictObject({
  ...Owed,
  every: z.enum(['month', 'quarter', 'half-year', 'year']),
  /** The part of the year in which it is generally done: quarter 4. Guidance only. */
  preferred: z.strictObject({ quarter: z.int().min(1).max(4) }).optional(),
  /** Held this long after the period's end and declared `for` it, it still counts as done. */
  carriesOver: Span.optional(),
  examples: z.array(z.strictObject({ period: PeriodText, ...Seen })).min(2),
})
export type PeriodicDuty = z.infer<typeof PeriodicDuty>

/** Owed once after an event, by a last day. */
export const OnceDuty = z.strictObject({
  ...Owed,
  after: z.strictObject({
    event: DutyEvent,
    within: Span,
    /** How long before the last day it becomes `due`; at once where left out. */
    remind: Span.optional(),
  }),
  examples: z.array(z.strictObject({ event: Days, ...Seen })).min(2),
})
export type OnceDuty = z.infer<typeof OnceDuty>

/** Tell the two apart by `'every' in duty`. */
export type DutyRule = PeriodicDuty | OnceDuty
