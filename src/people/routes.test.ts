import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Asker, served } from '../http/testing.ts'
import type { Post } from '../kernel/access.ts'
import * as contract from './contract.ts'
import { branchOfThirtyOne } from './fixtures/branch.ts'
import { peopleRoutes } from './routes.ts'

const { pool, organ, ids, person } = await branchOfThirtyOne()
const { ask } = served(pool, peopleRoutes)

const as = (post: Post, path = '/g/1/', who = '李华'): Asker => ({
  organ,
  person: person(who),
  held: [{ post, path }],
})
const keeper = as('organization')
const members = (asker: Asker, query: Record<string, unknown> = {}, unit = ids.branch) =>
  ask(asker, contract.listMembers, { params: { unit }, query })
const read = async (who: string, on?: string) =>
  (await ask(keeper, contract.readPerson, { params: { person: person(who) }, query: on ? { on } : {} }))
    .answer
const change = async (who: string, body: Partial<Parameters<typeof bodyOf>[0]>) => {
  const [current] = (await read(who)).memberships
  return ask(keeper, contract.changeMembership, {
    params: { person: person(who) },
    body: bodyOf({ version: current?.version ?? 1, ...body }),
  })
}
const bodyOf = (body: {
  status?: contract.Status
  groupId?: string | null
  since?: string
  reason?: string | null
  version?: number
}) => ({
  status: 'full' as const,
  groupId: null,
  since: '2026-06-01',
  reason: null,
  version: 1,
  ...body,
})

test('page follows page by group and strokes, without gap or repetition, in the same number of queries', async () => {
  const whole = await members(keeper, { limit: 200 })
  const seen: string[] = []
  const queries = new Set<number>()
  for (let after: string | null = ''; after !== null; ) {
    const page = await members(keeper, { limit: 4, ...(after && { after }) })
    queries.add(page.queries)
    seen.push(...page.answer.members.map(({ name }) => name))
    after = page.answer.next
  }
  assert.equal(seen.length, 31)
  assert.deepEqual(
    seen,
    whole.answer.members.map(({ name }) => name),
  )
  assert.deepEqual([...queries], [whole.queries])
  const inFirstGroup = whole.answer.members.filter(({ groupId }) => groupId === ids.first)
  const strokes = new Intl.Collator('zh-u-co-stroke')
  assert.deepEqual(
    inFirstGroup.map(({ name }) => name),
    inFirstGroup.map(({ name }) => name).toSorted(strokes.compare),
  )
})

test('of 31 on the roster 29 have a vote; the other two are named with their status', async () => {
  const { bases } = (await members(keeper)).answer
  assert.deepEqual([bases?.members, bases?.full, bases?.probationary, bases?.voting], [31, 30, 1, 29])
  assert.deepEqual(
    bases?.without.map(({ name, status }) => [name, status]).toSorted(),
    [
      ['周棠', 'on-probation'],
      ['郑晓', 'probationary'],
    ].toSorted(),
  )
})

test('the roster of a past day holds who was there then, with the status of then', async () => {
  const then = (await members(keeper, { on: '2025-06-01', limit: 200 })).answer
  assert.equal(then.members.find(({ name }) => name === '周棠')?.status, 'full')
  assert.ok(!then.members.some(({ name }) => name === '郑晓'))
  assert.deepEqual([then.bases?.members, then.bases?.voting], [30, 30])
  assert.equal((await members(keeper, { on: '2010-01-01' })).answer.members.length, 0)
})

test('people are found by part of the name and by the first letters of its pinyin, in either case', async () => {
  const found = async (name: string) =>
    (await members(keeper, { name })).answer.members.map((member) => member.name)
  assert.deepEqual(await found('华'), ['李华'])
  assert.deepEqual(await found('ZT'), ['周棠'])
  assert.deepEqual(await found('%'), [])
  assert.deepEqual(await found('没有的人'), [])
})

test('a group leader sees her group, and no counts that would pass it off as the branch', async () => {
  const { answer } = await members(as('group-leader', '/g/1/a/'))
  assert.ok(answer.members.length > 0 && answer.members.every(({ groupId }) => groupId === ids.first))
  assert.equal(answer.bases, null)
})

