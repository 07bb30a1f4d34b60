import type { Expected } from './contract.ts'
import type { Circle } from './kinds.ts'

/** A person as of the meeting's day: status of that day, and whether in the circle of the meeting. */
export type Standing = {
  personId: string
  name: string
  initials: string
  /** Null where she holds a post but no membership that the reader may see. */
  status: string | null
  /** False for someone who is only named in the record: an observer, a host from above. */
  expected: boolean
}

const WITHOUT_VOTE: Readonly<Record<string, string>> = {
  probationary: '预备党员没有表决权',
  'on-probation': '留党察看期间没有表决权',
  suspended: '党员权利暂停期间没有表决权',
}

/**
 * Who is expected, in the order given. Probationary members and those in 留党察看 come to the meeting and have no vote
 * (党章 arts. 7, 41), so they count towards 应到 but never towards the base of a vote.
 */
export const expectedOf = (standings: readonly Standing[]): Expected[] =>
  standings
    .filter(({ expected }) => expected)
    .map(({ personId, name, initials, status }) => {
      const because = WITHOUT_VOTE[status ?? ''] ?? null
      return { personId, name, initials, entitled: true, votes: because === null, because }
    })

/** Why nobody at all is expected, in words that say what to do. */
export const NOBODY: Record<Circle, string> = {
  committee: '这一天没有登记在任的支委会委员，算不出应到人员。请先在「人与组织」里登记任职。',
  members: '这一天名册上没有党员，算不出应到人员。请先导入名册，或核对召开日期。',
}
