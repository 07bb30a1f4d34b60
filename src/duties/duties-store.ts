import type { Acting } from '../database/acting.ts'
import type { Reads, Rows } from '../database/together.ts'
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
export const readDuties = async <Also extends Reads = Record<never, never>>(
  tx: Acting,
  paths: readonly string[],
  stretch: Period,
  on: Day,
  also?: Also,
): Promise<ReadDuties & { also: Rows<Also> }> => {
  const from = stretch.from.toString()
  const read = await readFacts<Also>(tx, paths, from, also)
  const facts = livingIn(read, from, stretch.to.toString())
  const { rules, parameters, calendar } = book
  const plan = planOf({ rules, parameters, settled: facts.settled, stretch, isWorkday: calendar.isWorkday })
  return { plan, facts, duties: dutiesByPlan(plan, facts, on), also: read }
}
