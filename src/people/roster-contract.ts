import { z } from 'zod'
import { Count, endpoint, Id, IsoDay, Line, Written } from '../http/endpoint.ts'
import { SHEET_LIMITS } from './book.ts'
import { Field } from './columns.ts'
import { Double, Doubt, PassedOver, RosterColumn, RosterPerson } from './roster.ts'

/** Rows of each list that an answer carries at most; the counts tell of all. */
export const SHOWN_MOST = 500

/** JSON inside an address: what the person at the preview chose. */
const Chosen = <Value extends z.ZodType>(value: Value, hint: string) =>
  z
    .string()
    .max(8000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: hint })
        return z.NEVER
      }
    })
    .pipe(value)

const RowNumber = z.string().regex(/^[1-9]\d{0,6}$/, '应是行号')

/** How to read a sheet, beyond what it says itself. */
export const Reading = {
  /** The file's name, with which the import is found again. */
  name: Written(200),
  /** By column, from 0: what it holds, or `ignore`. */
  mapping: Chosen(
    z.record(z.string().regex(/^\d{1,3}$/, '应是列号'), z.union([Field, z.literal('ignore')])),
    '应是 JSON，如 {"0":"name"}',
  ).optional(),
  sheet: Line(100).optional(),
  /** 1-based; 0 for a sheet without header. */
  headerRow: z.coerce.number().int().min(0).max(SHEET_LIMITS.rows).optional(),
  /** Taken for people whose sheet states no status. */
  presumed: z.enum(['full', 'probationary']).optional(),
  /** By row: which known person an unsure one is, or `new`. */
  decided: Chosen(
    z.record(RowNumber, z.union([Id, z.literal('new')])),
    '应是 JSON，如 {"14":"new"}',
  ).optional(),
}

export const ShownChange = z.object({ field: z.string(), was: z.string().nullable(), now: z.string() })

/** A row as the preview shows it: the identity number masked, changes in words. */
export const ShownRow = z.object({
  row: z.number().int(),
  person: RosterPerson.pick({
    name: true,
    sex: true,
    status: true,
    birth: true,
    joined: true,
    becameFull: true,
    group: true,
    partyPost: true,
  }),
  masked: z.string().nullable(),
  outcome: z.enum(['new', 'changed', 'same']),
  changes: z.array(ShownChange),
  doubts: z.array(Doubt),
})
export type ShownRow = z.infer<typeof ShownRow>

/** A row that only a person can match, with the people of that name in words that tell them apart. */
export const UnsureRow = z.object({
  row: z.number().int(),
  name: z.string(),
  says: z.string(),
  candidates: z.array(z.object({ id: Id, says: z.string() })),
})
export type UnsureRow = z.infer<typeof UnsureRow>

export const ShownBack = z.object({ row: z.number().int(), name: z.string(), reasons: z.array(z.string()) })

export const RosterPreview = z.object({
  kind: z.enum(['xlsx', 'xls', 'csv', 'html']),
  encoding: z.string().nullable(),
  sheet: z.string(),
  sheets: z.array(z.string()),
  headerRow: z.number().int().nullable(),
  columns: z.array(RosterColumn),
  obstacle: z.string().nullable(),
  /** What the sheet calls the branch, where that is not the name of the one imported into. */
  otherBranch: z.string().nullable(),
  counts: z.object({
    taken: Count,
    new: Count,
    changed: Count,
    same: Count,
    doubtful: Count,
    /** People of whom nothing says whether they are full or probationary. */
    open: Count,
    handedBack: Count,
    doubles: Count,
    passedOver: Count,
    unmentioned: Count,
  }),
  /** Groups that accepting would found. */
  groups: z.array(z.string()),
  /** Those with doubts first, then changes, new people, and those that stay as they are. */
  rows: z.array(ShownRow),
  unsure: z.array(UnsureRow),
  handedBack: z.array(ShownBack),
  doubles: z.array(Double),
  passedOver: z.array(PassedOver),
  /** Names of known people of whom the sheet says nothing. */
  unmentioned: z.array(z.string()),
  /** Of the file's bytes: what is accepted is what was looked at. */
  digest: z.string(),
  /** Of what the sheet would do: changes when the register does. */
  basis: z.string(),
})
export type RosterPreview = z.infer<typeof RosterPreview>

const upload = { most: SHEET_LIMITS.bytes }
const Unit = z.strictObject({ unit: Id })

export const previewRoster = endpoint({
  method: 'post',
  path: '/api/units/{unit}/roster/preview',
  summary: '预览名册',
  asks: 'roster.change',
  params: Unit,
  query: z.strictObject(Reading),
  upload,
  answer: RosterPreview,
})

export const Imported = z.object({
  /** Null when the sheet changed nothing. */
  batch: Id.nullable(),
  taken: Count,
  new: Count,
  changed: Count,
  same: Count,
  doubles: Count,
  handedBack: Count,
  groups: z.array(z.string()),
  posts: Count,
})
export type Imported = z.infer<typeof Imported>

const Hash = z.string().regex(/^[0-9a-f]{64}$/, '请重新预览')

export const importRoster = endpoint({
  method: 'post',
  path: '/api/units/{unit}/roster',
  summary: '导入名册',
  asks: 'roster.change',
  params: Unit,
  query: z.strictObject({ ...Reading, digest: Hash, basis: Hash }),
  upload,
  answer: Imported,
})

/** The rows handed back, as they came, with the reasons: an .xlsx to be mended and sent again. */
export const handedBackSheet = endpoint({
  method: 'post',
  path: '/api/units/{unit}/roster/handed-back',
  summary: '下载退回的行',
  asks: 'roster.change',
  params: Unit,
  query: z.strictObject(Reading),
  upload,
})

export const exportRoster = endpoint({
  method: 'get',
  path: '/api/units/{unit}/roster.xlsx',
  summary: '导出名册',
  asks: 'roster.read',
  params: Unit,
  query: z.strictObject({ on: IsoDay.optional() }),
})

export const Batch = z.object({
  id: Id,
  fileName: z.string(),
  at: z.string(),
  byName: z.string().nullable(),
  taken: Count,
  created: Count,
  changed: Count,
  doubles: Count,
  handedBack: Count,
  undoneAt: z.string().nullable(),
})
export type Batch = z.infer<typeof Batch>

export const listBatches = endpoint({
  method: 'get',
  path: '/api/units/{unit}/batches',
  summary: '查看导入记录',
  asks: 'roster.change',
  params: Unit,
  answer: z.object({ batches: z.array(Batch) }),
})

export const undoBatch = endpoint({
  method: 'post',
  path: '/api/batches/{batch}/undo',
  summary: '撤销导入',
  asks: 'roster.change',
  params: z.strictObject({ batch: Id }),
  body: z.strictObject({}),
  answer: z.object({ removed: Count, restored: Count }),
})
