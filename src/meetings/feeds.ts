import type { Day } from '../kernel/day.ts'
import { periodName, periodOf } from '../kernel/period.ts'
import { citationOf } from '../rules/citation.ts'
import type { Owes } from '../rules/duty.ts'
import type { Rule } from '../rules/rule.ts'
import type { Kind } from './contract.ts'

/** One duty that a record fulfils: the rule, in which of its periods, and how long entering it may take. */
export type Feed = {
  kind: Kind
  rule: string
  title: string
  period: string
  citation: string
  grace: number
}

/** The kinds of unit that owe what the rules word by body. */
const OWED_BY: Partial<Record<Owes, readonly string[]>> = {
  branch: ['branch'],
  committee: ['branch'],
  group: ['group'],
  'general-branch': ['general-branch'],
  organ: ['committee-unit'],
}

/** Which periodic duties of the unit a gathering of these kinds on that day goes to. `rules` are those of that day. */
export const feedsOf = (
  rules: readonly Rule[],
  kinds: readonly Kind[],
  unitKind: string,
  heldOn: Day,
  forYear: number | null = null,
): Feed[] =>
  rules.flatMap((rule) => {
    if (rule.kind !== 'duty' || !('every' in rule) || !OWED_BY[rule.owes]?.includes(unitKind)) return []
    const kind = kinds.find((each) => rule.by.includes(each))
    if (kind === undefined) return []
    const on = kind === 'life-meeting' && forYear !== null ? heldOn.with({ year: forYear }) : heldOn
    const period = periodName(rule.every, periodOf(rule.every, on))
    return [{ kind, rule: rule.id, title: rule.title, period, citation: citationOf(rule), grace: rule.grace }]
  })

// Where no duty asks for the record, the same days of grace that duties give.
const USUAL_GRACE = 15

/** Whether it was entered later than the duties it feeds allow: 补记. The day of the last grace is still in time. */
export const isLate = (heldOn: Day, recordedOn: Day, feeds: readonly Feed[]): boolean => {
  const grace = feeds.length > 0 ? Math.min(...feeds.map((feed) => feed.grace)) : USUAL_GRACE
  return heldOn.until(recordedOn).days > grace
}
