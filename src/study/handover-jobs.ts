import type { Acting } from '../database/acting.ts'
import type { Ledger } from '../documents/handover-sheet.ts'
import { studyStanding } from './ledger-store.ts'

type Asked = { unitId: string; path: string; today: string }

/** 学习与宣讲 for whoever takes over. */
export const studyLedgers = async (tx: Acting, { unitId, today }: Asked): Promise<Ledger[]> => {
  const { sessions, open } = await studyStanding(tx, unitId, Number(today.slice(0, 4)))
  if (sessions + open.length === 0) return []
  const state = `今年登记学习 ${sessions} 次；议定和带回的事项未办结 ${open.length} 项`
  return [{ ledger: '学习与宣讲', state, count: sessions, openMatters: open }]
}
