import { isRefusal } from '../kernel/outcome.ts'
import type { Ballot, Tally, Votes } from './ballot.ts'
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
  const votes = new Map(candidates.map((candidate): [string, Votes] => [candidate, none()]))
  const writeIns = new Map<string, number>()
  const stands = ballotRule(rules, seats)
  const needsOppose = rules['abstainer-write-in'] !== undefined
  let voided = 0
  let fallenWriteIns = 0

  for (const { choices, writeIns: written } of ballots) {
    let opposed = false
    const named = new Set(written)
    for (const candidate of candidates) {
      const choice = Object.hasOwn(choices, candidate) ? choices[candidate] : 'abstain'
      if (choice === 'approve') named.add(candidate)
      if (choice === 'oppose') opposed = true
    }
    if (!stands(named.size)) {
      voided += 1
      continue
    }
    for (const [candidate, of] of votes)
      of[Object.hasOwn(choices, candidate) ? choices[candidate]! : 'abstain'] += 1
    if (written.length === 0) continue
    for (const person of new Set(written)) {
      if (votes.has(person) || (needsOppose && !opposed)) fallenWriteIns += 1
      else writeIns.set(person, (writeIns.get(person) ?? 0) + 1)
    }
  }

  const inOrder = [...writeIns].toSorted(([one], [other]) => compareNames(one, other))
  return {
    returned: ballots.length,
    void: voided,
    votes: Object.fromEntries(votes),
    writeIns: Object.fromEntries(inOrder),
    fallenWriteIns,
  }
}

const none = (): Votes => ({ approve: 0, oppose: 0, abstain: 0 })

/** Whether a ballot that names so many people is valid; each number is judged once. */
const ballotRule = ({ ballot }: ElectionRules, seats: number): ((choices: number) => boolean) => {
  if (ballot === undefined) return () => true
  const known: boolean[] = []
  return (choices) => {
    known[choices] ??= holdsFor(reasonBy(ballot, { seats, choices }))
    return known[choices]
  }
}

const holdsFor = (reason: ReturnType<typeof reasonBy>): boolean => {
  // Seats and choices are whole numbers here: only a rule that asks for something else can refuse.
  if (isRefusal(reason)) throw new RangeError(reason.message)
  return reason.holds
}
