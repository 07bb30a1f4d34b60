import type { Day } from '../kernel/day.ts'

/** The quarters of a year of which figures may be told, and the last day they reach to. */
export type Told = { quarters: number; until: string }

/** Finished quarters of the year on the day, none earlier than `wait` days after their end. */
export const finished = (year: number, today: Day, wait = 0): Told => {
  const since = today.subtract({ days: wait })
  const quarters = since.year > year ? 4 : since.year < year ? 0 : Math.floor((since.month - 1) / 3)
  return { quarters, until: quarters === 0 ? `${year - 1}-12-31` : `${year}-${ENDS[quarters - 1]}` }
}

const ENDS = ['03-31', '06-30', '09-30', '12-31']

/** Answers come for a while after a quarter: its figures are told when they no longer change. */
export const ANSWER_DAYS = 30
