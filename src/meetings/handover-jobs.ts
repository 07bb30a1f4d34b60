import type { Acting } from '../database/acting.ts'
import type { Ledger } from '../documents/handover-sheet.ts'
import { countsWithin, openFollowUps, unfinishedMeetings } from './list-store.ts'

type Asked = { unitId: string; path: string; today: string }

/** 会议台账 and 议定事项 for whoever takes over: what is recorded, what is not, what is still open with its day. */
export const meetingLedgers = async (tx: Acting, { unitId, path, today }: Asked): Promise<Ledger[]> => {
  const counts = await countsWithin(tx, path, today)
  const unfinished = await unfinishedMeetings(tx, path, today)
  const open = await openFollowUps(tx, unitId, today)
  const [year] = today.split('-')
  return [
    {
      ledger: '会议记录',
      state: `${year}年已记录 ${counts.recorded} 次，其中 ${counts.unnoted} 次未审阅；草稿 ${counts.drafts} 份，已筹备未开 ${counts.planned} 次`,
      count: counts.recorded,
      openMatters: unfinished.map(({ title, heldOn, hostName }) => ({
        what: title,
        by: heldOn,
        owner: hostName,
      })),
    },
    {
      ledger: '议定事项',
      state: `未办结 ${open.length} 项，其中过期 ${open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length} 项`,
      count: open.length,
      openMatters: open.map(({ what, dueOn, ownerName }) => ({ what, by: dueOn, owner: ownerName })),
    },
  ]
}
