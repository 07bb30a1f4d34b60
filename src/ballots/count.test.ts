import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Ballot } from './ballot.ts'
import { count } from './count.ts'
import { tallyFaults } from './faults.ts'
import { MANY, rulesOn, votes } from './fixtures/elections.ts'

const rules = rulesOn()
const counted = (ballots: readonly Ballot[], seats = 2, candidates = ['甲', '乙', '丙']) =>
  count(rules, { seats, candidates, ballots })

test('totals add up to the sheets, whatever the sheets say', () => {
  fc.assert(
    fc.property(votes, ({ seats, candidates, ballots }) => {
      const tally = count(rules, { seats, candidates, ballots })
      assert.equal(tally.returned, ballots.length)
      for (const { approve, oppose, abstain } of Object.values(tally.votes))
        assert.equal(approve + oppose + abstain + tally.void, ballots.length)
      assert.equal(tallyFaults({ seats, candidates, tally }), undefined)
    }),
    { numRuns: MANY },
  )
})

test('a void sheet counts for nothing but its number', () => {
  fc.assert(
    fc.property(votes, fc.nat(20), ({ seats, candidates, ballots }, place) => {
      const choices = Object.fromEntries(candidates.map((candidate) => [candidate, 'approve' as const]))
      const extra = { choices, writeIns: ['子', '丑', '寅', '卯', '辰'] }
      const before = count(rules, { seats, candidates, ballots })
      const after = count(rules, { seats, candidates, ballots: ballots.toSpliced(place, 0, extra) })
      assert.deepEqual(after, { ...before, returned: before.returned + 1, void: before.void + 1 })
    }),
    { numRuns: MANY },
  )
})

test('a sheet may name as many as the seats; one more voids it', () => {
  const two = { choices: { 甲: 'approve', 乙: 'approve' }, writeIns: [] } as const
  const three = { choices: { 甲: 'approve', 乙: 'approve', 丙: 'approve' }, writeIns: [] } as const
  assert.partialDeepStrictEqual(counted([two]), { void: 0, votes: { 甲: { approve: 1 } } })
  assert.partialDeepStrictEqual(counted([three]), { void: 1, votes: { 甲: { approve: 0 } } })
})

test('a person written in counts towards the names, standing or not, and once however often', () => {
  const named = (writeIns: string[], 丙: 'oppose' | 'abstain'): Ballot => ({
    choices: { 甲: 'approve', 丙 },
    writeIns,
  })
  assert.partialDeepStrictEqual(counted([named(['丁'], 'oppose')]), { void: 0, writeIns: { 丁: 1 } })
  assert.partialDeepStrictEqual(counted([named(['丁', '丁'], 'oppose')]), { void: 0, writeIns: { 丁: 1 } })
  assert.partialDeepStrictEqual(counted([named(['丁', '戊'], 'oppose')]), { void: 1, writeIns: {} })
  assert.partialDeepStrictEqual(counted([named(['丁', '戊'], 'abstain')]), { void: 1, fallenWriteIns: 0 })
})

test('without an oppose on the sheet only the write-in falls', () => {
  const without = counted([{ choices: { 甲: 'approve', 乙: 'abstain' }, writeIns: ['丁'] }])
  assert.deepEqual(without.writeIns, {})
  assert.deepEqual([without.fallenWriteIns, without.void, without.votes.甲!.approve], [1, 0, 1])
  const one = counted([{ choices: { 丙: 'oppose' }, writeIns: ['丁', '戊'] }])
  assert.deepEqual([one.writeIns, one.fallenWriteIns], [{ 丁: 1, 戊: 1 }, 0])
})

test('an empty sheet is valid and abstains from everybody', () => {
  const { void: voided, votes: of } = counted([{ choices: {}, writeIns: [] }])
  assert.deepEqual([voided, of.甲], [0, { approve: 0, oppose: 0, abstain: 1 }])
})

test('a candidate cannot be written in: the write-in falls and the mark stands', () => {
  const {
    votes: of,
    writeIns,
    fallenWriteIns,
  } = counted([
    { choices: { 甲: 'approve', 乙: 'oppose' }, writeIns: ['甲'] },
    { choices: { 乙: 'oppose' }, writeIns: ['甲'] },
  ])
  assert.deepEqual([of.甲!.approve, of.甲!.abstain, writeIns, fallenWriteIns], [1, 1, {}, 2])
})

test('a candidate both approved and written in is named once', () => {
  const { void: voided, votes: of } = counted([
    { choices: { 甲: 'approve', 乙: 'approve' }, writeIns: ['甲'] },
  ])
  assert.deepEqual([voided, of.甲!.approve], [0, 1])
})

test('whoever was written in is told by strokes, not by whose sheet lay on top', () => {
  const sheet = (name: string): Ballot => ({ choices: { 丙: 'oppose' }, writeIns: [name] })
  assert.deepEqual(Object.keys(counted(['曾丽', '丁一', '王芳'].map(sheet)).writeIns), [
    '丁一',
    '王芳',
    '曾丽',
  ])
})

test('where no rule speaks of ballots or write-ins, none is void and none falls', () => {
  const { ballot: _, 'abstainer-write-in': __, ...other } = rules
  const of = count(other, {
    seats: 1,
    candidates: ['甲', '乙'],
    ballots: [{ choices: { 甲: 'approve', 乙: 'approve' }, writeIns: ['丁'] }],
  })
  assert.deepEqual([of.void, of.writeIns, of.votes.乙!.approve], [0, { 丁: 1 }, 1])
})

test('names that mean something to the machine are names', () => {
  const names = ['__proto__', 'constructor', 'toString']
  const of = count(rules, {
    seats: 2,
    candidates: names.slice(0, 2),
    ballots: [{ choices: JSON.parse('{"__proto__":"approve"}') as Ballot['choices'], writeIns: [] }],
  })
  assert.deepEqual(Object.entries(of.votes), [
    ['__proto__', { approve: 1, oppose: 0, abstain: 0 }],
    ['constructor', { approve: 0, oppose: 0, abstain: 1 }],
  ])
})
