import type { Acting } from '../database/acting.ts'
import type { Ledger } from '../documents/handover-sheet.ts'
import { roundsStanding } from './ledger-store.ts'

type Asked = { unitId: string; path: string; today: string }

/** 民主评议党员 for whoever takes over: which years are closed and which are under way. */
export const appraisalLedgers = async (tx: Acting, { unitId }: Asked): Promise<Ledger[]> => {
  const rounds = await roundsStanding(tx, unitId)
  if (rounds.length === 0) return []
  const closed = rounds.filter(({ closedOn }) => closedOn !== null)
  return [
    {
      ledger: '民主评议党员',
      state: `${rounds.length} 个年度，已办结 ${closed.length} 个`,
      count: rounds.length,
      openMatters: rounds
        .filter(({ closedOn }) => closedOn === null)
        .map(({ forYear }) => ({ what: `${forYear} 年度民主评议还没有办结`, by: null, owner: null })),
    },
  ]
}
