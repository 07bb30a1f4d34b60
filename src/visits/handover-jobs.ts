import type { Acting } from '../database/acting.ts'
import type { Ledger } from '../documents/handover-sheet.ts'
import { contactStanding } from './year-store.ts'

type Asked = { unitId: string; path: string; today: string }

/** 联系点和走访 for whoever takes over: how many points, and the promises by day and owner, never by their words. */
export const visitLedgers = async (tx: Acting, { unitId, today }: Asked): Promise<Ledger[]> => {
  const { points, promises } = await contactStanding(tx, unitId, today)
  if (points + promises.length === 0) return []
  const state = `由本组织党员联系的联系点 ${points} 个；走访时答应的事未了结 ${promises.length} 项`
  const openMatters = promises.map(({ by, owner }) => ({ what: '走访时答应的事', by, owner }))
  return [{ ledger: '联系点和走访', state, count: points, openMatters }]
}
