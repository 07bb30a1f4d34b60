import { type Day, day } from '../kernel/day.ts'
import { isRefusal, type Judgment } from '../kernel/outcome.ts'
import { citationOf } from '../rules/citation.ts'
import { effective } from '../rules/effective.ts'
import type { Given } from '../rules/facts.ts'
import { judge } from '../rules/judge.ts'
import type { Settled } from '../rules/parameters.ts'
import type { Regulations } from '../rules/read.ts'
import type { Rule } from '../rules/rule.ts'
import { ruleOn } from '../rules/rulebook.ts'
import { boundOf } from '../rules/span.ts'

/** The rule of that id as it stands for the organ on the day of the matter; undefined where none was in force. */
export type RuleOf = (id: string) => Rule | undefined

export type Book = Pick<Regulations, 'rules' | 'parameters'>

/** What the organ chose of its local parameters, the earliest first. */
export type Choices = readonly { key: string; choice: string; since: string }[]

export const settledOn = (choices: Choices, on: string): Settled =>
  Object.fromEntries(choices.filter(({ since }) => since <= on).map(({ key, choice }) => [key, choice]))

export const rulesOf =
  (book: Book, choices: Choices, on: string): RuleOf =>
  (id) => {
    const rule = ruleOn(book.rules, id, day(on))
    return rule && effective(rule, settledOn(choices, on), book.parameters)
  }

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
