import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { acting } from '../database/acting.ts'
import type { Asker } from '../http/testing.ts'
import { grantsOf } from '../kernel/access.ts'
import * as contract from './contract.ts'
import { analysisBranch } from './fixtures/branch.ts'
import { deleteSelfCheck, keepSelfCheck, readSelfCheck } from './self-check-contract.ts'

const world = await analysisBranch()
const { ask, branch, memberOf, plain, secretaryAsks, leaderAsks, operatorAsks, superiorAsks } = world
const from = '2026-01-01'
const MARK = '只写给自己看的一句'

const she = plain(memberOf(0, 0))
const another = plain(memberOf(0, 1))
const others: Record<string, Asker> = {
  another,
  secretary: secretaryAsks,
  leader: leaderAsks[0]!,
  foreignLeader: leaderAsks[1]!,
  operator: operatorAsks,
  superior: superiorAsks,
}

const checked = { item: '按时足额交了党费', found: 'short' as const, note: MARK }
await ask(she, contract.keepAnalysis, {
  params: { from },
  body: {
    parts: [
      { heading: '理想信念', text: MARK },
      { heading: '问题和原因', text: '交的一段' },
    ],
    version: 0,
  },
})
await ask(she, contract.handInAnalysis, { params: { from }, body: { headings: ['问题和原因'] } })
await ask(she, keepSelfCheck, { params: { year: 2026 }, body: { items: [checked], version: 0 } })

/** What someone sees of a table as the role that serves pages. */
const seen = (who: Asker, table: string) =>
  acting(
    world.database.database,
    { organ: who.organ, person: who.person, operation: 'test', may: grantsOf(who.held) },
    async (tx) => (await sql`select * from ${sql.table(table)}`.execute(tx)).rows,
  )

test('drafts and self-checks are rows that nobody but the person sees, whatever the post', async () => {
  for (const table of ['analysis_draft', 'self_check']) {
    for (const [name, who] of Object.entries(others))
      assert.deepEqual(await seen(who, table), [], `${name} sees ${table}`)
    assert.equal(((await seen(she, table)) as unknown[]).length, 1, table)
  }
})

test('what was handed in is a row for the person and for those who may see it alone', async () => {
  const sees = async (who: Asker) => ((await seen(who, 'analysis')) as unknown[]).length
  const counts = await Promise.all(Object.entries(others).map(async ([name, who]) => [name, await sees(who)]))

  assert.deepEqual(Object.fromEntries(counts), {
    another: 0,
    secretary: 1,
    leader: 1,
    foreignLeader: 0,
    operator: 0,
    superior: 0,
  })
  assert.equal(await sees(she), 1)
})

test('a self-check comes back to the person, is nobody else’s, and is gone when she deletes it', async () => {
  const params = { year: 2026 }
  const own = await ask(she, readSelfCheck, { params })
  const theirs = await ask(secretaryAsks, readSelfCheck, { params })
  assert.equal(own.answer.items.find(({ item }) => item === checked.item)?.note, MARK)
  assert.ok(theirs.answer.items.every(({ note, found }) => note === '' && found === null))

  const gone = await ask(another, keepSelfCheck, { params, body: { items: [checked], version: 0 } })
  assert.equal(gone.status, 200)
  await ask(another, deleteSelfCheck, { params })

  assert.equal((await ask(another, readSelfCheck, { params })).answer.version, 0)
  assert.deepEqual(await world.lying('select 1 from self_check where person_id = $1', another.person), [])
})

test('nothing of it lies in clear text in any table, nor in the trail, nor does the trail tell when she wrote', async () => {
  const tables = await world.lying(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'identity') and table_type = 'BASE TABLE'`,
  )
  for (const { name } of tables) {
    const rows = await world.lying(`select t::text as line from ${name} t where t::text like $1`, `%${MARK}%`)
    assert.deepEqual(rows, [], String(name))
  }
  await ask(she, contract.keepAnalysis, {
    params: { from },
    body: { parts: [{ heading: '理想信念', text: '改了' }], version: 1 },
  })
  const traces = await world.lying(
    `select did, after from audit where table_name in ('analysis_draft', 'self_check') and person_id = $1 order by id`,
    she.person,
  )
  assert.deepEqual(
    traces.map(({ did, after }) => [did, Object.keys(after as object).sort()]),
    [
      ['insert', ['organ_id', 'period_from', 'period_to', 'person_id']],
      ['insert', ['organ_id', 'person_id', 'year']],
    ],
  )
})

test('nobody hands in for another, writes in her place or answers in the branch’s name without the post', async () => {
  const slip = (who: Asker, statement: ReturnType<typeof sql>) =>
    acting(
      world.database.database,
      { organ: who.organ, person: who.person, operation: 'test', may: grantsOf(who.held) },
      async (tx) => {
        await statement.execute(tx)
        return null
      },
    )
  const [row] = await world.lying('select id, unit_id from analysis where person_id = $1', she.person)
  const forged = sql`insert into analysis (person_id, unit_id, period_from, period_to, way, done_on)
    values (${another.person}, ${row?.unit_id}, '2025-01-01', '2025-12-31', 'kept', '2026-11-22')`
  const opinion = sql`insert into analysis_opinion (analysis_id, person_id, unit_id, content, given_on, by_name)
    values (${row?.id}, ${she.person}, ${branch.id}, '\\x00', '2026-11-22', '某某')`
  const draft = sql`insert into analysis_draft (person_id, period_from, period_to, content)
    values (${she.person}, '2025-01-01', '2025-12-31', '\\x00')`

  await assert.rejects(slip(secretaryAsks, forged), /row-level security/)
  for (const who of [another, leaderAsks[0]!, operatorAsks, superiorAsks, she])
    await assert.rejects(slip(who, opinion), /row-level security|opinion_is_anothers/)
  await assert.rejects(slip(secretaryAsks, draft), /row-level security/)
})
