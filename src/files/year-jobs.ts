import type { Acting } from '../database/acting.ts'
import type { YearAsked, YearPaper } from '../documents/year-contract.ts'
import * as store from './store.ts'

/** What hangs on the year's meetings, as it was put in. One statement, and one for each file when it is taken. */
export const filesPapers = async (tx: Acting, { units, year }: YearAsked): Promise<YearPaper[]> =>
  (await store.attachmentsOf(tx, units, year)).map(({ id, name, heldOn, title }) => ({
    series: 'meetings',
    on: heldOn,
    title: `${title}附件：${name}`,
    author: null,
    fileName: `${heldOn} 附件 ${name}`,
    asIs: true,
    bytes: async () => (await store.contentOf(tx, id))?.content ?? new Uint8Array(),
  }))