test('a plain member lists nobody and reads herself; another organ sees nothing', async () => {
  const own = as('member')
  assert.equal((await members(own)).status, 403)
  const self = await ask(own, contract.readPerson, { params: { person: person('李华') } })
  assert.deepEqual([self.status, self.answer.identityNumber], [200, null])
  assert.equal((await ask(own, contract.readPerson, { params: { person: person('周棠') } })).status, 404)
  const foreign = { ...as('secretary', '/'), organ: crypto.randomUUID() }
  assert.equal((await members(foreign)).status, 404)
})

test('a status holds from its day on, and the one before ends the day before', async () => {
  const { answer, status } = await change('郑晓', { since: '2026-10-12', reason: '支部大会通过，上级批准' })
  assert.equal(status, 200)
  assert.deepEqual([answer.status, answer.becameFull?.on], ['full', '2026-10-12'])
  assert.deepEqual(
    answer.memberships.map(({ status, since, until }) => [status, since, until]),
    [
      ['full', '2026-10-12', null],
      ['probationary', '2025-10-10', '2026-10-11'],
    ],
  )
  assert.equal((await read('郑晓', '2026-10-11')).status, 'probationary')
  const { bases } = (await members(keeper, { on: '2026-10-12' })).answer
  assert.deepEqual([bases?.voting, bases?.probationary], [30, 0])
})

test('a group of another branch is not taken, nor a day before the present status or after today', async () => {
  const faults = await Promise.all(
    [
      { groupId: ids.elsewhere },
      { since: '2015-03-01' },
      { since: '2026-11-23' },
      { groupId: ids.branch },
    ].map((body) => change('王琳', body)),
  )
  assert.deepEqual(
    faults.map(({ status, refusal }) => [status, refusal.field]),
    [
      [400, 'groupId'],
      [400, 'since'],
      [400, 'since'],
      [400, 'groupId'],
    ],
  )
  assert.equal((await change('王琳', { since: '2026-02-30' })).status, 400)
  assert.equal((await read('王琳')).memberships.length, 1)
})

test('whoever read an old state is told so, and nothing is overwritten', async () => {
  const person_ = { params: { person: person('王琳') } }
  const { version } = await read('王琳')
  const body = { ...fields('王琳'), phone: '14100000009', version }
  assert.equal((await ask(keeper, contract.changePerson, { ...person_, body })).answer.phone, '14100000009')
  const again = await ask(keeper, contract.changePerson, { ...person_, body: { ...body, phone: '1' } })
  assert.deepEqual([again.status, again.refusal.refused], [409, 'stale'])
  assert.equal((await read('王琳')).phone, '14100000009')
  assert.equal((await change('王琳', { version: 99, since: '2026-06-01' })).status, 409)
})

test('the right to read is not the right to change, and the refusal says who may', async () => {
  const { version } = await read('丁娅')
  const body = { ...fields('丁娅'), version }
  const refused = await ask(as('publicity'), contract.changePerson, {
    params: { person: person('丁娅') },
    body,
  })
  assert.deepEqual([refused.status, refused.refusal.refused], [403, 'not-permitted'])
  const elsewhere = as('secretary', '/g/2/')
  const other = await ask(elsewhere, contract.changePerson, { params: { person: person('丁娅') }, body })
  assert.equal(other.status, 404)
})

test('a member is added to a branch, in a group of it, with days in their order', async () => {
  const add = (body: object, unit = ids.branch) =>
    ask(keeper, contract.addMember, {
      params: { unit },
      body: {
        name: '韦春晓',
        sex: 'female',
        groupId: ids.first,
        status: 'full',
        since: '2026-03-16',
        joinedOn: '2007-06-21',
        fullOn: '2008-06-21',
        phone: null,
        ...body,
      },
    })
  const faults = [
    await add({ since: '2015-01-01' }),
    await add({ since: '2027-01-01' }),
    await add({ joinedOn: '1899-01-01' }),
    await add({ fullOn: '2007-06-20' }),
    await add({ groupId: ids.elsewhere }),
    await add({}, ids.general),
  ]
  assert.deepEqual(
    faults.map(({ refusal }) => refusal.field),
    ['since', 'since', 'joinedOn', 'fullOn', 'groupId', 'unit'],
  )
  const { answer } = await add({})
  assert.deepEqual([answer.initials, answer.groupName, answer.unitId], ['wcx', '第一党小组', ids.branch])
  assert.equal((await members(keeper, { on: '2026-03-15', name: '韦' })).answer.members.length, 0)
})

const fields = (name: string) =>
  ({
    name,
    sex: 'female',
    ethnicity: null,
    phone: null,
    education: null,
    nativePlace: null,
    occupation: null,
    remark: null,
  }) as const
