import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Asker, served } from '../http/testing.ts'
import { grantsOf, may, type Post } from '../kernel/access.ts'
import * as contract from './contract.ts'
import { branchOfThirtyOne } from './fixtures/branch.ts'
import { peopleRoutes } from './routes.ts'

const { pool, organ, ids, person } = await branchOfThirtyOne()
const { ask } = served(pool, peopleRoutes)

const as = (post: Post, path = '/g/1/'): Asker => ({ organ, person: person('李华'), held: [{ post, path }] })
const keeper = as('organization')
const appoint = (who: string, post: Exclude<Post, 'member'>, since: string, unit = ids.branch, by = keeper) =>
  ask(by, contract.appoint, { params: { unit }, body: { personId: person(who), post, since } })
const end = (held: { id: string; version: number }, until: string, by = keeper) =>
  ask(by, contract.endPost, { params: { post: held.id }, body: { until, version: held.version } })
const on = async (day: string, query: Record<string, unknown> = {}) => {
  const { answer } = await ask(keeper, contract.listPosts, {
    params: { unit: ids.branch },
    query: { on: day, ...query },
  })
  return answer.posts.map(({ personName, post }) => `${personName} ${post}`).sort()
}

test('posts stand on the days between appointment and end, both included', async () => {
  const lin = (await appoint('李华', 'organization', '2024-12-01')).answer
  const first = (await appoint('王琳', 'secretary', '2024-12-01')).answer
  assert.equal((await end(first, '2026-05-31')).status, 200)
  assert.equal((await appoint('丁娅', 'secretary', '2026-06-01')).status, 200)
  assert.deepEqual(await on('2024-11-30'), [])
  assert.deepEqual(await on('2026-05-31'), ['李华 organization', '王琳 secretary'].sort())
  assert.deepEqual(await on('2026-06-01'), ['丁娅 secretary', '李华 organization'].sort())
  assert.equal(lin.unitName, '机关党支部')
  assert.equal((await on('2026-06-01', { span: 'ever' })).length, 3)
})

test('a post is a right from its day on, and none once it has ended', async () => {
  const { answer } = await ask(keeper, contract.listPosts, {
    params: { unit: ids.branch },
    query: { on: '2026-05-31' },
  })
  const held = answer.posts.filter(({ personName }) => personName === '王琳')
  const grants = grantsOf(held.map(({ post }) => ({ post, path: '/g/1/' })))
  assert.equal(may(grants, 'meeting.note', '/g/1/a/'), true)
  const after = await ask(keeper, contract.readPerson, { params: { person: person('王琳') } })
  assert.deepEqual(after.answer.posts, [])
})

test('a second secretary is refused, and told who is the first', async () => {
  const refused = await appoint('万芳', 'secretary', '2026-09-01')
  assert.deepEqual([refused.status, refused.refusal.field], [409, 'post'])
  assert.match(refused.refusal.message, /丁娅自 2026-06-01 起任「机关党支部」书记/)
  assert.equal((await appoint('万芳', 'deputy-secretary', '2026-09-01')).status, 200)
})

test('a group has a leader and nothing else, a branch no group leader', async () => {
  assert.equal((await appoint('王馨', 'group-leader', '2025-01-01', ids.first)).status, 200)
  assert.match(
    (await appoint('王馨', 'publicity', '2025-01-01', ids.first)).refusal.message,
    /党小组只设组长/,
  )
  assert.match((await appoint('王馨', 'group-leader', '2025-01-01')).refusal.message, /登记在所在的党小组/)
  assert.ok((await on('2026-06-01', { within: 'groups' })).includes('王馨 group-leader'))
  assert.ok(!(await on('2026-06-01')).includes('王馨 group-leader'))
})

