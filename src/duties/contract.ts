import { z } from 'zod'
import { Count, endpoint, Id, IsoDay, Version, Written } from '../http/endpoint.ts'

export const STATES = ['done', 'late', 'due', 'missed', 'excused', 'not-yet', 'not-owed'] as const
export type State = (typeof STATES)[number]

/** A record that fulfils a duty, or tried to: when it was held, when it was entered, and where it stands. */
export const Evidence = z.object({
  id: Id,
  kind: z.string(),
  heldOn: IsoDay,
  recordedOn: IsoDay,
  forYear: z.number().int().nullable(),
  title: z.string(),
  sourceKind: z.string(),
  sourceId: Id,
})
export type Evidence = z.infer<typeof Evidence>

/** One duty in one period, for one unit or one person of it. */
export const Duty = z.object({
  rule: z.string(),
  unitId: Id,
  personId: Id.nullable(),
  /** 2026年11月, 2026年第四季度, 2026年. */
  period: z.string(),
  from: IsoDay,
  to: IsoDay,
  state: z.enum(STATES),
  /** How many times, or which amount, the rule asks for, and how much of it the evidence gives. */
  needed: Count,
  counted: Count,
  /** Why it is not owed, where it is not. */
  because: z.string().nullable(),
  evidence: z.array(Evidence),
  excuse: z.object({ id: Id, reason: z.string(), at: z.string(), version: Version }).nullable(),
})
export type Duty = z.infer<typeof Duty>

/** What stands beside every duty of a rule: the clause, in words and as cited, and what to do. */
export const DutyRule = z.object({
  rule: z.string(),
  title: z.string(),
  says: z.string(),
  citation: z.string(),
  hardness: z.enum(['must', 'default', 'may', 'aim']),
  confidence: z.enum(['H', 'M', 'L']),
  every: z.string(),
  /** What is counted: 次, or the unit of an amount such as 学时. */
  unit: z.string(),
  /** The evidence kinds that fulfil it; a meeting kind can be planned from the cell. */
  by: z.array(z.string()),
})
export type DutyRule = z.infer<typeof DutyRule>

export const YearRow = z.object({
  rule: z.string(),
  unitId: Id,
  unitName: z.string(),
  personId: Id.nullable(),
  personName: z.string().nullable(),
  /** Pinyin initials, for picking her by keyboard. */
  personInitials: z.string().nullable(),
  duties: z.array(Duty),
})
export type YearRow = z.infer<typeof YearRow>

export const readYear = endpoint({
  method: 'get',
  path: '/api/units/{unit}/year',
  summary: '查看支部年历',
  asks: 'duty.read',
  params: z.strictObject({ unit: Id }),
  query: z.strictObject({
    year: z.coerce.number().int().min(1990).max(2100).optional(),
    /** As the page would have looked on that day; today if absent. */
    on: IsoDay.optional(),
  }),
  answer: z.object({
    year: z.number().int(),
    on: IsoDay,
    unitName: z.string(),
    rules: z.array(DutyRule),
    /** Units first, groups after their branch; duties that each person owes as one row a person. */
    rows: z.array(YearRow),
  }),
})

export const listDuties = endpoint({
  method: 'get',
  path: '/api/units/{unit}/duties',
  summary: '查看应做事项',
  asks: 'duty.read',
  params: z.strictObject({ unit: Id }),
  query: z.strictObject({ from: IsoDay, to: IsoDay, on: IsoDay.optional() }),
  answer: z.object({ on: IsoDay, duties: z.array(Duty), rules: z.array(DutyRule) }),
})

export const excuseDuty = endpoint({
  method: 'post',
  path: '/api/units/{unit}/excuses',
  summary: '说明未做的原因',
  asks: 'duty.excuse',
  params: z.strictObject({ unit: Id }),
  body: z.strictObject({
    rule: Written(100),
    personId: Id.nullable(),
    periodFrom: IsoDay,
    reason: Written(500),
  }),
  answer: z.object({ id: Id }),
})

