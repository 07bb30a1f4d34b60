import { setImmediate as turn } from 'node:timers/promises'
import type { Acting } from '../database/acting.ts'
import {
  type ArchiveListData,
  archiveListDocx,
  archiveListName,
  archiveListXlsx,
} from '../documents/archive-list.ts'
import { ARCHIVE_LIST_TAGS } from '../documents/archive-tags.ts'
import { nameable } from '../documents/file-name.ts'
import { retentionsOn } from '../documents/series.ts'
import { steady, steadyZip } from '../documents/steady.ts'
import { filled } from '../documents/template.ts'
import { bookName } from '../documents/year-book.ts'
import type { YearAsked, YearPaper } from '../documents/year-contract.ts'
import type { File } from '../documents/zip.ts'
import { templateFor } from '../files/store.ts'
import type { Grants } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { organName as nameOfOrgan, settledOf } from '../organs/store.ts'
import { book as regulations } from '../rules/book.ts'
import { type Ledger, openTypesetter, type Typesetter } from './book-worker.ts'
import type { JobKind } from './contract.ts'
import { type Filed, filed } from './filing.ts'
import { listed, packed } from './packing-jobs.ts'
import { bookOf, papersOf, type YearSource } from './reading-jobs.ts'
import * as store from './store.ts'

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

/** A unit's year as it was read; its book and its ledgers are set in another thread meanwhile. */
type Read = {
  asked: YearAsked
  name: string
  set: () => Promise<Uint8Array>
  ledgers: () => Promise<Ledger[]>
}
type Making = { tx: Acting; order: Order; sources: readonly YearSource[]; steps: Steps }

/** Makes what was ordered, telling after each step where it is. The same records give the same bytes. */
export const made = async (
  tx: Acting,
  order: Order,
  sources: readonly YearSource[],
  progress: Progress,
): Promise<Made | Refusal> => {
  const typesetter = openTypesetter()
  try {
    const units = await store.bookUnits(tx, order.path, order.year)
    const making = { tx, order, sources, steps: countOf(units.length * 2, progress) }
    const read = await readYears(making, units, typesetter)
    if (order.kind === 'book') return await booksOf(making, read)
    if (order.kind === 'sheets') return await sheetsOf(making, read)
    return await archiveOf(making, read)
  } finally {
    await typesetter.close()
  }
}

const readYears = async (
  { tx, order, sources, steps }: Making,
  units: readonly store.BookUnit[],
  typesetter: Typesetter,
): Promise<Read[]> => {
  const { kind, year, today, grants } = order
  const organName = await nameOfOrgan(tx)
  const read: Read[] = []
  for (const { id, name, path, units: own } of units) {
    steps.next(`读取${name}的记录`)
    const asked = { organName, unitId: id, unitName: name, path, units: own, year, today }
    const book = await bookOf(tx, grants, asked, sources)
    const set = kind === 'sheets' ? null : typesetter.book(book)
    const ledgers = kind === 'book' ? null : typesetter.ledgers(book)
    read.push({
      asked,
      name: bookName(book),
      set: () => set ?? typesetter.book(book),
      ledgers: () => ledgers ?? typesetter.ledgers(book),
    })
  }
  return read
}

const booksOf = async ({ order, steps }: Making, read: readonly Read[]): Promise<Made> => {
  const files: File[] = []
  for (const [at, { asked, name, set }] of read.entries()) {
    steps.next(`排版${asked.unitName}的手册`)
    files.push({ path: `${String(at + 1).padStart(2, '0')} ${nameable(`${name}.docx`)}`, bytes: await set() })
  }
  if (files.length === 1) return { fileName: `${read[0]!.name}.docx`, bytes: files[0]!.bytes }
  return { fileName: `${order.unitName}${order.year}年支部工作手册.zip`, bytes: steadyZip(files) }
}

const sheetsOf = async ({ order, steps }: Making, read: readonly Read[]): Promise<Made> => {
  const files: File[] = []
  for (const [at, { asked, ledgers }] of read.entries()) {
    steps.next(`写${asked.unitName}的台账`)
    const folder = read.length === 1 ? '' : `${folderOf(at, asked.unitName)}/`
    for (const { name, bytes } of await ledgers()) files.push({ path: `${folder}${nameable(name)}`, bytes })
  }
  return { fileName: `${order.unitName}${order.year}年台账.zip`, bytes: steadyZip(files) }
}

const archiveOf = async (making: Making, read: readonly Read[]): Promise<Made | Refusal> => {
  const { tx, order, sources, steps } = making
  const { year, unitName } = order
  const retentions = retentionsOn(regulations.parameters, await settledOf(tx), order.today)
  const files: File[] = []
  const papers: Filed<YearPaper>[] = []
  for (const [at, year] of read.entries()) {
    const { asked } = year
    const folder = folderOf(at, asked.unitName)
    const given = [
      ...(await papersOf(tx, order.grants, asked, sources)),
      ...(await booksAsPapers(order, year)),
    ]
    const placed = filed({ folder, year: asked.year, retentions }, given)
    steps.add(placed.length)
    const shelf = await shelfOf(placed, steps, files)
    if (isRefusal(shelf)) return shelf
    steps.next(`编${asked.unitName}的归档文件目录`)
    const { organName, unitId, unitName: name } = asked
    const list = await listOf(tx, unitId, {
      ...{ organName, unitName: name, year: asked.year },
      files: placed.map(listed),
    })
    if (isRefusal(list)) return list
    files.push(...shelf, ...list.map((file) => ({ ...file, path: `${folder}/${file.path}` })))
    papers.push(...placed)
  }
  const organ = read[0]?.asked.organName ?? ''
  return {
    fileName: `${unitName}${year}年度归档.zip`,
    bytes: await packed({ organ, unit: unitName, year }, files, papers),
  }
}

/** The book and its ledgers are filed as well; while the year runs they are of no day. */
const booksAsPapers = async (
  { year, today }: Order,
  { asked, name, set, ledgers }: Read,
): Promise<YearPaper[]> => {
  const on = `${year}-12-31` < today ? `${year}-12-31` : ''
  const paper = { series: 'books', on, author: asked.unitName, asIs: true as const }
  return [
    { ...paper, title: name, fileName: `${name}.docx`, bytes: set },
    ...(await ledgers()).map((ledger) => ({
      ...paper,
      title: `${asked.unitName}${year}年台账：${ledger.name.replace(/^\d+ |\.xlsx$/g, '')}`,
      fileName: `台账 ${ledger.name}`,
      bytes: async () => ledger.bytes,
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

const folderOf = (at: number, name: string): string => `${String(at + 1).padStart(2, '0')} ${nameable(name)}`

const shelfOf = async (
  placed: readonly Filed<YearPaper>[],
  steps: Steps,
  before: readonly File[],
): Promise<File[] | Refusal> => {
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
  return files
}

const listOf = async (tx: Acting, unit: string, data: ArchiveListData): Promise<File[] | Refusal> => {
  const own = await templateFor(tx, unit, 'archive-list-template')
  const word = await filled(own, ARCHIVE_LIST_TAGS, data, archiveListDocx)
  if (isRefusal(word)) return word
  const name = nameable(archiveListName(data))
  return [
    { path: `${name}.docx`, bytes: steady('.docx', word) },
    { path: `${name}.xlsx`, bytes: steady('.xlsx', await archiveListXlsx(data)) },
  ]
}
