import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { day } from '../kernel/day.ts'

/** A column of a ruled sheet; `width` in figures. A day is given as `2026-11-25` and written as a day. */
export type Column<Of> = {
  header: string
  width: number
  centred?: true
  day?: true
  of: (row: Of, at: number) => string | number
}

export type RuledSheet<Of> = {
  /** Of the tab: at most 31 letters. */
  name: string
  title: string
  organName: string
  columns: readonly Column<Of>[]
  rows: readonly Of[]
}

/** A sheet with any rows, ready to stand beside others in one file. */
export type AnySheet = { write: WriteSheet; title: string }

/**
 * A title, a head that is frozen and repeated on each printed page, and one line a row in the order given; A4 across, as wide as
 * the sheet.
 */
export const ruled = <Of>({ name, title, organName, columns, rows }: RuledSheet<Of>): AnySheet => {
  const table = rows.map((row, at) => columns.map((column) => valueIn(column, row, at)))
  return {
    title,
    write: {
      name,
      columns: columns.map(({ width }) => ({ width })),
      rows: [[inert(title)], columns.map(({ header }) => inert(header)), ...table],
      cells: styled(columns, table.length),
      rowDefs: new Map([
        [0, { height: 30 }],
        [1, { height: 24 }],
        ...table.map((cells, at) => [at + 2, { height: heightOf(cells, columns) }] as const),
      ]),
      ...(columns.length > 1 && {
        merges: [{ startRow: 0, endRow: 0, startCol: 0, endCol: columns.length - 1 }],
      }),
      freezePane: { rows: 2 },
      pageSetup: {
        paperSize: 'a4',
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '$1:$2',
        horizontalCentered: true,
        margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      },
      headerFooter: { oddFooter: `&L${organName.replaceAll('&', '&&')}&R第 &P 页，共 &N 页` },
    },
  }
}

/** The bytes of an .xlsx of these sheets. */
export const sheetsXlsx = (sheets: readonly AnySheet[], creator: string): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ write }) => write),
    properties: { title: sheets[0]?.title ?? '', creator },
    defaultFont: { name: '宋体', size: 10.5 },
  })

const valueIn = <Of>({ of, day }: Column<Of>, row: Of, at: number): CellValue => {
  const value = of(row, at)
  if (typeof value === 'number' || value === '') return value
  return day && /^\d{4}-\d{2}-\d{2}$/.test(value) ? serial(value) : inert(value)
}

/** The day's number in a sheet, counted from 1899-12-30; a JS Date would bring a time zone in. */
const serial = (on: string): number => day('1899-12-30').until(day(on), { largestUnit: 'days' }).days

/**
 * Text that a sheet program would take for a formula, when the cell is edited or the sheet saved as CSV, is led by an
 * apostrophe.
 */
export const inert = (text: string): string => (LEADS_A_FORMULA.test(text) ? `'${text}` : text)

// Programs pass over blanks and marks without width before they look for a formula.
const LEADS_A_FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** Sheet programs do not widen a row to its wrapped text by themselves. In points, 15 for a line of this size. */
const heightOf = (cells: readonly CellValue[], columns: readonly { width: number }[]): number => {
  const lines = cells.map((cell, at) => {
    const room = Math.max(2, columns[at]!.width - 2)
    return String(cell)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0)
  })
  return Math.min(400, 7 + 15 * Math.max(...lines))
}

/** In the width of a figure, which is what columns are measured in. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter < '\u0080' ? 1 : 2), 0)

const line = { style: 'thin' } as const
const BORDER = { top: line, right: line, bottom: line, left: line }

const HEAD: CellStyle = {
  font: { name: '黑体', size: 10.5 },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border: BORDER,
}

const styled = (
  columns: readonly { centred?: true; day?: true }[],
  rows: number,
): NonNullable<WriteSheet['cells']> => {
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  cells.set('0,0', {
    style: { font: { name: '黑体', size: 16 }, alignment: { horizontal: 'center', vertical: 'center' } },
  })
  columns.forEach((column, at) => {
    cells.set(`1,${at}`, { style: HEAD })
    for (let row = 0; row < rows; row += 1) cells.set(`${row + 2},${at}`, { style: bodyStyle(column) })
  })
  return cells
}

const bodyStyle = ({ centred, day }: { centred?: true; day?: true }): CellStyle => ({
  font: { name: '宋体', size: 10.5 },
  alignment: { horizontal: centred ? 'center' : 'left', vertical: 'center', wrapText: true },
  border: BORDER,
  ...(day ? { numFmt: 'yyyy-mm-dd' } : {}),
})
