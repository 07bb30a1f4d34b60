import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { routes } from '../app.ts'
import { acting } from '../database/acting.ts'
import { addressOf } from '../http/call.ts'
import type { Endpoint, Input } from '../http/endpoint.ts'
import { grantsOf } from '../kernel/access.ts'
import * as contract from './contract.ts'
import { talkWorld } from './fixtures/branch.ts'
import { CAUSE_NAMES } from './kinds.ts'

// What two people said, why they had to talk and what was not released: nobody else finds it anywhere.
const SAID = '她说起离婚的打算'
const FOLLOWS = '下月陪她去见律师'
const DRAFTED = '对值班安排有意见但不愿意说出去'
const SECRETS = [SAID, FOLLOWS, DRAFTED, CAUSE_NAMES.family, 'family']

const world = await talkWorld(routes)
const { ask, as, idOf, branch, organ, database } = world
const params = { unit: branch.id }
const note = { text: SAID, follow: FOLLOWS, cause: 'family' as const }

const { id: talk } = (
  await ask(as('顾青'), contract.recordOwnTalk, {
    body: { partnerId: idOf('白露'), heldOn: '2026-11-20', place: null, note },
  })
).answer
const { id: opinion } = (
  await ask(as('顾青'), contract.draftOpinion, {
    params: { talk },
    body: { speakerId: idOf('白露'), text: DRAFTED },
  })
).answer
const { id: matter } = (
  await ask(as('沈秋月'), contract.registerMatter, {
    params,
    body: { personId: idOf('白露'), cause: 'family', since: '2026-11-18' },
  })
).answer

const OUTSIDE = ['江运维', '钱上', '卢文茵', '严守一', '何畅', '叶桐'] as const
const BARRED = OUTSIDE.filter((name) => name !== '卢文茵')
const INSIDE = ['林岚', '沈秋月'] as const

const told = (answered: unknown): string =>
  JSON.stringify(answered, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  )

const quiet = (name: string, where: string, answered: unknown, secrets: readonly string[] = SECRETS) => {
  const text = told(answered)
  for (const secret of secrets) assert.ok(!text.includes(secret), `${name} read ${secret} at ${where}`)
}

/** Every endpoint of talks, asked with ids that exist. */
const ATTEMPTS: readonly [Endpoint, Record<string, unknown>][] = [
  [contract.readTalks, { params, query: { year: 2026 } }],
  [contract.readOwnTalks, {}],
  [contract.readTalk, { params: { talk } }],
  [contract.openNote, { params: { talk }, body: { purpose: 'check' } }],
  [contract.listOpinions, { params, query: { year: 2026 } }],
  [contract.downloadTalks, { params, query: { year: 2026 } }],
  [contract.downloadRecord, { params: { talk }, body: { purpose: 'check' } }],
  [contract.downloadSlip, { params: { opinion }, body: { wording: '…' } }],
  [contract.draftOpinion, { params: { talk }, body: { speakerId: idOf('白露'), text: 'x' } }],
  [
    contract.releaseOpinion,
    { params: { opinion }, body: { wording: 'x', agreedBy: 'paper', agreedOn: '2026-11-22', version: 1 } },
  ],
  [contract.answerOpinion, { params: { opinion }, body: { outcome: 'taken', answer: 'x', version: 1 } }],
  [
    contract.writeNote,
    { params: { talk }, body: { ...note, text: 'x', follow: '', cause: null, version: 1 } },
  ],
  [contract.withdrawMatter, { params: { matter }, body: { version: 99 } }],
  [contract.withdrawTalk, { params: { talk }, body: { because: 'double', version: 99 } }],
  [contract.dropOpinion, { params: { opinion } }],
]

for (const name of [...OUTSIDE, ...INSIDE])
  test(`${name}, who was not part of the talk, finds nothing of it through any endpoint of talks`, async () => {
    for (const [endpoint, input] of ATTEMPTS) {
      const answered = await ask(as(name), endpoint, input as Input<Endpoint>)
      quiet(name, endpoint.summary, answered.answer)
      // Whoever keeps the unit above may see who talked with whom, as the committee does.
      if (BARRED.some((each) => each === name) && endpoint !== contract.readOwnTalks)
        assert.ok(answered.status >= 400, `${name} was answered by ${endpoint.summary}`)
    }
  })

