import type { Acting } from '../database/acting.ts'
import type { Errand } from '../duties/contract.ts'
import type { Day } from '../kernel/day.ts'
import { talksWaiting, type Waits } from './errand-store.ts'

const ARTICLE = '《中国共产党支部工作条例（试行）》第十九条'

/**
 * What of talks waits on somebody: her own planned ones with their day, and on the secretary, that there is one that must be
 * held, and opinions to answer. No name and no cause: titles also go out by mail. One statement.
 */
export const talkErrands = async (
  tx: Acting,
  { today, until }: { today: Day; until: Day },
): Promise<Errand[]> => {
  const on = today.toString()
  const rows = await talksWaiting(tx, on, until.toString())
  return rows.map((row) => errandOf(row, today.add({ days: 7 }).toString()))
}

const errandOf = ({ what, unitId, unitName, by, count }: Waits, soon: string): Errand => {
  const common = { unitId, unitName, by, coming: what === 'planned' && by !== null && by > soon }
  if (what === 'planned')
    return {
      ...common,
      title: `安排给您的谈心谈话（${count} 次）`,
      citation: ARTICLE,
      to: '/me/talks',
      act: '去登记',
    }
  if (what === 'matter')
    return {
      ...common,
      title: count === 1 ? '有一次应谈的谈话' : `有 ${count} 次应谈的谈话`,
      citation: ARTICLE,
      to: `/talks?unit=${unitId}`,
      act: '去查看',
    }
  return {
    ...common,
    title: `谈心中转交的意见建议待答复（${count} 条）`,
    citation: null,
    to: `/talks?unit=${unitId}`,
    act: '去答复',
  }
}
