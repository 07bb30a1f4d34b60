import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stepOf } from './unit-path.ts'

const ID = '3f2a90bc-1111-4222-8333-444455556666'

test('numbered units stand in the order of their numbers, before those without one', () => {
  const names = [
    '机关党支部',
    '第十二党小组',
    '第二党小组',
    '第一党小组',
    '第二十党小组',
    '第十党小组',
    '3支部',
  ]
  const ordered = names.toSorted((one, other) => (stepOf(ID, one) < stepOf(ID, other) ? -1 : 1))
  assert.deepEqual(ordered, [
    '第一党小组',
    '第二党小组',
    '3支部',
    '第十党小组',
    '第十二党小组',
    '第二十党小组',
    '机关党支部',
  ])
})

test('a step ends with twelve digits of the id, so that no two units share one', () => {
  assert.equal(stepOf(ID, '第一党小组'), '00013f2a90bc1111')
})
