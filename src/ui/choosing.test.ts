import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findGroups, findPeople, type PersonChoice } from './choosing.ts'

const PEOPLE: PersonChoice[] = [
  { id: '1', name: '王秋兰', initials: 'wql', group: '第一党小组' },
  { id: '2', name: '吴桐', initials: 'wt', group: '第二党小组' },
  { id: '3', name: '文静', initials: 'wj', group: '第二党小组' },
]

const names = (text: string): string[] => findPeople(PEOPLE, text).map(({ name }) => name)

test('people are found by a part of the name, by initials from the first on, and by group', () => {
  assert.deepEqual(names('秋'), ['王秋兰'])
  assert.deepEqual(names('W'), ['王秋兰', '吴桐', '文静'])
  assert.deepEqual(names('ql'), [])
  assert.deepEqual(names('第二'), ['吴桐', '文静'])
  assert.deepEqual(names(' '), ['王秋兰', '吴桐', '文静'])
})

test('a group is offered whole, with those of it who are still to be picked', () => {
  assert.deepEqual(findGroups(PEOPLE.slice(0, 2), '第'), [
    { name: '第一党小组', ids: ['1'] },
    { name: '第二党小组', ids: ['2'] },
  ])
  assert.deepEqual(findGroups(PEOPLE, '王'), [])
})
