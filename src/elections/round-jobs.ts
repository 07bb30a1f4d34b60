import type { Acting } from '../database/acting.ts'
import { type Grants, may } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { book } from '../rules/book.ts'
import { shown } from './asking-jobs.ts'
import { shownGatherings } from './count-view.ts'
import type { Election } from './facts.ts'
import { type Gathering, gatheringOf, type Round } from './gathering.ts'
import { electsMembers } from './plenary.ts'
import { readingsOf } from './reading-store.ts'
import { isOver, notHers } from './refusals.ts'
import { setElectedOn } from './result-store.ts'
import type { CountView } from './round-contract.ts'
import { isComplete } from './rounds.ts'

type Asked = { tx: Acting; actor: { grants: Grants } }

/** The count as it stands now. */
export const countShown = async ({ tx, actor }: Asked, id: string): Promise<CountView | Refusal> => {
  const election = await shown({ tx }, id)
  if (isRefusal(election)) return election
  const mayLead = may(actor.grants, 'election.lead', election.unitPath)
  const readings = await readingsOf(tx, id)
  const { unitKind, version } = election
  return { unitKind, mayLead, version, gatherings: shownGatherings(book, election, readings) }
}

/** The election for counting: as `held`, but its version is left as it is, since two tellers work at once. */
export const counting = async ({ tx, actor }: Asked, id: string): Promise<Election | Refusal> => {
  const election = await shown({ tx }, id)
  if (isRefusal(election)) return election
  if (!may(actor.grants, 'election.lead', election.unitPath)) return notHers(election.unitName)
  return election.closedOn !== null || election.cancelledOn !== null ? isOver() : election
}

export type Placed = { gathering: Gathering; round: Round }

export const placedIn = (election: Election, id: string): Placed | Refusal => {
  for (const gathering of election.gatherings) {
    const round = gathering.rounds.find((each) => each.id === id)
    if (round) return gathering.failedReason === null ? { gathering, round } : hasFailed()
  }
  return refuse('not-found', '没有这次投票，或它已经取消。请回到“计票”重新选择。')
}

/** A meeting that failed elects nobody, whatever was counted there. */
export const hasFailed = (): Refusal =>
  refuse('conflict', '这次会议已记作没有开成，不能再投票、计票。请在另行召开的会议里办理。')

/** The round while it is counted. */
export const openIn = (election: Election, id: string): Placed | Refusal => {
  const placed = placedIn(election, id)
  return !isRefusal(placed) && placed.round.isClosed ? isClosed() : placed
}

const isClosed = (): Refusal =>
  refuse('conflict', '这次投票已经封定，不能再改。录错了的，在没有宣布、没有再投票之前可以撤回。')

export const roundStale = (): Refusal =>
  refuse('stale', '这次投票刚刚被别人改过。请看过新的数字后再提交。', { field: 'version' })

/** Writes the day on which the members' meeting has elected all that it was to elect; takes it back where it has not. */
export const settleElectedOn = async ({ tx }: Pick<Asked, 'tx'>, id: string): Promise<void> => {
  const election = await shown({ tx }, id)
  if (isRefusal(election)) return
  // Where the committee fills nothing but its heads, its plenary is the election.
  const meeting = gatheringOf(
    election,
    election.form === 'direct' || electsMembers(election) ? 'members' : 'committee',
  )
  const electedOn = meeting && isComplete(election, meeting) ? meeting.heldOn : null
  if (electedOn !== election.electedOn) await setElectedOn(tx, id, electedOn)
}
