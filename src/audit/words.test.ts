import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../database/testing.ts'
import { type Kept, tablesAbout, told } from './words.ts'

const { owner } = await testDatabase()

test('every column that the trail may tell of is called by a Chinese name', async () => {
  const { rows } = await owner.query(
    `select relname as table_name, attname as column_name
     from pg_attribute join pg_class on attrelid = pg_class.oid
     where attnum > 0 and not attisdropped and relname = any($1)`,
    [tablesAbout(undefined)],
  )

  const fields = rows.flatMap(({ table_name, column_name }) =>
    told(inserted(table_name, { [column_name]: 1 }), new Map()).changes.map(
      ({ field }) => [`${table_name}.${column_name}`, field] as const,
    ),
  )

  assert.ok(fields.length > 60)
  assert.deepEqual(
    fields.filter(([, field]) => /[A-Za-z_]/.test(field)),
    [],
  )
})

test('every value that a column is held to is told in Chinese', async () => {
  const { rows } = await owner.query<{ table_name: string; column_name: string; value: string }>(
    `select c.relname as table_name, a.attname as column_name, v[1] as value
     from pg_constraint k join pg_class c on c.oid = k.conrelid
       join pg_attribute a on a.attrelid = c.oid and k.conkey = array[a.attnum],
       regexp_matches(pg_get_constraintdef(k.oid), '''([a-z][a-z-]+)''::text', 'g') v
     where k.contype = 'c' and c.relname = any($1) and pg_get_constraintdef(k.oid) like '%ANY%'`,
    [tablesAbout(undefined)],
  )
  const strange = rows.filter(({ table_name, column_name, value }) =>
    told(inserted(table_name, { [column_name]: value }), new Map()).changes.some(
      ({ after }) => after !== null && /[a-z]/.test(after),
    ),
  )

  assert.ok(rows.length > 80)
  assert.deepEqual(strange, [])
})

test('who did it to a row that the reader may not see is told without its name, yet with what it became', () => {
  const { of, changes } = told(inserted('invitation', { expires_at: '2026-11-25T09:00:00Z' }), new Map())

  assert.equal(of, null)
  assert.deepEqual(changes, [{ field: '失效时间', before: null, after: '2026-11-25 17:00' }])
})

const inserted = (table: string, after: Record<string, unknown>): Kept => ({
  id: 1,
  at: new Date('2026-11-20T09:00:00Z'),
  by: null,
  operation: 'system',
  transaction: '1',
  table,
  key: {},
  did: 'insert',
  before: null,
  after,
})
