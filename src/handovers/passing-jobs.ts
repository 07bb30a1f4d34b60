import type { Acting } from '../database/acting.ts'
import { PERMISSIONS } from '../kernel/access.ts'
import { day } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { hasKeeperBeside } from '../people/post-store.ts'
import { passingFault } from './dates.ts'
import type { Asking } from './shown-jobs.ts'
import * as store from './store.ts'

type Passing = { toId: string; endsOn: string; beginsOn: string }

/** By the days, by the one secretary, and that somebody is always left who may appoint. */
export const faultOf = async (
  tx: Acting,
  held: store.HeldPost,
  passing: Passing,
  today: Asking['today'],
): Promise<Refusal | null> => {
  const wrong = passingFault(held, passing, today)
  if (wrong) return wrong
  const unit = { unitId: held.unitId, postId: held.id }
  const other =
    held.post === 'secretary' ? await store.otherSecretary(tx, { ...unit, ...passing }) : undefined
  if (other !== undefined)
    return refuse(
      'conflict',
      `一个组织设书记一名，「${held.unitName}」的书记现登记为${other}。请先核对任职。`,
      {
        field: 'toId',
      },
    )
  const keepers: readonly string[] = PERMISSIONS['post.appoint'].posts
  const gap = day(passing.endsOn).add({ days: 1 }).toString() < passing.beginsOn
  const alone =
    keepers.includes(held.post) &&
    gap &&
    held.until === null &&
    !(await hasKeeperBeside(tx, { ...held, until: passing.endsOn }, keepers))
  return alone
    ? refuse(
        'conflict',
        `从 ${passing.endsOn} 到 ${passing.beginsOn} 之间，「${held.unitName}」没有人能登记任职。请让接任人次日到任。`,
        { field: 'beginsOn' },
      )
    : null
}
