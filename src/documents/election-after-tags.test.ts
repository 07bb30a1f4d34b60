import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AFTER_TAGS } from './election-after-tags.ts'
import { ELECTION_TAGS } from './election-tags.ts'
import { heldElection } from './fixtures/held-election.ts'

test('every tag of the papers from the attendance sheet on can be filled, before the election and after it', () => {
  const before = { ...heldElection, gatherings: [], results: [], steps: {} }
  for (const book of Object.values(AFTER_TAGS))
    for (const facts of [heldElection, before]) {
      for (const { tag, of } of book.single) assert.equal(typeof of(facts), 'string', tag)
      for (const { tag, inside, rows } of book.repeated)
        for (const row of rows(facts))
          assert.deepEqual(Object.keys(row).toSorted(), [...inside].toSorted(), tag)
    }
})

test('no paper says one tag twice', () => {
  for (const [kind, book] of Object.entries(ELECTION_TAGS)) {
    const tags = [...book.single, ...book.repeated].map(({ tag }) => tag)
    assert.deepEqual(tags.toSorted(), [...new Set(tags)].toSorted(), kind)
  }
})

test('a template of a tally has the votes of each ballot and of each name', () => {
  const [rounds, votes] = AFTER_TAGS.tally!.repeated
  assert.deepEqual(
    rounds!.rows(heldElection).map(({ 名称, 有效 }) => [名称, 有效]),
    [
      ['委员选举', '24'],
      ['委员选举（第二次投票）', '26'],
      ['书记选举', '5'],
    ],
  )
  const last = votes!.rows(heldElection)[6]!
  assert.deepEqual([last.姓名, last.赞成, last.反对], ['党员戊5（另选）', '1', ''])
})
