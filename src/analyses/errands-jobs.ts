import type { Acting } from '../database/acting.ts'
import type { Errand } from '../duties/contract.ts'
import type { SignedIn } from '../http/serve.ts'
import type { Day } from '../kernel/day.ts'
import * as store from './store.ts'

/** How far back what was handed in still waits for an answer. */
const MOST_MONTHS = 4

/**
 * What members handed in and the group or the branch has not answered yet, a line a unit: for those who lead it. Whose it is
 * stands on the page alone.
 */
export const analysisErrands = async (
  tx: Acting,
  { actor, today }: { actor: Pick<SignedIn, 'person' | 'grants'>; today: Day; until: Day },
): Promise<readonly Errand[]> => {
  const paths = actor.grants['analysis.see'] ?? []
  if (paths.length === 0) return []
  const since = today.subtract({ months: MOST_MONTHS }).toString()
  const waiting = await store.waitingFor(tx, { person: actor.person, paths, since, on: today.toString() })
  return waiting.map(({ unitId, unitName, count }) => ({
    title: `${count} 份交来的党性分析可以提意见`,
    unitId,
    unitName,
    by: null,
    citation: null,
    to: '/analyses',
    act: '去看',
    coming: false,
  }))
}
