import { z } from 'zod'
import { COMMITTEE_POSTS } from '../kernel/access.ts'
import { Field } from './columns.ts'
import { DatedDay } from './dated.ts'

/** Posts that a roster names; several of 委员 without a post of their own are `committee-member`. */
export const ROSTER_POSTS = [...COMMITTEE_POSTS, 'group-leader'] as const
export const RosterPost = z.enum(ROSTER_POSTS)
export type RosterPost = z.infer<typeof RosterPost>

/** Full, probationary, under 留党察看, with rights suspended (中止) or membership stopped (停止党籍): people who are still on a roster. */
export const RosterStatus = z.enum(['full', 'probationary', 'on-probation', 'suspended', 'stopped'])
export type RosterStatus = z.infer<typeof RosterStatus>

/** A person as one row of a roster tells; null wherever the row is silent. */
export const RosterPerson = z.object({
  name: z.string(),
  identityNumber: z.string().nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  ethnicity: z.string().nullable(),
  birth: DatedDay.nullable(),
  education: z.string().nullable(),
  nativePlace: z.string().nullable(),
  /** Null when the sheet does not say; never guessed. */
  status: RosterStatus.nullable(),
  /** 入党时间: the day on which the branch meeting admitted the person. */
  joined: DatedDay.nullable(),
  /** 转正时间; null for probationary members even where the sheet gives an expected day. */
  becameFull: DatedDay.nullable(),
  branch: z.string().nullable(),
  group: z.string().nullable(),
  posts: z.array(RosterPost),
  /** The posts in the sheet's own words. */
  partyPost: z.string().nullable(),
  work: z.string().nullable(),
  phone: z.string().nullable(),
  remark: z.string().nullable(),
})
export type RosterPerson = z.infer<typeof RosterPerson>

export const Doubt = z.object({ field: Field, message: z.string() })
export type Doubt = z.infer<typeof Doubt>

export const RosterRow = z.object({
  /** 1-based, as the spreadsheet program numbers it. */
  row: z.number().int(),
  person: RosterPerson,
  doubts: z.array(Doubt),
})
export type RosterRow = z.infer<typeof RosterRow>

export const HandedBack = z.object({
  row: z.number().int(),
  cells: z.array(z.string()),
  reasons: z.array(z.string()),
})
export type HandedBack = z.infer<typeof HandedBack>

export const Double = z.object({
  row: z.number().int(),
  sameAs: z.number().int(),
  name: z.string(),
  by: z.enum(['identity-number', 'name-birth-and-phone', 'whole-row']),
  /** Fields in which the two rows differ; the earlier row's value was taken. */
  differs: z.array(Field),
})
export type Double = z.infer<typeof Double>

export const PassedOverWhy = z.enum(['title', 'header', 'blank', 'total', 'signature', 'note', 'section'])
export const PassedOver = z.object({ row: z.number().int(), why: PassedOverWhy })
export type PassedOver = z.infer<typeof PassedOver>

export const RosterColumn = z.object({
  index: z.number().int(),
  header: z.string(),
  field: Field.nullable(),
  how: z.enum(['header', 'content', 'chosen']),
  sure: z.boolean(),
  sample: z.array(z.string()),
})

/** All that a sheet gave: people taken, rows handed back, doubles, and rows that are no people. Every row is in exactly one of these. */
export const RosterReading = z.object({
  kind: z.enum(['xlsx', 'xls', 'csv', 'html']),
  encoding: z.string().nullable(),
  sheet: z.string(),
  /** Every sheet of the book, so that another may be chosen. */
  sheets: z.array(z.string()),
  /** 1-based; null for a sheet without header. */
  headerRow: z.number().int().nullable(),
  columns: z.array(RosterColumn),
  /** Why nothing could be read, when no column holds names; the person may then choose one. */
  obstacle: z.string().nullable(),
  rows: z.array(RosterRow),
  handedBack: z.array(HandedBack),
  doubles: z.array(Double),
  passedOver: z.array(PassedOver),
})
export type RosterReading = z.infer<typeof RosterReading>
