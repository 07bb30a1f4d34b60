import { type Day, day, isAfter, isBefore } from '../kernel/day.ts'
import type { Duty, DutyRule, Matter } from './contract.ts'
import { PLANNED } from './planning.ts'

/** How far ahead 今日 looks, and how long a missed period stays on it; older ones are on the year page. */
export const AHEAD_DAYS = 28
const MISSED_STAYS_DAYS = 92

/** Whose matters are asked for: units whose duties are hers to see to, and she herself. */
export type Concern = { person: string; units: ReadonlySet<string> }

export type Lists = { owed: Matter[]; coming: Matter[] }

/**
 * The duties that concern a person now: owed in this period and nearing its end, or missed not long ago; and those that
 * begin within four weeks. What a rule only allows or encourages is not put to anyone. Duties of single people appear for an
 * officer as one line a rule, with their number.
 */
export const dutyMatters = (
  duties: readonly Duty[],
  rules: readonly DutyRule[],
  names: ReadonlyMap<string, string>,
  concern: Concern,
  on: Day,
): Lists => {
  const known = new Map(rules.map((rule) => [rule.rule, rule]))
  const concerning = duties.filter(
    ({ unitId, personId, rule }) =>
      isAsked(known.get(rule)) && (personId === concern.person || concern.units.has(unitId)),
  )
  const owed = concerning.filter((duty) => isOwedNow(duty, on))
  const isListed = new Set(owed.map(({ rule, unitId, personId }) => `${rule} ${unitId} ${personId}`))
  const coming = concerning.filter(
    (duty) =>
      duty.state === 'not-yet' &&
      !isAfter(day(duty.from), on.add({ days: AHEAD_DAYS })) &&
      !isListed.has(`${duty.rule} ${duty.unitId} ${duty.personId}`),
  )
  const matters = (list: readonly Duty[]) =>
    folded(list, concern.person).map((some) => matterOf(some, known, names, concern))
  return { owed: matters(owed).sort(byDay), coming: matters(coming).sort(byDay) }
}

const isAsked = (rule: DutyRule | undefined): boolean =>
  rule?.hardness === 'must' || rule?.hardness === 'default'

const isOwedNow = ({ state, to, rule }: Duty, on: Day): boolean => {
  if (state === 'missed')
    return rule.startsWith('renewal') || !isBefore(day(to), on.subtract({ days: MISSED_STAYS_DAYS }))
  return state === 'due' && (rule.startsWith('renewal') || !isAfter(day(to), on.add({ months: 1 })))
}

/** One's own duties each apart; those of others together, by rule, unit and period. */
const folded = (duties: readonly Duty[], person: string): Duty[][] => [
  ...Map.groupBy(duties, ({ rule, unitId, personId, from, state }) =>
    personId === null || personId === person
      ? `${rule} ${unitId} ${personId} ${from}`
      : `${rule} ${unitId} all ${from} ${state}`,
  ).values(),
]

const matterOf = (
  some: readonly Duty[],
  rules: ReadonlyMap<string, DutyRule>,
  names: ReadonlyMap<string, string>,
  { person }: Concern,
): Matter => {
  const duty = some[0]!
  const rule = rules.get(duty.rule)
  const forOthers = duty.personId !== null && duty.personId !== person
  return {
    kind: duty.rule.startsWith('renewal') ? 'term' : 'duty',
    title: `${rule?.title ?? duty.rule}（${duty.period}${forOthers ? `，${some.length} 人` : ''}）`,
    unitId: duty.unitId,
    unitName: names.get(duty.unitId) ?? '',
    by: duty.to,
    state: duty.state,
    rule: duty.rule,
    citation: rule?.citation ?? null,
    meetingId: null,
    plan: rule?.by.find((kind) => PLANNED.has(kind)) ?? null,
    to: null,
    act: null,
  }
}

export const byDay = (one: Matter, other: Matter): number =>
  (one.by ?? '9999') < (other.by ?? '9999') ? -1 : (one.by ?? '9999') > (other.by ?? '9999') ? 1 : 0
