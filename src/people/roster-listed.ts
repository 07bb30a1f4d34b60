import { TERMS } from '../glossary.ts'
import type { DatedDay } from './dated.ts'
import type { RosterPerson } from './roster.ts'

type Listed = Omit<
  RosterPerson,
  'identityNumber' | 'birth' | 'joined' | 'becameFull' | 'branch' | 'group' | 'partyPost' | 'work'
> & {
  masked: string | null
  bornOn: string | null
  bornPrecision: DatedDay['precision']
  joinedOn: string | null
  joinedPrecision: DatedDay['precision']
  fullOn: string | null
  fullPrecision: DatedDay['precision']
  branchName: string
  groupName: string | null
  occupation: string | null
}

/** Someone of the register as a roster's row tells her; what stands for the identity number is masked already. */
export const listed = (row: Listed): RosterPerson => {
  const { name, masked, sex, ethnicity, education, nativePlace, status, posts, phone, remark } = row
  return {
    ...{ name, sex, ethnicity, education, nativePlace, status, posts, phone, remark },
    identityNumber: masked,
    birth: dated(row.bornOn, row.bornPrecision),
    joined: dated(row.joinedOn, row.joinedPrecision),
    becameFull: dated(row.fullOn, row.fullPrecision),
    branch: row.branchName,
    group: row.groupName,
    partyPost: posts.map((post) => TERMS[post]).join('、') || null,
    work: row.occupation,
  }
}

const dated = (on: string | null, precision: DatedDay['precision']): DatedDay | null =>
  on === null ? null : { on, precision }
