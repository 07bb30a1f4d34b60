import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Pool } from 'pg'
import { LAST_DAY } from '../example/play.ts'
import { exampleOrgan } from '../example/testing.ts'
import { served } from '../http/testing.ts'
import type { Held } from '../kernel/access.ts'
import { readPatterns, readWellbeing } from './contract.ts'
import { wellbeingRoutes } from './routes.ts'
import { listSurveys, openRound, readRound } from './survey-contract.ts'

const MOST = 12

const example = await exampleOrgan()
const pool = new Pool({ ...example.login('app'), max: 1 })
// Before the database goes: an idle connection that is cut off would be heard as an error.
pool.on('error', () => {})
const { ask } = served(pool, wellbeingRoutes, LAST_DAY)
const { rows } = await example.owner.query<{ path: string }>('select path from unit where id = $1', [
  example.unit('市妇女联合会'),
])
const held: Held[] = [{ post: 'rights-head', path: rows[0]!.path }]
const reader = { organ: example.organ, person: example.person('孟庆芝'), held }

test('counts, figures and surveys each take at most twelve statements, however many rounds there are', async (t) => {
  const round = async () => {
    const { answer } = await ask(reader, openRound, {
      body: {
        survey: 'after-visit',
        audience: '九月走访的社区',
        fromOn: '2026-11-01',
        untilOn: '2026-12-31',
        slips: 3,
        sheets: 0,
      },
    })
    return answer.id
  }
  const id = await round()
  const statements = async () => ({
    patterns: (await ask(reader, readPatterns, { query: { year: 2026 } })).queries,
    figures: (await ask(reader, readWellbeing, { query: { year: 2026 } })).queries,
    surveys: (await ask(reader, listSurveys, {})).queries,
    round: (await ask(reader, readRound, { params: { round: id } })).queries,
  })
  const one = await statements()
  t.diagnostic(JSON.stringify(one))
  for (const nth of [2, 3, 4, 5, 6]) assert.ok(await round(), `round ${nth}`)
  assert.deepEqual(await statements(), one)
  for (const [read, count] of Object.entries(one)) assert.ok(count > 2 && count <= MOST, `${read}: ${count}`)
  await pool.end()
})
