import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byNumber } from './numbering.ts'

test('groups stand in the order of their numbers, not of their characters', () => {
  const groups = ['第十一党小组', '第三党小组', '第二十党小组', '第一党小组', '第十党小组', '第二党小组']
  assert.deepEqual(groups.toSorted(byNumber), [
    '第一党小组',
    '第二党小组',
    '第三党小组',
    '第十党小组',
    '第十一党小组',
    '第二十党小组',
  ])
})

test('figures count as numbers, too', () => {
  assert.deepEqual(['10支部', '9支部', '2支部'].toSorted(byNumber), ['2支部', '9支部', '10支部'])
})
