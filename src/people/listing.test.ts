import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Member } from './contract.ts'
import { numberIn, sayPosts, stretchesOf } from './listing.ts'

const member = (name: string, unitId: string, groupName: string | null): Member => ({
  id: name,
  name,
  initials: '',
  sex: null,
  status: 'full',
  unitId,
  groupId: groupName,
  groupName,
  posts: [],
  phone: null,
  joined: null,
  becameFull: null,
})

test('groups stand by the number in their names, however it is written', () => {
  const names = ['第十二党小组', '3组', '第二党小组', '第一党小组', '离退休党小组', '第二十党小组', '第十党小组']
  assert.deepEqual(
    names.toSorted((one, other) => numberIn(one) - numberIn(other)),
    ['第一党小组', '第二党小组', '3组', '第十党小组', '第十二党小组', '第二十党小组', '离退休党小组'],
  )
})

test('the roster is parted by branch, then by group, each in the order it came in', () => {
  const stretches = stretchesOf(
    [
      member('丁', 'b', null),
      member('王', 'a', '第二党小组'),
      member('李', 'a', '第一党小组'),
      member('周', 'a', '第一党小组'),
      member('曾', 'a', null),
    ],
    ['a', 'b'],
  )
  assert.deepEqual(
    stretches.map(({ unitId, group, members }) => [unitId, group, members.map(({ name }) => name).join('')]),
    [
      ['a', null, '曾'],
      ['a', '第一党小组', '李周'],
      ['a', '第二党小组', '王'],
      ['b', null, '丁'],
    ],
  )
})

test('posts are named, and membership alone is no post', () => {
  assert.equal(sayPosts(['member', 'secretary', 'superior']), '书记、上级党组织联系人')
  assert.equal(sayPosts(['member']), '')
})