test('absurd days are refused by the field they stand in', async () => {
  const faults = [
    await appoint('赵一帆', 'publicity', '2014-12-31'),
    await appoint('赵一帆', 'publicity', '2199-01-01'),
    await appoint('赵一帆', 'publicity', '2026-13-01'),
  ]
  assert.deepEqual(
    faults.map(({ status, refusal }) => [status, refusal.field]),
    [
      [400, 'since'],
      [400, 'since'],
      [400, 'since'],
    ],
  )
  const held = (await appoint('赵一帆', 'publicity', '2025-01-01')).answer
  assert.equal((await end(held, '2024-12-31')).refusal.field, 'until')
  assert.equal((await end(held, '2199-01-01')).refusal.field, 'until')
  const twice = await appoint('赵一帆', 'publicity', '2025-06-01')
  assert.deepEqual([twice.status, twice.refusal.refused], [409, 'conflict'])
})

test('the lesser post and the neighbour’s secretary appoint nobody', async () => {
  for (const by of [as('publicity'), as('group-leader', '/g/1/a/'), as('member')])
    assert.equal((await appoint('钱多', 'discipline', '2025-01-01', ids.branch, by)).status, 403)
  const neighbour = as('secretary', '/g/2/')
  assert.equal((await appoint('钱多', 'discipline', '2025-01-01', ids.branch, neighbour)).status, 403)
  const held = (await appoint('钱多', 'discipline', '2025-01-01')).answer
  const refused = await end(held, '2026-01-01', neighbour)
  assert.deepEqual([refused.status, refused.refusal.refused], [403, 'not-permitted'])
})

test('who read an old version is told so, and the end stays as it was', async () => {
  const held = (await appoint('孙菲', 'committee-member', '2025-01-01')).answer
  assert.equal((await end(held, '2026-01-31')).answer.until, '2026-01-31')
  const stale = await end(held, '2026-02-28')
  assert.deepEqual([stale.status, stale.refusal.refused], [409, 'stale'])
})

test('the last who may appoint is not taken out of office before the next is in', async () => {
  const { answer } = await ask(keeper, contract.listPosts, {
    params: { unit: ids.branch },
    query: { on: '2026-11-22' },
  })
  const keepers = answer.posts.filter(({ post }) =>
    ['secretary', 'deputy-secretary', 'organization'].includes(post),
  )
  const ends = []
  for (const held of keepers) ends.push(await end(held, '2026-11-22'))
  assert.deepEqual(
    ends.map(({ status }) => status),
    [200, 200, 409],
  )
  assert.match(ends.at(-1)?.refusal.message ?? '', /没有人能再登记任职/)
})

test('whoever leaves the rolls lays down her posts first', async () => {
  await appoint('冯溪', 'group-leader', '2026-01-01', ids.second)
  const { answer } = await ask(keeper, contract.readPerson, { params: { person: person('冯溪') } })
  const leave = () =>
    ask(keeper, contract.changeMembership, {
      params: { person: person('冯溪') },
      body: {
        status: 'transferred-out',
        groupId: null,
        since: '2026-07-01',
        reason: '调出',
        version: answer.memberships[0]?.version ?? 0,
      },
    })
  const refused = await leave()
  assert.deepEqual([refused.status, refused.refusal.field], [409, 'status'])
  assert.match(refused.refusal.message, /仍任第二党小组党小组长/)
  assert.equal((await end(answer.held[0]!, '2026-06-30')).status, 200)
  assert.equal((await leave()).answer.status, 'transferred-out')
  const { answer: page } = await ask(keeper, contract.listMembers, {
    params: { unit: ids.branch },
    query: { name: '冯溪' },
  })
  assert.deepEqual(page.members, [])
})

test('listing posts takes the same few statements however many there are', async () => {
  const list = (query: Record<string, unknown>) =>
    ask(keeper, contract.listPosts, { params: { unit: ids.branch }, query })
  const none = await list({ on: '2016-01-01' })
  const all = await list({ span: 'ever', within: 'groups' })
  assert.ok(all.answer.posts.length > 5 && none.answer.posts.length === 0)
  assert.equal(all.queries, none.queries)
})
