import { ruleIdFor } from '../ballots/election-rules.ts'
import { neededBy } from '../ballots/reason.ts'
import { type Day, day } from '../kernel/day.ts'
import { isRefusal } from '../kernel/outcome.ts'
import type { UnitKind } from '../organs/contract.ts'
import { type RuleOf, type Told, toldBy } from '../rules/standing.ts'
import { dayBy, termRulesOf } from '../rules/term.ts'
import type { Election } from './facts.ts'

// What an election of a unit would be, filled in before anybody types, and how what is then typed stands to the rules.

export type Plan = Pick<Election, 'kind' | 'form' | 'seats' | 'deputies' | 'plannedOn'>

export type Known = {
  unitKind: UnitKind
  /** Full members of a branch on the planned day. */
  full: number
  /** Who sits on the committee now. */
  sitting: { seats: number; deputies: number }
  vacancies: readonly { post: string }[]
  dueOn: string | null
}

/** Rules on how large a committee is; a line without such rules is not judged. */
const SIZES: Partial<Record<UnitKind, string>> = {
  branch: 'committee',
  'general-branch': 'general-committee',
  'committee-unit': 'organ-committee',
}

/** The plan to begin with. A renewal is a week before the term ends, or as soon as a request can go up; a by-election as soon. */
export const proposed = (
  kind: Election['kind'],
  { unitKind, full, sitting, vacancies, dueOn }: Known,
  ruleOf: RuleOf,
  today: Day,
): Plan & { plannedOn: string } => {
  const form = unitKind === 'branch' && full < 7 ? 'direct' : 'committee'
  const least = leastSeats(unitKind, ruleOf)
  const open = vacancies.filter(({ post }) => post !== 'secretary' && post !== 'deputy-secretary').length
  const headsOnly = open === 0 && vacancies.length > 0
  const byElection = form === 'direct' || headsOnly ? 0 : Math.max(1, open)
  return {
    kind,
    form,
    seats: form === 'direct' ? 0 : kind === 'renewal' ? Math.max(sitting.seats, least) : byElection,
    deputies:
      kind === 'renewal'
        ? sitting.deputies
        : vacancies.filter(({ post }) => post === 'deputy-secretary').length,
    plannedOn: plannedFor(kind, dueOn, soonest(unitKind, ruleOf, today), today),
  }
}

const plannedFor = (kind: Election['kind'], dueOn: string | null, soon: Day, today: Day): string => {
  const before = dueOn === null ? null : day(dueOn).subtract({ days: 7 })
  const isAhead = before !== null && before.toString() > today.toString()
  return (kind === 'renewal' && isAhead ? before : soon).toString()
}

/** The first day for which a request that goes up tomorrow is in time. */
const soonest = (unitKind: UnitKind, ruleOf: RuleOf, today: Day): Day => {
  const tomorrow = today.add({ days: 1 })
  const rule = ruleOf(termRulesOf(unitKind)?.request ?? '')
  if (rule?.kind !== 'limit') return tomorrow.add({ days: 30 })
  const lead = tomorrow.since(dayBy(rule, tomorrow)).days
  return tomorrow.add({ days: lead })
}

const leastSeats = (unitKind: UnitKind, ruleOf: RuleOf): number =>
  toldBy(ruleOf, `${SIZES[unitKind] ?? ''}.size-least`, { seats: 0 })?.judgment.needed ?? 1

/** Every clause the plan touches, judged: whether a committee, how large, how many deputies. Of a by-election only the form. */
export const judged = (plan: Plan, { unitKind, full }: Known, ruleOf: RuleOf): Told[] => {
  const committee = plan.form === 'committee'
  const size = SIZES[unitKind]
  const asked: [string, Record<string, number | boolean>][] = [
    ...(unitKind === 'branch'
      ? [
          [full >= 7 ? 'committee.required' : 'committee.not-below-seven', { full, committee }] as [
            string,
            Record<string, number | boolean>,
          ],
        ]
      : []),
    ...(size && committee && plan.kind === 'renewal'
      ? (['least', 'usual', 'most'] as const).map(
          (line) => [`${size}.size-${line}`, { seats: plan.seats }] as [string, Record<string, number>],
        )
      : []),
    ...(unitKind === 'branch'
      ? [['secretary.deputies', { deputies: plan.deputies }] as [string, Record<string, number>]]
      : []),
  ]
  const told = asked.flatMap(([id, facts]) => toldBy(ruleOf, id, facts) ?? [])
  // Of an upper line that holds, the narrower says enough.
  const usual = told.find(({ judgment }) => judgment.rule.endsWith('.size-usual'))
  return told.filter(({ judgment }) => !(judgment.rule.endsWith('.size-most') && usual?.judgment.holds))
}

/** How many must stand for so many seats, by the rule of the unit's own line; null where no rule says. */
export const candidatesNeeded = (
  unitKind: UnitKind,
  seats: number,
  ruleOf: RuleOf,
): { least: number; rule: string } | null => {
  const rule = ruleOf(ruleIdFor(unitKind, 'surplus') ?? '')
  if (rule?.kind !== 'check' || seats < 1) return null
  const least = neededBy(rule, { seats, candidates: 0 })
  return isRefusal(least) ? null : { least, rule: rule.id }
}
