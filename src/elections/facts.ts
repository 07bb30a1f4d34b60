import type { UnitKind } from '../organs/contract.ts'
import type { Choices } from '../rules/standing.ts'
import type { Gathering, Role } from './gathering.ts'

// An election as it is kept, read whole: some hundred rows at most. Pages, judgments and papers are functions of it.

export const STEPS = [
  'decision',
  'request',
  'reply',
  'notice',
  'voters',
  'nomination',
  'comparison',
  'candidates-request',
  'candidates-reply',
  'work-report',
  'method',
  'announcement',
  'division',
  'result-report',
  'result-reply',
  'public-notice',
  'archive',
] as const
export type StepId = (typeof STEPS)[number]

export const GROUNDS = ['illness', 'abroad', 'sentence', 'bedridden', 'away', 'retired'] as const
export type Ground = (typeof GROUNDS)[number]

export type Term = {
  id: string
  electedOn: string
  endedOn: string | null
  approvedUntil: string | null
  approvalNote: string | null
}

export type Step = {
  step: StepId
  doneOn: string
  number: string | null
  byWhom: string | null
  note: string | null
  meetingId: string | null
  version: number
}

export type Exclusion = {
  personId: string
  name: string
  ground: Ground
  since: string | null
  reason: string
  reportedOn: string | null
  approvedOn: string | null
  approvedBy: string | null
  passedOn: string | null
  version: number
}

export type Delegate = {
  id: string
  personId: string | null
  name: string
  fromUnit: string | null
  version: number
}

export type Nomination = {
  groupId: string
  groupName: string
  heldOn: string
  hostName: string | null
  entitled: number
  present: number
  version: number
  nominees: readonly { personId: string; name: string; support: number }[]
}

export type Candidate = {
  id: string
  role: Role
  personId: string | null
  name: string
  ordinal: number
  proposedOn: string
  agreedOn: string | null
  introducedOn: string | null
  withdrawnOn: string | null
  withdrawnReason: string | null
  replacesId: string | null
  version: number
}

export type Result = {
  id: string
  personId: string | null
  name: string
  ordinal: number
  memberRoundId: string | null
  headRoundId: string | null
  head: 'secretary' | 'deputy-secretary' | null
  duties: readonly string[]
  title: string | null
  approvedOn: string | null
  version: number
}

export type Election = {
  id: string
  unitId: string
  unitName: string
  unitKind: UnitKind
  unitPath: string
  organName: string
  kind: 'renewal' | 'by-election'
  form: 'committee' | 'direct'
  seats: number
  deputies: number
  plannedOn: string | null
  superior: string | null
  term: Term | null
  electedOn: string | null
  effectiveOn: string | null
  closedOn: string | null
  cancelledOn: string | null
  cancelledReason: string | null
  lateReason: string | null
  version: number
  steps: readonly Step[]
  exclusions: readonly Exclusion[]
  delegates: readonly Delegate[]
  nominations: readonly Nomination[]
  candidates: readonly Candidate[]
  gatherings: readonly Gathering[]
  results: readonly Result[]
  /** The organ's local parameters, the earliest first. */
  choices: Choices
}

/** Whoever still stands for that role: by the place approved above for heads, by strokes for the committee. */
export const standing = ({ candidates }: Pick<Election, 'candidates'>, role: Role): Candidate[] =>
  candidates.filter((each) => each.role === role && each.withdrawnOn === null)

export const stepOf = ({ steps }: Pick<Election, 'steps'>, id: StepId): Step | undefined =>
  steps.find(({ step }) => step === id)
