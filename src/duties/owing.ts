import { COMMITTEE_POSTS } from '../kernel/access.ts'
import type { DutyCondition } from '../rules/duty.ts'
import type { DayNumber } from './daynumber.ts'
import type { Household, StatusStint } from './household.ts'
import type { Window } from './window.ts'

/** From this many full members on, a branch must have a committee (支部工作条例第二十条). */
const COMMITTEE_NEEDS = 7
const SECRETARIES: ReadonlySet<string> = new Set(['secretary', 'deputy-secretary'])
const COMMITTEE_WITH_SECRETARIES: ReadonlySet<string> = new Set(COMMITTEE_POSTS)
const FULL = new Set(['full', 'on-probation', 'suspended'])
/** 留党察看 leaves the duties and takes the vote; suspended rights leave neither. */
const TAKES_PART = new Set(['full', 'probationary', 'on-probation'])

/**
 * Why the unit does not owe what the window asks, in words; null when it does. A period is owed by those to whom the
 * rule applies both on its middle day and on its last: whoever came late or left early is not blamed for the part.
 */
export const reasonNotOwed = (household: Household, window: Window): string | null => {
  const { since, until } = household.stint
  if (since > window.middle) return `${household.unit.name}于${household.unit.foundedOn}成立，不满半期不计`
  if (until < window.to) return `${household.unit.name}于${household.unit.dissolvedOn ?? ''}撤销`
  for (const condition of window.rule.when) {
    const reason = UNMET[condition]
    if (
      reason !== null &&
      !(meets(household, condition, window.middle) && meets(household, condition, window.to))
    )
      return reason
  }
  return null
}

const UNMET: Record<DutyCondition, string | null> = {
  'has-committee': '正式党员不足 7 人且未选举产生支部委员会',
  'no-committee': '设有支部委员会',
  'has-groups': '没有设党小组',
  probationary: null,
}

const meets = (household: Household, condition: DutyCondition, on: DayNumber): boolean => {
  if (household.unit.kind === 'group') return true
  if (condition === 'has-groups')
    return household.groups.some(({ since, until }) => since <= on && on <= until)
  return hasCommittee(household, on) === (condition === 'has-committee')
}

/** Elected, or held by people in its posts, or required by the number of full members. */
export const hasCommittee = ({ terms, posts, members }: Household, on: DayNumber): boolean => {
  for (const { elected, ended } of terms) if (elected <= on && on <= ended) return true
  for (const { post, since, until } of posts)
    if (since <= on && on <= until && COMMITTEE_WITH_SECRETARIES.has(post) && !SECRETARIES.has(post))
      return true
  let full = 0
  for (const stints of members.values()) if (isAmong(stints, FULL, on)) full += 1
  return full >= COMMITTEE_NEEDS
}

const isAmong = (stints: readonly StatusStint[], statuses: ReadonlySet<string>, on: DayNumber): boolean => {
  for (const { status, since, until } of stints) if (since <= on && on <= until) return statuses.has(status)
  return false
}

const PROBATIONARY = new Set(['probationary'])

/** Whether a member owes it: taking part in the branch on the middle day and on the last. */
export const memberOwes = (stints: readonly StatusStint[], { rule, middle, to }: Window): boolean => {
  const statuses = rule.when.includes('probationary') ? PROBATIONARY : TAKES_PART
  return isAmong(stints, statuses, middle) && isAmong(stints, TAKES_PART, to)
}

/** Those who hold the posts through the middle day and the last. */
export const holdersOf = (
  { posts }: Household,
  owes: 'secretary' | 'committee-member',
  window: Window,
): string[] => {
  const wanted = owes === 'secretary' ? SECRETARY : COMMITTEE_WITH_SECRETARIES
  const held = (on: DayNumber) =>
    posts.filter(({ post, since, until }) => wanted.has(post) && since <= on && on <= until)
  const last = new Set(held(window.to).map(({ personId }) => personId))
  return [...new Set(held(window.middle).map(({ personId }) => personId))].filter((id) => last.has(id))
}

const SECRETARY = new Set(['secretary'])

/** Who is on the other side of a talk: the rest of the committee, or the rest of the members. */
export const othersOf = (household: Household, window: Window, personId: string): ReadonlySet<string> => {
  const others = new Set<string>()
  if (window.rule.with === 'committee-member')
    for (const id of holdersOf(household, 'committee-member', window)) others.add(id)
  else for (const [id, stints] of household.members) if (memberOwes(stints, window)) others.add(id)
  others.delete(personId)
  return others
}
