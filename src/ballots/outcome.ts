import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { citationOf } from '../rules/citation.ts'
import type { Check } from '../rules/rule.ts'
import { type Asked, knownOf, meetingFault, type Numbers } from './asked.ts'
import type { Tally, Votes } from './ballot.ts'
import { type Decisive, decisive, type ElectionRules } from './election-rules.ts'
import { tallyFaults } from './faults.ts'
import { compareNames } from './order.ts'
import { neededBy, type Reason, reasonBy, together } from './reason.ts'
import { type Seating, seating } from './seating.ts'

/** The result with its reasons. An election that is void or not quorate elects nobody and is held again from the start. */
export type Outcome = {
  quorum: { holds: boolean; needed: number; rule: string }
  election: 'valid' | 'void' | 'not-quorate'
  ballots: { issued: number; returned: number; valid: number; void: number }
  /** Candidates as listed, then whoever was written in: their write-ins are approvals, and nobody was asked to oppose them. */
  votes: Record<string, Votes>
  /** The least number of approvals that elects. */
  needed: number
  elected: string[]
  /** Who is voted on again and for how many seats, in the order of the elected. */
  runoff: { seats: number; among: string[]; why: 'tie' | 'shortfall' } | null
  /** Seats that no majority filled. Seats left open by a tie are no shortfall: enough people have the majority. */
  shortfall: number
  because: Reason[]
}

/**
 * What the count means, by the rules as data. Refused where the case is absurd, and where the candidates are too few: in the
 * first round by the rule `surplus` (基层组织选举工作条例 art. 13; for secretary and deputy as many as seats will do), in later
 * rounds only where they are fewer than the seats, since art. 28 votes again among the tied and asks no difference for the
 * missing seats. The majority is demanded in every round.
 */
export const outcome = (rules: ElectionRules, asked: Asked): Outcome | Refusal => {
  const ruled = decisive(rules)
  if (isRefusal(ruled)) return ruled
  const absurd = meetingFault(asked) ?? tallyFaults(asked)
  if (absurd) return absurd

  const known = knownOf(asked)
  const needed = neededBy(ruled.majority, { ...known, approve: 0 })
  if (isRefusal(needed)) return needed
  const opening = openingOf(ruled, asked, known)
  if (isRefusal(opening)) return opening
  const { because, ...meeting } = opening
  const { issued, tally } = asked
  const { returned, void: voided } = tally
  const ballots = { issued, returned, valid: returned - voided, void: voided }
  const told = { ...meeting, ballots, votes: votesOf(asked), needed }
  if (told.election !== 'valid') return { ...told, elected: [], runoff: null, shortfall: 0, because }

  const closing = closingOf(ruled, known, told.votes)
  if (isRefusal(closing)) return closing
  const { seated, reasons } = closing
  const shortfall = seated.tied.length > 0 ? 0 : seated.left
  const { order = compareNames } = asked
  return {
    ...told,
    elected: seated.elected.toSorted(order),
    runoff: runoffOf(asked, seated, order),
    shortfall,
    because: [...because, ...reasons],
  }
}

/** Whether the meeting could elect and its ballots may be counted, with what says so. */
const openingOf = (
  rules: Decisive,
  { round, heads, tally }: Asked,
  known: Numbers,
): (Pick<Outcome, 'quorum' | 'election'> & { because: Reason[] }) | Refusal => {
  const surplus = round === 1 && !heads ? rules.surplus : undefined
  const because = together(
    [rules.quorum, surplus, rules.validity].map((rule) => rule && reasonBy(rule, known)),
  )
  if (isRefusal(because)) return because
  const by = (rule: Check | undefined) => because.find((reason) => reason.rule === rule?.id)
  const few = by(surplus)
  if (few && !few.holds && few.hardness === 'must')
    return refuse('rule', `${few.words}请增补候选人，或减少应选名额。`, { field: 'candidates', because: few })

  const { holds, needed, rule } = by(rules.quorum)!
  const quorum = { holds, needed, rule }
  if (!holds) return { quorum, election: 'not-quorate', because }
  if (by(rules.validity)?.holds === false) return { quorum, election: 'void', because }
  const sheets = together([sheetsBy(rules.ballot, known), fallenBy(rules['abstainer-write-in'], tally)])
  return isRefusal(sheets) ? sheets : { quorum, election: 'valid', because: [...because, ...sheets] }
}

/** The clause on ballots with their numbers. Single sheets are judged by `count`; a total does not say why each is void. */
const sheetsBy = (rule: Check | undefined, known: Numbers): Reason | Refusal | undefined => {
  if (rule === undefined) return undefined
  const needed = neededBy(rule, { ...known, choices: 0 })
  if (isRefusal(needed)) return needed
  const { seats, returned, valid, void: voided } = known
  const citation = citationOf(rule)
  return {
    rule: rule.id,
    holds: voided === 0,
    needed,
    numbers: { seats, returned, valid, void: voided },
    citation,
    hardness: rule.hardness,
    confidence: rule.confidence,
    words: `收回 ${returned} 张，有效 ${valid} 张，作废 ${voided} 张：依${citation}，所选不多于 ${needed} 人的选票有效，多于的整张作废。`,
  }
}

const fallenBy = (
  rule: Check | undefined,
  { fallenWriteIns: fallen }: Tally,
): Reason | Refusal | undefined => (rule && fallen ? reasonBy(rule, { writeIns: fallen }) : undefined)

/** Who has the majority, who takes the seats, and what says so. */
const closingOf = (
  rules: Decisive,
  known: Numbers,
  votes: Outcome['votes'],
): { seated: Seating; reasons: Reason[] } | Refusal => {
  const people = Object.entries(votes).map(([person, { approve }]) => {
    const reason = reasonBy(rules.majority, { ...known, approve })
    return isRefusal(reason) ? reason : { ...reason, person }
  })
  const majorities = together(people)
  if (isRefusal(majorities)) return majorities
  const passed = majorities
    .filter(({ holds }) => holds)
    .map(({ person }) => ({ person: person!, approve: votes[person!]!.approve }))
  const seated = seating(passed, known.seats)
  const facts = {
    ...known,
    elected: seated.elected.length,
    tied: seated.tied.length,
    left: seated.left,
    runoff: 0,
  }
  const last = together([
    rules['elected-most'] && reasonBy(rules['elected-most'], facts),
    seated.tied.length > 0 ? rules.runoff && reasonBy(rules.runoff, facts) : undefined,
    passed.length < known.seats ? rules.shortfall && reasonBy(rules.shortfall, facts) : undefined,
  ])
  return isRefusal(last) ? last : { seated, reasons: [...majorities, ...last] }
}

const runoffOf = (
  { candidates }: Asked,
  { elected, tied, left }: Seating,
  order: (one: string, other: string) => number,
): Outcome['runoff'] => {
  if (left === 0) return null
  if (tied.length > 0) return { seats: left, among: tied.toSorted(order), why: 'tie' }
  const among = candidates.filter((candidate) => !elected.includes(candidate)).toSorted(order)
  return { seats: left, among, why: 'shortfall' }
}

const votesOf = ({ candidates, tally: { votes, writeIns } }: Asked): Outcome['votes'] =>
  Object.fromEntries([
    ...candidates.map((candidate) => [candidate, votes[candidate]!] as const),
    ...Object.entries(writeIns).map(
      ([person, approve]) => [person, { approve, oppose: 0, abstain: 0 }] as const,
    ),
  ])
