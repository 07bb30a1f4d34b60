import { type Day, day, isBefore, readable } from '../kernel/day.ts'
import { isRefusal, type Judgment } from '../kernel/outcome.ts'
import { GONE, type Status, WITHOUT_VOTE } from '../kernel/status.ts'
import { citationOf } from '../rules/citation.ts'
import type { Check, Limit, Rule } from '../rules/rule.ts'
import { boundOf } from '../rules/span.ts'
import { type Reason, reasonBy, together } from './reason.ts'

type RuleOf = (id: string) => Rule | undefined

/** 不计入应到会: the grounds of the organisation department's reply, each with the rule `election.exclusion.<ground>`. */
export const GROUNDS = ['illness', 'abroad', 'sentence', 'bedridden', 'away', 'retired'] as const
export type Ground = (typeof GROUNDS)[number]

/** Why a voter is to be left out of the base, and how far that has come. Missing is null, and null never leaves anybody out. */
export type Exclusion = {
  ground: Ground
  /** Since when she is abroad or away; the other grounds need no day. */
  since: string | null
  /** The day the unit above agreed. */
  approvedOn: string | null
  /** The meeting passed it. */
  passed: boolean
}

/** A person of the roster on the day of the election. `person` is any key of the caller's. */
export type BaseRow = { person: string; status: Status; exclusion: Exclusion | null }

/** A sentence with its clause. */
export type Because = Pick<Judgment, 'rule' | 'citation' | 'holds'> & { words: string }

/**
 * Where one person stands: `voter` is in the base; `without-vote` never was; `excluded` left it lawfully; `pending` is still
 * in it and would leave it once what `because` says is done. Whoever is gone from the rolls is on no list.
 */
export type BaseLine = {
  person: string
  place: 'voter' | 'without-vote' | 'excluded' | 'pending'
  because: Because[]
}

export type Base = {
  /** 应到会有选举权人数: voters and those whose exclusion is still pending. */
  entitled: number
  /** Full members of the roster, with or without a vote: what the base is reckoned from. */
  full: number
  people: BaseLine[]
  because: Reason[]
}

/** Whether someone of this status may vote, be elected and be counted in the base; with the clause where not. */
export const mayVote = (ruleOf: RuleOf, status: Status): { votes: boolean; because: Because[] } => {
  if (status === 'full') return { votes: true, because: [] }
  const without = WITHOUT_VOTE[status]
  if (without === undefined) return { votes: false, because: [] }
  const rule = ruleOf(without.rule)
  const citation = rule ? citationOf(rule) : ''
  const words = citation ? `${without.because}，依${citation}。` : `${without.because}。`
  return { votes: false, because: [{ rule: without.rule, citation, holds: true, words }] }
}

/**
 * The base of an election on its day, with the reason for each person and the judgments that hold it together: `election.base`
 * (art. 5), `voting.suspended`, and `election.exclusion.approved` over everybody who was to be left out. An exclusion counts
 * only where its ground holds on the day, the unit above agreed by then and the meeting passed it; else she stays in the base.
 */
export const baseOf = (ruleOf: RuleOf, rows: readonly BaseRow[], on: string | Day): Base => {
  const here = rows.filter(({ status }) => !GONE.includes(status))
  const people = here.map((row) => lineOf(ruleOf, row, typeof on === 'string' ? day(on) : on))
  const those = (status: Status) => here.filter((row) => row.status === status).length
  const placed = (place: BaseLine['place']) => people.filter((line) => line.place === place).length
  const excluded = placed('excluded')
  const pending = placed('pending')
  const entitled = placed('voter') + pending
  const full = those('full') + those('on-probation') + those('suspended')
  const known = {
    full,
    onProbation: those('on-probation'),
    suspended: those('suspended'),
    excluded,
    entitled,
  }
  const asked = excluded + pending
  const because = together([
    judged(ruleOf, 'election.base', known),
    those('suspended') > 0 ? judged(ruleOf, 'voting.suspended', { counted: 0 }) : undefined,
    asked > 0
      ? judged(ruleOf, 'election.exclusion.approved', { excluded: asked, approved: excluded })
      : undefined,
  ])
  return { entitled, full, people, because: isRefusal(because) ? [] : because }
}

