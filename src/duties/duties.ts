import type { Day } from '../kernel/day.ts'
import type { Duty } from './contract.ts'
import { numberOfDay } from './daynumber.ts'
import { eachDuty, type Met } from './each.ts'
import type { Facts } from './facts.ts'
import { type Plan, type PlanInput, planOf } from './plan.ts'

/**
 * Every duty of the units in the stretch, as it stood on the day asked: evidence and reasons that came later do not count.
 * Units and people in the order of the facts; a duty that several gatherings served counts each of them.
 */
export const dutiesOf = ({ facts, on, ...input }: PlanInput & { facts: Facts; on: Day }): Duty[] =>
  dutiesByPlan(planOf(input), facts, on)

/** The same with a plan made before, for many sets of facts. */
export const dutiesByPlan = (plan: Plan, facts: Facts, on: Day): Duty[] => {
  const duties: Duty[] = []
  eachDuty(plan, facts, numberOfDay(on), (met) => duties.push(shown(met)))
  return duties
}

const shown = ({ window, unitId, personId, needed, standing, excuse, because }: Met): Duty => ({
  rule: window.rule.id,
  unitId,
  personId,
  period: window.name,
  from: window.isoFrom,
  to: window.isoTo,
  state: standing.state,
  needed,
  counted: standing.counted,
  because,
  evidence: standing.used.map(({ fact }) => fact),
  excuse: excuse && { id: excuse.id, reason: excuse.reason, at: excuse.on, version: excuse.version },
})