test('the circumstance is opened by who arranges talks in the branch, and by nobody above or beside her', async () => {
  const body = { purpose: 'check' as const }
  for (const name of [...OUTSIDE, '顾青', '白露']) {
    const answered = await ask(as(name), contract.openMatters, { params, body })
    assert.equal(answered.status, 403, name)
  }
  assert.equal((await ask(as('林岚'), contract.openMatters, { params, body })).answer.matters.length, 1)
})

test('nor does any of them find it by asking for everything else that can be read, the trail included', async () => {
  const ids: Record<string, string> = { unit: branch.id, person: idOf('白露'), talk, opinion, matter }
  const readable = routes.filter(({ endpoint }) => endpoint.method === 'get')
  assert.ok(readable.length > 20)
  for (const name of [...OUTSIDE, ...INSIDE, '顾青'])
    for (const { endpoint } of readable) {
      if (name === '顾青' && endpoint.path.startsWith('/api/talks/')) continue
      const address = addressOf(endpoint, {
        params: Object.fromEntries(
          [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, key]) => [key, ids[key!] ?? crypto.randomUUID()]),
        ),
        query: endpoint.query?.shape && 'year' in endpoint.query.shape ? { year: 2026 } : {},
      } as never)
      await ask(
        as(name),
        {
          method: 'get',
          path: address as '/api/x',
          summary: '',
          asks: 'open',
          answer: endpoint.answer,
        } as Endpoint,
        {},
      ).then((answered) => quiet(name, endpoint.summary, answered.answer))
    }
})

test('the trail tells that a talk was entered, and neither words nor whose circumstance it is', async () => {
  const { rows } = await database.owner.query(
    'select table_name, operation, before, after from audit where organ_id = $1',
    [organ],
  )
  assert.ok(rows.some((row) => row.table_name === 'talk_note' && row.after.talk_id === talk))
  quiet('the owner', 'the trail', rows)
  const about = rows.filter(({ table_name }) => ['talk_matter', 'opening'].includes(table_name))
  assert.ok(about.length >= 2)
  assert.ok(!JSON.stringify(about).includes(idOf('白露')))
})

test('asked in SQL as the role that serves pages, rows of text are seen by the two alone', async () => {
  const seen = async (name: string, table: string) => {
    const { person, held } = as(name)
    const as_ = { organ, person, operation: 'test', may: grantsOf(held) }
    const rows = await acting(
      database.database,
      as_,
      async (tx) => (await sql`select * from ${sql.table(table)}`.execute(tx)).rows,
    )
    return Array.isArray(rows) ? rows.length : -1
  }
  for (const name of [...OUTSIDE, ...INSIDE])
    for (const table of ['talk_note', 'talk_opinion'])
      assert.equal(await seen(name, table), 0, `${name} ${table}`)
  for (const name of ['江运维', '钱上', '严守一', '何畅', '叶桐', '顾青', '白露'])
    assert.equal(await seen(name, 'talk_matter'), 0, name)
  for (const name of ['顾青', '白露'])
    for (const table of ['talk_note', 'talk_opinion'])
      assert.equal(await seen(name, table), 1, `${name} ${table}`)
  for (const name of ['江运维', '钱上', '严守一', '何畅', '叶桐'])
    assert.equal(await seen(name, 'talk'), 0, name)
})

test('whoever owns the database finds sealed bytes, and no circumstance by their length', async () => {
  for (const table of ['talk_note', 'talk_opinion', 'talk_matter'])
    await database.owner.query(`alter table ${table} no force row level security`)
  const { rows } = await database.owner.query<{ text: string }>(`
    select encode(content, 'escape') as text from talk_note
    union all select encode(content, 'escape') from talk_opinion
    union all select encode(content, 'escape') from talk_matter`)
  assert.equal(rows.length, 3)
  quiet('the owner', 'the tables', rows)
  const { rows: whole } = await database.owner.query('select to_jsonb(m) as row from talk_matter m')
  assert.ok(!JSON.stringify(whole).includes(idOf('白露')), 'a circumstance names whose it is')
  const bytes = await database.owner.query<{ whole: Buffer }>('select content as whole from talk_note')
  for (const secret of SECRETS)
    for (const { whole } of bytes.rows) assert.ok(!whole.includes(Buffer.from(secret)))
  await ask(as('沈秋月'), contract.registerMatter, {
    params,
    body: { personId: idOf('叶桐'), cause: 'disciplined', since: '2026-11-18' },
  })
  const lengths = await database.owner.query('select distinct length(content) from talk_matter')
  assert.equal(lengths.rows.length, 1)
})
