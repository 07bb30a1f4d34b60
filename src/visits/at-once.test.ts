import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleOrgan } from '../example/testing.ts'
import { recordVisits, syncVisits } from './contract.ts'

const organ = await exampleOrgan()
const visit = () => ({
  id: crypto.randomUUID(),
  version: null,
  pointId: null,
  place: '社区服务中心',
  heldOn: '2026-11-20',
  visitors: [organ.person('林知夏')],
  whom: '一位新手妈妈',
  seen: '想找离家近的托育点。',
  done: '',
  promises: [],
  consent: 'given' as const,
})

test('a visit that two windows send at one moment is taken once, and neither is told to write it anew', async () => {
  const hand = await organ.as('林知夏')
  for (const _ of [1, 2, 3]) {
    const drafts = [{ ...visit(), revision: crypto.randomUUID(), base: null }]
    const both = await Promise.all([1, 2, 3].map(() => hand.ask(syncVisits, { body: { drafts } })))
    const outcomes = both.flatMap(({ judged }) => judged.map(({ outcome }) => outcome))
    assert.deepEqual(outcomes.toSorted(), ['known', 'known', 'taken'])
  }
})

test('a visit whose form is sent twice at one moment is one visit for both', async () => {
  const hand = await organ.as('林知夏')
  const drafts = [visit()]
  const both = await Promise.all([1, 2, 3].map(() => hand.ask(recordVisits, { body: { drafts } })))
  assert.deepEqual(new Set(both.map(({ visits }) => visits[0]?.version)), new Set([1]))
})
