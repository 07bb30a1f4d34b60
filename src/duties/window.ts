import type { Rhythm } from '../kernel/period.ts'
import type { DutyRule } from '../rules/duty.ts'
import type { Placed } from '../rules/rule.ts'
import type { DayNumber } from './daynumber.ts'

export type OwedRule = Placed<DutyRule>

/** One stretch of days in which a duty is owed once (or so many times): a period, or from reminder to last day. */
export type Window = {
  rule: OwedRule
  /** What the window is called: 2026年第三季度, or 2026年3月28日前. */
  name: string
  from: DayNumber
  to: DayNumber
  isoFrom: string
  isoTo: string
  /** The day by which it is decided who owes: the middle of the period. */
  middle: DayNumber
  /** `once` for a duty set going by an event. */
  rhythm: Rhythm | 'once'
  /** Evidence counts from this day, and, declared for the period, is in time until `inTimeUntil`. */
  countsFrom: DayNumber
  countsUntil: DayNumber
  inTimeUntil: DayNumber
  grace: number
  /** Amounts are added up, e.g. 学时; else pieces are counted. */
  byAmount: boolean
}

/** A piece of evidence as the counting sees it. */
export type Piece<Fact> = {
  held: DayNumber
  recorded: DayNumber
  /** The calendar period it was declared for. */
  declared: { rhythm: Rhythm; from: DayNumber } | null
  /** 0 where none was stated: missing is never a number. */
  amount: number
  fact: Fact
}
