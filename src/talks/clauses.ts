import type { Day } from '../kernel/day.ts'
import { citationOf } from '../rules/citation.ts'
import { effective } from '../rules/effective.ts'
import type { Regulations } from '../rules/read.ts'
import type { Rule } from '../rules/rule.ts'
import { ruleOn } from '../rules/rulebook.ts'
import type { Clause } from './contract.ts'
import type { Reading } from './needs.ts'

type Settled = readonly { key: string; choice: string; since: string }[]

/** The rules as they stood for the organ on the day. */
export const rulesFor = (
  { rules, parameters }: Pick<Regulations, 'rules' | 'parameters'>,
  settled: Settled,
  on: Day,
): ((id: string) => Rule | undefined) => {
  const iso = on.toString()
  const chosen = Object.fromEntries(
    settled.filter(({ since }) => since <= iso).map(({ key, choice }) => [key, choice]),
  )
  return (id) => {
    const rule = ruleOn(rules, id, on)
    return rule && effective(rule, chosen, parameters)
  }
}

/** How the organ counts talks between committee and members: parameter talks.matrix. */
export const readingOf = (rule: Rule | undefined): Reading =>
  rule?.kind === 'duty' && rule.reach === 'each' ? 'pair' : 'person'

export const clauseOf = (rule: Rule | undefined): Clause | undefined =>
  rule && { rule: rule.id, title: rule.title, says: rule.says, citation: citationOf(rule) }
