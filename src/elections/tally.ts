import type { Tally, Votes } from '../ballots/ballot.ts'
import type { ElectionRules } from '../ballots/election-rules.ts'
import { tallyFaults } from '../ballots/faults.ts'
import { type Outcome, outcome } from '../ballots/outcome.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import type { BallotName, Gathering, Round } from './gathering.ts'
import { orderOf, turnOf } from './rounds.ts'

// What the entries of a round add up to, and what they mean. Whatever follows from the rest is computed, never asked.

/** Ballots given out to nobody: printed, less those issued and those spoiled and exchanged. Null until both are known. */
export const remainderOf = ({ printed, issued, spoiled }: Round): number | null =>
  printed === null || issued === null ? null : printed - issued - spoiled

/** The three sums of a name: of any two, the third follows from the valid ballots. Null where too little is entered. */
export const sumsOf = ({ approve, oppose, abstain }: BallotName, valid: number): Votes | null => {
  const given = [approve, oppose, abstain]
  if (given.filter((each) => each === null).length > 1) return null
  const rest = valid - given.reduce<number>((sum, each) => sum + (each ?? 0), 0)
  return { approve: approve ?? rest, oppose: oppose ?? rest, abstain: abstain ?? rest }
}

/** What is wrong with the ballots as things: not entered yet, more out than people, more than were printed. */
export const ballotsFault = (round: Round): Refusal | undefined => {
  const { present, issued, printed, spoiled, returned } = round
  if (issued === null) return missing('issued', '请填写发出的选票张数：每名到会有选举权的人一张。')
  if (issued > (present ?? 0))
    return missing(
      'issued',
      `发出选票 ${issued} 张，多于实到会有选举权的 ${present ?? 0} 人：一人一张，换发的先收回旧票。请核对。`,
    )
  if (printed !== null && printed < issued + spoiled)
    return missing(
      'printed',
      `印制 ${printed} 张，少于发出 ${issued} 张与换发收回 ${spoiled} 张之和 ${issued + spoiled}。请核对。`,
    )
  return returned === null ? missing('returned', '请填写收回的选票张数，开箱后先清点。') : undefined
}

/** The entries as a tally, or what is missing in them. A person is the id of her name on the ballot. */
export const tallyOf = ({ returned, void: voided, names }: Round): Tally | Refusal => {
  const all = returned ?? 0
  const valid = all - (voided ?? 0)
  if (valid < 0) return missing('void', `作废选票 ${voided} 张，多于收回的 ${all} 张。请核对两个数。`)
  const votes: Record<string, Votes> = {}
  for (const name of names.filter(({ writtenIn }) => !writtenIn)) {
    const sums = sumsOf(name, valid)
    if (sums === null) return missing(`votes.${name.id}`, `请填写“${name.name}”的赞成票和反对票。`)
    const short = overBy(name, sums, valid)
    if (short) return short
    votes[name.id] = sums
  }
  const written = names.filter(({ writtenIn }) => writtenIn)
  const twice = written.find((one) => names.some((other) => other.id !== one.id && isOne(one, other)))
  if (twice) return missing(`writeIns.${twice.id}`, `另选的“${twice.name}”已在候选人或另选人里。请并到一处。`)
  const writeIns = Object.fromEntries(written.map(({ id, approve }) => [id, approve ?? 0]))
  return { returned: all, void: voided ?? 0, votes, writeIns }
}

const isOne = (one: BallotName, other: BallotName): boolean =>
  one.personId === null || other.personId === null ? one.name === other.name : one.personId === other.personId

/** Two numbers that leave less than nothing for the third. */
const overBy = (name: BallotName, sums: Votes, valid: number): Refusal | undefined => {
  const least = Math.min(sums.approve, sums.oppose, sums.abstain)
  if (least >= 0) return undefined
  const told = [
    ['赞成', name.approve],
    ['反对', name.oppose],
    ['弃权', name.abstain],
  ].filter(([, count]) => count !== null)
  return missing(
    `votes.${name.id}`,
    `“${name.name}”${told.map(([word, count]) => `${word} ${count}`).join('、')}，合计 ${valid - least} 票，多于有效票 ${valid} 张，多 ${-least} 票。请核对。`,
  )
}

/** More came back than went out: nothing is counted, and all of them fall with the election. */
const uncounted = ({ returned, names }: Round): Tally => ({
  returned: returned ?? 0,
  void: returned ?? 0,
  votes: Object.fromEntries(
    names.filter(({ writtenIn }) => !writtenIn).map(({ id }) => [id, { approve: 0, oppose: 0, abstain: 0 }]),
  ),
  writeIns: {},
})

/** What a round means as it is entered, or the first thing that keeps it from being closed. */
export const judged = (
  rules: ElectionRules,
  gathering: Gathering,
  round: Round,
  counted?: Tally | Refusal,
): Outcome | Refusal => {
  const fault = ballotsFault(round)
  if (fault) return fault
  const names = new Map(round.names.map(({ id, name }) => [id, name]))
  const candidates = round.names.filter(({ writtenIn }) => !writtenIn).map(({ id }) => id)
  const nameOf = (id: string) => names.get(id) ?? id
  const ask = (tally: Tally) =>
    outcome(rules, {
      entitled: round.entitled ?? 0,
      present: round.present ?? 0,
      seats: round.seats,
      candidates,
      issued: round.issued ?? 0,
      tally,
      round: turnOf(gathering, round),
      heads: round.role !== 'member',
      nameOf,
      order: orderOf(round.role, round.names),
    })
  const bare = ask(uncounted(round))
  if (isRefusal(bare) || bare.election !== 'valid') return bare
  const tally = counted ?? tallyOf(round)
  if (isRefusal(tally)) return tally
  return tallyFaults({ seats: round.seats, candidates, tally, nameOf }) ?? ask(tally)
}

/** Sheet by sheet nothing is foretold: the two readings speak only when they are compared. */
export const UNREAD: Refusal = {
  refused: 'conflict',
  message: '逐张计票要两次读票都结束、核对一致后才有得票。',
}

const missing = (field: string, message: string): Refusal => refuse('invalid', message, { field })
