import type { Acting } from '../database/acting.ts'
import type { Ledger } from '../documents/handover-sheet.ts'
import { rosterStanding } from './standing-store.ts'

type Asked = { unitId: string; path: string; today: string }

/** 党员名册 for whoever takes over: how many of each status, and whose probation ends when. */
export const rosterLedgers = async (tx: Acting, { path, today }: Asked): Promise<Ledger[]> => {
  const { full, probationary, others, ending } = await rosterStanding(tx, path, today)
  const total = full + probationary + others
  return [
    {
      ledger: '党员名册',
      state: `${total} 人：正式党员 ${full} 人，预备党员 ${probationary} 人${others > 0 ? `，其他 ${others} 人` : ''}`,
      count: total,
      openMatters: ending.map(({ name, until }) => ({
        what: `${name}同志预备期满`,
        by: until,
        owner: null,
      })),
    },
  ]
}
