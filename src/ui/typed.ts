import { type Day, isDay } from '../kernel/day.ts'

/**
 * A day as people type it, as 2026-11-22: also 20261122, 2026.11.22, 2026/11/22, 2026年11月22日, and 11-22 of the year of
 * `today`. Undefined when it is no day of the calendar.
 */
export const readDay = (text: string, today: Day): string | undefined => {
  const tidy = text
    .trim()
    .replaceAll(/[年月./]/g, '-')
    .replace(/日$/, '')
  const match = /^(?:(\d{4})-)?(\d{1,2})-(\d{1,2})$/.exec(tidy) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(tidy)
  if (!match) return undefined
  const [, year = String(today.year), month = '', date = ''] = match
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(written) ? written : undefined
}

/** A time of day as people type it, as 14:30: also 1430, 9:00, 14：30, 下午2:30, 14点, 9点半. Undefined when it is none. */
export const readClock = (text: string): string | undefined => {
  const tidy = text
    .trim()
    .replace('：', ':')
    .replace(/点半$/, ':30')
    .replace(/[点时]$/, ':00')
    .replace(/[点时]/, ':')
    .replace(/分$/, '')
  const match = /^(上午|下午|晚上)?\s*(\d{1,2}):(\d{2})$/.exec(tidy) ?? /^()(\d{1,2})(\d{2})$/.exec(tidy)
  if (!match) return undefined
  const [, half, typed, minutes = ''] = match
  const hours = Number(typed) + (half && half !== '上午' && Number(typed) < 12 ? 12 : 0)
  if (hours > 23 || Number(minutes) > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${minutes}`
}
