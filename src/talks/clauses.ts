import { citationOf } from '../rules/citation.ts'
import type { Rule } from '../rules/rule.ts'
import type { Clause } from './contract.ts'
import type { Reading } from './needs.ts'

/** How the organ counts talks between committee and members: parameter talks.matrix. */
export const readingOf = (rule: Rule | undefined): Reading =>
  rule?.kind === 'duty' && rule.reach === 'each' ? 'pair' : 'person'

export const clauseOf = (rule: Rule | undefined): Clause | undefined =>
  rule && { rule: rule.id, title: rule.title, says: rule.says, citation: citationOf(rule) }
