import type { Mutual, Poll } from './contract.ts'
import type { Grade, Role } from './kinds.ts'
import type { Counts } from './totals.ts'

/** A round as it is kept, as far as its reader may see it. */
export type Round = {
  id: string
  unitId: string
  unitName: string
  path: string
  forYear: number
  rosterOn: string
  meeting: { id: string; title: string; heldOn: string } | null
  report: { id: string; title: string; heldOn: string } | null
  studiedOn: string | null
  studyNote: string | null
  decidedBy: 'committee' | 'members' | null
  decidedOn: string | null
  considered: string[]
  superiorOpinion: string | null
  superiorOn: string | null
  closedOn: string | null
  version: number
  seats: RoundSeat[]
  mutuals: Mutual[]
  poll: (Omit<Poll, 'totals' | 'voted'> & Partial<Counts>) | null
  voted: string[]
  reopenings: { on: string; byName: string | null; reason: string }[]
  choices: { key: string; choice: string; since: string }[]
}

export type RoundSeat = {
  personId: string
  name: string
  initials: string
  status: string
  groupId: string | null
  groupName: string | null
  groupPath: string | null
  role: Role
  mayVote: boolean
  because: string | null
  paperOn: string | null
  selfOn: string | null
  remark: string | null
  counts: Counts | null
  grade: Grade | null
  opinion: string | null
  improvement: string | null
  toldOn: string | null
  toldBy: string | null
  version: number
}

type Seats = Pick<Round, 'seats'>

export const graded = <R extends { seats: readonly { role: Role }[] }>({ seats }: R): R['seats'][number][] =>
  seats.filter(({ role }) => role === 'graded')

export const takingPart = ({ seats }: Seats): RoundSeat[] => seats.filter(({ role }) => role !== 'excluded')

export const voters = ({ seats }: { seats: readonly { mayVote: boolean }[] }): number =>
  seats.filter(({ mayVote }) => mayVote).length

/** Where mutual appraisal takes place: each group with somebody of the round in it; the branch where there are none. */
export const circlesOf = (round: Pick<Round, 'seats' | 'unitId' | 'unitName' | 'path'>) => {
  const groups = new Map<string, { unitId: string; name: string; path: string }>()
  for (const { groupId, groupName, groupPath } of takingPart(round))
    if (groupId !== null)
      groups.set(groupId, { unitId: groupId, name: groupName ?? '党小组', path: groupPath ?? round.path })
  const branch = { unitId: round.unitId, name: round.unitName, path: round.path }
  return [branch, ...[...groups.values()].sort((one, other) => (one.path < other.path ? -1 : 1))]
}
