import type { Precision } from './cell.ts'
import type { Status } from './contract.ts'
import type { DatedDay } from './dated.ts'
import type { RosterPost, RosterStatus } from './roster.ts'
import type { KnownPerson } from './roster-compare.ts'
import type { Stretch } from './roster-history.ts'

/** A person as the register holds her; the memberships in the order of their days. */
export type Known = {
  id: string
  version: number
  name: string
  initials: string
  sex: 'female' | 'male' | null
  ethnicity: string | null
  bornOn: string | null
  bornPrecision: Precision
  phone: string | null
  education: string | null
  nativePlace: string | null
  occupation: string | null
  joinedOn: string | null
  joinedPrecision: Precision
  fullOn: string | null
  fullPrecision: Precision
  remark: string | null
  unitId: string
  /** The identity number's keyed digest in hexadecimal. */
  digest: string | null
  memberships: (Stretch & { id: string; version: number })[]
}

/** The branch that a sheet is imported into, with all that judging the sheet asks of it. */
export type Branch = {
  id: string
  name: string
  path: string
  foundedOn: string
  /** Since when the running term runs; null where none is known. */
  electedOn: string | null
  groups: { id: string; name: string }[]
  /** Names of the organ's other branches. */
  others: string[]
  /** Every post ever held in the branch and its groups. */
  seats: Seat[]
}

export type Seat = {
  personId: string
  personName: string | null
  unitId: string
  post: RosterPost
  until: string | null
}

/** The last status that the register holds; null for someone of whom only the name is known. */
export const lastStatus = ({ memberships }: Known): Status | null => memberships.at(-1)?.status ?? null

/** Someone who is on no roster any more; she comes back by a transfer, not by a sheet. */
export const isGone = (known: Known): boolean => {
  const status = lastStatus(known)
  return status === 'transferred-out' || status === 'left'
}

/** A known person as `compare` takes her. Posts are settled apart, since they depend on who holds them already. */
export const comparable = (known: Known, groupNames: ReadonlyMap<string, string>): KnownPerson => {
  const { name, sex, ethnicity, education, nativePlace, phone, remark, occupation } = known
  const groupId = known.memberships.at(-1)?.groupId
  const status = lastStatus(known)
  return {
    id: known.id,
    identityKey: known.digest,
    person: {
      name,
      posts: [],
      sex,
      ethnicity,
      birth: dated(known.bornOn, known.bornPrecision),
      education,
      nativePlace,
      joined: dated(known.joinedOn, known.joinedPrecision),
      becameFull: dated(known.fullOn, known.fullPrecision),
      group: groupId ? (groupNames.get(groupId) ?? null) : null,
      work: occupation,
      phone,
      remark,
      status: isGone(known) ? null : (status as RosterStatus | null),
    },
  }
}

export const dated = (on: string | null, precision: Precision): DatedDay | null =>
  on === null ? null : { on, precision }
