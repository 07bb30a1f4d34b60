import type { Acting } from '../database/acting.ts'
import type { Day } from '../kernel/day.ts'
import type { Period } from '../kernel/period.ts'
import { book } from '../rules/book.ts'
import type { Duty } from './contract.ts'
import { dutiesByPlan } from './duties.ts'
import { type Plan, planOf } from './plan.ts'
import { type ReadFacts, readFacts } from './store.ts'
import { livingIn } from './year.ts'

export type ReadDuties = { plan: Plan; facts: ReadFacts; duties: Duty[] }

/** The duties of every unit at and below the paths, as they stood on the day, as far as the reader may see. One statement. */
export const readDuties = async (
  tx: Acting,
  paths: readonly string[],
  stretch: Period,
  on: Day,
): Promise<ReadDuties> => {
  const from = stretch.from.toString()
  const facts = livingIn(await readFacts(tx, paths, from), from, stretch.to.toString())
  const { rules, parameters, calendar } = book
  const plan = planOf({ rules, parameters, settled: facts.settled, stretch, isWorkday: calendar.isWorkday })
  return { plan, facts, duties: dutiesByPlan(plan, facts, on) }
}
