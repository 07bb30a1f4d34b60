import type { Acting } from '../database/acting.ts'
import { type Grants, may } from '../kernel/access.ts'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import type { Election } from './facts.ts'
import { isOver, noElection, notHers, stale } from './refusals.ts'
import { readElection, touchElection } from './store.ts'

type Asked = { tx: Acting; actor: { grants: Grants } }

/** The election for reading; refused where there is none that the reader may see. */
export const shown = async ({ tx }: Pick<Asked, 'tx'>, id: string): Promise<Election | Refusal> =>
  (await readElection(tx, id)) ?? noElection()

/**
 * The election for changing it: refused to whoever does not lead it, after its end, and where somebody else changed it since
 * `version` was read. Its version has then risen by one.
 */
export const held = async (
  { tx, actor }: Asked,
  id: string,
  version: number,
): Promise<Election | Refusal> => {
  const election = await shown({ tx }, id)
  if (isRefusal(election)) return election
  if (!may(actor.grants, 'election.lead', election.unitPath)) return notHers(election.unitName)
  if (election.closedOn !== null || election.cancelledOn !== null) return isOver()
  if (!(await touchElection(tx, id, version))) return stale()
  return { ...election, version: version + 1 }
}
