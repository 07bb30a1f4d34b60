import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { acting } from '../database/acting.ts'
import { exampleOrgan } from '../example/testing.ts'
import { listCadres } from '../needs/contract.ts'
import { makeItem, readPatterns } from './contract.ts'
import { openRound } from './survey-contract.ts'

// Nothing of these tables lies in a unit: a right held anywhere in the organ is held, and no other organ has a part in it.

const organ = await exampleOrgan()
const { cadres } = await (await organ.as('顾明漪')).ask(listCadres, {})
const ownerId = cadres.find(({ name }) => name === '林知夏')!.id
await (await organ.as('孟庆芝')).ask(openRound, {
  body: {
    survey: 'after-visit',
    audience: '九月走访的社区',
    fromOn: '2026-11-01',
    untilOn: '2026-12-31',
    slips: 3,
    sheets: 0,
  },
})
const { tables: shown } = await (await organ.as('顾明漪')).ask(readPatterns, { query: { year: 2026 } })
const row = shown.flatMap(({ feature, rows }) => (rows ?? []).map((each) => ({ feature, ...each })))
const { feature, entry } = row.find(({ total }) => total !== null)!
const { id: item } = await (await organ.as('顾明漪')).ask(makeItem, {
  body: { kind: 'research', title: '一个课题', year: 2026, feature, entry, ownerId, dueOn: '2026-12-20' },
})

const TABLES = ['pattern_item', 'survey_round', 'survey_figure', 'survey_slip', 'survey_urn'] as const
type Table = (typeof TABLES)[number]
type Someone = { organ?: string; person?: string; may?: Record<string, string[]> }

const as = ({ organ: of = organ.organ, person = organ.person('苏婉清'), may = {} }: Someone) => ({
  organ: of,
  person,
  operation: 'test',
  may,
})

/** Which of the tables have any row for this one. */
const read = async (someone: Someone): Promise<Table[]> => {
  const found = await acting(organ.database, as(someone), async (tx) => {
    const seen: Table[] = []
    for (const table of TABLES) {
      const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx)
      if (rows.length > 0) seen.push(table)
    }
    return seen
  })
  assert.ok(Array.isArray(found))
  return found
}

/** How many rows of a table this one can write without changing them. */
const touched = async (someone: Someone, table: Table, column: string): Promise<number> => {
  const count = await acting(organ.database, as(someone), async (tx) => {
    const { numAffectedRows } =
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)}`.execute(tx)
    return Number(numAffectedRows)
  })
  assert.ok(typeof count === 'number')
  return count
}

test('each table is there for its own right and no other, in its own organ and no other', async () => {
  assert.deepEqual(await read({}), [])
  assert.deepEqual(await read({ may: { 'need.count': ['/'] } }), ['pattern_item'])
  assert.deepEqual(await read({ may: { 'wellbeing.read': ['/'] } }), ['survey_round', 'survey_figure'])
  assert.deepEqual(await read({ may: { 'wellbeing.lead': ['/'] } }), ['survey_slip', 'survey_urn'])
  assert.deepEqual(await read({ may: { 'survey.answer': ['/'] } }), ['survey_slip', 'survey_urn'])
  const everything = { 'need.count': ['/'], 'wellbeing.read': ['/'], 'wellbeing.lead': ['/'] }
  assert.deepEqual(await read({ may: everything }), TABLES)
  assert.deepEqual(await read({ organ: crypto.randomUUID(), may: everything }), [])
})

test('whoever is to do a thing sees and writes it, whatever her post; the rest of the table she does not', async () => {
  const owner = { person: ownerId }
  assert.deepEqual(await read(owner), ['pattern_item'])
  const mine = await acting(organ.database, as(owner), (tx) =>
    tx.selectFrom('patternItem').select(['id', 'ownerId']).execute(),
  )
  assert.ok(Array.isArray(mine) && mine.some(({ id }) => id === item))
  assert.ok(mine.every((each) => each.ownerId === ownerId))
  assert.equal(await touched(owner, 'pattern_item', 'title'), mine.length)
  assert.equal(await touched({ may: { 'need.count': ['/'] } }, 'pattern_item', 'title'), 0)
})

test('who reads figures changes no round, and nobody changes a figure', async () => {
  assert.equal(await touched({ may: { 'wellbeing.read': ['/'] } }, 'survey_round', 'closed_on'), 0)
  const leads = { may: { 'wellbeing.read': ['/'], 'wellbeing.lead': ['/'] } }
  assert.ok((await touched(leads, 'survey_round', 'closed_on')) > 0)
  assert.equal(await touched(leads, 'survey_slip', 'used'), 0)
  await assert.rejects(touched(leads, 'survey_figure', 'count'), /permission denied/)
})
