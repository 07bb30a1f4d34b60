import type { Kind } from './kinds.ts'

/** The duty behind each kind of talk, all of 支部工作条例第十九条. */
export const DUTY_OF: Record<Kind, string> = {
  committee: 'talk.within-committee',
  'committee-member': 'talk.committee-member',
  member: 'talk.between-members',
}
