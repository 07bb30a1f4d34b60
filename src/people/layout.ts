import { type Cell, type Sheet, textOf } from './cell.ts'
import { fieldByContent, sampleOf, shareOf } from './column-content.ts'
import { type Field, GATHERED, readHeader } from './columns.ts'
import type { HeaderRow } from './header-row.ts'
import { maskIdentityNumber } from './identity-number.ts'

/** How one column was understood; `sure` is false wherever a person should look. */
export type Column = {
  /** 0-based, as in the sheet. */
  index: number
  header: string
  field: Field | null
  how: 'header' | 'content' | 'chosen'
  sure: boolean
  /** The first few values, identity numbers masked. */
  sample: string[]
}

/** What the person at the preview said a column is, by its 0-based index. */
export type Mapping = Readonly<Record<number, Field | 'ignore'>>

/** Understands every column by the person's choice, else its header, else its content. */
export const readColumns = (sheet: Sheet, header: HeaderRow | null, mapping: Mapping): Column[] => {
  const from = header ? header.top + header.depth : 0
  const width = sheet.rows
    .slice(0, 200)
    .reduce((widest, row) => Math.max(widest, row.length), header?.labels.length ?? 0)
  const read = Array.from({ length: width }, (_, index) => {
    const sample = sampleOf(sheet.rows, from, index)
    return { column: understand(index, header?.labels[index] ?? '', sample, mapping[index]), sample }
  })
  nameByContent(read)
  return withoutRivals(read)
}

/** The columns of each field, in the sheet's order. */
export const columnsOf = (columns: readonly Column[]): ReadonlyMap<Field, Column[]> => {
  const found = new Map<Field, Column[]>()
  for (const column of columns) {
    if (column.field) found.set(column.field, [...(found.get(column.field) ?? []), column])
  }
  return found
}

type Read = { column: Column; sample: Cell[] }

const understand = (
  index: number,
  header: string,
  sample: Cell[],
  chosen: Field | 'ignore' | undefined,
): Column => {
  const base = { index, header }
  if (chosen) {
    const field = chosen === 'ignore' ? null : chosen
    return { ...base, field, how: 'chosen', sure: true, sample: shown(field, sample) }
  }
  const byHeader = readHeader(header)
  const betrayed = fieldByContent(sample)
  if (byHeader.field === 'work' && header.includes('职务') && (shareOf('partyPost', sample) ?? 0) >= 0.5) {
    return { ...base, field: 'partyPost', how: 'content', sure: false, sample: shown('partyPost', sample) }
  }
  if (byHeader.field === null) {
    const field = byHeader.sure ? null : betrayed
    return {
      ...base,
      field,
      how: field ? 'content' : 'header',
      sure: byHeader.sure,
      sample: shown(betrayed, sample),
    }
  }
  const share = shareOf(byHeader.field, sample)
  if (share !== null && share < 0.2 && betrayed && betrayed !== byHeader.field) {
    return { ...base, field: betrayed, how: 'content', sure: false, sample: shown(betrayed, sample) }
  }
  const sure = byHeader.sure && (share === null || share >= 0.3)
  return { ...base, field: byHeader.field, how: 'header', sure, sample: shown(byHeader.field, sample) }
}

/** Columns that only lists of people have. */
const OF_PEOPLE: ReadonlySet<Field | null> = new Set<Field>([
  'identityNumber',
  'phone',
  'sex',
  'joined',
  'birth',
])

/** Where no header says 姓名, the names are the first unexplained column of short Chinese words in a list of people. */
const nameByContent = (read: Read[]): void => {
  if (read.some(({ column }) => column.field === 'name')) return
  if (!read.some(({ column }) => OF_PEOPLE.has(column.field))) return
  const names = read.find(
    ({ column, sample }) => column.field === null && column.how !== 'chosen' && looksLikeNames(sample),
  )
  if (names) names.column = { ...names.column, field: 'name', how: 'content', sure: false }
}

const looksLikeNames = (sample: Cell[]): boolean => {
  const distinct = new Set(sample.map(textOf))
  return (
    distinct.size > sample.length * 0.7 &&
    (shareOf('name', sample) ?? 0) >= 0.9 &&
    [...distinct].every((text) => text.length <= 5)
  )
}

const STRENGTH: Record<Column['how'], number> = { chosen: 4, header: 2, content: 1 }

/** Where several columns claim a field that only one can hold, the strongest keeps it and the others are left in doubt. */
const withoutRivals = (read: Read[]): Column[] => {
  const strength = ({ column, sample }: Read): number =>
    STRENGTH[column.how] + (column.sure ? 1 : 0) + (sample.length > 0 ? 0.5 : 0)
  const strongest = new Map<Field, Read>()
  for (const one of read) {
    const { field } = one.column
    if (!field || GATHERED.has(field)) continue
    const rival = strongest.get(field)
    if (!rival || strength(one) > strength(rival)) strongest.set(field, one)
  }
  return read.map((one) => {
    const { field } = one.column
    if (!field || GATHERED.has(field) || strongest.get(field) === one) return one.column
    return { ...one.column, field: null, sure: false }
  })
}

const shown = (field: Field | null, sample: Cell[]): string[] =>
  sample.slice(0, 3).map((cell) => {
    const text = textOf(cell)
    return field === 'identityNumber' || /\d{14,}/.test(text) ? maskIdentityNumber(text) : text.slice(0, 40)
  })
