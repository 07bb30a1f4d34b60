import type { Consent, Stage, Withdrawal } from './kinds.ts'

/** A promise as it is kept: its words encrypted. */
export type KeptPromise = {
  id: string
  content: Buffer
  dueOn: string | null
  ownerId: string
  ownerName: string
  doneOn: string | null
  toldOn: string | null
  version: number
}

/** A visit as it is kept: its words encrypted. */
export type KeptVisit = {
  id: string
  stage: Stage
  plannedOn: string | null
  heldOn: string | null
  pointId: string | null
  pointName: string | null
  place: string | null
  consent: Consent | null
  content: Buffer | null
  recordedBy: string
  recordedByName: string
  recordedOn: string | null
  withdrawnBecause: Withdrawal | null
  version: number
  visitors: { id: string; name: string }[]
  promises: KeptPromise[]
}

export type NewVisit = {
  id: string
  pointId: string | null
  place: string | null
  stage: Stage
  plannedOn: string | null
  heldOn: string | null
  consent: Consent | null
  content: Buffer | null
  recordedOn: string | null
  recordedByName: string
}

export type NewVisitor = { visitId: string; personId: string; personName: string }

export type NewPromise = {
  id: string
  visitId: string
  content: Buffer
  dueOn: string | null
  ownerId: string
  ownerName: string
}
