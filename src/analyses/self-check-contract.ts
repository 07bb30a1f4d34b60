import { z } from 'zod'
import { endpoint, Line, Written } from '../http/endpoint.ts'

/** Never added up, never compared: three words to oneself. */
export const FOUND = ['kept', 'short', 'none'] as const
export type Found = (typeof FOUND)[number]

const Year = z.coerce.number().int().min(1990).max(2100)

export const SelfCheckItem = z.object({
  item: z.string(),
  source: z.string().nullable(),
  found: z.enum(FOUND).nullable(),
  note: z.string(),
  /** Whether the present list still has it. */
  asked: z.boolean(),
})
export type SelfCheckItem = z.infer<typeof SelfCheckItem>

export const SelfCheck = z.object({
  year: z.number().int(),
  items: z.array(SelfCheckItem),
  /** 0 while nothing is kept. */
  version: z.number().int().min(0),
})
export type SelfCheck = z.infer<typeof SelfCheck>

/** One's own answers; there is no request by which anyone else's can be read. */
export const readSelfCheck = endpoint({
  method: 'get',
  path: '/api/me/self-checks/{year}',
  summary: '查看自己的政治体检自查',
  asks: 'signed-in',
  params: z.strictObject({ year: Year }),
  answer: SelfCheck,
})

export const keepSelfCheck = endpoint({
  method: 'put',
  path: '/api/me/self-checks/{year}',
  summary: '保存自己的政治体检自查',
  asks: 'signed-in',
  params: z.strictObject({ year: Year }),
  body: z.strictObject({
    items: z
      .array(z.strictObject({ item: Written(60), found: z.enum(FOUND).nullable(), note: Line(2000) }))
      .max(80),
    version: z.number().int().min(0),
  }),
  answer: z.object({ version: z.number().int() }),
})

export const deleteSelfCheck = endpoint({
  method: 'delete',
  path: '/api/me/self-checks/{year}',
  summary: '删除自己的政治体检自查',
  asks: 'signed-in',
  params: z.strictObject({ year: Year }),
  answer: SelfCheck,
})
