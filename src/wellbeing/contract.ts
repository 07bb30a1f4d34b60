import { z } from 'zod'
import { Count, endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { FEATURES } from './patterns.ts'

/** A count, or null where it is kept back so that nobody can be found by it. */
const Cell = Count.nullable()

const Row = z.object({ entry: z.string(), label: z.string(), cells: z.array(Cell), total: Cell })

export const ITEM_KINDS = ['suggestion', 'research'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

export const ITEM_KIND_NAMES: Readonly<Record<ItemKind, string>> = {
  suggestion: '建议',
  research: '调研课题',
}

/** The row as it was shown on the day, small counts kept back. */
const Seen = z.object({
  label: z.string(),
  spans: z.array(z.object({ label: z.string(), count: Cell, total: Count })),
  count: Cell,
  total: Count,
})
export type Seen = z.infer<typeof Seen>

export const Item = z.object({
  id: Id,
  kind: z.enum(ITEM_KINDS),
  title: z.string(),
  year: z.int(),
  feature: z.enum(FEATURES),
  entry: z.string(),
  seen: Seen,
  seenOn: IsoDay,
  proposal: z.string().nullable(),
  ownerId: Id,
  ownerName: z.string(),
  dueOn: IsoDay,
  raisedTo: z.string().nullable(),
  raisedOn: IsoDay.nullable(),
  answer: z.string().nullable(),
  answeredOn: IsoDay.nullable(),
  droppedBecause: z.string().nullable(),
  madeByName: z.string(),
  version: Version,
})
export type Item = z.infer<typeof Item>

const YearOf = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() })

export const readPatterns = endpoint({
  method: 'get',
  path: '/api/patterns',
  summary: '看需求统计',
  asks: 'need.count',
  query: YearOf,
  answer: z.object({
    year: z.int(),
    /** Up to this day; null while no quarter of the year is over. */
    until: IsoDay.nullable(),
    /** Counts below this are kept back. */
    threshold: z.int(),
    spans: z.array(z.object({ label: z.string(), total: Count })),
    total: Cell,
    tables: z.array(
      z.object({ feature: z.enum(FEATURES), title: z.string(), rows: z.array(Row).nullable() }),
    ),
    months: z.array(z.object({ month: z.int(), count: Cell })),
    sealed: z.object({ quarters: z.array(z.object({ quarter: z.int(), count: Cell })), total: Cell }),
    items: z.array(Item),
  }),
})

export const makeItem = endpoint({
  method: 'post',
  path: '/api/pattern-items',
  summary: '由统计形成建议或调研课题',
  asks: 'wellbeing.lead',
  body: z.strictObject({
    kind: z.enum(ITEM_KINDS),
    title: Written(60),
    year: z.int().min(2000).max(2100),
    feature: z.enum(FEATURES),
    entry: Written(60),
    proposal: Line(150).default(''),
    ownerId: Id,
    dueOn: IsoDay,
  }),
  answer: z.object({ id: Id }),
})

const item = z.strictObject({ item: Id })

/** Read by those who see the counts, and by its owner whatever her post. */
export const readItem = endpoint({
  method: 'get',
  path: '/api/pattern-items/{item}',
  summary: '看一项建议或调研课题',
  asks: 'signed-in',
  params: item,
  answer: Item,
})

/** What became of it, each as it happens: raised, answered, or dropped with a reason. */
export const changeItem = endpoint({
  method: 'put',
  path: '/api/pattern-items/{item}',
  summary: '登记建议或课题的进展',
  asks: 'signed-in',
  params: item,
  body: z.strictObject({
    title: Written(60),
    proposal: Line(150).default(''),
    raisedTo: Line(60).default(''),
    raisedOn: IsoDay.nullable().default(null),
    answer: Line(500).default(''),
    answeredOn: IsoDay.nullable().default(null),
    droppedBecause: Line(200).default(''),
    version: Version,
  }),
  answer: Item,
})

export const downloadItem = endpoint({
  method: 'get',
  path: '/api/pattern-items/{item}/report.docx',
  summary: '下载情况反映',
  asks: 'signed-in',
  params: item,
})

const Percent = z.int().min(0).max(100)

/** One question put to one group. Asked, answered and shares are told together or not at all. */
export const Figure = z.object({
  entry: z.string(),
  label: z.string(),
  asked: Cell,
  answered: Cell,
  choices: z
    .array(
      z.object({
        id: z.string(),
        text: z.string(),
        count: Count,
        of: Count,
        percent: Percent,
        least: Percent,
        most: Percent,
      }),
    )
    .nullable(),
})
export type Figure = z.infer<typeof Figure>

export const ShownRound = z.object({
  id: Id,
  survey: z.string(),
  title: z.string(),
  audience: z.string(),
  asked: Count,
  fromOn: IsoDay,
  untilOn: IsoDay,
  closedOn: IsoDay.nullable(),
  /** Null while it runs, and where too few answered. */
  answered: Cell,
  questions: z.array(Figure),
})
export type ShownRound = z.infer<typeof ShownRound>

export const readWellbeing = endpoint({
  method: 'get',
  path: '/api/wellbeing',
  summary: '看满意度和调查结果',
  asks: 'wellbeing.read',
  query: YearOf,
  answer: z.object({
    year: z.int(),
    until: IsoDay.nullable(),
    threshold: z.int(),
    /** The two questions put to whoever was told: of all, by quarter, by outcome. */
    told: z.array(
      z.object({
        id: z.enum(['solved', 'satisfied']),
        text: z.string(),
        whole: Figure,
        byQuarter: z.array(Figure),
        byOutcome: z.array(Figure),
      }),
    ),
    rounds: z.array(ShownRound),
  }),
})

export const downloadWellbeing = endpoint({
  method: 'get',
  path: '/api/wellbeing/report.docx',
  summary: '下载满意度和调查情况',
  asks: 'wellbeing.read',
  query: YearOf,
})
