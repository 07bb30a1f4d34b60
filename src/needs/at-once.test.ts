import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleOrgan } from '../example/testing.ts'
import { receiveNeed, receiveNeeds } from './contract.ts'

const organ = await exampleOrgan()

const said = {
  receivedOn: '2026-11-20',
  line: '想找托育机构',
  category: 'education' as const,
  facts: '孩子一岁半，附近没有托育点。',
}

test('a draft that two windows send at one moment is taken once, and neither is told to write it anew', async () => {
  const hand = await organ.as('林知夏')
  for (const _ of [1, 2, 3]) {
    const drafts = [{ ...said, id: crypto.randomUUID() }]
    const both = await Promise.all([1, 2, 3].map(() => hand.ask(receiveNeeds, { body: { drafts } })))
    const judged = both.flatMap((each) => each.judged)
    assert.deepEqual(judged.map(({ outcome }) => outcome).toSorted(), ['known', 'known', 'taken'])
    assert.equal(new Set(judged.map(({ number }) => number)).size, 1)
  }
})

test('a call whose form is sent twice at one moment is one matter for both', async () => {
  const hand = await organ.as('林知夏')
  const body = { ...said, channel: 'call' as const, id: crypto.randomUUID() }
  const [one, other, third] = await Promise.all([1, 2, 3].map(() => hand.ask(receiveNeed, { body })))
  assert.deepEqual([one, one], [other, third])
})
