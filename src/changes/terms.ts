import { type Day, day } from '../kernel/day.ts'
import { isRefusal, type Judgment } from '../kernel/outcome.ts'
import { citationOf } from '../rules/citation.ts'
import type { Given } from '../rules/facts.ts'
import { judge } from '../rules/judge.ts'
import { boundOf } from '../rules/span.ts'
import type { RuleOf } from '../rules/standing.ts'

/** A day that a rule sets: the last on which something may be done, or the first. */
export type Term = { on: Day; citation: string }

/** Null where the rule was not in force, or sets no day. */
export const termOf = (ruleOf: RuleOf, id: string, event: string): Term | null => {
  const rule = ruleOf(id)
  if (rule?.kind !== 'limit') return null
  const bound = boundOf(rule, day(event))
  return { on: 'last' in bound ? bound.last : bound.first, citation: citationOf(rule) }
}

/** What a check says of the facts; null where it was not in force. */
export const judged = (ruleOf: RuleOf, id: string, facts: Given): Judgment | null => {
  const rule = ruleOf(id)
  if (rule?.kind !== 'check') return null
  const outcome = judge(rule, facts)
  return isRefusal(outcome) ? null : outcome
}
