import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { acting } from '../database/acting.ts'
import { testDatabase } from '../database/testing.ts'
import { actorOf, type Someone, twoOrgans } from '../database/two-organs.ts'
import { OPENED } from '../words/openings.ts'
import { recordOpenings } from './openings-store.ts'

const { database } = await testDatabase()
const world = await twoOrgans(database)
const [reader, concerned, ...rest] = world.people as [Someone, Someone, ...Someone[]]
const record = crypto.randomUUID()

const as = <T>(who: Someone, work: RawBuilder<T>) =>
  acting(database, actorOf(who), async (tx) => (await work.execute(tx)).rows as T[])
const seenBy = async (who: Someone) => ((await as(who, sql`select id from opening`)) as unknown[]).length

await acting(database, actorOf(reader), async (tx) => {
  await recordOpenings(tx, [
    { aboutId: concerned.person, recordKind: 'analysis', recordId: record, purpose: '提出意见' },
  ])
  return null
})

test('an opening is seen by who opened and by whom it is about, and by no post of either organ', async () => {
  assert.deepEqual([await seenBy(reader), await seenBy(concerned)], [1, 1])
  for (const who of rest) assert.equal(await seenBy(who), 0, who.name)
})

test('nobody writes an opening in another’s name, nor into another organ', async () => {
  const forged = (reader: string, organ = concerned.organ) => sql`
    insert into opening (organ_id, reader_id, reader_name, about_id, record_kind, record_id, purpose)
    values (${organ}, ${reader}, '某某', ${concerned.person}, 'analysis', ${record}, '提出意见')`
  const elsewhere = rest.find(({ organ }) => organ !== reader.organ)!

  for (const who of [concerned, ...rest])
    await assert.rejects(as(who, forged(reader.person)), /row-level security/)
  await assert.rejects(as(reader, forged(reader.person, elsewhere.organ)), /row-level security/)
})

test('an opening is changed and deleted by nobody, the reader included', async () => {
  for (const who of [reader, concerned, ...rest]) {
    await assert.rejects(as(who, sql`update opening set purpose = '别的'`), /permission denied/, who.name)
    await assert.rejects(as(who, sql`delete from opening`), /permission denied/, who.name)
  }
})

test('an opening without a purpose is not kept', async () => {
  const empty = acting(database, actorOf(reader), async (tx) => {
    await recordOpenings(tx, [
      { aboutId: concerned.person, recordKind: 'analysis', recordId: record, purpose: ' ' },
    ])
    return null
  })
  await assert.rejects(empty, /opening_has_a_purpose/)
})

test('every kind of record that is opened anywhere has a word for the person concerned', () => {
  const kinds = globSync('src/**/*.ts', { exclude: (name) => name.endsWith('.test.ts') }).flatMap((name) =>
    [...readFileSync(name, 'utf8').matchAll(/recordKind: '([a-z-]+)'/g)].map(([, kind]) => kind!),
  )

  assert.ok(kinds.length >= 5)
  assert.deepEqual(
    kinds.filter((kind) => !(kind in OPENED)),
    [],
  )
})
