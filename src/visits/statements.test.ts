import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Pool } from 'pg'
import { LAST_DAY } from '../example/play.ts'
import { exampleOrgan } from '../example/testing.ts'
import { served } from '../http/testing.ts'
import type { Held } from '../kernel/access.ts'
import { listPoints } from './contact-contract.ts'
import { listVisits, readVisit, recordVisits, syncVisits } from './contract.ts'
import { visitRoutes } from './routes.ts'

const MOST = 12

const example = await exampleOrgan()
const pool = new Pool({ ...example.login('app'), max: 1 })
// Before the database goes: an idle connection that is cut off would be heard as an error.
pool.on('error', () => {})
const { ask } = served(pool, visitRoutes, LAST_DAY)
const { rows } = await example.owner.query<{ path: string }>('select path from unit where id = $1', [
  example.unit('市妇女联合会'),
])
const held: Held[] = [{ post: 'rights-officer', path: rows[0]!.path }]
const lin = example.person('林知夏')
const reader = { organ: example.organ, person: lin, held }

const draft = () => ({
  id: crypto.randomUUID(),
  pointId: null,
  place: '社区服务中心',
  heldOn: LAST_DAY,
  visitors: [lin],
  whom: '一位新手妈妈',
  seen: '想找离家近的托育点。',
  done: '',
  promises: [{ id: crypto.randomUUID(), what: '送一份托育点名单', ownerId: lin, dueOn: '2026-12-01' }],
  consent: 'given' as const,
  version: null,
})
const sent = () => ({ ...draft(), revision: crypto.randomUUID(), base: null })

test('points, visits and one visit each take at most twelve statements, however many there are', async (t) => {
  const first = draft()
  await ask(reader, recordVisits, { body: { drafts: [first] } })
  const statements = async () => ({
    points: (await ask(reader, listPoints, { query: {} })).queries,
    visits: (await ask(reader, listVisits, { query: {} })).queries,
    visit: (await ask(reader, readVisit, { params: { visit: first.id } })).queries,
  })
  const few = await statements()
  t.diagnostic(JSON.stringify(few))
  const { answer } = await ask(reader, recordVisits, { body: { drafts: Array.from({ length: 20 }, draft) } })
  assert.equal(answer.visits.length, 20)
  assert.deepEqual(await statements(), few)
  for (const [read, count] of Object.entries(few)) assert.ok(count > 2 && count <= MOST, `${read}: ${count}`)
})

test('twenty drafts are taken from a phone in as many statements as one', async (t) => {
  const one = await ask(reader, syncVisits, { body: { drafts: [sent()] } })
  const twenty = await ask(reader, syncVisits, { body: { drafts: Array.from({ length: 20 }, sent) } })
  t.diagnostic(JSON.stringify({ one: one.queries, twenty: twenty.queries }))
  assert.ok(twenty.answer.judged.every(({ outcome }) => outcome === 'taken'))
  assert.equal(twenty.queries, one.queries)
  assert.ok(one.queries <= MOST, String(one.queries))
  await pool.end()
})
