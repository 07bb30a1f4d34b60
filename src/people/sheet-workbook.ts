import * as sheetjs from '@e965/xlsx'
import { type CellValue, type MergeRange, readXlsx, type Sheet as XlsxSheet } from 'hucre/xlsx'
import type { Refusal } from '../kernel/outcome.ts'
import { DAMAGED, ENCRYPTED, SHEET_LIMITS } from './book.ts'
import { type Cell, isBlankRow, type Merge, type Precision, type Sheet } from './cell.ts'

/** Rows whose number formats are looked at, to tell dates that show a month only. */
const FORMATS_SAMPLED = 500

/** Reads the visible sheets of an .xlsx workbook. */
export const readWorkbook = async (bytes: Uint8Array): Promise<Sheet[] | Refusal> => {
  try {
    const visible = (info: { hidden?: boolean; veryHidden?: boolean }) => !info.hidden && !info.veryHidden
    const range = `A1:${columnName(SHEET_LIMITS.columns - 1)}${SHEET_LIMITS.rows + 1}`
    const { sheets } = await readXlsx(bytes, { sheets: visible, range })
    const dated = sheets.some(({ rows }) => rows.some((row) => row.some((value) => value instanceof Date)))
    const styled = dated
      ? await readXlsx(bytes, { sheets: visible, readStyles: true, maxRows: FORMATS_SAMPLED, range })
      : null
    return sheets.map((sheet, index) => tableOf(sheet, monthColumns(styled?.sheets[index])))
  } catch {
    return DAMAGED
  }
}

const tableOf = ({ name, rows, merges }: XlsxSheet, months: ReadonlySet<number>): Sheet => ({
  name,
  rows: withoutTail(
    rows.map((row) => row.map((value, index) => asCell(value, months.has(index) ? 'month' : 'day'))),
  ),
  merges: (merges ?? []).map(asMerge),
})

const asCell = (value: CellValue, precision: Precision): Cell => {
  if (value === null || value === '') return null
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { day: isoDay(value), precision }
  return typeof value === 'boolean' ? String(value) : value
}

/** Workbook dates are wall-clock days; some writers store them some seconds before midnight. */
const isoDay = (at: Date): string => new Date(at.getTime() + 60_000).toISOString().slice(0, 10)

/** Columns whose every dated cell shows a month without a day: 1998年7月 typed into a cell is stored as 1998-07-01. */
const monthColumns = (sheet: XlsxSheet | undefined): ReadonlySet<number> => {
  const shows = new Map<number, boolean>()
  for (const [at, cell] of sheet?.cells ?? []) {
    if (cell.type !== 'date') continue
    const index = Number(at.split(',')[1])
    shows.set(index, (shows.get(index) ?? true) && showsMonthOnly(cell.style?.numFmt ?? ''))
  }
  return new Set([...shows].filter(([, month]) => month).map(([index]) => index))
}

/** True for yyyy"年"m"月", mmm-yy and the like; false where the format shows a day. */
export const showsMonthOnly = (format: string): boolean => {
  const signs = format
    .replace(/\[[^\]]*\]|\\./g, '')
    .replace(/"[^"]*"/g, '')
    .toLowerCase()
  return /y/.test(signs) && /m/.test(signs) && !/[dhs]/.test(signs)
}

const asMerge = ({ startRow, startCol, endRow, endCol }: MergeRange): Merge => ({
  top: startRow,
  left: startCol,
  bottom: endRow,
  right: endCol,
})

/** Reads .xls of any age, binary .xlsb, and the web pages and XML that many systems name .xls. */
export const readOldWorkbook = (bytes: Uint8Array, kind: 'xls' | 'html'): Sheet[] | Refusal => {
  try {
    const options = {
      dense: true,
      cellNF: true,
      cellHTML: false,
      cellFormula: false,
      sheetRows: SHEET_LIMITS.rows + 2,
    }
    const book =
      kind === 'html'
        ? sheetjs.read(decodeMarkup(bytes), { ...options, type: 'string', raw: true })
        : sheetjs.read(bytes, { ...options, type: 'array' })
    const shown = book.SheetNames.filter((_, index) => !book.Workbook?.Sheets?.[index]?.Hidden)
    return shown.map((name) =>
      oldTableOf(name, book.Sheets[name]!, Boolean(book.Workbook?.WBProps?.date1904)),
    )
  } catch (error) {
    return /password|encrypt/i.test(String(error)) ? ENCRYPTED : DAMAGED
  }
}

const decodeMarkup = (bytes: Uint8Array): string => {
  const declared = /charset=["']?([\w-]+)|encoding=["']([\w-]+)/i.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 2048)),
  )
  const encodings = ['utf-8', declared?.[1] ?? declared?.[2] ?? 'gb18030', 'gb18030']
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {}
  }
  return new TextDecoder('gb18030').decode(bytes)
}

const oldTableOf = (name: string, sheet: sheetjs.WorkSheet, from1904: boolean): Sheet => {
  const rows: (sheetjs.CellObject | undefined)[][] = sheet['!data'] ?? []
  return {
    name,
    rows: withoutTail(
      Array.from(rows, (row) =>
        Array.from(row ?? [], (cell) => oldCell(cell, from1904)).slice(0, SHEET_LIMITS.columns),
      ),
    ),
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
  }
}

const oldCell = (cell: sheetjs.CellObject | undefined, from1904: boolean): Cell => {
  if (!cell || cell.v === undefined || cell.v === '' || cell.t === 'z' || cell.t === 'e') return null
  if (cell.v instanceof Date) return { day: isoDay(cell.v), precision: 'day' }
  const format = String(cell.z ?? '')
  if (typeof cell.v === 'number' && cell.v > 0 && cell.v < 100_000 && sheetjs.SSF.is_date(format)) {
    const at = new Date((cell.v + (from1904 ? 1462 : 0) - 25569) * 86_400_000)
    return { day: isoDay(at), precision: showsMonthOnly(format) ? 'month' : 'day' }
  }
  return typeof cell.v === 'boolean' ? String(cell.v) : cell.v
}

const withoutTail = (rows: Cell[][]): Cell[][] => {
  let end = rows.length
  while (end > 0 && isBlankRow(rows[end - 1]!)) end--
  return rows.slice(0, end)
}

const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26))
