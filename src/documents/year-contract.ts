/** Whose year is asked for, and the day on which it is asked. */
export type YearAsked = {
  organName: string
  unitId: string
  unitName: string
  path: string
  /**
   * The unit itself and the groups in it: theirs are the records that belong into this book. A general branch's own path also
   * holds its branches, which have books of their own; so read `where unit_id = any (units)` rather than by the path.
   */
  units: readonly string[]
  year: number
  today: string
}

/**
 * A chapter of the branch book (支部工作手册), drawn only from records. Without blocks it is a gap, and shown as one.
 * `id` decides its place: overview, committee, elections, members, groups, calendar, general-meetings, committee-meetings,
 * group-meetings, lectures, theme-days, follow-ups, life-meetings, appraisals, talks, analyses, study, outreach, conversions,
 * transfers, floating, care, visits or handovers; see src/archives/chapters.ts, which has the titles.
 */
export type Chapter = { id: string; title: string; blocks: readonly Block[] }

export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; text: string }
  /** `widths` in figures, one a column; in the folder of sheets each table is a sheet of its own. */
  | {
      kind: 'table'
      title: string
      head: readonly string[]
      widths: readonly number[]
      rows: readonly (readonly string[])[]
    }
  /** What should be there and was not recorded: 〔未记〕 stands on paper. */
  | { kind: 'gap'; text: string }

/** The archive's classes. */
export type Series =
  | 'meetings'
  | 'life-meetings'
  | 'appraisals'
  | 'study'
  | 'changes'
  | 'rosters'
  | 'reports'
  | 'handovers'

/** A document of the year as the archive takes it. The same records give the same bytes, whenever they are asked for. */
export type YearPaper = {
  /** One of `Series`. */
  series: string
  /** The day the matter is of, e.g. when the meeting was held. */
  on: string
  title: string
  author: string | null
  /** With its ending. */
  fileName: string
  /** A file that people brought: it is filed byte for byte. */
  asIs?: true
  /** Called once, one paper after another. Times that a Word or Excel file states of its making are taken out by the archive. */
  bytes: () => Promise<Uint8Array>
}
