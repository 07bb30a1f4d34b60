import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal, refuse } from './outcome.ts'

test('a refusal is told from an answer by what it carries, and survives the wire', () => {
  const refusal = refuse('stale', '名册已被他人改动，请刷新后再存。', { field: 'version' })

  assert.equal(isRefusal(JSON.parse(JSON.stringify(refusal))), true)
  for (const answer of [null, undefined, 'refused', 7, {}, { refused: 'stale' }])
    assert.equal(isRefusal(answer), false)
})
