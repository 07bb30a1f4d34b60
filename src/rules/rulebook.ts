import type { Day } from '../kernel/day.ts'
import type { Rule } from './rule.ts'

/** All rules by id; the versions of one id in order of their days in force. */
export type Rules = ReadonlyMap<string, readonly Rule[]>

/** Binds a list of rules, as read from disk or received as JSON. */
export const bind = (list: readonly Rule[]): Rules => {
  const versions = Map.groupBy(list, (rule) => rule.id)
  for (const rules of versions.values()) rules.sort((one, other) => (one.from < other.from ? -1 : 1))
  return versions
}

/** The version in force on the day; the days `from` and `to` both belong to it. */
export const ruleOn = (rules: Rules, id: string, on: Day): Rule | undefined => {
  const text = on.toString()
  return rules.get(id)?.find((rule) => isInForce(rule, text))
}

/** One version of every rule that is in force on the day, in the order of the book. */
export const rulesOn = (rules: Rules, on: Day): Rule[] => {
  const text = on.toString()
  return [...rules.values()].flatMap((versions) => versions.filter((rule) => isInForce(rule, text)))
}

const isInForce = (rule: Rule, on: string): boolean =>
  rule.from <= on && (rule.to === undefined || on <= rule.to)
