import type { Acting } from '../database/acting.ts'
import type { Ledger } from '../documents/handover-sheet.ts'
import { type Post, RIGHTS_POSTS } from '../kernel/access.ts'
import { openMattersOf } from './handover-store.ts'
import { STATE_NAMES } from './kinds.ts'
import { NEVER, numberOf } from './matter.ts'

type Asked = { unitId: string; fromId: string; post: Post }

/**
 * 需求 for whoever takes over a post of the desk: the open matters of whoever leaves, by number, state and day; with a post that
 * leads the desk, those of the whole desk. Nothing that was said, nor of what kind it is.
 */
export const needLedgers = async (tx: Acting, { unitId, fromId, post }: Asked): Promise<Ledger[]> => {
  if (!(RIGHTS_POSTS as readonly string[]).includes(post)) return []
  const needs = await openMattersOf(tx, unitId, post === 'rights-officer' ? fromId : null)
  if (needs.length === 0) return []
  const counts = (['received', 'handling', 'resolved'] as const).flatMap((state) => {
    const many = needs.filter((need) => need.state === state).length
    return many > 0 ? [`${STATE_NAMES[state]} ${many} 件`] : []
  })
  return [
    {
      ledger: '需求',
      state: counts.join('，'),
      count: needs.length,
      openMatters: needs.map((need) => ({
        what: `需求${numberOf(need)} ${STATE_NAMES[need.state]}`,
        by: need.dueOn === NEVER ? null : need.dueOn,
        owner: need.ownerName,
      })),
    },
  ]
}
