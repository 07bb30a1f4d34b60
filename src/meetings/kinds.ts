export const KINDS = [
  'general-meeting',
  'committee-meeting',
  'group-meeting',
  'lecture',
  'theme-day',
  'life-meeting',
] as const
export type Kind = (typeof KINDS)[number]

/** Who is expected: everyone on the roster of the unit and below, or those who hold a post of its committee. */
export type Circle = 'members' | 'committee'

type KindOf = {
  /** Null where the kind has no circle of its own but takes that of the meeting in whose form it is held. */
  circle: Circle | null
  /** The kinds of unit that hold it. */
  heldBy: readonly string[]
  /** Public ids of the checks; none where the meeting decides nothing. */
  quorum: string | null
  majority: string | null
  /** Whom the quorum counts: those with a vote, or everyone expected. */
  counts?: 'expected'
  /** Without the quorum it is no such meeting at all (not merely unable to vote), so it fulfils no duty. */
  needsQuorumToMeet: boolean
}

const BODIES = ['branch', 'general-branch', 'committee-unit'] as const

/**
 * What the regulations make of each kind: 支部工作条例 arts. 11 (大会), 12 (支委会), 13 (党小组会), 16 (党课、主题党日), 17 (组织生活会,
 * which is held in the form of one of the first three).
 * Art. 11 asks for half only where there is a vote; art. 12 asks it of the committee for meeting at all.
 */
export const KIND_OF: Record<Kind, KindOf> = {
  'general-meeting': {
    circle: 'members',
    heldBy: BODIES,
    quorum: 'general-meeting.quorum',
    majority: 'general-meeting.majority',
    needsQuorumToMeet: false,
  },
  'committee-meeting': {
    circle: 'committee',
    heldBy: BODIES,
    quorum: 'committee-meeting.quorum',
    majority: 'decision.majority',
    needsQuorumToMeet: true,
  },
  'group-meeting': {
    circle: 'members',
    heldBy: ['group'],
    quorum: null,
    majority: 'decision.majority',
    needsQuorumToMeet: false,
  },
  lecture: {
    circle: 'members',
    heldBy: [...BODIES, 'group'],
    quorum: null,
    majority: null,
    needsQuorumToMeet: false,
  },
  'theme-day': {
    circle: 'members',
    heldBy: [...BODIES, 'group'],
    quorum: null,
    majority: null,
    needsQuorumToMeet: false,
  },
  'life-meeting': {
    circle: null,
    heldBy: [...BODIES, 'group'],
    quorum: 'life-meeting.attendance',
    majority: null,
    counts: 'expected',
    needsQuorumToMeet: false,
  },
}

/** The circle of one gathering of these kinds. All parts of a gathering have the same, see `misfit`. */
export const circleOf = (kinds: readonly Kind[]): Circle =>
  kinds.map((kind) => KIND_OF[kind].circle).find((circle) => circle !== null) ?? 'members'

/** Whether the kinds can be one gathering: the same people are expected at each. */
export const sameCircle = (kinds: readonly Kind[]): boolean =>
  kinds.every((kind) => [null, circleOf(kinds)].includes(KIND_OF[kind].circle))

/** The kinds a unit may hold, in the order in which forms offer them. */
export const kindsFor = (unitKind: string): Kind[] =>
  (Object.keys(KIND_OF) as Kind[]).filter((kind) => KIND_OF[kind].heldBy.includes(unitKind))

export const decides = (kind: Kind): boolean => KIND_OF[kind].majority !== null
