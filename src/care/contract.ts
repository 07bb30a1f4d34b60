import { z } from 'zod'
import { Count, endpoint, Id, IsoDay, Line, Version } from '../http/endpoint.ts'

export const OCCASIONS = [
  'july-first',
  'spring-festival',
  'hardship',
  'illness',
  'fifty-years',
  'other',
] as const
export type Occasion = (typeof OCCASIONS)[number]
export const SEVERITIES = ['some', 'serious', 'grave'] as const
export const PURPOSES = ['visit', 'report', 'handover'] as const
export type Purpose = (typeof PURPOSES)[number]

const Year = z.number().int().min(1990).max(2100)

/** A visit planned or made. Why and how she is lies sealed: `isSealed` says whether anything was written. */
export const CareVisit = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  personId: Id.nullable(),
  personName: z.string(),
  year: Count,
  occasion: z.enum(OCCASIONS),
  visitedOn: IsoDay.nullable(),
  visitors: z.string().nullable(),
  place: z.string().nullable(),
  goods: z.string().nullable(),
  amountFen: Count.nullable(),
  isSealed: z.boolean(),
  cancelledOn: IsoDay.nullable(),
  version: Version,
})
export type CareVisit = z.infer<typeof CareVisit>

/** What lies sealed. */
export const Situation = z.object({
  situation: z.string().nullable(),
  severity: z.enum(SEVERITIES).nullable(),
  remark: z.string().nullable(),
})
export type Situation = z.infer<typeof Situation>

const unit = z.strictObject({ unit: Id })
const visit = z.strictObject({ visit: Id })

export const listCare = endpoint({
  method: 'get',
  path: '/api/units/{unit}/care',
  summary: '查看走访慰问',
  asks: 'care.read',
  params: unit,
  query: z.strictObject({ year: z.coerce.number().int().min(1990).max(2100) }),
  answer: z.object({
    visits: z.array(CareVisit),
    /** Fifty years a full member by the first of July of the year. */
    fifty: z.array(z.object({ id: Id, name: z.string(), fullOn: IsoDay, reachedOn: IsoDay })),
  }),
})

export const planVisit = endpoint({
  method: 'post',
  path: '/api/units/{unit}/care',
  summary: '安排走访慰问',
  asks: 'care.record',
  params: unit,
  body: z.strictObject({
    personId: Id.nullable(),
    /** Someone on no roster: the family of the dead. */
    name: Line(60).min(1).nullable(),
    year: Year,
    occasion: z.enum(OCCASIONS),
    situation: Line(1000).nullable(),
    severity: z.enum(SEVERITIES).nullable(),
  }),
  answer: CareVisit,
})

export const recordVisit = endpoint({
  method: 'post',
  path: '/api/care/{visit}/visit',
  summary: '登记走访慰问',
  asks: 'care.record',
  params: visit,
  body: z.strictObject({
    visitedOn: IsoDay,
    visitorIds: z.array(Id).min(1).max(20),
    place: Line(100).nullable(),
    goods: Line(200).nullable(),
    /** In fen. */
    amountFen: z.number().int().min(0).max(100_000_000).nullable(),
    remark: Line(1000).nullable(),
    version: Version,
  }),
  answer: CareVisit,
})

export const cancelVisit = endpoint({
  method: 'post',
  path: '/api/care/{visit}/cancellation',
  summary: '取消走访安排',
  asks: 'care.record',
  params: visit,
  body: z.strictObject({ version: Version }),
  answer: CareVisit,
})

export const openSituation = endpoint({
  method: 'post',
  path: '/api/care/{visit}/opening',
  summary: '打开走访对象的情况',
  asks: 'care.read',
  params: visit,
  body: z.strictObject({ purpose: z.enum(PURPOSES) }),
  answer: Situation,
})

/** The register as a sheet; with a purpose also what lies sealed, and each opening is kept. */
export const takeCareSheet = endpoint({
  method: 'post',
  path: '/api/units/{unit}/care/sheet',
  summary: '下载走访慰问登记表',
  asks: 'care.read',
  params: unit,
  body: z.strictObject({ year: Year, purpose: z.enum(PURPOSES).nullable() }),
})
