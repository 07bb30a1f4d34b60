import { day, isAfter, isBefore } from '../kernel/day.ts'
import { boundOf } from '../rules/span.ts'
import { type RuleOf, type Told, toldBy } from '../rules/standing.ts'
import { termRulesOf } from '../rules/term.ts'
import type { Election } from './facts.ts'

type Asked = Pick<Election, 'unitKind' | 'plannedOn' | 'electedOn' | 'term' | 'kind'>

/** An election before or after its time, with what the unit above must have agreed to. */
export type Shift = {
  way: 'early' | 'late'
  dueOn: string
  /** The day until which it was agreed above. */
  approvedUntil: string | null
  /** The last, or the first, day that is usually agreed to. */
  usualBound: string | null
  told: Told | null
}

/** The day, by a rule of time, that follows from the event; null where no such rule was in force. */
export const boundBy = (ruleOf: RuleOf, id: string, event: string): string | null => {
  const rule = ruleOf(id)
  if (rule?.kind !== 'limit') return null
  const bound = boundOf(rule, day(event))
  return ('last' in bound ? bound.last : bound.first).toString()
}

/**
 * Whether a renewal lies outside its time: after the term's last day, or sooner than the half-year before it in which a
 * renewal is prepared. Null where it does not, or where nothing says how long the term runs.
 */
export const shiftOf = (
  { unitKind, plannedOn, electedOn, term, kind }: Asked,
  ruleOf: RuleOf,
): Shift | null => {
  const on = electedOn ?? plannedOn
  const ids = termRulesOf(unitKind)
  const dueOn = term && ids && boundBy(ruleOf, ids.term, term.electedOn)
  if (kind !== 'renewal' || on === null || !term || !dueOn) return null
  const opens = boundBy(ruleOf, ids.reminder, dueOn) ?? dueOn
  const way = isAfter(day(on), day(dueOn)) ? 'late' : isBefore(day(on), day(opens)) ? 'early' : null
  if (way === null) return null
  const { approvedUntil } = term
  const approved = approvedUntil !== null && on <= approvedUntil && (way === 'late' || approvedUntil < dueOn)
  return {
    way,
    dueOn,
    approvedUntil,
    usualBound:
      way === 'late'
        ? boundBy(ruleOf, ids.latest ?? '', dueOn)
        : boundBy(ruleOf, ids.earliest ?? '', term.electedOn),
    // Of the Party's lines alone; what another line asks of it was not seen.
    told:
      ids.reminder !== 'renewal.reminder'
        ? null
        : toldBy(ruleOf, 'renewal.shift-approved', { shifted: true, approved }),
  }
}
