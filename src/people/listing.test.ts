import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Member } from './contract.ts'
import { sayPosts, stretchesOf } from './listing.ts'

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

test('the roster is parted by branch and group in the order it came', () => {
  const stretches = stretchesOf([
    member('曾', 'a', null),
    member('李', 'a', '第一党小组'),
    member('周', 'a', '第一党小组'),
    member('王', 'a', '第二党小组'),
    member('丁', 'b', null),
  ])
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

test('the chief post comes first, and one held elsewhere is told with its unit', () => {
  const units = [{ id: 'top', name: '机关党总支' }]
  const posts = (...held: [Member['posts'][number]['post'], string][]) =>
    sayPosts({ ...member('李', 'a', null), posts: held.map(([post, unitId]) => ({ post, unitId })) }, units)
  assert.equal(posts(['operator', 'a'], ['organization', 'a']), '组织委员、系统管理员')
  assert.equal(
    posts(['secretary', 'top'], ['superior', 'top'], ['committee-member', 'a']),
    '委员，机关党总支书记、上级党组织联系人',
  )
  assert.equal(posts(), '')
})
