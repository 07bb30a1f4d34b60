import type { UnitKind } from '../organs/contract.ts'
import type { Evidence } from './contract.ts'

// What the duties are computed from: dated rows as the stores give them. Days are ISO text, `until` is the last day or null.

export type UnitFact = {
  id: string
  kind: UnitKind
  name: string
  foundedOn: string
  dissolvedOn: string | null
}

/** Under which unit a unit stood: the dated edges of the tree. */
export type PlaceFact = { unitId: string; parentId: string | null; since: string; until: string | null }

/** One status of one person, in one branch. */
export type MembershipFact = {
  personId: string
  unitId: string
  status: string
  since: string
  until: string | null
}

export type PostFact = { personId: string; unitId: string; post: string; since: string; until: string | null }

export type TermFact = {
  id: string
  unitId: string
  electedOn: string
  endedOn: string | null
  approvedUntil: string | null
}

export type PersonFact = {
  id: string
  name: string
  initials?: string
  joinedOn: string | null
  fullOn: string | null
}

export type EvidenceFact = Evidence & {
  unitId: string
  personId: string | null
  amount: number | null
  /** The other one of a talk: where `each` of some people is wanted, different people are counted. */
  partnerId?: string | null
  /** `2026-Q2`: the period it makes up for, where a year does not say it. */
  forPeriod?: string
}

export type ExcuseFact = {
  id: string
  rule: string
  unitId: string
  personId: string | null
  periodFrom: string
  reason: string
  /** The day it was accepted, and the day it was taken back. */
  on: string
  withdrawnOn: string | null
  version: number
}

export type Facts = {
  units: readonly UnitFact[]
  places: readonly PlaceFact[]
  memberships: readonly MembershipFact[]
  posts: readonly PostFact[]
  terms: readonly TermFact[]
  people: readonly PersonFact[]
  evidence: readonly EvidenceFact[]
  excuses: readonly ExcuseFact[]
}

/** What an organ settled of a parameter, from a day on. */
export type SettledFact = { key: string; choice: string; since: string }
