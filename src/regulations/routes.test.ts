import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../database/testing.ts'
import { organOf, prepare } from '../duties/fixtures/organ.ts'
import { served } from '../http/testing.ts'
import * as contract from './contract.ts'
import { regulationRoutes } from './routes.ts'

const { app: pool, database } = await testDatabase()
const { ask } = served(pool, regulationRoutes)
const { organ, branch, as } = await organOf(database)
const member = as('叶桐', 'member', branch)

const list = async (query: { on?: string; words?: string }) =>
  (await ask(member, contract.listRules, { query })).answer.rules

test('every rule in force is listed with clause and confidence; the day decides which version', async () => {
  const rules = await list({})
  assert.ok(rules.length >= 70)
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length)
  const hours = async (on: string) =>
    (await list({ on, words: '学时' })).find(({ id }) => id === 'study.member-hours')
  assert.notEqual((await hours('2022-06-01'))?.from, (await hours('2026-06-01'))?.from)
})

test('words find rules by title, clause or wording, all of them together', async () => {
  const found = await list({ words: '党员大会 第十一条' })
  assert.ok(found.some(({ id }) => id === 'general-meeting.quorum'))
  assert.deepEqual(await list({ words: '没有这样的话' }), [])
})

test('a check is tried on numbers of one’s own, and says the clause and the line', async () => {
  const params = { rule: 'election.quorum' }
  const { answer } = await ask(member, contract.tryRule, {
    params,
    body: { facts: { entitled: 29, present: 23 } },
  })
  assert.deepEqual([answer.judgment.holds, answer.judgment.needed], [false, 24])
  assert.match(answer.words, /第十九条/)
})

test('a trial follows what the organ has settled', async () => {
  await prepare(database, organ, (tx) =>
    tx
      .insertInto('parameter')
      .values({ key: 'election.quorum.share', choice: JSON.stringify('9/10'), since: '2026-06-01' })
      .execute(),
  )
  const params = { rule: 'election.quorum' }
  const needed = async (on: string) =>
    (await ask(member, contract.tryRule, { params, body: { on, facts: { entitled: 30, present: 30 } } }))
      .answer.judgment.needed
  assert.deepEqual([await needed('2026-05-31'), await needed('2026-06-01')], [24, 27])
})

test('absurd facts, unknown rules and what is no check are refused by name', async () => {
  const refusal = async (rule: string, facts: Record<string, number>) =>
    (await ask(member, contract.tryRule, { params: { rule }, body: { facts } })).refusal
  assert.equal((await refusal('election.quorum', { entitled: 29, present: 30 })).refused, 'invalid')
  assert.equal((await refusal('election.quorum', { entitled: 29.5, present: 3 })).refused, 'invalid')
  assert.equal((await refusal('no.such-rule', {})).refused, 'not-found')
  assert.match((await refusal('theme-day.monthly', {})).message, /不能按人数判定/)
})
