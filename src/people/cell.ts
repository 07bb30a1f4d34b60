/** How exactly a day was written: some rosters keep months only. */
export type Precision = 'day' | 'month'

/** A cell that the workbook itself holds as a date; `month` when its number format hides the day. */
export type DayCell = { day: string; precision: Precision }

export type Cell = string | number | DayCell | null

/** A block of merged cells, all four bounds 0-based and included. */
export type Merge = { top: number; left: number; bottom: number; right: number }

export type Sheet = { name: string; rows: Cell[][]; merges: Merge[] }

const SIMPLE = /^[\x21-\x7e\u4e00-\u9fff]*$/
// Control characters too: a database cannot keep NUL, and nobody meant the others.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what goes
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g
const SPACES = /[\s\u3000]+/g
/** Full-width digits, letters and the marks inside dates and numbers; Chinese punctuation stays as it was written. */
const WIDE = /[\uff0d-\uff0f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g

/** The cell as a person would read it: full-width digits narrowed, runs of space made one, a leading apostrophe dropped. */
export const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return digitsOf(cell)
  if (typeof cell !== 'string') return cell.precision === 'month' ? cell.day.slice(0, 7) : cell.day
  if (SIMPLE.test(cell) && !cell.startsWith("'") && !cell.startsWith('=')) return cell
  const text = cell
    .toWellFormed()
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .replace(WIDE, narrow)
    .trim()
  // CSV writers force text by 'x or ="x"; neither is part of what was meant.
  return text
    .replace(/^="(.*)"$/, '$1')
    .replace(/^['‘’`]+/, '')
    .trim()
}

const narrow = (wide: string): string => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)

/** The text without any space, for words that are often spread to fill a cell: 姓　名, 曾　丽. */
export const tightOf = (cell: Cell | undefined): string => textOf(cell).replaceAll(' ', '')

/** A number's digits in full, never in powers of ten. */
export const digitsOf = (value: number): string =>
  Math.abs(value) < 1e15 ? String(value) : value.toLocaleString('en-US', { useGrouping: false })

const NOTHING = new Set([
  '',
  '无',
  '/',
  '\\',
  '-',
  '--',
  '—',
  '——',
  '-',
  '暂无',
  '空',
  'null',
  'NULL',
  'N/A',
  '#N/A',
])

/** True for an empty cell and for the usual signs of "nothing here". */
export const isNothing = (text: string): boolean => text.length <= 4 && NOTHING.has(text)

export const isBlankRow = (row: readonly Cell[]): boolean => row.every((cell) => textOf(cell) === '')
