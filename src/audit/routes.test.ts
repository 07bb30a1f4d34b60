import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acting } from '../database/acting.ts'
import { testDatabase } from '../database/testing.ts'
import { type Asker, served } from '../http/testing.ts'
import { PERMISSION_NAMES } from '../kernel/access.ts'
import { changePerson } from '../people/contract.ts'
import { peopleRoutes } from '../people/routes.ts'
import { listTraces, type Trace } from './contract.ts'
import { sealTrails } from './jobs.ts'
import { auditRoutes } from './routes.ts'

const { app: pool, database, owner } = await testDatabase()
const { ask } = served(pool, [...auditRoutes, ...peopleRoutes])

const organ = crypto.randomUUID()
const [general, first, second, lin, su] = Array.from({ length: 5 }, () => crypto.randomUUID()) as [
  string,
  string,
  string,
  string,
  string,
]
const everything = Object.fromEntries(PERMISSION_NAMES.map((name) => [name, ['/']]))
await acting(database, { organ, person: null, operation: '示例', may: everything }, async (tx) => {
  await tx.insertInto('organ').values({ organId: organ, name: '示例市妇联机关' }).execute()
  const party = { line: 'party', foundedOn: '2015-03-01' }
  await tx
    .insertInto('unit')
    .values([
      { id: general, kind: 'general-branch', name: '机关党总支', path: '/g/', ...party },
      { id: first, kind: 'branch', name: '第一党支部', path: '/g/1/', ...party },
      { id: second, kind: 'branch', name: '第二党支部', path: '/g/2/', ...party },
    ])
    .execute()
  await tx
    .insertInto('person')
    .values([
      { id: lin, name: '林岚', unitId: first, joinedOn: '2008-07-01', joinedPrecision: 'month' },
      { id: su, name: '苏禾', unitId: second },
    ])
    .execute()
  await tx
    .insertInto('membership')
    .values([
      { personId: lin, unitId: first, status: 'full', since: '2015-03-01' },
      { personId: su, unitId: second, status: 'full', since: '2015-03-01' },
    ])
    .execute()
  return null
})

const secretary: Asker = { organ, person: lin, held: [{ post: 'secretary', path: '/g/1/' }] }
const discipline: Asker = { organ, person: lin, held: [{ post: 'discipline', path: '/g/1/' }] }
const organizer: Asker = { organ, person: lin, held: [{ post: 'organization', path: '/g/1/' }] }
const trail = (query: Record<string, unknown> = {}, unit = first) =>
  ask(discipline, listTraces, { params: { unit }, query })
const fields = {
  name: '林岚',
  sex: 'female',
  ethnicity: '汉族',
  phone: '14100000001',
  education: null,
  nativePlace: null,
  occupation: null,
  remark: null,
} as const

test('a change is told with who, when, in which act, and each field before and after', async () => {
  const params = { person: lin }
  await ask(secretary, changePerson, { params, body: { ...fields, version: 1 } })
  await ask(secretary, changePerson, { params, body: { ...fields, phone: '14100000002', version: 2 } })
  const { answer } = await trail()
  const [last, before] = answer.traces
  assert.deepEqual(
    [last?.by, last?.operation, last?.record, last?.of, last?.did],
    ['林岚', '修改个人信息', '个人信息', '林岚', 'update'],
  )
  assert.deepEqual(last?.changes, [{ field: '电话', before: '14100000001', after: '14100000002' }])
  assert.deepEqual(
    before?.changes.toSorted((one, other) => one.field.localeCompare(other.field, 'zh')),
    [
      { field: '电话', before: null, after: '14100000001' },
      { field: '民族', before: null, after: '汉族' },
      { field: '性别', before: null, after: '女' },
    ],
  )
})

test('the trail of a branch holds its own changes and the organ’s, never those of a neighbour', async () => {
  const { answer } = await trail({ limit: 200 })
  const of = answer.traces.map((trace: Trace) => trace.of)
  assert.ok(of.includes('第一党支部') && of.includes('示例市妇联机关'))
  assert.ok(!of.includes('第二党支部') && !of.includes('苏禾') && !of.includes('机关党总支'))
  const membership = answer.traces.find(({ record }: Trace) => record === '党籍')
  assert.equal(membership?.of, '林岚')
  assert.equal((await trail({}, second)).status, 403)
  assert.equal((await trail({}, general)).status, 403)
  const refused = await ask(organizer, listTraces, { params: { unit: first } })
  assert.deepEqual([refused.status, refused.refusal.refused], [403, 'not-permitted'])
})

test('page follows page without gap or repetition, in the same number of queries', async () => {
  const whole = (await trail({ limit: 200 })).answer.traces.map(({ id }: Trace) => id)
  const seen: number[] = []
  const queries = new Set<number>()
  for (let after: string | null = ''; after !== null; ) {
    const page = await trail({ limit: 2, ...(after && { after }) })
    queries.add(page.queries)
    seen.push(...page.answer.traces.map(({ id }: Trace) => id))
    after = page.answer.next
  }
  assert.deepEqual(seen, whole)
  assert.equal((await trail({ limit: 200 })).queries, [...queries][0])
  assert.equal(queries.size, 1)
})

test('one may ask about one kind of record, or about all up to a day', async () => {
  const units = (await trail({ about: 'units' })).answer.traces.map(({ record }: Trace) => record)
  assert.deepEqual([...new Set(units)].sort(), ['机关', '组织'].sort())
  assert.equal((await trail({ until: '2020-01-01' })).answer.traces.length, 0)
  assert.equal((await trail({ until: '2199-01-01' })).answer.traces.length > 0, true)
  assert.equal((await trail({ until: '2026-02-30' })).status, 400)
  assert.equal((await trail({ about: 'session' })).status, 400)
  assert.equal((await trail({ after: 'nonsense' })).status, 200)
})

test('the trail says how far it is sealed', async () => {
  assert.equal((await trail()).answer.sealed, null)
  await sealTrails(owner)
  assert.match((await trail()).answer.sealed?.code ?? '', /^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/)
})
