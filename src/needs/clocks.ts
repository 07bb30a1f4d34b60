import { type Day, day } from '../kernel/day.ts'
import { citationOf } from '../rules/citation.ts'
import type { Limit } from '../rules/rule.ts'
import { after, boundOf, type IsWorkday } from '../rules/span.ts'
import type { RuleOf } from '../rules/standing.ts'
import type { Clock, Pause } from './contract.ts'
import type { Level, Petition } from './kinds.ts'
import type { Matter } from './matter.ts'

// Which times run for a matter, and when each ends. The law's own times and those that the organ sets itself stand side by side
// and are told apart by where their rule stands: what is only practice may be paused, a time of the law may not.

/** In whose power a petition lies: ours, a federation below, or nobody of ours. */
export const BELONGS = ['own', 'below', 'elsewhere'] as const
export type Belongs = (typeof BELONGS)[number]

export const BELONGS_NAMES: Readonly<Record<Belongs, string>> = {
  own: '本机关职权范围',
  below: '属于下级妇联',
  elsewhere: '不属于妇联系统',
}

/** What the clocks of triage turn on. */
export type ClockFacts = {
  receivedOn: string
  level: Level
  /** From when its level holds: the day it came, or the day it was judged anew. */
  levelFrom: string
  petition: Petition
  /** It was sent on by another office, or from above. */
  transferred: boolean
  belongs: Belongs
  /** Her name and address are known: else nobody can be told in writing. */
  reachable: boolean
  /** From which day on it is taken up; null where that is still open. */
  acceptedOn: string | null
}

/** How the days are counted: the rules as they stand for the organ, and its working days. */
export type Ways = {
  ruleOf: RuleOf
  isWorkday: IsWorkday
  /** The organ brings a last day of a petition that falls on a rest day forward to the working day before. */
  early: boolean
}

export type Wanted = { rule: string; eventOn: string }

const BY_LEVEL: Readonly<Partial<Record<Level, string>>> = {
  R0: 'triage.danger',
  R1: 'triage.violence',
  R2: 'triage.rights',
}

const NOTICES: Readonly<Record<Belongs, string>> = {
  own: 'petition.notice',
  below: 'petition.pass-down',
  elsewhere: 'petition.point-elsewhere',
}

/** The clocks that triage sets going. A petition's own run whatever its level is. */
export const wantedClocks = (facts: ClockFacts): Wanted[] => {
  const { receivedOn, level, levelFrom, petition, transferred, belongs, reachable, acceptedOn } = facts
  const wanted: Wanted[] = []
  const byLevel = BY_LEVEL[level]
  if (byLevel) wanted.push({ rule: byLevel, eventOn: levelFrom })
  if (petition === 'no') return wanted
  const isOurs = belongs === 'own'
  if (transferred && !isOurs) wanted.push({ rule: 'petition.object', eventOn: receivedOn })
  else if (reachable)
    wanted.push({
      rule: transferred ? 'petition.transferred-notice' : NOTICES[belongs],
      eventOn: receivedOn,
    })
  if (petition === 'appeal' && isOurs && acceptedOn)
    wanted.push({ rule: 'petition.decide', eventOn: acceptedOn })
  return wanted
}

/** Clocks that an act sets going later, each from its own day. */
export const STARTABLE = ['petition.decide', 'petition.review-answer', 'petition.rereview-answer'] as const
export type Startable = (typeof STARTABLE)[number]

/** The last day of a clock that starts on the day; undefined where its rule was not in force. */
export const lastDay = (rule: string, eventOn: string, ways: Ways): string | undefined => {
  const limit = limitOf(rule, ways)
  if (!limit) return undefined
  const bound = boundOf(limit, day(eventOn), ways.isWorkday)
  return 'last' in bound ? broughtForward(rule, bound.last, ways, day(eventOn)).toString() : undefined
}

/** The furthest that a petition's decision may be put off. */
export const furthest = (dueOn: string, ways: Ways): string | undefined =>
  lastDay('petition.extended', dueOn, ways)

const broughtForward = (rule: string, last: Day, { early, isWorkday }: Ways, least: Day): Day => {
  if (!early || !rule.startsWith('petition.')) return last
  let on = last
  while (!isWorkday(on) && Temporal.PlainDate.compare(on, least) > 0) on = on.subtract({ days: 1 })
  return on
}

const limitOf = (rule: string, { ruleOf }: Ways): Limit | undefined => {
  const found = ruleOf(rule)
  return found?.kind === 'limit' ? found : undefined
}