export const withdrawExcuse = endpoint({
  method: 'post',
  path: '/api/excuses/{excuse}/withdrawal',
  summary: '撤回未做的说明',
  asks: 'duty.excuse',
  params: z.strictObject({ excuse: Id }),
  body: z.strictObject({ version: Version }),
  answer: z.object({ id: Id }),
})

/**
 * 登记办理情况: for what no record of this system proves, such as a training attended elsewhere. A statement by whoever
 * enters it; meetings are recorded as meetings instead.
 */
export const stateEvidence = endpoint({
  method: 'post',
  path: '/api/units/{unit}/statements',
  summary: '登记办理情况',
  asks: 'meeting.record',
  params: z.strictObject({ unit: Id }),
  body: z.strictObject({
    rule: Written(100),
    /** Whose duty it fulfils, for duties that each person owes; else none. */
    personIds: z.array(Id).max(200),
    heldOn: IsoDay,
    forYear: z.number().int().min(1990).max(2100).nullable(),
    /** For duties counted in amounts, e.g. 学时. */
    amount: z.number().int().min(1).max(1000).nullable(),
    title: Written(200),
  }),
  answer: z.object({ statement: Id }),
})

export const withdrawStatement = endpoint({
  method: 'delete',
  path: '/api/statements/{statement}',
  summary: '撤回登记的办理情况',
  asks: 'meeting.record',
  params: z.strictObject({ statement: Id }),
  answer: z.object({ statement: Id }),
})

/** A line of 今日: what, for whom, by when, and the one act. */
export const Matter = z.object({
  kind: z.enum(['duty', 'meeting', 'follow-up', 'noting', 'term', 'errand']),
  title: z.string(),
  unitId: Id,
  unitName: z.string(),
  by: IsoDay.nullable(),
  state: z.enum(STATES).nullable(),
  rule: z.string().nullable(),
  citation: z.string().nullable(),
  /** What the act opens: a meeting, or planning one of these kinds. */
  meetingId: Id.nullable(),
  plan: z.string().nullable(),
  /** For an errand of another part of the product: where it is seen to, and what the one act is called. */
  to: z.string().nullable(),
  act: z.string().nullable(),
})
export type Matter = z.infer<typeof Matter>

/** An errand as the part of the product that knows it states it; it waits on the reader, or comes within four weeks. */
export type Errand = {
  title: string
  unitId: string
  unitName: string
  by: string | null
  citation: string | null
  /** An address of this product, e.g. `/appraisals/3f2a…`. */
  to: string
  /** 去登记, 去签字. */
  act: string
  coming: boolean
  /** The rule of the unit's duty that this says better: the duty then does not stand beside it. */
  instead?: string
}

export const readToday = endpoint({
  method: 'get',
  path: '/api/today',
  summary: '查看今日',
  asks: 'signed-in',
  query: z.strictObject({ on: IsoDay.optional() }),
  answer: z.object({ on: IsoDay, owed: z.array(Matter), waiting: z.array(Matter), coming: z.array(Matter) }),
})

/** What a superior sees of the branches below: states by count and date, no records. */
export const readSummary = endpoint({
  method: 'get',
  path: '/api/units/{unit}/summary',
  summary: '查看下级汇总',
  asks: 'duty.summary',
  params: z.strictObject({ unit: Id }),
  query: z.strictObject({
    year: z.coerce.number().int().min(1990).max(2100).optional(),
    on: IsoDay.optional(),
  }),
  answer: z.object({
    year: z.number().int(),
    on: IsoDay,
    units: z.array(
      z.object({
        unitId: Id,
        unitName: z.string(),
        counts: z.record(z.enum(STATES), Count),
        rows: z.array(YearRow),
      }),
    ),
    rules: z.array(DutyRule),
  }),
})
