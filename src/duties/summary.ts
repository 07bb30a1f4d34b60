import type { z } from 'zod'
import type { Duty, readSummary } from './contract.ts'
import type { Facts } from './facts.ts'
import { countsOf } from './many.ts'
import type { Plan } from './plan.ts'
import { rulesBehind, yearRows } from './year.ts'

type Summary = Pick<z.input<(typeof readSummary)['answer']>, 'units' | 'rules'>

/**
 * What a superior sees of the units below: what each unit owed, states and days. No duties of single people, no titles of
 * records, and units in the order of the tree, never of their counts.
 */
export const summaryOf = (plan: Plan, facts: Facts, duties: readonly Duty[]): Summary => {
  const seen = duties.filter(({ personId }) => personId === null).map(untitled)
  const rules = rulesBehind(plan, seen)
  const rows = Map.groupBy(yearRows(seen, facts, rules), ({ unitId }) => unitId)
  const units = facts.units
    .filter(({ id, kind }) => kind !== 'group' && rows.has(id))
    .map(({ id, name }) => {
      const own = rows.get(id) ?? []
      const states = own.flatMap((row) => row.duties.map(({ state }) => state))
      return { unitId: id, unitName: name, counts: countsOf(states), rows: own }
    })
  return { units, rules }
}

const untitled = (duty: Duty): Duty => ({
  ...duty,
  evidence: duty.evidence.map((piece) => ({ ...piece, title: '' })),
})
