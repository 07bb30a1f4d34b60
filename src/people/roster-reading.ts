import type { Book } from './book.ts'
import { type Cell, isBlankRow, isNothing, type Sheet, textOf } from './cell.ts'
import type { Field } from './columns.ts'
import { type DatedColumn, type DatedDay, tenthOf } from './dated.ts'
import { findHeaderRow, type HeaderRow, headerAt } from './header-row.ts'
import { type Column, columnsOf, type Mapping, readColumns } from './layout.ts'
import type { HandedBack, PassedOver, RosterReading, RosterRow } from './roster.ts'
import { settleDoubles } from './roster-doubles.ts'
import { type RowContext, readPerson } from './roster-person.ts'
import { groupKey } from './roster-posts.ts'
import { passedOver, sectionGroup } from './roster-rows.ts'

/** How to read, beyond what the sheet itself says. */
export type RosterOptions = {
  today: Temporal.PlainDate
  /** Name of the sheet to read; by default the one that looks most like a roster. */
  sheet?: string
  /** 1-based row of the header, where the person at the preview corrected it; 0 for none. */
  headerRow?: number
  mapping?: Mapping
  /** Names of the branch's groups, against which the sheet's are checked. */
  groups?: readonly string[]
  /** The status taken for people whose sheet states none; without it they stay open and in doubt. */
  presumed?: 'full' | 'probationary'
}

/** Reads a book as a roster: who is on it, what is in doubt, which rows go back and why. Nothing is decided that the sheet leaves open. */
export const readRoster = (book: Book, options: RosterOptions): RosterReading => {
  const { sheet, header } = chooseSheet(book, options)
  const columns = readColumns(sheet, header, options.mapping ?? {})
  const fields = columnsOf(columns)
  const read = fields.has('name')
    ? readRows(sheet, header, columns, options)
    : { rows: [], handedBack: [], passedOver: [] }
  const settled = settleDoubles(read.rows, (row) => cellsOf(sheet.rows[row - 1] ?? [], columns.length))
  return {
    kind: book.kind,
    encoding: book.encoding,
    sheet: sheet.name,
    sheets: book.sheets.map(({ name }) => name),
    headerRow: header ? header.top + 1 : null,
    columns,
    obstacle: fields.has('name')
      ? null
      : '没有认出「姓名」一列。请在下面指定哪一列是姓名，或确认选对了工作表。',
    rows: settled.rows,
    handedBack: [...read.handedBack, ...settled.handedBack].sort((one, other) => one.row - other.row),
    doubles: settled.doubles,
    passedOver: read.passedOver,
  }
}

const chooseSheet = (book: Book, options: RosterOptions): { sheet: Sheet; header: HeaderRow | null } => {
  const found = book.sheets.map((sheet) => ({ sheet, header: findHeaderRow(sheet.rows, sheet.merges) }))
  const named = found.find(({ sheet }) => sheet.name === options.sheet)
  const most = found.reduce((best, one) => (promise(one) > promise(best) ? one : best))
  const chosen = named ?? most
  if (options.headerRow === undefined) return chosen
  const { rows, merges } = chosen.sheet
  return { ...chosen, header: options.headerRow > 0 ? headerAt(rows, merges, options.headerRow - 1) : null }
}

/** A sheet with a header promises more than one without, and a longer one more than a shorter. */
const promise = ({ sheet, header }: { sheet: Sheet; header: HeaderRow | null }): number =>
  header ? 1_000_000 + sheet.rows.length : sheet.rows.length

type Rows = { rows: RosterRow[]; handedBack: HandedBack[]; passedOver: PassedOver[] }

const readRows = (
  sheet: Sheet,
  header: HeaderRow | null,
  columns: readonly Column[],
  options: RosterOptions,
): Rows => {
  const read: Rows = { rows: [], handedBack: [], passedOver: [] }
  const from = header ? header.top + header.depth : 0
  const fields = columnsOf(columns)
  const context = contextOf(sheet, from, fields, options)
  const filled = fillDown(sheet, from, columns)
  let section: string | null = null
  for (let index = 0; index < sheet.rows.length; index++) {
    const row = index + 1
    const cells = filled.get(index) ?? sheet.rows[index]!
    const why = index < from ? beforeTable(cells, header, index) : passedOver(cells, fields, header)
    if (why) {
      if (why === 'section') section = sectionGroup(cells)
      read.passedOver.push({ row, why })
      continue
    }
    const { person, doubts, reasons } = readPerson(cells, context)
    if (reasons.length > 0) read.handedBack.push({ row, cells: cellsOf(cells, columns.length), reasons })
    else read.rows.push({ row, person: person.group ? person : { ...person, group: section }, doubts })
  }
  return read
}

const beforeTable = (cells: readonly Cell[], header: HeaderRow | null, index: number): PassedOver['why'] => {
  if (header && index >= header.top) return 'header'
  return isBlankRow(cells) ? 'blank' : 'title'
}

const contextOf = (
  sheet: Sheet,
  from: number,
  columns: RowContext['columns'],
  options: RosterOptions,
): RowContext => {
  const today: DatedDay = { on: options.today.toString(), precision: 'day' }
  const dateColumn = (field: Field): DatedColumn => {
    const index = columns.get(field)?.[0]?.index
    const cells = index === undefined ? [] : sheet.rows.slice(from).map((row) => row[index])
    return { tenth: tenthOf(cells), thisYear: options.today.year }
  }
  return {
    columns,
    today,
    dates: { birth: dateColumn('birth'), joined: dateColumn('joined'), becameFull: dateColumn('becameFull') },
    groups: new Map((options.groups ?? []).map((name) => [groupKey(name), name])),
    presumed: options.presumed ?? null,
  }
}

/** Fields that a roster writes once in a merged cell for several people. */
const SPANNING: ReadonlySet<Field> = new Set(['group', 'branch', 'work', 'category', 'ethnicity'])

const fillDown = ({ rows, merges }: Sheet, from: number, columns: readonly Column[]): Map<number, Cell[]> => {
  const filled = new Map<number, Cell[]>()
  for (const { top, left, bottom, right } of merges) {
    const field = columns[left]?.field
    if (left !== right || top < from || !field || !SPANNING.has(field)) continue
    const value = rows[top]?.[left] ?? null
    for (let index = top + 1; index <= Math.min(bottom, rows.length - 1); index++) {
      const cells = filled.get(index) ?? [...rows[index]!]
      if (isNothing(textOf(cells[left]))) cells[left] = value
      filled.set(index, cells)
    }
  }
  return filled
}

/** The rows of the sheet that was read, as text. */
export const rowTexts = (book: Book, { sheet, columns }: RosterReading) => {
  const rows = book.sheets.find(({ name }) => name === sheet)?.rows ?? []
  return (row: number): string[] => cellsOf(rows[row - 1] ?? [], columns.length)
}

const cellsOf = (cells: readonly Cell[], width: number): string[] =>
  Array.from({ length: width }, (_, index) => textOf(cells[index]))
