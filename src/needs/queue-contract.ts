import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Page, Version, Written } from '../http/endpoint.ts'
import { NeedLine } from './contract.ts'
import { CATEGORIES } from './kinds.ts'
import { Asker, NeedWords } from './words.ts'

const need = z.strictObject({ need: Id })

/** Posted, though nothing changes: what is looked for stands in no address and in no log. */
export const searchNeeds = endpoint({
  method: 'post',
  path: '/api/needs/search',
  summary: '按文字找需求',
  asks: 'need.receive',
  body: z.object({ words: Written(60), ...Page }),
  answer: z.object({ needs: z.array(NeedLine), next: z.string().nullable() }),
})

/** A matter that may be the same as another, and why it is shown. */
export const Alike = NeedLine.extend({
  byPhone: z.boolean(),
  /** Words that both have, longest first. */
  common: z.array(z.string()),
})
export type Alike = z.infer<typeof Alike>

/** While a need is being taken down. What is sent is kept nowhere. */
export const findAlike = endpoint({
  method: 'post',
  path: '/api/needs/alike',
  summary: '看有没有相同的需求',
  asks: 'need.receive',
  body: z.object({ line: Line(60), facts: Line(5_000).default(''), phone: Line(60).default('') }),
  answer: z.object({ alike: z.array(Alike) }),
})

export const readAlike = endpoint({
  method: 'get',
  path: '/api/needs/{need}/alike',
  summary: '看可能相同的需求',
  asks: 'need.receive',
  params: need,
  answer: z.object({
    alike: z.array(Alike),
    /** What a person said to be the same. */
    linked: z.array(NeedLine.extend({ decidedOn: IsoDay, byName: z.string() })),
  }),
})

export const judgeAlike = endpoint({
  method: 'post',
  path: '/api/needs/{need}/alike',
  summary: '认定是不是同一件需求',
  asks: 'need.receive',
  params: need,
  body: z.object({ otherId: Id, same: z.boolean(), version: Version }),
  answer: z.object({ version: Version }),
})

/** The words as they should stand; what each was before is written into the record. */
export const correctWords = endpoint({
  method: 'put',
  path: '/api/needs/{need}/words',
  summary: '更正需求内容',
  asks: 'need.receive',
  params: need,
  body: NeedWords.extend({
    asker: Asker,
    // A form sends nothing for what was left empty.
    facts: NeedWords.shape.facts.default(''),
    wish: NeedWords.shape.wish.default(''),
    before: NeedWords.shape.before.default(''),
    category: z.enum(CATEGORIES),
    area: Line(60).default(''),
    version: Version,
  }),
  answer: z.object({ version: Version }),
})

export const downloadRegister = endpoint({
  method: 'get',
  path: '/api/need-register',
  summary: '导出需求登记表',
  asks: 'need.read',
  query: z.object({
    year: z.coerce.number().int().min(2000).max(2100),
    /** Only this month of the year. */
    month: z.coerce.number().int().min(1).max(12).optional(),
    /** Whether the line of ordinary matters stands in the sheet. */
    words: z.enum(['with', 'without']).default('without'),
  }),
})

/** How the fields of a matter's words are called, on the page and in the record of a correction. */
export const WORD_NAMES = {
  line: '一句话说明',
  category: '类别',
  area: '所在地',
  facts: '情况',
  wish: '本人的诉求',
  before: '以前找过谁',
  'asker.name': '称呼',
  'asker.phone': '电话',
  'asker.note': '联系说明',
} as const
export type WordName = keyof typeof WORD_NAMES
