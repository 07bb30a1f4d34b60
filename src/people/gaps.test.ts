import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gapsOf } from './gaps.ts'

const missing = (...asked: Parameters<typeof gapsOf>) => gapsOf(...asked).map(({ post }) => post)

test('from seven full members on a branch lacks what its committee lacks', () => {
  assert.deepEqual(missing('branch', 7, ['secretary', 'publicity']), ['organization', 'discipline'])
  assert.deepEqual(missing('branch', 6, ['secretary', 'publicity']), ['discipline'])
  assert.deepEqual(missing('branch', null, []), ['secretary', 'discipline'])
})

test('a full committee lacks nothing, and a group has no committee to lack', () => {
  assert.deepEqual(missing('branch', 29, ['secretary', 'organization', 'publicity', 'discipline']), [])
  assert.deepEqual(missing('general-branch', null, ['secretary']), ['discipline'])
  assert.deepEqual(missing('group', null, []), [])
})
