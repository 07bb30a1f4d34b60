import { type Day, day, isAfter, isBefore } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { type Period, periodName, periodOf, type Rhythm } from '../kernel/period.ts'
import { book } from '../rules/book.ts'
import { type Choices, rulesStanding } from '../rules/standing.ts'

/** How often the organ asks for an analysis on that day: no national text says, so it is a local parameter. */
export const rhythmOn = (settled: Choices, on: Day): Rhythm => {
  const stands = rulesStanding(book, settled, on)('analysis.yearly')
  return stands?.kind === 'duty' && 'every' in stands ? stands.every : 'year'
}

export const presentPeriod = (rhythm: Rhythm, today: Day): Period => periodOf(rhythm, today)

/** A period lasts half a year or a year; its length tells which, also where the organ has chosen otherwise since. */
export const nameOf = ({ from, to }: { from: string; to: string }): string => {
  const period = { from: day(from), to: day(to) }
  return periodName(rhythmOf(period), period)
}

const rhythmOf = ({ from, to }: Period): Rhythm =>
  from.until(to, { largestUnit: 'months' }).months > 6 ? 'year' : 'half-year'

const MOST_BACK = 2

/**
 * The period that begins on that day: a half-year or a year of the present rhythm, or one under which something was written.
 * Not one that has not begun, nor one from long ago.
 */
export const periodFrom = (
  from: string,
  rhythm: Rhythm,
  known: readonly { from: string; to: string }[],
  today: Day,
): Period | Refusal => {
  const written = known.find((each) => each.from === from)
  if (written) return { from: day(written.from), to: day(written.to) }
  const period = periodOf(rhythm, day(from))
  if (period.from.toString() !== from)
    return refuse('invalid', `${from} 不是一个分析周期的第一天。请从页面上选择周期。`, { field: 'from' })
  if (isAfter(period.from, today))
    return refuse('invalid', `${nameOf(asText(period))}还没有开始。请选择今年或以前的周期。`, {
      field: 'from',
    })
  if (isBefore(period.to, today.subtract({ years: MOST_BACK })))
    return refuse('invalid', `${nameOf(asText(period))}过去已久，不再补写。请选择近两年的周期。`, {
      field: 'from',
    })
  return period
}

export const asText = ({ from, to }: Period): { from: string; to: string } => ({
  from: from.toString(),
  to: to.toString(),
})

/** The year it counts for, where it was done after its year had ended. */
export const forYearOf = ({ from, to }: Period, doneOn: string): number | null =>
  rhythmOf({ from, to }) === 'year' && doneOn > to.toString() ? from.year : null

/** A half-year that has ended cannot be made up for: its late proof would be taken for the next half-year's. */
export const proves = ({ from, to }: Period, doneOn: string): boolean =>
  doneOn <= to.toString() || rhythmOf({ from, to }) === 'year'
