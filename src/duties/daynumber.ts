import type { Day } from '../kernel/day.ts'

/**
 * Days since 1970-01-01, so that the millions of comparisons of a great year are between small integers. Inside the
 * duties only; every boundary speaks ISO text or Temporal.
 */
export type DayNumber = number

/** From `2026-11-22`. The text was checked at the border; nothing else is accepted. */
export const numberOf = (iso: string): DayNumber => {
  const year = digits(iso, 0, 4)
  const month = digits(iso, 5, 7)
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + digits(iso, 8, 10) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

const digits = (text: string, from: number, to: number): number => {
  let number = 0
  for (let at = from; at < to; at += 1) number = number * 10 + text.charCodeAt(at) - 48
  return number
}

export const numberOfDay = (on: Day): DayNumber => numberOf(on.toString())

const EPOCH = Temporal.PlainDate.from('1970-01-01')

export const dayOfNumber = (number: DayNumber): Day => EPOCH.add({ days: number })

/** Later than every day asked about: the end of what has no end. */
export const FOREVER: DayNumber = 2 ** 30
