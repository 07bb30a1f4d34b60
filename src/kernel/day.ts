/** A calendar day in the organ's own time zone; on the wire and in the database `2026-11-22`. Never an instant. */
export type Day = Temporal.PlainDate

/** The zone in which an organ's calendar days are counted. */
export const ZONE = 'Asia/Shanghai'

export const day = (text: string): Day => Temporal.PlainDate.from(text)

/** The day that an instant falls on in the organ's zone. */
export const dayOf = (instant: Temporal.Instant): Day => instant.toZonedDateTimeISO(ZONE).toPlainDate()

/** True for `2026-02-28`, false for `2026-02-30`, `20260228` and anything that is not a day of the calendar. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

export const isBefore = (one: Day, other: Day): boolean => Temporal.PlainDate.compare(one, other) < 0
export const isAfter = (one: Day, other: Day): boolean => Temporal.PlainDate.compare(one, other) > 0

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

/** As read by people: 2026年11月22日 (周日). */
export const readable = (on: Day): string =>
  `${on.year}年${on.month}月${on.day}日 (周${WEEKDAYS[on.dayOfWeek - 1]})`
