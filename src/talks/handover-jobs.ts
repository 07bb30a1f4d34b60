import type { Acting } from '../database/acting.ts'
import type { Ledger } from '../documents/handover-sheet.ts'
import { talksStanding } from './ledger-store.ts'

type Asked = { unitId: string; path: string; today: string }

/** 谈心谈话 for whoever takes over: numbers and days, no names. */
export const talkLedgers = async (tx: Acting, { unitId, today }: Asked): Promise<Ledger[]> => {
  const { held, planned, by, matters, opinions } = await talksStanding(tx, unitId, Number(today.slice(0, 4)))
  if (held + planned + matters + opinions === 0) return []
  const open = [
    { what: `安排好还没有谈的 ${planned} 次`, many: planned, by },
    { what: `应谈事项 ${matters} 件`, many: matters, by: null },
    { what: `转交的意见建议待答复 ${opinions} 条`, many: opinions, by: null },
  ]
  return [
    {
      ledger: '谈心谈话',
      state: `今年已谈 ${held} 次，安排好还没有谈的 ${planned} 次`,
      count: held,
      openMatters: open.filter(({ many }) => many > 0).map(({ what, by }) => ({ what, by, owner: null })),
    },
  ]
}
