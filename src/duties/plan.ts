import { type Period, periodName, periodsWithin, type Rhythm } from '../kernel/period.ts'
import type { Owes } from '../rules/duty.ts'
import { effective } from '../rules/effective.ts'
import type { Span } from '../rules/entry.ts'
import type { Parameter } from '../rules/parameters.ts'
import type { Rules } from '../rules/rulebook.ts'
import { after, before, type IsWorkday, weekdays } from '../rules/span.ts'
import { type DayNumber, dayOfNumber, FOREVER, numberOf, numberOfDay } from './daynumber.ts'
import type { SettledFact } from './facts.ts'
import type { OwedRule, Window } from './window.ts'

/** What is owed in a stretch of days, before it is asked by whom: made once and used for every unit of an organ. */
export type Plan = {
  from: DayNumber
  to: DayNumber
  /** The windows of periodic duties by who owes them, in the order of the book, then of time. */
  windows: Partial<Record<Owes, Window[]>>
  /** Duties set going by an event: the version is that of the day of the event. */
  once: Partial<Record<Owes, OnceRule[]>>
  isWorkday: IsWorkday
}

/** A version of a rule with the settled parameters of its time. */
type Version = { rule: OwedRule; from: DayNumber; to: DayNumber }
/** `most` days after its event at the latest is its last day: what lies further back need not be looked at. */
export type OnceRule = Version & { most: number }

export type PlanInput = {
  rules: Rules
  parameters?: readonly Parameter[]
  settled?: readonly SettledFact[]
  stretch: Period
  isWorkday?: IsWorkday
}

/** A period is judged by the rule, and by the parameters, of its middle day. */
export const planOf = ({
  rules,
  parameters = [],
  settled = [],
  stretch,
  isWorkday = weekdays,
}: PlanInput): Plan => {
  const plan: Plan = {
    from: numberOfDay(stretch.from),
    to: numberOfDay(stretch.to),
    windows: {},
    once: {},
    isWorkday,
  }
  const periods = new Map<Rhythm, PeriodNumbers[]>()
  for (const version of versionsOf(rules, parameters, settled)) {
    const { rule } = version
    if (!('every' in rule)) {
      const once = { ...version, most: mostDays(rule.after.within) }
      plan.once[rule.owes] = [...(plan.once[rule.owes] ?? []), once]
      continue
    }
    const known = periods.get(rule.every) ?? numbered(rule.every, stretch)
    periods.set(rule.every, known)
    const windows = plan.windows[rule.owes] ?? []
    plan.windows[rule.owes] = windows
    for (const period of known)
      if (period.middle >= version.from && period.middle <= version.to)
        windows.push(windowOf(rule, period, isWorkday))
  }
  return plan
}

/** The window of a duty that an event set going; `approved` is the last day where an approval moved it. */
export const onceWindow = (
  rule: OwedRule,
  event: DayNumber,
  next: DayNumber,
  approved: DayNumber | null,
  isWorkday: IsWorkday = weekdays,
): Window => {
  if (!('after' in rule)) throw new RangeError(`${rule.id} is not set going by an event`)
  const last =
    approved === null ? after(dayOfNumber(event), rule.after.within, isWorkday) : dayOfNumber(approved)
  const from = rule.after.remind ? before(last, rule.after.remind, isWorkday) : dayOfNumber(event)
  const to = numberOfDay(last)
  return {
    rule,
    name: `${last.year}年${last.month}月${last.day}日前`,
    from: Math.max(numberOfDay(from), event),
    to,
    isoFrom: dayOfNumber(Math.max(numberOfDay(from), event)).toString(),
    isoTo: last.toString(),
    middle: to,
    rhythm: 'once',
    // The election that began a term does not renew it.
    countsFrom: rule.after.event === 'elected' ? event + 1 : event,
    countsUntil: next,
    inTimeUntil: to,
    grace: rule.grace,
    byAmount: rule.least !== undefined,
  }
}

/** The window of one period of a periodic rule, as the examples of the rules name it. */
export const periodWindow = (rule: OwedRule, period: Period, isWorkday: IsWorkday = weekdays): Window => {
  if (!('every' in rule)) throw new RangeError(`${rule.id} is not periodic`)
  return windowOf(rule, numbersOf(rule.every, period), isWorkday)
}

const mostDays = (span: Span): number => {
  if ('years' in span) return span.years * 366
  if ('months' in span) return span.months * 31
  // Even the longest holidays leave a working day in every ten.
  return 'days' in span ? span.days : span.workdays * 10
}

type PeriodNumbers = {
  period: Period
  rhythm: Rhythm
  name: string
  from: number
  to: number
  middle: number
}

const numbered = (rhythm: Rhythm, stretch: Period): PeriodNumbers[] =>
  periodsWithin(rhythm, stretch).map((period) => numbersOf(rhythm, period))

const numbersOf = (rhythm: Rhythm, period: Period): PeriodNumbers => {
  const from = numberOfDay(period.from)
  const to = numberOfDay(period.to)
  return {
    period,
    rhythm,
    name: periodName(rhythm, period),
    from,
    to,
    middle: from + Math.floor((to - from) / 2),
  }
}

const windowOf = (
  rule: OwedRule,
  { period, rhythm, name, from, to, middle }: PeriodNumbers,
  isWorkday: IsWorkday,
): Window => ({
  rule,
  name,
  from,
  to,
  isoFrom: period.from.toString(),
  isoTo: period.to.toString(),
  middle,
  rhythm,
  countsFrom: from,
  countsUntil: to,
  inTimeUntil:
    'carriesOver' in rule && rule.carriesOver
      ? numberOfDay(after(period.to, rule.carriesOver, isWorkday))
      : to,
  grace: rule.grace,
  byAmount: rule.least !== undefined,
})

const versionsOf = (
  rules: Rules,
  parameters: readonly Parameter[],
  settled: readonly SettledFact[],
): Version[] => {
  const changes = [...new Set(settled.map(({ since }) => numberOf(since)))].sort((one, other) => one - other)
  const starts = [-FOREVER, ...changes]
  return [...rules.values()].flat().flatMap((rule) => {
    if (rule.kind !== 'duty') return []
    const first = numberOf(rule.from)
    const last = rule.to === undefined ? FOREVER : numberOf(rule.to)
    return starts.flatMap((start, at) => {
      const from = Math.max(first, start)
      const to = Math.min(last, (starts[at + 1] ?? FOREVER + 1) - 1)
      if (from > to) return []
      const standing = effective(rule, settledOn(settled, from), parameters)
      return standing.kind === 'duty' ? [{ rule: standing, from, to }] : []
    })
  })
}

/** The last choice of each parameter on or before the day. */
const settledOn = (settled: readonly SettledFact[], on: DayNumber): Record<string, string> => {
  const chosen = settled
    .filter(({ since }) => numberOf(since) <= on)
    .sort((one, other) => (one.since < other.since ? -1 : 1))
  return Object.fromEntries(chosen.map(({ key, choice }) => [key, choice]))
}
