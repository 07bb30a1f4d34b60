import type { Judgment } from '../kernel/outcome.ts'

/**
 * What documents are made from: plain data, so that any slice can hand over its records. The meeting is stated as the part
 * of the meetings' contract that paper shows; `Meeting` of that contract fits as it is (a test holds it), except
 * that a draft's votes may be uncounted, which is no vote on paper.
 */
export type PaperMeeting = {
  title: string
  unitName: string
  stage: string
  /** A day, `2026-11-25`. */
  heldOn: string
  /** Time of day in the organ's zone, `15:00`. */
  startsAt: string
  endsAt: string | null
  place: string | null
  hostName: string | null
  recorderName: string | null
  parts: readonly {
    kind: string
    topic: string | null
    lecturerName: string | null
    forYear?: number | null
  }[]
  /** `part` counts from 1. Points hold one speaker a line, as they were entered. */
  agenda: readonly { part: number; title: string; points: string | null; differing: string | null }[]
  attendance: readonly PaperAttendee[]
  judgments: readonly Judged[]
  resolutions: readonly PaperResolution[]
  followUps: readonly {
    what: string
    ownerName: string | null
    dueOn: string | null
    doneOn: string | null
  }[]
  /** 回头看: what this gathering heard of follow-ups of earlier ones. */
  returns: readonly {
    what: string
    ownerName: string | null
    wasDueOn: string | null
    from: { title: string; heldOn: string }
    outcome: string | null
    note: string | null
    dueOn: string | null
  }[]
  amendments: readonly {
    field: string
    was: string | null
    becomes: string
    reason: string
    byName: string | null
    at: string
  }[]
  recordedOn: string | null
  late: boolean
  lateReason: string | null
  notedByName: string | null
  notedAt: string | null
  feeds: readonly { title: string; citation: string }[]
}

export type PaperAttendee = {
  name: string
  /** Belongs to 应到; an invited observer does not. */
  entitled: boolean
  votes: boolean
  state: string
  reason: string | null
}

export type Judged = { judgment: Judgment; words: string }

export type PaperResolution = {
  text: string
  approve: number
  oppose: number
  abstain: number
  entitled: number
  present: number
  passed: boolean
  judgments: readonly Judged[]
}

export type MinutesData = {
  organName: string
  /** 第N次 of its kind in the year or term, where the unit counts them. */
  ordinal: number | null
  meeting: PaperMeeting
}

export type NoticeData = {
  organName: string
  meeting: PaperMeeting
  /** Whom to ask and to whom leave is told; a phone only where the person agreed to it. */
  contact: { name: string; phone: string | null } | null
  /** The notice's own day. */
  issuedOn: string
}

/** One line of the year's register of a unit. A count that was never stated is null, not 0. */
export type RegisterRow = {
  heldOn: string
  kinds: readonly string[]
  title: string
  hostName: string | null
  recorderName: string | null
  entitled: number | null
  present: number | null
  excused: number | null
  absent: number | null
  resolutions: readonly { text: string; passed: boolean }[]
  recordedOn: string | null
  late: boolean
  stage: string
}

export type RegisterData = { organName: string; unitName: string; year: number; rows: readonly RegisterRow[] }
