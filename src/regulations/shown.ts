import { citationOf } from '../rules/citation.ts'
import type { Rule } from '../rules/rule.ts'
import type { ShownRule } from './contract.ts'

/** A rule as the rules page shows it. What has no line of facts has none to show. */
export const shownRule = (rule: Rule): ShownRule => ({
  id: rule.id,
  kind: rule.kind,
  title: rule.title,
  says: rule.says,
  regulation: rule.source.title,
  citation: citationOf(rule),
  hardness: rule.hardness,
  confidence: rule.confidence,
  evidence: rule.evidence,
  from: rule.from,
  to: rule.to ?? null,
  needs: rule.kind === 'check' ? rule.needs : null,
  facts:
    rule.kind === 'check'
      ? Object.entries(rule.facts).map(([name, fact]) => ({ name, title: fact.name, unit: fact.unit }))
      : [],
  parameter: rule.kind === 'duty' ? (rule.parameter ?? null) : null,
  note: rule.note ?? null,
})

/** Whether every word, parted by blanks, stands somewhere in what a reader sees of the rule. */
export const speaksOf = (rule: ShownRule, words: string): boolean => {
  const text = [rule.id, rule.title, rule.says, rule.citation, rule.note ?? ''].join('\n').toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
