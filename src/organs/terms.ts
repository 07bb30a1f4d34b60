import { type Day, day } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { citationOf } from '../rules/citation.ts'
import type { Limit } from '../rules/rule.ts'
import { type Rules, ruleOn } from '../rules/rulebook.ts'
import { boundOf } from '../rules/span.ts'
import type { Term, UnitKind } from './contract.ts'

/** The rule that says how long a term runs, by kind of unit. */
const TERM_RULES: Partial<Record<UnitKind, string>> = {
  branch: 'term.branch',
  'general-branch': 'term.general-branch',
  'committee-unit': 'term.committee-unit',
}

type Elected = Omit<Term, 'dueOn' | 'remindOn' | 'citation'>

/**
 * A term with its last day and the day to begin preparing, by the rules of the day of election, or by the oldest we have
 * for elections before them. An approved shift goes before the rule's own day. Refused where such units have no terms.
 */
export const withDueDay = (rules: Rules, kind: UnitKind, term: Elected): Term | Refusal => {
  const elected = day(term.electedOn)
  const rule = limitOn(rules, TERM_RULES[kind] ?? '', elected)
  if (!rule)
    return refuse('invalid', '这类组织没有届次的规定，不能登记届次。请选择党支部、党总支或机关党委。', {
      field: 'unit',
    })
  const bound = boundOf(rule, elected)
  const due = term.approvedUntil ? day(term.approvedUntil) : 'last' in bound ? bound.last : elected
  const reminder = limitOn(rules, 'renewal.reminder', elected)
  const remind = reminder ? boundOf(reminder, due) : { last: due }
  return {
    ...term,
    dueOn: due.toString(),
    remindOn: ('last' in remind ? remind.last : due).toString(),
    citation: citationOf(rule),
  }
}

const limitOn = (rules: Rules, id: string, on: Day): Limit | undefined => {
  const rule = ruleOn(rules, id, on) ?? rules.get(id)?.[0]
  return rule?.kind === 'limit' ? rule : undefined
}
