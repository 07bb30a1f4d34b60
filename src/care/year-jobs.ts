import type { Acting } from '../database/acting.ts'
import { orGap } from '../documents/wording.ts'
import type { Chapter, YearAsked } from '../documents/year-contract.ts'
import { OCCASION_WORDS } from './labels.ts'
import { yuanOf } from './money.ts'
import { madeIn } from './store.ts'

/** 走访慰问 of the year: when, on what occasion, who went and with what. Whom, and why, the book does not say. One statement. */
export const careChapters = async (tx: Acting, { units, year }: YearAsked): Promise<Chapter[]> => {
  const visits = await madeIn(tx, units, year)
  const rows = visits.map(({ visitedOn, occasion, visitors, goods, amountFen }) => [
    visitedOn,
    // Hardship and illness would tell of somebody in a branch where everyone knows who was visited.
    ['hardship', 'illness'].includes(occasion) ? '平时' : OCCASION_WORDS[occasion],
    orGap(visitors),
    [goods, amountFen !== null && `慰问金${yuanOf(amountFen)}元`].filter(Boolean).join('，'),
  ])
  const head = ['日期', '时机', '走访人', '物品和慰问金']
  const table = { kind: 'table' as const, title: '走访慰问', head, widths: [14, 16, 34, 40], rows }
  return [{ id: 'care', title: '走访慰问', blocks: rows.length === 0 ? [] : [table] }]
}
