/** Whose year is asked for: a unit with its path, and the day on which it is asked. */
export type YearAsked = {
  organName: string
  unitId: string
  unitName: string
  path: string
  year: number
  today: string
}

/**
 * A chapter of the branch book (支部工作手册), drawn only from records. Without blocks it is a gap, and shown as one.
 * `id` decides its place: see src/archives/chapters.ts.
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

/** A document of the year as the archive takes it. The same records give the same bytes, whenever they are asked for. */
export type YearPaper = {
  /** Of the archive's classes: meetings, life-meetings, appraisals, study, changes, rosters, reports. */
  series: string
  /** The day the matter is of, e.g. when the meeting was held. */
  on: string
  title: string
  author: string | null
  /** With its ending. */
  fileName: string
  bytes: () => Promise<Uint8Array>
}