/** Whether a pause of this kind stops the clock: our own times always, the law's only where its clause says so. */
export const stops = (limit: Limit | undefined, kind: Pause['kind']): boolean =>
  limit?.source.form === 'practice' || (limit?.id === 'petition.rereview-answer' && kind === 'hearing')

/**
 * The last day after the days that were paused: as many counted days follow a pause as were left when it began. The day on which
 * a matter is taken up again counts. Null while the pause lasts.
 */
export const withPauses = (
  { eventOn, dueOn }: Pick<Clock, 'eventOn' | 'dueOn'>,
  pauses: readonly Pick<Pause, 'since' | 'until'>[],
  counted: 'days' | 'workdays',
  isWorkday: IsWorkday,
): string | null => {
  let last = day(dueOn)
  const counts: IsWorkday = counted === 'workdays' ? isWorkday : () => true
  for (const { since, until } of [...pauses].sort((one, other) => (one.since < other.since ? -1 : 1))) {
    if (since > last.toString() || (until !== null && until <= eventOn)) continue
    const left = daysBetween(later(since, next(eventOn)), last, counts)
    if (left === 0) continue
    if (until === null) return null
    last = after(day(later(until, next(eventOn))).subtract({ days: 1 }), { workdays: left }, counts)
  }
  return last.toString()
}

const next = (on: string): string => day(on).add({ days: 1 }).toString()
const later = (one: string, other: string): string => (one > other ? one : other)

// Both days belong to it.
const daysBetween = (from: string, last: Day, counts: IsWorkday): number => {
  let found = 0
  for (let on = day(from); Temporal.PlainDate.compare(on, last) <= 0; on = on.add({ days: 1 }))
    if (counts(on)) found += 1
  return found
}

export const CLOCK_STATES = ['kept', 'kept-late', 'running', 'late', 'paused'] as const

/** A clock as the page shows it on a day. */
export type Standing = Clock & {
  state: (typeof CLOCK_STATES)[number]
  /** With pauses and extension; null while it is paused. */
  lastOn: string | null
  /** Below zero once it is past. */
  daysLeft: number | null
  title: string
  says: string
  citation: string
  /** The law's own, that no pause of ours stops. */
  ofLaw: boolean
  extendableTo: string | null
}

/** How a clock stands on the day. */
export const standingOf = (
  clock: Clock,
  pauses: readonly Pick<Pause, 'kind' | 'since' | 'until'>[],
  ways: Ways,
  today: string,
): Standing => {
  const limit = limitOf(clock.rule, ways)
  const stopped = pauses.filter(({ kind }) => stops(limit, kind))
  const lastOn = clock.extendedUntil ?? withPauses(clock, stopped, countedBy(limit), ways.isWorkday)
  const daysLeft =
    clock.keptOn !== null || lastOn === null
      ? null
      : day(today).until(day(lastOn), { largestUnit: 'days' }).days
  return {
    ...clock,
    lastOn,
    daysLeft,
    state: stateOf(clock, lastOn, today),
    title: limit?.title ?? clock.rule,
    says: limit?.says ?? '',
    citation: limit ? citationOf(limit) : '',
    ofLaw: limit?.source.form !== 'practice',
    extendableTo:
      clock.rule === 'petition.decide' && clock.keptOn === null && clock.extendedUntil === null
        ? (furthest(clock.dueOn, ways) ?? null)
        : null,
  }
}

const countedBy = (limit: Limit | undefined): 'days' | 'workdays' =>
  limit && 'within' in limit && 'workdays' in limit.within ? 'workdays' : 'days'

const stateOf = ({ keptOn }: Clock, lastOn: string | null, today: string): Standing['state'] => {
  if (keptOn !== null) return lastOn !== null && keptOn > lastOn ? 'kept-late' : 'kept'
  if (lastOn === null) return 'paused'
  return today > lastOn ? 'late' : 'running'
}

/**
 * Since when nobody wrote anything about a matter that is being handled, once that is longer than the organ allows; null before
 * that, while it is paused, and where its steps are not the reader's.
 */
export const stuckSince = (
  { state, steps, pauses }: Pick<Matter, 'state' | 'pauses'> & { steps: readonly { onDay: string }[] },
  ways: Ways,
  today: string,
): string | null => {
  const last = steps
    .map(({ onDay }) => onDay)
    .sort()
    .at(-1)
  if (state !== 'handling' || last === undefined || pauses.some(({ until }) => until === null)) return null
  const until = lastDay('need.stuck', last, ways)
  return until !== undefined && today > until ? last : null
}
