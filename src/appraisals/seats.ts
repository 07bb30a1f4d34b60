import type { Role } from './kinds.ts'

export type Standing = { role: Role; mayVote: boolean; because: string | null }

/**
 * How a member of that status takes part. Grading members only, and not probationary ones, is practice of organisation
 * departments; that those in 留党察看 have no vote is 党章 art. 41. Localities differ, so a branch may change each with a reason.
 */
export const standingOf = (status: string): Standing =>
  STANDINGS[status] ?? { role: 'excluded', mayVote: false, because: '这一天不在本支部名册上' }

const STANDINGS: Readonly<Record<string, Standing>> = {
  full: { role: 'graded', mayVote: true, because: null },
  probationary: { role: 'ungraded', mayVote: true, because: '预备党员参加评议，不评定等次' },
  'on-probation': {
    role: 'ungraded',
    mayVote: false,
    because: '留党察看期间没有表决权，参加评议，不参加测评，一般不评等次',
  },
  suspended: { role: 'excluded', mayVote: false, because: '党员权利暂停期间不参加评议' },
  stopped: { role: 'excluded', mayVote: false, because: '已停止党籍' },
  'transferred-out': { role: 'excluded', mayVote: false, because: '组织关系已转出，在转入的支部参加评议' },
  left: { role: 'excluded', mayVote: false, because: '已出党' },
}
