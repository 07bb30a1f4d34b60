import type { Acting } from '../database/acting.ts'
import type { Book } from '../documents/year-book.ts'
import type { Chapter, YearAsked, YearPaper } from '../documents/year-contract.ts'
import { type Grants, may, type Permission } from '../kernel/access.ts'
import { CHAPTERS, type ChapterId, inOrder, NOT_KEPT } from './chapters.ts'

/** A part of the product that tells of a year: chapters for the book, papers for the archive. */
export type YearSource = {
  chapters?: (tx: Acting, asked: YearAsked) => Promise<Chapter[]>
  papers?: (tx: Acting, asked: YearAsked) => Promise<YearPaper[]>
  /** The right by which its records are read, and the chapters it tells of, where not every keeper of archives has it. */
  asks?: { permission: Permission; chapters: readonly ChapterId[] }
}

type Sources = readonly YearSource[]

/** The year of one unit, drawn from every source that the maker's post opens; the others' chapters say so. */
export const bookOf = async (
  tx: Acting,
  grants: Grants,
  asked: YearAsked,
  sources: Sources,
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

/** The papers of one unit's year, from the same sources. */
export const papersOf = async (
  tx: Acting,
  grants: Grants,
  asked: YearAsked,
  sources: Sources,
): Promise<YearPaper[]> => {
  const papers: YearPaper[] = []
  for (const { papers: give, asks } of sources)
    if (give && (!asks || may(grants, asks.permission, asked.path))) papers.push(...(await give(tx, asked)))
  return papers
}
