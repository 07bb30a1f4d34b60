import type { Day } from '../kernel/day.ts'
import type { Period } from '../kernel/period.ts'
import { STATES, type State } from './contract.ts'
import { numberOfDay } from './daynumber.ts'
import { eachDuty } from './each.ts'
import type { Facts } from './facts.ts'
import { type PlanInput, planOf } from './plan.ts'

/** How many duties stand in each state. For planning what is due; never for comparing units. */
export type Counts = Record<State, number>

export const countsOf = (states: Iterable<State>): Counts => {
  const counts = noCounts()
  for (const state of states) counts[state] += 1
  return counts
}

const noCounts = (): Counts => Object.fromEntries(STATES.map((state) => [state, 0])) as Counts

export const yearStretch = (year: number): Period => ({
  from: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
  to: Temporal.PlainDate.from({ year, month: 12, day: 31 }),
})

/** The duties of a year for very many branches, each with the facts of its own; only the states are kept. */
export const yearOfMany = (
  input: Omit<PlanInput, 'stretch'> & { year: number; on: Day },
  branches: Iterable<Facts>,
): Counts => {
  const plan = planOf({ ...input, stretch: yearStretch(input.year) })
  const on = numberOfDay(input.on)
  const counts = noCounts()
  for (const facts of branches)
    eachDuty(plan, facts, on, ({ standing }) => {
      counts[standing.state] += 1
    })
  return counts
}
