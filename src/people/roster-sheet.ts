import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { FIELD_NAMES, type Field } from './columns.ts'
import type { DatedDay } from './dated.ts'
import { maskIdentityNumber } from './identity-number.ts'
import type { RosterPerson, RosterReading, RosterStatus } from './roster.ts'

/** The register's columns in the register's order, then those that a branch book adds. */
const COLUMNS: readonly Field[] = [
  'name',
  'identityNumber',
  'sex',
  'ethnicity',
  'birth',
  'education',
  'category',
  'branch',
  'joined',
  'becameFull',
  'work',
  'phone',
  'standing',
  'group',
  'partyPost',
  'nativePlace',
  'remark',
]

const CATEGORY: Record<RosterStatus, string> = {
  full: '正式党员',
  probationary: '预备党员',
  'on-probation': '正式党员',
  suspended: '正式党员',
  stopped: '正式党员',
}

const STANDING: Record<RosterStatus, string> = {
  full: '正常',
  probationary: '正常',
  'on-probation': '留党察看',
  suspended: '中止党员权利',
  stopped: '停止党籍',
}

const WIDE: Partial<Record<Field, number>> = {
  identityNumber: 22,
  branch: 28,
  work: 24,
  remark: 28,
  becameFull: 20,
  joined: 18,
}

/** How much of the identity numbers an exported sheet shows. */
export type Showing = 'masked' | 'whole'

/** The roster as an .xlsx that this product, and the national register's forms, can read back. Months stay months. */
export const writeRoster = (
  title: string,
  people: readonly RosterPerson[],
  showing: Showing,
): Promise<Uint8Array> => {
  const rows = people.map((person) => COLUMNS.map((field) => written(person, field, showing)))
  return writeTexts(
    title,
    [COLUMNS.map((field) => FIELD_NAMES[field]), ...rows],
    COLUMNS.map((field) => WIDE[field] ?? 14),
  )
}

/** The rows that were handed back, as they came, with the reasons and the row's number in the sheet; ready to be mended and sent again. */
export const writeHandedBack = ({ columns, handedBack }: RosterReading): Promise<Uint8Array> => {
  const header = [
    ...columns.map(({ header, index }) => header || `第 ${index + 1} 列`),
    '退回原因',
    '原表行号',
  ]
  const rows = handedBack.map(({ row, cells, reasons }) => [
    ...columns.map(({ index }) => cells[index] ?? ''),
    reasons.join('；'),
    String(row),
  ])
  return writeTexts('退回的行', [header, ...rows], [...columns.map(() => 16), 60, 10])
}

const written = (person: RosterPerson, field: Field, showing: Showing): string => {
  if (field === 'category') return person.status ? CATEGORY[person.status] : ''
  if (field === 'standing') return person.status ? STANDING[person.status] : ''
  if (field === 'sex') return person.sex ? { female: '女', male: '男' }[person.sex] : ''
  if (field === 'identityNumber' && person.identityNumber && showing === 'masked')
    return maskIdentityNumber(person.identityNumber)
  const value = person[field]
  return value === null ? '' : typeof value === 'string' ? value : shownDay(value)
}

const shownDay = ({ on, precision }: DatedDay): string => (precision === 'month' ? on.slice(0, 7) : on)

/**
 * Every cell is text in a text-formatted column: numbers keep their digits, and a value that begins with = + - @ stays
 * the words that somebody typed, also after the cell is edited.
 */
const writeTexts = (name: string, rows: string[][], widths: number[]): Promise<Uint8Array> => {
  const sheet: WriteSheet = {
    name: sheetName(name),
    rows,
    columns: widths.map((width) => ({ width, style: { numFmt: '@' } })),
    freezePane: { rows: 1 },
  }
  return writeXlsx({ sheets: [sheet] })
}

/** Sheet names hold at most 31 characters and none of []:*?/\ */
const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31) || '名册'
