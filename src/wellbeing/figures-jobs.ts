import type { Day } from '../kernel/day.ts'
import { thresholdOn } from './asking-jobs.ts'
import { toldCountsOf } from './counts-store.ts'
import { lineOf } from './round-jobs.ts'
import { roundsOf } from './round-store.ts'
import { ANSWER_DAYS, finished } from './span.ts'
import { toldQuestions } from './told.ts'

type Tx = Parameters<typeof toldCountsOf>[0]

/** The figures of a year. Three statements. */
export const figuresOf = async (tx: Tx, today: Day, year: number) => {
  const threshold = await thresholdOn(tx, today)
  const { quarters, until } = finished(year, today, ANSWER_DAYS)
  const counts = quarters === 0 ? [] : await toldCountsOf(tx, year, until)
  const rounds = (await roundsOf(tx)).filter(({ fromOn }) => fromOn.startsWith(`${year}`))
  return {
    year,
    until: quarters === 0 ? null : until,
    threshold,
    told: quarters === 0 ? [] : toldQuestions(counts, quarters, threshold),
    rounds: rounds.map((round) => lineOf(round, threshold)),
  }
}
