import { type Day, day, readable } from '../kernel/day.ts'
import { citationOf } from './citation.ts'
import { effective } from './effective.ts'
import type { Limit } from './rule.ts'
import { boundOf } from './span.ts'
import { type Book, type Choices, settledOn } from './standing.ts'

// How long a committee serves, by the rules of its own line: none borrows from another.

type TermRules = {
  term: string
  reminder: string
  /** How long before the election the request goes up. */
  request: string
  /** To when an election may usually be put off, and how early it may usually be; null where no rule was seen. */
  latest: string | null
  earliest: string | null
}

const PARTY = {
  reminder: 'renewal.reminder',
  request: 'election.request',
  latest: 'renewal.latest',
  earliest: 'renewal.earliest',
}
const FEDERATION = {
  reminder: 'federation-renewal.reminder',
  request: 'federation-election.request',
  latest: null,
  earliest: null,
}

/** By the public name of the kind of unit. A group has no term. */
const TERM_RULES: Readonly<Record<string, TermRules>> = {
  branch: { term: 'term.branch', ...PARTY },
  'general-branch': { term: 'term.general-branch', ...PARTY },
  'committee-unit': {
    term: 'term.committee-unit',
    ...PARTY,
    earliest: 'renewal.earliest-committee-unit',
  },
  'federation-city': { term: 'term.federation', ...FEDERATION },
  'federation-district': { term: 'term.federation', ...FEDERATION },
  'federation-town': { term: 'term.federation-grassroots', ...FEDERATION },
  'federation-village': { term: 'term.federation-grassroots', ...FEDERATION },
  'women-committee': { term: 'term.women-committee', ...FEDERATION },
  union: {
    term: 'term.union',
    reminder: 'union-renewal.reminder',
    request: 'union-election.request',
    latest: 'union-renewal.latest',
    earliest: null,
  },
}

export const termRulesOf = (kind: string): TermRules | undefined =>
  Object.hasOwn(TERM_RULES, kind) ? TERM_RULES[kind] : undefined

export const hasTerms = (kind: string): boolean => termRulesOf(kind) !== undefined

/** An approved extension or advance, held against what is usually approved. */
export type TermShift = {
  way: 'early' | 'late'
  /** The last day of an extension or the first of an advance, as usually approved; null where no rule was seen. */
  bound: string | null
  /** False where it goes beyond that: usual is not must, so that the reason on record answers for it. */
  holds: boolean
  words: string
  citation: string | null
}

export type TermDays = {
  /** The last day by the rule alone. */
  ruledOn: string
  /** The last day, an approved shift going before the rule's own day. */
  dueOn: string
  remindOn: string
  citation: string
  /** What may usually be approved for this term. */
  earliestOn: string | null
  latestOn: string | null
  shift: TermShift | null
}

type Served = { electedOn: string; approvedUntil: string | null }

/**
 * The days of a term by the rules of the day of election, or by the oldest we have for elections before them. Null where units
 * of this kind have no terms.
 */
export const termDays = (
  book: Book,
  choices: Choices,
  kind: string,
  { electedOn, approvedUntil }: Served,
): TermDays | null => {
  const ids = termRulesOf(kind)
  const limit = (id: string | null) => (id === null ? undefined : limitThen(book, choices, id, electedOn))
  const rule = limit(ids?.term ?? null)
  if (!ids || !rule) return null
  const elected = day(electedOn)
  const ruled = dayBy(rule, elected)
  const due = approvedUntil ? day(approvedUntil) : ruled
  const reminder = limit(ids.reminder)
  const latest = limit(ids.latest)
  const earliest = limit(ids.earliest)
  const bounds = {
    latestOn: latest ? dayBy(latest, ruled).toString() : null,
    earliestOn: earliest ? dayBy(earliest, elected).toString() : null,
  }
  return {
    ruledOn: ruled.toString(),
    dueOn: due.toString(),
    remindOn: (reminder ? dayBy(reminder, due) : due).toString(),
    citation: citationOf(rule),
    ...bounds,
    shift: approvedUntil ? shiftOf(ruled, due, latest, earliest, bounds) : null,
  }
}

const shiftOf = (
  ruled: Day,
  due: Day,
  latest: Limit | undefined,
  earliest: Limit | undefined,
  { latestOn, earliestOn }: Pick<TermDays, 'latestOn' | 'earliestOn'>,
): TermShift | null => {
  if (due.equals(ruled)) return null
  const way = due.toString() > ruled.toString() ? 'late' : 'early'
  const [bound, rule] = way === 'late' ? [latestOn, latest] : [earliestOn, earliest]
  const holds = bound === null || (way === 'late' ? due.toString() <= bound : due.toString() >= bound)
  const moved = `${way === 'late' ? '延期' : '提前'}到${readable(due)}，比届满日${readable(ruled)}${way === 'late' ? '晚' : '早'} ${daysBetween(ruled, due)} 天`
  const usual =
    bound === null
      ? '没有见到期限的规定，以批复为准'
      : `一般${way === 'late' ? '最迟' : '最早'}到${readable(day(bound))}${holds ? '' : '，已经超过，理由以批复为准'}`
  return { way, bound, holds, words: `${moved}；${usual}。`, citation: rule ? citationOf(rule) : null }
}

/** Days from one to the other, whichever comes first. */
export const daysBetween = (one: Day, other: Day): number =>
  Math.abs(one.until(other, { largestUnit: 'day' }).days)

/** The day that a rule of time sets for an event. */
export const dayBy = (rule: Limit, event: Day): Day => {
  const bound = boundOf(rule, event)
  return 'last' in bound ? bound.last : bound.first
}

/** The rule as it stood for the organ on the day; before the first version we have, that one. */
const limitThen = (
  { rules, parameters }: Book,
  choices: Choices,
  id: string,
  on: string,
): Limit | undefined => {
  const versions = rules.get(id)
  const rule =
    versions?.findLast(({ from, to }) => from <= on && (to === undefined || to >= on)) ?? versions?.[0]
  return rule?.kind === 'limit' ? (effective(rule, settledOn(choices, on), parameters) as Limit) : undefined
}
