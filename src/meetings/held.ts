import type {
  AgendaItem,
  Attendance,
  Attendee,
  FollowUp,
  Meeting,
  Part,
  Return,
  Stage,
  Told,
  Vote,
} from './contract.ts'

/** What is filled in before a record is handed in. */
export type Draft = {
  agenda: AgendaItem[]
  /** Only whom something was stated of. */
  attendance: Attendee[]
  resolutions: Vote[]
  followUps: FollowUp[]
  /** Absent in drafts of an earlier version. */
  returns?: Return[]
}

export const EMPTY_DRAFT: Draft = { agenda: [], attendance: [], resolutions: [], followUps: [], returns: [] }

export type HeldAttendance = {
  personId: string
  name: string
  initials: string
  state: Attendance
  entitled: boolean
  votes: boolean
  because: string | null
  reason: string | null
}

export type HeldResolution = Vote & { entitled: number; present: number; passed: boolean; judgments: Told[] }

/** A meeting as the database holds it: the draft while there is no record, the record's rows afterwards. */
export type Held = Pick<
  Meeting,
  | 'id'
  | 'unitId'
  | 'unitName'
  | 'title'
  | 'heldOn'
  | 'startsAt'
  | 'endsAt'
  | 'place'
  | 'guests'
  | 'hostId'
  | 'hostName'
  | 'recorderId'
  | 'recorderName'
  | 'recordedOn'
  | 'lateReason'
  | 'notedByName'
  | 'notedAt'
  | 'noticeSentAt'
  | 'cancelledReason'
  | 'hasTemplate'
  | 'sequence'
  | 'version'
  | 'followUps'
  | 'returns'
  | 'files'
  | 'amendments'
> & {
  unitKind: string
  path: string
  /** The local parameters that the organ has settled, the earliest first: its rules are judged by them. */
  choices: { key: string; choice: string; since: string }[]
  stage: Stage
  draft: Draft | null
  parts: Part[]
  agenda: AgendaItem[]
  attendance: HeldAttendance[]
  resolutions: HeldResolution[]
}

/** Handed in: from then on its rows are the truth, not the draft. */
export const isRecorded = ({ stage }: Pick<Held, 'stage'>): boolean =>
  stage === 'recorded' || stage === 'noted'
