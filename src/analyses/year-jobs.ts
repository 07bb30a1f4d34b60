import type { Acting } from '../database/acting.ts'
import { dateWords, GAP } from '../documents/wording.ts'
import type { Chapter, YearAsked } from '../documents/year-contract.ts'
import { nameOf } from './periods.ts'
import * as store from './store.ts'

/** 党性分析 in the branch book: who has done it and when; never a word of it. No paper of it goes into the archive. */
export const analysisChapters = async (tx: Acting, { units, year, today }: YearAsked): Promise<Chapter[]> => {
  const last = `${year}-12-31`
  const rows = await store.yearOf(tx, units, year, last < today ? last : today)
  const done = rows.some(({ doneOn }) => doneOn !== null)
  return [
    {
      id: 'analyses',
      title: '党性定期分析',
      blocks: done
        ? [
            {
              kind: 'table',
              title: `${year}年党性定期分析完成情况`,
              head: ['姓名', '党小组', '周期', '完成日期'],
              widths: [2, 3, 3, 3],
              rows: rows.map(({ name, groupName, from, to, doneOn }) => [
                name,
                groupName ?? '',
                from && to ? nameOf({ from, to }) : `${year}年`,
                doneOn ? dateWords(doneOn) : GAP,
              ]),
            },
          ]
        : [],
    },
  ]
}
