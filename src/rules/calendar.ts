import chineseDays from 'chinese-days'
import { z } from 'zod'
import { Days } from './entry.ts'
import { type IsWorkday, weekdays } from './span.ts'

/** The yearly notice on days off, for years the library does not know yet: `regulations/calendar.yaml`. */
export const LaterYears = z.record(
  z.string().regex(/^20\d\d$/),
  z.strictObject({
    /** Weekdays off. */
    off: z.array(Days),
    /** Weekend days worked instead. */
    work: z.array(Days),
  }),
)
export type LaterYears = z.infer<typeof LaterYears>

export type WorkCalendar = {
  isWorkday: IsWorkday
  /** False while the year's notice is not out: then only weekends are off, and a page should say so. */
  isPublished: (year: number) => boolean
}

/** The last year that the pinned library carries. */
const LAST_KNOWN = 2026
const FIRST_KNOWN = 2004

/** Working days by the State Council's yearly notices; the table goes before the library. */
export const workCalendar = (later: LaterYears): WorkCalendar => {
  const isKnown = (year: number): boolean => year >= FIRST_KNOWN && year <= LAST_KNOWN
  return {
    isWorkday: (on) => {
      const text = on.toString()
      const notice = later[String(on.year)]
      if (notice?.off.includes(text)) return false
      if (notice?.work.includes(text)) return true
      return notice || !isKnown(on.year) ? weekdays(on) : chineseDays.isWorkday(text)
    },
    isPublished: (year) => String(year) in later || isKnown(year),
  }
}
