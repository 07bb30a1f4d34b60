import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decided, MANY, type Vote, voteOf } from './fixtures/elections.ts'
import { type Counted, secondCount } from './fixtures/second-count.ts'

const ELECTIONS = MANY * 10

/** Numbers that look random and are the same each time, so that a difference can be looked at again. */
const chance = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const first = (vote: Vote): Counted => {
  const { ballots, votes, elected, runoff } = decided(vote)
  return {
    void: ballots.void,
    approve: Object.fromEntries(Object.entries(votes).map(([person, { approve }]) => [person, approve])),
    elected: elected.toSorted(),
    again: (runoff?.among ?? []).toSorted(),
    seats: runoff?.seats ?? 0,
  }
}

test('a second count, written by another road, agrees on a hundred thousand elections', (t) => {
  const draw = chance(20261122)
  const seen = { elected: 0, tie: 0, shortfall: 0, void: 0, written: 0 }
  for (let at = 0; at < ELECTIONS; at += 1) {
    const sheets = Array.from({ length: draw(9) }, () => draw(6 ** 9))
    const vote = voteOf({
      seats: 1 + draw(4),
      more: draw(4),
      sheets,
      kept: Math.max(0, draw(4) - 2),
      away: 0,
      eager: draw(3) > 0,
    })
    const one = first(vote)
    const other = secondCount(vote)
    if (JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other)))
      assert.deepEqual(one, other, JSON.stringify(vote))
    seen.elected += one.elected.length > 0 ? 1 : 0
    seen.void += one.void > 0 ? 1 : 0
    seen.tie += one.elected.length + one.seats === vote.seats && isTie(vote, one) ? 1 : 0
    seen.shortfall += one.seats > 0 && !isTie(vote, one) ? 1 : 0
    seen.written += one.elected.some((person) => !vote.candidates.includes(person)) ? 1 : 0
  }
  t.diagnostic(JSON.stringify(seen))
  for (const [what, times] of Object.entries(seen))
    assert.ok(times > ELECTIONS / 200, `${what} was met ${times} times`)
})

const sorted = ({ approve, ...counted }: Counted) => ({
  ...counted,
  approve: Object.entries(approve).sort(([one], [other]) => (one < other ? -1 : 1)),
})

const isTie = ({ present }: Vote, { again, approve }: Counted): boolean =>
  again.length > 0 && again.every((person) => 2 * approve[person]! > present)
