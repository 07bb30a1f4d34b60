import { serverToday } from '../http/call.ts'
import { type Day, day, ZONE } from '../kernel/day.ts'

/** Today where the organ is, whatever the browser's own zone and clock. */
export const today = (): Day => serverToday()

/** 2026年11月22日. */
export const sayDay = (on: string): string => {
  const { year, month, day: date } = day(on)
  return `${year}年${month}月${date}日`
}

/** A day, or only its month where no day is known: 2008年7月. */
export const sayDated = (dated: { on: string; precision: 'day' | 'month' } | null): string | null => {
  if (!dated) return null
  const { year, month } = day(dated.on)
  return dated.precision === 'month' ? `${year}年${month}月` : sayDay(dated.on)
}

/** 2025年9月1日至今, 2025年9月1日至2026年8月31日. */
export const saySpan = ({ since, until }: { since: string; until: string | null }): string =>
  `${sayDay(since)}${until ? `至${sayDay(until)}` : '至今'}`

/** 2026年11月22日 09:14. */
export const sayInstant = (at: string): string => {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(ZONE)
  return `${sayDay(local.toPlainDate().toString())} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}
