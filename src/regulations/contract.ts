import { z } from 'zod'
import { endpoint, IsoDay, Line, Written } from '../http/endpoint.ts'

/** A rule as the rules page shows it; confidence is shown honestly, and what is only guidance says so. */
export const ShownRule = z.object({
  id: z.string(),
  kind: z.enum(['duty', 'check', 'limit', 'guidance']),
  title: z.string(),
  says: z.string(),
  regulation: z.string(),
  citation: z.string(),
  hardness: z.enum(['must', 'default', 'may', 'aim']),
  confidence: z.enum(['H', 'M', 'L']),
  evidence: z.string(),
  from: IsoDay,
  to: IsoDay.nullable(),
  needs: z.string().nullable(),
  facts: z.array(z.object({ name: z.string(), title: z.string(), unit: z.string() })),
  parameter: z.string().nullable(),
  note: z.string().nullable(),
})
export type ShownRule = z.infer<typeof ShownRule>

export const listRules = endpoint({
  method: 'get',
  path: '/api/rules',
  summary: '查看规则',
  asks: 'signed-in',
  query: z.strictObject({ on: IsoDay.optional(), words: Line(60).optional() }),
  answer: z.object({ on: IsoDay, rules: z.array(ShownRule) }),
})

export const Judged = z.object({
  rule: z.string(),
  holds: z.boolean(),
  needed: z.number().int(),
  numbers: z.record(z.string(), z.number().int()),
  citation: z.string(),
  hardness: z.enum(['must', 'default', 'may', 'aim']),
  confidence: z.enum(['H', 'M', 'L']),
})

/** Tries a check on numbers of one's own: 试算. Nothing is recorded. */
export const tryRule = endpoint({
  method: 'post',
  path: '/api/rules/{rule}/trial',
  summary: '试算',
  asks: 'signed-in',
  params: z.strictObject({ rule: Written(100) }),
  body: z.strictObject({ on: IsoDay.optional(), facts: z.record(z.string().max(60), z.number()) }),
  answer: z.object({ judgment: Judged, words: z.string() }),
})
