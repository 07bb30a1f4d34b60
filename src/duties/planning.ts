import { type Day, day, isAfter, isBefore } from '../kernel/day.ts'
import type { Duty } from './contract.ts'

/** The meeting kinds that can be planned from a duty. */
export const PLANNED: ReadonlySet<string> = new Set([
  'general-meeting',
  'committee-meeting',
  'group-meeting',
  'lecture',
  'theme-day',
])

/** A day to begin with: a week from today, but within the period; the person then chooses. */
export const proposedDay = ({ from, to }: Pick<Duty, 'from' | 'to'>, today: Day): Day => {
  const wanted = today.add({ days: 7 })
  if (isBefore(wanted, day(from))) return day(from)
  return isAfter(wanted, day(to)) && !isBefore(day(to), today) ? day(to) : wanted
}

/** Where a meeting of that kind is planned, with kind, unit and day filled in. */
export const planAddress = (
  kind: string,
  unit: string,
  period: Pick<Duty, 'from' | 'to'>,
  today: Day,
): string =>
  `/meetings/plan?${new URLSearchParams({ of: unit, kind, on: proposedDay(period, today).toString() })}`
