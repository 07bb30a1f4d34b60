import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Pool } from 'pg'
import { routes } from './app.ts'
import { LAST_DAY } from './example/play.ts'
import { exampleOrgan } from './example/testing.ts'
import { type KnownIds, readsOf } from './fixtures/every-read.ts'
import { served } from './http/testing.ts'
import type { Held } from './kernel/access.ts'

const example = await exampleOrgan()
// A pool of its own, whose connections are counted from the first.
const pool = new Pool({ ...example.login('app'), max: 1 })
// Before the database goes: an idle connection that is cut off would be heard as an error.
pool.on('error', () => {})
const { ask } = served(pool, routes, LAST_DAY)

/** Two ids of every table that a page may be asked for. */
const ids = async (): Promise<KnownIds> => {
  const { rows } = await example.owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'id'`,
  )
  const known = new Map<string, readonly string[]>()
  for (const { name } of rows) {
    const found = await example.owner.query(`select id::text from ${name} where organ_id = $1 limit 2`, [
      example.organ,
    ])
    known.set(
      name,
      found.rows.map(({ id }) => id),
    )
  }
  known.set('unit', ['市妇联机关党总支', '市妇联机关党支部', '第一党小组'].map(example.unit))
  return known
}

const MOST = 12

test('no page of the product asks the database more than twelve times, for whoever opens it', async (t) => {
  const known = await ids()
  const { rows: paths } = await example.owner.query<{ path: string }>(`select path from unit where id = $1`, [
    example.unit('市妇联机关党支部'),
  ])
  const { path } = paths[0]!
  const secretary: Held[] = [
    { post: 'secretary', path },
    { post: 'member', path },
  ]
  const readers = [
    { organ: example.organ, person: example.person('顾明漪'), held: secretary },
    { organ: example.organ, person: example.person('林知夏'), held: [{ post: 'member', path } as const] },
  ]
  const over: string[] = []
  let most = 0
  for (const { endpoint } of routes)
    if (endpoint.method === 'get' && endpoint.answer)
      for (const { input } of readsOf(endpoint, known))
        for (const reader of readers) {
          const { queries, status } = await ask(reader, endpoint, input as never)
          assert.notEqual(status, 500, endpoint.path)
          most = Math.max(most, queries)
          if (queries > MOST) over.push(`${queries} ${endpoint.path}`)
        }
  await pool.end()
  t.diagnostic(`the most statements of a page: ${most}`)
  assert.ok(most > 3, 'nothing was counted')
  assert.deepEqual([...new Set(over)], [])
})
