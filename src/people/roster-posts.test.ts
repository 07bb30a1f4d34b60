import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupKey, readPosts } from './roster-posts.ts'

test('posts are known by themselves, with the branch’s name, and several together', () => {
  const posts: [string, string[]][] = [
    ['书记', ['secretary']],
    ['示例市妇联机关党支部书记', ['secretary']],
    ['支部副书记', ['deputy-secretary']],
    ['副书记兼组织委员', ['deputy-secretary', 'organization']],
    ['宣传委员、第一党小组组长', ['publicity', 'group-leader']],
    ['纪律检查委员', ['discipline']],
    ['支委', ['committee-member']],
    ['青年委员', ['committee-member']],
    ['党员', []],
    ['', []],
  ]

  for (const [written, read] of posts)
    assert.deepEqual(readPosts(written), { posts: read, unknown: [] }, written)
})

test('posts of other bodies and deputies of group leaders give no post here', () => {
  for (const other of ['党总支书记', '机关党委委员', '党小组副组长', '工会主席']) {
    assert.deepEqual(readPosts(other), { posts: [], unknown: [other] })
  }
})

test('a group is the same however its number is written', () => {
  for (const name of ['第一党小组', '第1党小组', '第一小组', '一组', '1组', '1'])
    assert.equal(groupKey(name), '1', name)
  assert.equal(groupKey('第十二党小组'), '12')
  assert.notEqual(groupKey('青年党小组'), groupKey('老年党小组'))
})
