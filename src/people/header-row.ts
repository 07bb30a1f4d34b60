import { type Cell, isBlankRow, type Merge, tightOf } from './cell.ts'
import { isKnownHeader, plainHeader, readHeader } from './columns.ts'

/** Where the header stands: `top` is 0-based, `depth` 1 or 2 rows, one label per column. */
export type HeaderRow = { top: number; depth: 1 | 2; labels: string[] }

/** Titles, reporting lines and notes rarely fill more rows than this above a table. */
const SEARCHED = 40

/** The row that names most fields, 姓名 among them if any row does; null when the sheet has no such row. */
export const findHeaderRow = (rows: readonly Cell[][], merges: readonly Merge[]): HeaderRow | null => {
  let best: { top: number; weight: number } | null = null
  for (let top = 0; top < Math.min(SEARCHED, rows.length); top++) {
    const weight = weightOf(rows[top]!)
    if (weight > (best?.weight ?? 0)) best = { top, weight }
  }
  return best && headerAt(rows, merges, best.top)
}

/** Reads the header at a row, together with a second row below it where the first only groups columns. */
export const headerAt = (rows: readonly Cell[][], merges: readonly Merge[], top: number): HeaderRow => {
  const upper = rows[top] ?? []
  const lower = rows[top + 1] ?? []
  if (!isSecondHeader(upper, lower)) return { top, depth: 1, labels: upper.map(plainHeader) }
  const above = spread(upper, lower, merges, top)
  const width = Math.max(upper.length, lower.length)
  const labels = Array.from({ length: width }, (_, index) =>
    join(above[index] ?? '', plainHeader(lower[index])),
  )
  return { top, depth: 2, labels }
}

/** One known word beside a name makes a header; without a name it takes three, since 单位 alone heads many a title. */
const weightOf = (row: readonly Cell[]): number => {
  const headers = row.map(plainHeader)
  const known = new Set(headers.filter(isKnownHeader)).size
  if (known > 0 && headers.some((header) => readHeader(header).field === 'name')) return 1000 + known
  return known >= 3 ? known : 0
}

/** Words of a person's row or of a footer, which no header holds. */
const VALUE = /\d{2}|合计|[:：]|^[男女]$|族$|^(正式|预备)(党员)?$/

/** A second header row leaves the name column empty and holds words, not values, elsewhere. */
const isSecondHeader = (upper: readonly Cell[], lower: readonly Cell[]): boolean => {
  if (isBlankRow(lower)) return false
  const name = upper.findIndex((cell) => readHeader(plainHeader(cell)).field === 'name')
  if (name < 0 || tightOf(lower[name]) !== '') return false
  const words = lower.map(tightOf).filter(Boolean)
  const spansMore = lower.some((cell, index) => tightOf(cell) !== '' && tightOf(upper[index]) === '')
  return spansMore && words.every((word) => word.length <= 12 && !VALUE.test(word))
}

/** A heading over several columns stands in its first cell only: carry it over the columns that it covers. */
const spread = (
  upper: readonly Cell[],
  lower: readonly Cell[],
  merges: readonly Merge[],
  top: number,
): string[] => {
  const above: string[] = []
  for (let index = 0; index < Math.max(upper.length, lower.length); index++) {
    const own = plainHeader(upper[index])
    const merge = merges.find(
      ({ left, right, ...rows }) => rows.top <= top && rows.bottom >= top && left <= index && right >= index,
    )
    const carried = merge ? plainHeader(upper[merge.left]) : tightOf(lower[index]) && (above[index - 1] ?? '')
    above[index] = own || carried || ''
  }
  return above
}

/** Of 入党 over 时间 the whole says more than either part; of 基本情况 over 姓名 the part does. */
const join = (above: string, below: string): string => {
  if (below === '') return above
  if (isKnownHeader(below) && readHeader(below).field !== 'work') return below
  return isKnownHeader(above + below) || readHeader(below).field === null ? above + below : below
}
