import { citationOf } from '../rules/citation.ts'
import type { Duty, DutyRule, YearRow } from './contract.ts'
import type { Facts } from './facts.ts'
import type { Plan } from './plan.ts'
import type { OwedRule } from './window.ts'

/** What stands beside every duty of a rule. */
export const shownRule = (rule: OwedRule): DutyRule => ({
  rule: rule.id,
  title: rule.title,
  says: rule.says,
  citation: citationOf(rule),
  hardness: rule.hardness,
  confidence: rule.confidence,
  every: 'every' in rule ? rule.every : 'once',
  unit: rule.least?.unit ?? '次',
  by: rule.by,
})

/** Every rule of the plan once, in its latest version of the stretch. */
export const rulesOf = (plan: Plan): OwedRule[] => {
  const rules = [
    ...Object.values(plan.windows).flatMap((windows) => windows.map(({ rule }) => rule)),
    ...Object.values(plan.once).flatMap((versions) => versions.map(({ rule }) => rule)),
  ]
  return [...new Map(rules.map((rule) => [rule.id, rule])).values()]
}

/** The rules that the duties speak of. */
export const rulesBehind = (plan: Plan, duties: readonly Duty[]): DutyRule[] => {
  const spoken = new Set(duties.map(({ rule }) => rule))
  return rulesOf(plan)
    .filter(({ id }) => spoken.has(id))
    .map(shownRule)
}

const RHYTHMS = ['month', 'quarter', 'half-year', 'year', 'once']

/**
 * Duties as the rows of the year page: units from the top down, for each first what the unit owes, the most frequent first,
 * then what its people owe, in the order of their names.
 */
export const yearRows = (duties: readonly Duty[], facts: Facts, rules: readonly DutyRule[]): YearRow[] => {
  const units = new Map(facts.units.map((unit, order) => [unit.id, { name: unit.name, order }]))
  const people = new Map(
    facts.people.map(({ id, name, initials = '' }, order) => [id, { name, initials, order }]),
  )
  const ranks = new Map(rules.map(({ rule, every }, order) => [rule, RHYTHMS.indexOf(every) * 1000 + order]))
  const rankOf = ({ unitId, personId, rule }: Duty): number[] => [
    units.get(unitId)?.order ?? 0,
    personId === null ? 0 : 1,
    ranks.get(rule) ?? 0,
    personId === null ? 0 : (people.get(personId)?.order ?? 0),
  ]
  const rows = Map.groupBy(duties, ({ rule, unitId, personId }) => `${rule} ${unitId} ${personId}`)
  return [...rows.values()]
    .map((row) => ({ rank: rankOf(row[0]!), row }))
    .sort((one, other) => byRank(one.rank, other.rank))
    .map(({ row }) => {
      const { rule, unitId, personId } = row[0]!
      return {
        rule,
        unitId,
        unitName: units.get(unitId)?.name ?? '',
        personId,
        personName: personId === null ? null : (people.get(personId)?.name ?? null),
        personInitials: personId === null ? null : (people.get(personId)?.initials ?? null),
        duties: row,
      }
    })
}

const byRank = (one: readonly number[], other: readonly number[]): number => {
  const at = one.findIndex((rank, place) => rank !== other[place])
  return at < 0 ? 0 : one[at]! - other[at]!
}

/** Units that did not exist in the stretch at all leave no rows of dashes. */
export const livingIn = <F extends Facts>(facts: F, from: string, to: string): F => ({
  ...facts,
  units: facts.units.filter(
    ({ foundedOn, dissolvedOn }) => foundedOn <= to && (dissolvedOn === null || dissolvedOn >= from),
  ),
})
