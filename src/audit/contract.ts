import { z } from 'zod'
import { endpoint, Id, IsoDay, Page } from '../http/endpoint.ts'

/** What people may ask the trail about, in the order in which a page offers it. */
export const SUBJECTS = [
  'people',
  'posts',
  'units',
  'meetings',
  'life',
  'elections',
  'study',
  'duties',
  'files',
  'settings',
  'accounts',
] as const
export type Subject = (typeof SUBJECTS)[number]

/** One field that changed, in words; null where there was or is nothing. */
export const Change = z.object({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type Change = z.infer<typeof Change>

/** One changed row. Those of one transaction share `transaction` and stand together. */
export const Trace = z.object({
  id: z.number().int(),
  at: z.iso.datetime(),
  /** Null where the system did it, without a person. */
  by: z.string().nullable(),
  operation: z.string(),
  transaction: z.string(),
  did: z.enum(['insert', 'update', 'delete']),
  /** What kind of record: 党籍, 任职. */
  record: z.string(),
  /** Whose or which: a name, a title; null where the reader may not see it or it is gone. */
  of: z.string().nullable(),
  changes: z.array(Change),
})
export type Trace = z.infer<typeof Trace>

export const listTraces = endpoint({
  method: 'get',
  path: '/api/units/{unit}/audit',
  summary: '查看改动留痕',
  asks: 'audit.read',
  params: z.strictObject({ unit: Id }),
  query: z.strictObject({
    ...Page,
    about: z.enum(SUBJECTS).optional(),
    /** Changes made on this day or before. */
    until: IsoDay.optional(),
  }),
  answer: z.object({
    traces: z.array(Trace),
    next: z.string().nullable(),
    /** The last seal on the organ's trail; null while none has been made. */
    sealed: z.object({ number: z.number().int(), at: z.iso.datetime(), code: z.string() }).nullable(),
  }),
})

/** Who opened sensitive text about the one who asks. */
export const Opening = z.object({
  id: Id,
  readerName: z.string(),
  recordKind: z.string(),
  purpose: z.string(),
  at: z.iso.datetime(),
})
export type Opening = z.infer<typeof Opening>

export const listOpenings = endpoint({
  method: 'get',
  path: '/api/me/openings',
  summary: '查看谁打开过我的记录',
  asks: 'signed-in',
  answer: z.object({ openings: z.array(Opening) }),
})
