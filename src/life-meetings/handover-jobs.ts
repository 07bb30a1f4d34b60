import type { Acting } from '../database/acting.ts'
import type { Ledger } from '../documents/handover-sheet.ts'
import { openProblems } from './problem-store.ts'
import { roundsOf } from './round-store.ts'

type Asked = { unitId: string; path: string; today: string }

/** 组织生活会 for whoever takes over: the rounds, and what was promised and is open yet. A person's own is not among it. */
export const lifeMeetingLedgers = async (tx: Acting, { unitId, path, today }: Asked): Promise<Ledger[]> => {
  const rounds = (await roundsOf(tx, path, today)).filter((round) => round.unitId === unitId)
  const open = await openProblems(tx, unitId)
  const [latest] = rounds
  if (!latest) return []
  const stands = latest.heldOn
    ? `${latest.heldOn}召开`
    : latest.meetOn
      ? `定在${latest.meetOn}`
      : '没有定日期'
  const overdue = open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length
  return [
    {
      ledger: '组织生活会',
      state: `${rounds.length} 个年度；${latest.forYear}年度${stands}。整改未销号 ${open.length} 项，其中过期 ${overdue} 项`,
      count: rounds.length,
      openMatters: open.map(({ problem, dueOn, ownerName }) => ({
        what: problem,
        by: dueOn,
        owner: ownerName,
      })),
    },
  ]
}
