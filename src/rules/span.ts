import type { Day } from '../kernel/day.ts'
import type { Span } from './entry.ts'
import type { LimitRule } from './limit.ts'

/** Whether a day is a working day; `calendar.ts` gives the State Council's. */
export type IsWorkday = (on: Day) => boolean

/** Monday to Friday: for spans that do not count working days, where no calendar is at hand. */
export const weekdays: IsWorkday = (on) => on.dayOfWeek <= 5

/** The day a span after another. Months and years are clipped to the month's end; days and workdays count from the next day. */
export const after = (event: Day, span: Span, isWorkday: IsWorkday = weekdays): Day =>
  'workdays' in span ? workdaysFrom(event, span.workdays, 1, isWorkday) : event.add(span)

/** The day a span before another. */
export const before = (event: Day, span: Span, isWorkday: IsWorkday = weekdays): Day =>
  'workdays' in span ? workdaysFrom(event, span.workdays, -1, isWorkday) : event.subtract(span)

/** The last day on which something may be done, or the first; the day itself belongs to the time. */
export type Bound = { last: Day } | { first: Day }

export const boundOf = (limit: LimitRule, event: Day, isWorkday: IsWorkday = weekdays): Bound => {
  if ('within' in limit) return { last: after(event, limit.within, isWorkday) }
  if ('ahead' in limit) return { last: before(event, limit.ahead, isWorkday) }
  return { first: after(event, limit.notBefore, isWorkday) }
}

/** Whether something done on the day keeps the bound. */
export const keeps = (bound: Bound, on: Day): boolean =>
  'last' in bound
    ? Temporal.PlainDate.compare(on, bound.last) <= 0
    : Temporal.PlainDate.compare(on, bound.first) >= 0

const workdaysFrom = (event: Day, count: number, step: 1 | -1, isWorkday: IsWorkday): Day => {
  let on = event
  for (let left = count; left > 0; ) {
    on = on.add({ days: step })
    if (isWorkday(on)) left -= 1
  }
  return on
}
