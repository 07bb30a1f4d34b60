import type { Acting } from '../database/acting.ts'
import { type Grants, may } from '../kernel/access.ts'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import type { Election, StepId } from './facts.ts'
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

// What often comes after the result is in effect.
const LATE: readonly StepId[] = ['public-notice', 'archive']

/** The election for recording a step of it: the notice and the filing may follow when it is closed already. */
export const heldForStep = async (
  asked: Asked,
  id: string,
  step: StepId,
  version: number,
): Promise<Election | Refusal> => {
  const election = LATE.includes(step) ? await shown(asked, id) : null
  if (election === null || isRefusal(election) || election.closedOn === null) return held(asked, id, version)
  if (!may(asked.actor.grants, 'election.lead', election.unitPath)) return notHers(election.unitName)
  return (await touchElection(asked.tx, id, version)) ? { ...election, version: version + 1 } : stale()
}
