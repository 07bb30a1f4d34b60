import { setImmediate as turn } from 'node:timers/promises'
import type { Acting } from '../database/acting.ts'
import {
  type ArchiveListData,
  archiveListDocx,
  archiveListName,
  archiveListXlsx,
} from '../documents/archive-list.ts'
import { ARCHIVE_LIST_TAGS } from '../documents/archive-tags.ts'
import { steady, steadyZip } from '../documents/steady.ts'
import { filled } from '../documents/template.ts'
import { type Book, bookDocx, bookName } from '../documents/year-book.ts'
import type { Chapter, YearAsked, YearPaper } from '../documents/year-contract.ts'
import { yearSheets } from '../documents/year-sheets.ts'
import { templateFor } from '../files/store.ts'
import { type Grants, may, type Permission } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { settledOf } from '../organs/store.ts'
import { book as regulations } from '../rules/book.ts'
import { CHAPTERS, type ChapterId, inOrder, NOT_KEPT } from './chapters.ts'
import type { JobKind } from './contract.ts'
import { type Filed, filed, nameable } from './filing.ts'
import { type File, listed, packed } from './packing-jobs.ts'
import { retentionsOn } from './series.ts'
import * as store from './store.ts'

/** A part of the product that tells of a year: chapters for the book, papers for the archive. */
export type YearSource = {
  chapters?: (tx: Acting, asked: YearAsked) => Promise<Chapter[]>
  papers?: (tx: Acting, asked: YearAsked) => Promise<YearPaper[]>
  /** The right by which its records are read, and the chapters it tells of, where not every keeper of archives has it. */
  asks?: { permission: Permission; chapters: readonly ChapterId[] }
}

export type Order = {
  kind: JobKind
  path: string
  unitName: string
  year: number
  today: string
  grants: Grants
}
export type Progress = (step: number, steps: number, doing: string) => void
export type Made = { fileName: string; bytes: Uint8Array }

/** What one download may weigh; a year with more attachments is filed branch by branch. */
const MOST_BYTES = 300 * 1024 * 1024

type Shelf = { files: File[]; filed: Filed<YearPaper>[] }

/** Makes what was ordered, telling after each step where it is. The same records give the same bytes. */
export const made = async (
  tx: Acting,
  order: Order,
  sources: readonly YearSource[],
  progress: Progress,
): Promise<Made | Refusal> => {
  const { kind, path, year } = order
  const organName = await store.organName(tx)
  const units = await store.bookUnits(tx, path, year)
  const asked = (unit: store.BookUnit): YearAsked => ({
    organName,
    unitId: unit.id,
    unitName: unit.name,
    path: unit.path,
    units: unit.units,
    year,
    today: order.today,
  })
  const steps = countOf(units.length * 2, progress)
  const books: { unit: store.BookUnit; book: Book }[] = []
  for (const unit of units) {
    steps.next(`读取${unit.name}的记录`)
    books.push({ unit, book: await bookOf(tx, order, asked(unit), sources) })
  }
  if (kind === 'book') return booksOf(order, books, steps)
  if (kind === 'sheets') return sheetsOf(order, books, steps)

  const retentions = retentionsOn(regulations.parameters, await settledOf(tx), order.today)
  const files: File[] = []
  const papersOfAll: Filed<YearPaper>[] = []
  for (const [at, { unit, book }] of books.entries()) {
    const papers = [...(await papersOf(tx, order, asked(unit), sources)), ...booksAsPapers(order, book)]
    const folder = folderOf(at, unit.name)
    const placed = filed({ folder, year, retentions }, papers)
    steps.add(placed.length)
    const shelf = await shelfOf(placed, steps, files)
    if (isRefusal(shelf)) return shelf
    files.push(...shelf.files)
    papersOfAll.push(...shelf.filed)
    steps.next(`编${unit.name}的归档文件目录`)
    const list = await listOf(tx, unit, { organName, unitName: unit.name, year, files: placed.map(listed) })
    if (isRefusal(list)) return list
    files.push(...list.map((file) => ({ ...file, path: `${folder}/${file.path}` })))
  }
  return {
    fileName: `${order.unitName}${year}年度归档.zip`,
    bytes: await packed({ organ: organName, unit: order.unitName, year }, files, papersOfAll),
  }
}

/** The year of one unit, drawn from every source that the maker's post opens; the others' chapters say so. */
const bookOf = async (
  tx: Acting,
  { grants }: Order,
  asked: YearAsked,
  sources: readonly YearSource[],
): Promise<Book> => {
  const chapters: Chapter[] = []
  for (const { chapters: tell, asks } of sources) {
    if (asks && !may(grants, asks.permission, asked.path)) chapters.push(...asks.chapters.map(closed))
    else if (tell) chapters.push(...(await tell(tx, asked)))
  }
  const { organName, unitName, year } = asked
  return { organName, unitName, year, chapters: inOrder(chapters), notKept: NOT_KEPT }
}

