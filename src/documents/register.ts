import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { TERMS } from '../glossary.ts'
import { day } from '../kernel/day.ts'
import type { RegisterData, RegisterRow } from './contract.ts'
import { kindsName } from './wording.ts'

/**
 * The year's register of a unit's meetings as .xlsx: one line a meeting in the order given, the head frozen and repeated on
 * each printed page, A4 across, as wide as the sheet. A count nobody stated reads 未记.
 */
export const registerXlsx = ({ organName, unitName, year, rows }: RegisterData): Promise<Uint8Array> => {
  const table = rows.map(cellsOf)
  const sheet: WriteSheet = {
    name: `${year}年会议登记表`,
    columns: COLUMNS.map(({ width }) => ({ width })),
    rows: [[`${unitName}${year}年会议登记表`], COLUMNS.map(({ header }) => header), ...table],
    cells: styled(table),
    rowDefs: new Map([
      [0, { height: 30 }],
      [1, { height: 24 }],
      ...table.map((cells, at) => [at + 2, { height: heightOf(cells) }] as const),
    ]),
    merges: [{ startRow: 0, endRow: 0, startCol: 0, endCol: COLUMNS.length - 1 }],
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
  }
  return writeXlsx({
    sheets: [sheet],
    properties: { title: `${unitName}${year}年会议登记表`, creator: unitName },
    defaultFont: { name: '宋体', size: 10.5 },
  })
}

const UNSTATED = '未记'

type Column = {
  header: string
  width: number
  centred?: true
  of: (row: RegisterRow, at: number) => CellValue
}

const COLUMNS: readonly Column[] = [
  { header: '序号', width: 6, centred: true, of: (_row, at) => at + 1 },
  { header: '日期', width: 12, centred: true, of: ({ heldOn }) => serial(heldOn) },
  { header: '类型', width: 21, of: ({ kinds }) => kindsName(kinds) },
  { header: '议题', width: 34, of: ({ title }) => inert(title) },
  { header: '主持', width: 10, centred: true, of: ({ hostName }) => inert(hostName ?? UNSTATED) },
  { header: '记录', width: 10, centred: true, of: ({ recorderName }) => inert(recorderName ?? UNSTATED) },
  { header: '应到', width: 7, centred: true, of: ({ entitled }) => entitled ?? UNSTATED },
  { header: '实到', width: 7, centred: true, of: ({ present }) => present ?? UNSTATED },
  { header: '请假', width: 7, centred: true, of: ({ excused }) => excused ?? UNSTATED },
  { header: '缺席', width: 7, centred: true, of: ({ absent }) => absent ?? UNSTATED },
  { header: '决议', width: 40, of: ({ resolutions }) => inert(resolutionWords(resolutions)) },
  {
    header: '补录',
    width: 12,
    centred: true,
    of: (row) => (row.late && row.recordedOn ? serial(row.recordedOn) : ''),
  },
  { header: '状态', width: 9, centred: true, of: ({ stage }) => TERMS[stage as keyof typeof TERMS] ?? stage },
]

const DAYS = new Set(
  COLUMNS.flatMap(({ header }, at) => (header === '日期' || header === '补录' ? [at] : [])),
)

const cellsOf = (row: RegisterRow, at: number): CellValue[] => COLUMNS.map(({ of }) => of(row, at))

const resolutionWords = (resolutions: RegisterRow['resolutions']): string =>
  resolutions
    .map(
      ({ text, passed }, at) =>
        `${resolutions.length === 1 ? '' : `${at + 1}.`}${text}（${passed ? '通过' : '未通过'}）`,
    )
    .join('\n')

/** The day's number in a sheet, counted from 1899-12-30; a JS Date would bring a time zone in. */
const serial = (on: string): number => day('1899-12-30').until(day(on), { largestUnit: 'days' }).days

/**
 * Text that a sheet program would take for a formula, when the cell is edited or the sheet saved as CSV, is led by an
 * apostrophe.
 */
export const inert = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)

/** Sheet programs do not widen a row to its wrapped text by themselves. In points, 15 for a line of this size. */
const heightOf = (cells: readonly CellValue[]): number => {
  const lines = cells.map((cell, at) => {
    const room = COLUMNS[at]!.width - 2
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

const styled = (table: readonly CellValue[][]): NonNullable<WriteSheet['cells']> => {
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  cells.set('0,0', {
    style: { font: { name: '黑体', size: 16 }, alignment: { horizontal: 'center', vertical: 'center' } },
  })
  COLUMNS.forEach((column, at) => {
    cells.set(`1,${at}`, { style: HEAD })
    table.forEach((_row, row) => {
      cells.set(`${row + 2},${at}`, { style: bodyStyle(column, at) })
    })
  })
  return cells
}

const bodyStyle = (column: Column, at: number): CellStyle => ({
  font: { name: '宋体', size: 10.5 },
  alignment: { horizontal: column.centred ? 'center' : 'left', vertical: 'center', wrapText: true },
  border: BORDER,
  ...(DAYS.has(at) ? { numFmt: 'yyyy-mm-dd' } : {}),
})
