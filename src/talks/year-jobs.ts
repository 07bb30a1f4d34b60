import type { Acting } from '../database/acting.ts'
import { dateWords } from '../documents/wording.ts'
import type { Block, Chapter, YearAsked } from '../documents/year-contract.ts'
import { KIND_NAMES } from './kinds.ts'
import { talksOf } from './store.ts'

/** In the branch book: who talked with whom and when. What was said is in no book, and no archive takes it. One statement. */
export const talkChapters = async (tx: Acting, { unitId, year }: YearAsked): Promise<Chapter[]> => {
  const held = (await talksOf(tx, unitId, year)).filter(({ stage }) => stage === 'held')
  const table: Block = {
    kind: 'table',
    title: `${year}年谈心谈话登记`,
    head: ['序号', '日期', '谈话双方', '类型'],
    widths: [6, 18, 24, 14],
    rows: held.map(({ heldOn, talkerName, partnerName, kind }, at) => [
      String(at + 1),
      heldOn === null ? '' : dateWords(heldOn),
      `${talkerName}、${partnerName}`,
      KIND_NAMES[kind],
    ]),
  }
  return [{ id: 'talks', title: '谈心谈话', blocks: held.length === 0 ? [] : [table] }]
}