const closed = (id: ChapterId): Chapter => ({
  id,
  title: CHAPTERS[id],
  blocks: [
    { kind: 'text', text: '生成人的职务不能看这一类记录，没有列入。请由书记、副书记或组织委员生成。' },
  ],
})

const papersOf = async (
  tx: Acting,
  { grants }: Order,
  asked: YearAsked,
  sources: readonly YearSource[],
): Promise<YearPaper[]> => {
  const papers: YearPaper[] = []
  for (const { papers: give, asks } of sources)
    if (give && (!asks || may(grants, asks.permission, asked.path))) papers.push(...(await give(tx, asked)))
  return papers
}

/** The book and its sheets are filed as well; while the year runs they are of no day. */
const booksAsPapers = ({ year, today }: Order, book: Book): YearPaper[] => {
  const on = `${year}-12-31` < today ? `${year}-12-31` : ''
  const paper = { series: 'books', on, author: book.unitName }
  return [
    { ...paper, title: bookName(book), fileName: `${bookName(book)}.docx`, bytes: () => bookDocx(book) },
    ...yearSheets(book).map(({ name, bytes }) => ({
      ...paper,
      title: `${book.unitName}${year}年台账：${name.replace(/^\d+ |\.xlsx$/g, '')}`,
      fileName: `台账 ${name}`,
      bytes,
    })),
  ]
}

type Steps = { next: (doing: string) => void; add: (more: number) => void }

const countOf = (known: number, progress: Progress): Steps => {
  let step = 0
  let steps = known
  return {
    next: (doing) => {
      step += 1
      progress(step, Math.max(step, steps), doing)
    },
    add: (more) => {
      steps += more
    },
  }
}

type Books = readonly { unit: store.BookUnit; book: Book }[]

const booksOf = async ({ unitName, year }: Order, books: Books, steps: Steps): Promise<Made> => {
  const files: File[] = []
  for (const [at, { unit, book }] of books.entries()) {
    steps.next(`排版${unit.name}的手册`)
    await turn()
    const name = `${bookName(book)}.docx`
    const prefix = `${String(at + 1).padStart(2, '0')} `
    files.push({ path: `${prefix}${nameable(name)}`, bytes: steady(name, await bookDocx(book)) })
  }
  if (files.length === 1) return { fileName: `${bookName(books[0]!.book)}.docx`, bytes: files[0]!.bytes }
  return { fileName: `${unitName}${year}年支部工作手册.zip`, bytes: steadyZip(files) }
}

const sheetsOf = async ({ unitName, year }: Order, books: Books, steps: Steps): Promise<Made> => {
  const files: File[] = []
  for (const [at, { unit, book }] of books.entries()) {
    steps.next(`写${unit.name}的台账`)
    for (const { name, bytes } of yearSheets(book)) {
      await turn()
      const path = books.length === 1 ? nameable(name) : `${folderOf(at, unit.name)}/${nameable(name)}`
      files.push({ path, bytes: steady(name, await bytes()) })
    }
  }
  return { fileName: `${unitName}${year}年台账.zip`, bytes: steadyZip(files) }
}

const folderOf = (at: number, name: string): string => `${String(at + 1).padStart(2, '0')} ${nameable(name)}`

const shelfOf = async (
  placed: readonly Filed<YearPaper>[],
  steps: Steps,
  before: readonly File[],
): Promise<Shelf | Refusal> => {
  let weight = before.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const files: File[] = []
  for (const { path, title, fileName, asIs, bytes } of placed) {
    steps.next(title)
    await turn()
    const given = await bytes()
    const kept = asIs ? given : steady(fileName, given)
    weight += kept.length
    if (weight > MOST_BYTES)
      return refuse(
        'too-large',
        `文件合计超过 ${MOST_BYTES / 1024 / 1024} MB，没有生成。请按支部分别归档，或把大附件另行保存。`,
      )
    files.push({ path, bytes: kept })
  }
  return { files, filed: [...placed] }
}

const listOf = async (tx: Acting, unit: store.BookUnit, data: ArchiveListData): Promise<File[] | Refusal> => {
  const own = await templateFor(tx, unit.id, 'archive-list-template')
  const word = await filled(own, ARCHIVE_LIST_TAGS, data, archiveListDocx)
  if (isRefusal(word)) return word
  const name = nameable(archiveListName(data))
  return [
    { path: `${name}.docx`, bytes: steady('.docx', word) },
    { path: `${name}.xlsx`, bytes: steady('.xlsx', await archiveListXlsx(data)) },
  ]
}
