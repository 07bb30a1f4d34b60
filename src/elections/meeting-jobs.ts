import type { Endpoint } from '../http/endpoint.ts'
import type { Asked } from '../http/serve.ts'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import { held } from './asking-jobs.ts'
import type { Election } from './facts.ts'
import { type Body, type Gathering, gatheringOf } from './gathering.ts'
import { inOfficeOn } from './gathering-store.ts'
import type { Meeting } from './meeting-shape.ts'
import { dayOfMeeting, lockedBy, meetingShown, rulesOfDay } from './meeting-view.ts'
import { committeeOf } from './plenary.ts'
import { isLocked, noElection, noGathering, notOpen } from './refusals.ts'
import { readElection } from './store.ts'
import { rosterOn } from './voter-store.ts'
import { hasRoster, type Voters, votersOf } from './voters.ts'

type Asking = Pick<Asked<Endpoint>, 'tx' | 'actor' | 'today'>

/** The voters' list as of a day. */
export const votersOn = async (
  { tx }: Pick<Asking, 'tx'>,
  election: Election,
  on: string,
): Promise<Voters> => {
  const roster = hasRoster(election.unitKind) ? await rosterOn(tx, election.unitPath, on) : []
  return votersOf(rulesOfDay(election, on), election, roster, on)
}

/** The meeting of a body as its reader sees it. */
export const meetingTold = async (asking: Asking, election: Election, body: Body): Promise<Meeting> => {
  const { tx, actor, today } = asking
  const on = dayOfMeeting(election, body, today.toString())
  const inOffice = await inOfficeOn(tx, election.unitId, on)
  const open = gatheringOf(election, body)?.isOpen === true
  const expected =
    body === 'committee'
      ? committeeOf(election, inOffice).length
      : open
        ? election.results.length
        : (await votersOn(asking, election, on)).entitled
  return meetingShown(election, body, { inOffice, expected, grants: actor.grants, today: today.toString() })
}

/** The same after something was written: read anew. */
export const meetingAfter = async (asking: Asking, id: string, body: Body): Promise<Meeting | Refusal> => {
  const election = await readElection(asking.tx, id)
  return election ? meetingTold(asking, election, body) : noElection()
}

export type Sitting = { election: Election; gathering: Gathering }

/** The election and one of its meetings for changing it. */
export const sitting = async (
  asking: Asking,
  params: { election: string; gathering: string },
  version: number,
): Promise<Sitting | Refusal> => {
  const election = await held(asking, params.election, version)
  if (isRefusal(election)) return election
  const gathering = election.gatherings.find(({ id }) => id === params.gathering)
  return gathering ? { election, gathering } : noGathering()
}

/** The same while the meeting is open and its list and attendance may still change. */
export const inSession = async (
  asking: Asking,
  params: { election: string; gathering: string },
  version: number,
): Promise<Sitting | Refusal> => {
  const found = await sitting(asking, params, version)
  if (isRefusal(found)) return found
  if (!found.gathering.isOpen) return notOpen()
  const locked = lockedBy(found.gathering)
  return locked === null ? found : isLocked(locked)
}
