/** What a person is on the roster of the Party members of a unit. */
export const STATUSES = [
  'full',
  'probationary',
  'on-probation',
  'suspended',
  'stopped',
  'transferred-out',
  'left',
] as const
export type Status = (typeof STATUSES)[number]

/** Those who have left the Party's rolls here: they stand on no roster, and hold no post. */
export const GONE: readonly Status[] = ['stopped', 'transferred-out', 'left']

/** Why someone on the roster has no vote; the rule that says so, by its public id. */
export const WITHOUT_VOTE: Partial<Record<Status, { because: string; rule: string }>> = {
  probationary: { because: '预备党员没有表决权、选举权和被选举权', rule: 'voting.probationary' },
  'on-probation': { because: '留党察看期间没有表决权、选举权和被选举权', rule: 'voting.on-probation' },
  suspended: { because: '党员权利已依法暂停', rule: 'voting.suspended' },
}
