// An electing meeting as it is kept: its list, its officers, what it voted on, its ballots.

/** For what somebody stands: the committee, or one of its heads. */
export const ROLES = ['member', 'secretary', 'deputy-secretary'] as const
export type Role = (typeof ROLES)[number]

/** Who elects: the members' meeting, or the first plenary of the new committee. */
export const BODIES = ['members', 'committee'] as const
export type Body = (typeof BODIES)[number]

export const OFFICER_ROLES = ['chief-scrutineer', 'scrutineer', 'teller'] as const
export const MATTERS = [
  'exclusions',
  'report',
  'method',
  'candidates',
  'officers',
  'reduction',
  'narrowing',
] as const
export type Matter = (typeof MATTERS)[number]

export const SEAT_STATES = ['not-stated', 'present', 'excused', 'absent'] as const
export const ROUND_REASONS = ['first', 'tie', 'shortfall', 'void'] as const
export const FORMS = ['totals', 'sheets'] as const
export const PASSES = ['first', 'second'] as const

export type Seat = {
  id: string
  personId: string | null
  name: string
  initials: string
  groupName: string | null
  status: string | null
  entitled: boolean
  because: string | null
  state: (typeof SEAT_STATES)[number]
  reason: string | null
}

export type Officer = {
  id: string
  role: (typeof OFFICER_ROLES)[number]
  personId: string | null
  name: string
}

export type Motion = {
  matter: Matter
  entitled: number
  present: number
  approve: number
  oppose: number
  abstain: number
  passed: boolean
  note: string | null
}

/** A name on the ballot, or written in; the votes are null until they are entered. */
export type BallotName = {
  id: string
  ordinal: number
  candidateId: string | null
  personId: string | null
  name: string
  writtenIn: boolean
  approve: number | null
  oppose: number | null
  abstain: number | null
}

export type Round = {
  id: string
  gatheringId: string
  role: Role
  ordinal: number
  why: (typeof ROUND_REASONS)[number]
  seats: number
  entitled: number | null
  present: number | null
  printed: number | null
  issued: number | null
  spoiled: number
  returned: number | null
  void: number | null
  form: (typeof FORMS)[number]
  /** The answer of the pure count as it stood when the round was closed. */
  outcome: unknown
  signedBy: readonly string[]
  isClosed: boolean
  version: number
  names: readonly BallotName[]
}

export type Gathering = {
  id: string
  body: Body
  ordinal: number
  heldOn: string
  startsAt: string | null
  endsAt: string | null
  place: string | null
  guests: string | null
  hostId: string | null
  hostName: string | null
  recorderName: string | null
  isOpen: boolean
  closedOn: string | null
  failedReason: string | null
  version: number
  seats: readonly Seat[]
  officers: readonly Officer[]
  motions: readonly Motion[]
  rounds: readonly Round[]
}

/** The one meeting of that body that counts: the latest that has not failed. */
export const gatheringOf = (
  { gatherings }: { gatherings: readonly Gathering[] },
  body: Body,
): Gathering | undefined =>
  gatherings.filter((each) => each.body === body && each.failedReason === null).at(-1)
