import { type Grants, may } from '../kernel/access.ts'
import type { ElectionHead } from './contract.ts'
import type { Election } from './facts.ts'
import { gatheringOf } from './gathering.ts'

type Dates = Pick<Election, 'closedOn' | 'cancelledOn' | 'electedOn'>

/** How far an election has come. */
export const stageOf = (
  { closedOn, cancelledOn, electedOn }: Dates,
  hasMeeting: boolean,
): ElectionHead['stage'] => {
  if (cancelledOn !== null) return 'cancelled'
  if (closedOn !== null) return 'closed'
  if (electedOn !== null) return 'elected'
  return hasMeeting ? 'meeting' : 'preparing'
}

/** The election as its pages are headed. */
export const headOf = (election: Election, grants: Grants): ElectionHead => ({
  ...election,
  stage: stageOf(election, gatheringOf(election, 'members')?.isOpen === true),
  mayLead: may(grants, 'election.lead', election.unitPath),
})
