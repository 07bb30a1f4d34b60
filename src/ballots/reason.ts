import { isRefusal, type Judgment, type Refusal, refuse } from '../kernel/outcome.ts'
import { explain } from '../rules/explain.ts'
import { judge } from '../rules/judge.ts'
import { lineFor } from '../rules/line.ts'
import type { Check } from '../rules/rule.ts'

/** One line of why: the judgment, its sentence and, where it is about one person, who. */
export type Reason = Judgment & { words: string; person?: string }

/** What an election knows of itself; each rule is given those that it declares, and no others. */
export type Known = Readonly<Record<string, number>>

/** Judges by the facts the rule asks for. A rule that asks for what a count does not know is said plainly. */
export const reasonBy = (rule: Check, known: Known): Reason | Refusal => {
  const facts = factsFor(rule, known)
  if (isRefusal(facts)) return facts
  const judgment = judge(rule, facts)
  return isRefusal(judgment) ? judgment : { ...judgment, words: explain(judgment, rule) }
}

/** The number at the rule's line, whether or not anything is to be judged by it. */
export const neededBy = (rule: Check, known: Known): number | Refusal => {
  const facts = factsFor(rule, known)
  if (isRefusal(facts)) return facts
  return lineFor(rule).needed(Object.keys(rule.facts).map((name) => facts[name]!))
}

/** All reasons that were given, or the first refusal among them. */
export const together = (reasons: readonly (Reason | Refusal | undefined)[]): Reason[] | Refusal =>
  reasons.find(isRefusal) ?? reasons.filter((reason): reason is Reason => reason !== undefined)

const factsFor = (rule: Check, known: Known): Record<string, number> | Refusal => {
  const facts: Record<string, number> = {}
  for (const [name, fact] of Object.entries(rule.facts)) {
    if (!Object.hasOwn(known, name))
      return refuse('rule', `规则 ${rule.id} 需要“${fact.name}”（${name}），计票时没有这个数。`, {
        field: name,
      })
    facts[name] = known[name]!
  }
  return facts
}
