import { isRefusal } from '../kernel/outcome.ts'
import type { Ballot, Choice, Tally, Votes } from './ballot.ts'
import type { ElectionRules } from './election-rules.ts'
import { compareNames } from './order.ts'
import { reasonBy } from './reason.ts'

/**
 * Counts a box of ballots. A ballot is void as a whole when it names more people than the rule `ballot` accepts for the seats
 * (基层组织选举工作条例 art. 27): those approved and those written in, each person once, whether or not a write-in stands.
 * A write-in counts as an approval of that person. Where the rule `abstainer-write-in` is in force (art. 25) it needs at
 * least one oppose on the same sheet; otherwise only the write-in falls and the rest of the sheet counts. The form does not
 * say which candidate a name replaces, so one oppose carries every write-in of the sheet. Whoever is a candidate cannot be
 * another person: such a write-in falls too (`ballotsRefusal` asks the teller first). Nobody's place in a list matters.
 */
export const count = (
  rules: ElectionRules,
  {
    seats,
    candidates,
    ballots,
  }: { seats: number; candidates: readonly string[]; ballots: readonly Ballot[] },
): Tally & { fallenWriteIns: number } => {
  const sums = candidates.map(none)
  const writeIns = new Map<string, number>()
  const stands = ballotRule(rules, seats)
  const needsOppose = rules['abstainer-write-in'] !== undefined
  let voided = 0
  let fallenWriteIns = 0

  for (const { choices, writeIns: written } of ballots) {
    const marks = candidates.map((candidate) => choiceOn(choices, candidate))
    const others = new Set(written)
    const approved = marks.filter((mark) => mark === 'approve').length
    const named = approved + [...others].filter((person) => choiceOn(choices, person) !== 'approve').length
    if (!stands(named)) {
      voided += 1
      continue
    }
    for (const [at, mark] of marks.entries()) sums[at]![mark] += 1
    for (const person of others) {
      if (candidates.includes(person) || (needsOppose && !marks.includes('oppose'))) fallenWriteIns += 1
      else writeIns.set(person, (writeIns.get(person) ?? 0) + 1)
    }
  }

  const inOrder = [...writeIns].toSorted(([one], [other]) => compareNames(one, other))
  return {
    returned: ballots.length,
    void: voided,
    votes: Object.fromEntries(candidates.map((candidate, at) => [candidate, sums[at]!])),
    writeIns: Object.fromEntries(inOrder),
    fallenWriteIns,
  }
}

/** A candidate not named is abstained from. */
const choiceOn = (choices: Ballot['choices'], candidate: string): Choice =>
  Object.hasOwn(choices, candidate) ? choices[candidate]! : 'abstain'

const none = (): Votes => ({ approve: 0, oppose: 0, abstain: 0 })

/** Whether a ballot that names so many people is valid; each number is judged once. */
const ballotRule = ({ ballot }: ElectionRules, seats: number): ((choices: number) => boolean) => {
  if (ballot === undefined) return () => true
  const known = new Map<number, boolean>()
  return (choices) => {
    const holds = known.get(choices) ?? holdsFor(reasonBy(ballot, { seats, choices }))
    known.set(choices, holds)
    return holds
  }
}

const holdsFor = (reason: ReturnType<typeof reasonBy>): boolean => {
  // Seats and choices are whole numbers here: only a rule that asks for something else can refuse.
  if (isRefusal(reason)) throw new RangeError(reason.message)
  return reason.holds
}
