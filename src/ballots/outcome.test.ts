import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Vote } from './fixtures/elections.ts'
import { decided, MANY, votes } from './fixtures/elections.ts'
import type { Outcome } from './outcome.ts'

const holds = (property: fc.IProperty<[Vote, number]>) => fc.assert(property, { numRuns: MANY })
const each = (told: (vote: Vote, chance: number) => void) => holds(fc.property(votes, fc.nat(), told))

test('the sheets in another order give the same result', () => {
  each((vote, chance) => {
    const { ballots } = vote
    const shuffled = ballots.toSorted((one, other) => digest(one, chance) - digest(other, chance))
    assert.deepEqual(decided({ ...vote, ballots: shuffled }), decided(vote))
  })
})

test('candidates in another order and by other names are only told by other names', () => {
  each((vote) => {
    const { candidates, ballots } = vote
    const renamed = (name: string) =>
      candidates.includes(name) ? OTHER_NAMES[candidates.indexOf(name)]! : name
    const other = decided({
      ...vote,
      candidates: candidates.map(renamed).toReversed(),
      ballots: ballots.map(({ choices, writeIns }) => ({
        choices: Object.fromEntries(Object.entries(choices).map(([name, choice]) => [renamed(name), choice])),
        writeIns,
      })),
    })
    assert.deepEqual(fateOf(other), fateOf(decided(vote), renamed))
  })
})

test('an approval more never unseats the person it is for', () => {
  each((vote, chance) => {
    const { elected } = decided(vote)
    if (elected.length === 0 || vote.ballots.length === 0) return
    const person = elected[chance % elected.length]!
    const at = chance % vote.ballots.length
    const more = vote.ballots.map((ballot, place) =>
      place === at ? { ...ballot, choices: { ...ballot.choices, [person]: 'approve' as const } } : ballot,
    )
    const ballots = vote.candidates.includes(person) ? more : vote.ballots
    assert.ok(decided({ ...vote, ballots }).elected.includes(person))
  })
})

test('never more are elected than there are seats, and seats are filled, short or voted on again', () => {
  each((vote) => {
    const { elected, runoff, shortfall } = decided(vote)
    assert.ok(elected.length <= vote.seats)
    assert.equal(elected.length + (runoff?.seats ?? 0), vote.seats)
    assert.equal(shortfall, runoff?.why === 'shortfall' ? runoff.seats : 0)
  })
})

test('nobody is elected with half of those present or less, and nobody above it is passed over but for votes', () => {
  each((vote) => {
    const told = decided(vote)
    const fewest = Math.min(...told.elected.map((person) => told.votes[person]!.approve))
    for (const [person, { approve }] of Object.entries(told.votes)) {
      if (2 * approve <= vote.present) assert.ok(!told.elected.includes(person))
      else if (!told.elected.includes(person) && !told.runoff?.among.includes(person))
        assert.ok(approve < fewest)
    }
  })
})

test('equal votes have an equal fate: a tie is never broken by order or name', () => {
  each((vote) => {
    const told = decided(vote)
    const fates = new Map<number, string>()
    for (const [person, { approve }] of Object.entries(told.votes)) {
      const known = fates.get(approve) ?? fate(told, person)
      fates.set(approve, known)
      assert.equal(fate(told, person), known)
    }
  })
})

const OTHER_NAMES = ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七', '王八']

const digest = (value: unknown, chance: number): number =>
  [...JSON.stringify(value)].reduce(
    (sum, character) => (sum * 31 + character.charCodeAt(0) + chance) % 9973,
    7,
  )

const fate = ({ elected, runoff }: Outcome, person: string): string => {
  if (elected.includes(person)) return 'elected'
  return runoff?.why === 'tie' && runoff.among.includes(person) ? 'again' : 'not elected'
}

const fateOf = (told: Outcome, named = (name: string) => name) => ({
  votes: Object.fromEntries(Object.entries(told.votes).map(([person, of]) => [named(person), of])),
  elected: told.elected.map(named).toSorted(),
  runoff: told.runoff && { ...told.runoff, among: told.runoff.among.map(named).toSorted() },
  shortfall: told.shortfall,
  ballots: told.ballots,
})