/** Judged where a rule of that id is in force and can judge these numbers; nothing is said where it cannot. */
const judged = (ruleOf: RuleOf, id: string, facts: Record<string, number>): Reason | undefined => {
  const rule = ruleOf(id)
  const reason = rule?.kind === 'check' ? reasonBy(rule, facts) : undefined
  return isRefusal(reason) ? undefined : reason
}

const lineOf = (ruleOf: RuleOf, { person, status, exclusion }: BaseRow, on: Day): BaseLine => {
  const { votes, because } = mayVote(ruleOf, status)
  if (!votes) return { person, place: 'without-vote', because }
  if (exclusion === null) return { person, place: 'voter', because }
  const told = [groundOf(ruleOf, exclusion, on), ...consentOf(ruleOf, exclusion, on)]
  return { person, place: told.every(({ holds }) => holds) ? 'excluded' : 'pending', because: told }
}

/** Whether the ground holds on the day. A ground without a rule in force is no ground. */
const groundOf = (ruleOf: RuleOf, { ground, since }: Exclusion, on: Day): Because => {
  const id = `election.exclusion.${ground}`
  const rule = ruleOf(id)
  if (rule?.kind === 'check') return { ...claimed(rule), rule: id }
  if (rule?.kind === 'limit') return lasted(rule, since, on)
  return { rule: id, citation: '', holds: false, words: '选举之日没有这种情形的规则，仍计入应到会。' }
}

/** A ground of fact: that it is so is what the officer states; the rule says whether it is a ground here. */
const claimed = (rule: Check): Because => {
  const facts = Object.fromEntries(Object.keys(rule.facts).map((name) => [name, 1]))
  const reason = reasonBy(rule, facts)
  const holds = !isRefusal(reason) && reason.holds
  const citation = citationOf(rule)
  const says = holds ? `可不计入应到会，依${citation}` : '本机关没有把这种情形列为可不计入，仍计入应到会'
  return { rule: rule.id, citation, holds, words: `${rule.title}：${says}。` }
}

/** A ground of time: from the first day on which it has lasted long enough. */
const lasted = (rule: Limit, since: string | null, on: Day): Because => {
  const citation = citationOf(rule)
  const told = { rule: rule.id, citation }
  if (since === null)
    return { ...told, holds: false, words: `${rule.title}：没有记下${rule.eventName}，仍计入应到会。` }
  const bound = boundOf(rule, day(since))
  const first = 'first' in bound ? bound.first : bound.last
  const holds = !isBefore(on, first)
  const says = holds ? '可不计入应到会' : '选举之日未满，仍计入应到会'
  return {
    ...told,
    holds,
    words: `${rule.title}：${rule.eventName} ${readable(day(since))}，自 ${readable(first)}起可不计入，依${citation}：${says}。`,
  }
}

/** What is still missing of approval above and of the meeting's vote. */
const consentOf = (ruleOf: RuleOf, { approvedOn, passed }: Exclusion, on: Day): Because[] => {
  const rule = ruleOf('election.exclusion.approved')
  const citation = rule ? citationOf(rule) : ''
  const line = (holds: boolean, words: string): Because => ({
    rule: 'election.exclusion.approved',
    citation,
    holds,
    words,
  })
  const approved = approvedOn !== null && !isBefore(on, day(approvedOn))
  return [
    line(approved, approved ? `上级 ${readable(day(approvedOn))} 同意。` : '上级尚未同意，仍计入应到会。'),
    line(passed, passed ? '党员大会已通过。' : '党员大会尚未通过，仍计入应到会。'),
  ]
}
