import type { Acting } from '../database/acting.ts'
import type { Chapter, YearAsked } from '../documents/year-contract.ts'
import { visitsIn } from './year-store.ts'

/** 走访 of the year: the day, the place and who went. What was said there the book does not hold. One statement. */
export const visitChapters = async (tx: Acting, { units, year }: YearAsked): Promise<Chapter[]> => {
  const rows = (await visitsIn(tx, units, year)).map(({ heldOn, where, visitors }) => [
    heldOn,
    where,
    visitors.join('、'),
  ])
  const head = ['日期', '地点', '走访人']
  const table = { kind: 'table' as const, title: '基层走访', head, widths: [14, 44, 40], rows }
  return [{ id: 'visits', title: '基层走访', blocks: rows.length === 0 ? [] : [table] }]
}
