import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOf, proofsOf } from './kinds.ts'
import { needsOf, type Who } from './needs.ts'

const people: Who[] = ['林', '周', '沈', '何', '顾', '宋'].map((id, at) => ({ id, committee: at < 3 }))
const talk = (talkerId: string, partnerId: string) => ({ talkerId, partnerId })

test('a committee of five owes ten pairs, 29 members 24 talks with it, and members are counted one by one', () => {
  const branch = Array.from({ length: 29 }, (_, at) => ({ id: String(at), committee: at < 5 }))
  assert.deepEqual(
    needsOf(branch, [], 'person').map(({ needed, by }) => [needed, by]),
    [
      [10, 'pair'],
      [24, 'person'],
      [24, 'person'],
    ],
  )
  assert.equal(needsOf(branch, [], 'pair')[1]?.needed, 120)
})

test('one talk of the committee serves a member by persons; by pairs each of the committee is wanted', () => {
  const held = [talk('林', '何'), talk('何', '林')]
  assert.equal(needsOf(people, held, 'person')[1]?.done, 1)
  assert.equal(needsOf(people, held, 'pair')[1]?.done, 1)
  assert.equal(needsOf(people, held, 'pair')[1]?.needed, 9)
  assert.deepEqual(needsOf(people, held, 'person')[1]?.lacking, [
    { personId: '顾', withId: null },
    { personId: '宋', withId: null },
  ])
})

test('who has talked with the committee alone still lacks a talk with a member', () => {
  const between = needsOf(people, [talk('林', '何'), talk('顾', '宋')], 'person')[2]
  assert.deepEqual([between?.done, between?.needed], [2, 3])
  assert.deepEqual(between?.lacking, [{ personId: '何', withId: null }])
})

test('a branch of one member owes no talk between members, one without a committee none with it', () => {
  const [within, across, between] = needsOf([{ id: '林', committee: false }], [], 'person')
  assert.deepEqual([within?.needed, across?.needed, between?.needed], [0, 0, 0])
})

test('the kind follows from the posts of the two, and so does what a talk proves', () => {
  assert.deepEqual(
    [kindOf(true, true), kindOf(false, true), kindOf(false, false)],
    ['committee', 'committee-member', 'member'],
  )
  const proofs = proofsOf({ id: '林', committee: true }, { id: '何', committee: false })
  assert.deepEqual(
    proofs.map(({ kind, personId }) => [kind, personId]),
    [
      ['talk-member', '林'],
      ['talk-committee', '何'],
    ],
  )
  const within = proofsOf({ id: '林', committee: true }, { id: '周', committee: true })
  assert.equal(within.filter(({ kind }) => kind === 'talk-committee').length, 2)
})
