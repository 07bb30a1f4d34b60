import type { Outcome } from '../ballots/outcome.ts'
import type { Reason } from '../ballots/reason.ts'
import type { Rule } from '../rules/rule.ts'

// What every paper of an election is made from: plain data, read once. A paper prints records; what is missing is a gap.

export type PaperStepId =
  | 'decision'
  | 'request'
  | 'reply'
  | 'notice'
  | 'voters'
  | 'nomination'
  | 'comparison'
  | 'candidates-request'
  | 'candidates-reply'
  | 'work-report'
  | 'method'
  | 'announcement'
  | 'division'
  | 'result-report'
  | 'result-reply'
  | 'public-notice'
  | 'archive'

/** A step that was done: its true day, the number of its paper (文号), from whom or to whom, and what was noted. */
export type PaperStep = { doneOn: string; number: string | null; byWhom: string | null; note: string | null }

export type PaperRole = 'member' | 'secretary' | 'deputy-secretary'
type Precision = 'day' | 'month'

/** A person as the tables of candidates and members give her. */
export type PaperCard = {
  personId: string
  name: string
  sex: 'female' | 'male' | null
  bornOn: string | null
  bornPrecision: Precision
  nativePlace: string | null
  ethnicity: string | null
  joinedOn: string | null
  joinedPrecision: Precision
  fullOn: string | null
  education: string | null
  occupation: string | null
  /** Her posts in the Party on the day: 组织委员. */
  post: string | null
}

/** Where somebody on the list stands. `because` is for those within, never for the list that is posted. */
export type PaperVoter = {
  name: string
  groupName: string | null
  place: 'voter' | 'without-vote' | 'excluded' | 'pending'
  because: string | null
}

/** 不计入应到会: ground in words; a health matter, for those who lead alone. */
export type PaperExclusion = {
  name: string
  ground: string
  since: string | null
  reason: string
  reportedOn: string | null
  approvedOn: string | null
  approvedBy: string | null
  passedOn: string | null
}

export type PaperNomination = {
  groupName: string
  heldOn: string
  hostName: string | null
  entitled: number
  present: number
  nominees: readonly { name: string; support: number }[]
}

export type PaperCandidate = {
  id: string
  role: PaperRole
  name: string
  ordinal: number
  proposedOn: string
  agreedOn: string | null
  introducedOn: string | null
  withdrawnOn: string | null
  withdrawnReason: string | null
  /** Whose place she took. */
  replaces: string | null
  card: PaperCard | null
}

export type PaperSeat = {
  name: string
  groupName: string | null
  entitled: boolean
  because: string | null
  state: 'not-stated' | 'present' | 'excused' | 'absent'
  reason: string | null
}

export type PaperMotion = {
  matter: 'exclusions' | 'report' | 'method' | 'candidates' | 'officers' | 'reduction' | 'narrowing'
  entitled: number
  present: number
  approve: number
  oppose: number
  abstain: number
  passed: boolean
  note: string | null
}

export type PaperBallotName = {
  ordinal: number
  name: string
  writtenIn: boolean
  approve: number | null
  oppose: number | null
  abstain: number | null
}

export type PaperRound = {
  id: string
  role: PaperRole
  ordinal: number
  why: 'first' | 'tie' | 'shortfall' | 'void'
  seats: number
  entitled: number | null
  present: number | null
  printed: number | null
  issued: number | null
  spoiled: number
  returned: number | null
  void: number | null
  /** The judgment as it stood when the round was closed; null before. */
  outcome: Outcome | null
  signedBy: readonly string[]
  isClosed: boolean
  names: readonly PaperBallotName[]
}

export type PaperGathering = {
  body: 'members' | 'committee'
  ordinal: number
  heldOn: string
  startsAt: string | null
  endsAt: string | null
  place: string | null
  guests: string | null
  hostName: string | null
  recorderName: string | null
  isOpen: boolean
  closedOn: string | null
  failedReason: string | null
  seats: readonly PaperSeat[]
  officers: readonly { role: 'chief-scrutineer' | 'scrutineer' | 'teller'; name: string }[]
  motions: readonly PaperMotion[]
  rounds: readonly PaperRound[]
}

export type PaperResult = {
  name: string
  ordinal: number
  head: 'secretary' | 'deputy-secretary' | null
  duties: readonly string[]
  title: string | null
  approvedOn: string | null
  memberRoundId: string | null
  headRoundId: string | null
  card: PaperCard | null
}

/** The term that ends, with its last day by the rule or by approval. */
export type PaperTerm = {
  electedOn: string
  endedOn: string | null
  dueOn: string | null
  remindOn: string | null
  citation: string | null
  approvedUntil: string | null
  approvalNote: string | null
}

/** The committee's meeting that decided, as its minutes hold it. */
export type PaperDecision = {
  title: string
  heldOn: string
  startsAt: string
  endsAt: string | null
  place: string | null
  hostName: string | null
  recorderName: string | null
  attendance: readonly { name: string; state: string; entitled: boolean; reason: string | null }[]
  agenda: readonly { title: string; points: string | null; differing: string | null }[]
  resolutions: readonly { text: string; present: number; approve: number; oppose: number; abstain: number }[]
}

/** What the unit's records hold of the term. `firstOn`: the earliest of them, since records may begin after the term did. */
export type PaperRecord = {
  from: string
  to: string
  firstOn: string | null
  /** How often, by kind of evidence: general-meeting, lecture, … */
  counts: Readonly<Record<string, number>>
  admitted: number
  converted: number
  movedIn: number
  movedOut: number
}

export type PaperFacts = {
  organName: string
  unitName: string
  unitKind: string
  line: 'party' | 'federation' | 'union'
  /** To whom papers go: what was chosen for this election, else by the organ's chain of superiors. */
  superior: string | null
  kind: 'renewal' | 'by-election'
  form: 'committee' | 'direct'
  seats: number
  deputies: number
  plannedOn: string | null
  electedOn: string | null
  effectiveOn: string | null
  lateReason: string | null
  term: PaperTerm | null
  steps: Readonly<Partial<Record<PaperStepId, PaperStep>>>
  decision: PaperDecision | null
  /** The day the list is of, and whether it was frozen by the opened meeting. */
  listOn: string
  frozen: boolean
  voters: readonly PaperVoter[]
  base: { entitled: number; full: number; because: readonly Reason[] }
  exclusions: readonly PaperExclusion[]
  nominations: readonly PaperNomination[]
  candidates: readonly PaperCandidate[]
  gatherings: readonly PaperGathering[]
  results: readonly PaperResult[]
  /** Whoever holds a post of the unit on the day of the list: the outgoing committee. */
  officials: readonly { name: string; post: string }[]
  contact: { name: string; phone: string | null } | null
  /** The rules of the unit's own line as they stand, by what they decide: quorum, surplus, majority. */
  rules: Readonly<Record<string, Rule>>
  record: PaperRecord
  /** What the host of each meeting says, step by step; none where there is no such meeting. */
  scripts: Readonly<Record<'members' | 'committee', readonly { title: string; says: readonly string[] }[]>>
}
