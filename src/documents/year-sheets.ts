import { type AnySheet, type Column, ruled, sheetsXlsx } from './ruled-sheet.ts'
import { type Book, isGap } from './year-book.ts'
import type { Block, Chapter } from './year-contract.ts'

type TableBlock = Extract<Block, { kind: 'table' }>
export type Ledger = { name: string; bytes: () => Promise<Uint8Array> }

/** The year's ledgers: an .xlsx for each chapter that has tables, led by a list of what there is and what there is not. */
export const yearSheets = (book: Book): Ledger[] => {
  const withTables = book.chapters.filter(({ blocks }) => blocks.some(isTable))
  return [
    { name: '00 台账目录.xlsx', bytes: () => sheetsXlsx([listOf(book)], book.unitName) },
    ...withTables.map((chapter, at) => ({
      name: `${String(at + 1).padStart(2, '0')} ${chapter.title}.xlsx`,
      bytes: () => sheetsXlsx(ledgerOf(book, chapter), book.unitName),
    })),
  ]
}

const isTable = (block: Block): block is TableBlock => block.kind === 'table'

const listOf = ({ organName, unitName, year, chapters, notKept }: Book): AnySheet =>
  ruled({
    name: '台账目录',
    title: `${unitName}${year}年台账目录`,
    organName,
    columns: [
      { header: '序号', width: 6, centred: true, of: (_row, at) => at + 1 },
      { header: '台账', width: 34, of: ({ title }) => title },
      { header: '条数', width: 8, centred: true, of: ({ rows }) => rows ?? '' },
      { header: '说明', width: 40, of: ({ says }) => says },
    ],
    rows: [
      ...chapters.map((chapter) => ({
        title: chapter.title,
        rows: chapter.blocks.some(isTable) ? rowsOf(chapter) : null,
        says: isGap(chapter) ? '本年没有记录' : chapter.blocks.some(isTable) ? '' : '只有文字，见工作手册',
      })),
      ...notKept.map((title) => ({ title, rows: null, says: '不在本系统内' })),
    ],
  })

/** How many lines a chapter's tables hold. */
export const rowsOf = ({ blocks }: Pick<Chapter, 'blocks'>): number =>
  blocks.filter(isTable).reduce((sum, { rows }) => sum + rows.length, 0)

const ledgerOf = ({ organName, unitName, year }: Book, chapter: Chapter): AnySheet[] => {
  const tables = chapter.blocks.filter(isTable)
  const names = namesOf(tables.map(({ title }) => title))
  return tables.map(({ title, head, widths, rows }, at) => {
    const shown = figures(widths)
    return ruled({
      name: names[at]!,
      title: `${unitName}${year}年${title}`,
      organName,
      columns: head.map(
        (header, column): Column<readonly string[]> => ({
          header,
          width: Math.max(6, shown[column] ?? 12),
          of: (row) => asNumber(row[column] ?? ''),
        }),
      ),
      rows,
    })
  })
}

/** A table that states shares rather than figures is as wide as a sheet upright. */
const figures = (widths: readonly number[]): number[] => {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width) => (whole < 40 ? Math.round((width * 80) / whole) : width))
}

/** Counts are numbers, so that a sheet can be summed up; numbers that begin with a nought or are long are names. */
const asNumber = (text: string): string | number => (/^(0|[1-9]\d{0,5})$/.test(text) ? Number(text) : text)

const MOST_LETTERS = 31

/** Tabs are named apart, without the marks that Excel forbids in them. */
const namesOf = (titles: readonly string[]): string[] => {
  const taken = new Set<string>()
  return titles.map((title) => {
    const plain = title.replace(/[[\]:*?/\\']/g, ' ').slice(0, MOST_LETTERS) || '表'
    let name = plain
    for (let at = 2; taken.has(name.toLowerCase()); at += 1)
      name = `${plain.slice(0, MOST_LETTERS - 3)} ${at}`
    taken.add(name.toLowerCase())
    return name
  })
}
