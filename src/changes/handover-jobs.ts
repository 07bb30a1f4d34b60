import type { Acting } from '../database/acting.ts'
import type { Ledger } from '../documents/handover-sheet.ts'
import type { Pending } from './errands.ts'
import { pendingOf } from './errands-store.ts'

type Asked = { unitId: string; path: string; today: string }

const WORDS: Record<Pending['kind'], string> = {
  probation: '预备期办理中',
  approval: '预备期决议待上级批复',
  letter: '组织关系介绍信待回执',
  away: '流动党员在外',
}

/** 党员变动 for whoever takes over: what is under way, by kind; the names are in the ledger itself. */
export const changeLedgers = async (tx: Acting, { unitId, today }: Asked): Promise<Ledger[]> => {
  const pending = (await pendingOf(tx, today)).filter((each) => each.unitId === unitId)
  if (pending.length === 0) return []
  const kinds = [...Map.groupBy(pending, ({ kind }) => kind)]
  return [
    {
      ledger: '党员变动',
      state: kinds.map(([kind, some]) => `${WORDS[kind]} ${some.length} 人`).join('，'),
      count: pending.length,
      openMatters: pending
        .filter(({ kind }) => kind !== 'away')
        .map(({ kind, until }) => ({ what: WORDS[kind], by: until, owner: null })),
    },
  ]
}
