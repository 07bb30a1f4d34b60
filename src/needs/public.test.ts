import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { acting } from '../database/acting.ts'
import { openNeed, readNeed } from './contract.ts'
import { readDesk } from './desk-contract.ts'
import { attempt, publicPage } from './fixtures/public.ts'
import { askPublicly, listPublicDesks, readPublicStatus } from './public-contract.ts'
import { PUBLIC_LIMITS } from './public-routes.ts'
import { readReceipt } from './receipt.ts'

const page = await publicPage()
const { ask, as, organ, lying } = page

const FACTS = '产假结束后公司让我走人，最后两个月工资没有给。'
const wages = () => ({ organId: organ, attempt: attempt(), category: 'labour' as const, facts: FACTS })
const beaten = () => ({
  organId: organ,
  attempt: attempt(),
  category: 'violence' as const,
  facts: '他昨晚又动手了。',
})

const rowOf = async ({ sensitive }: { sensitive: boolean }) =>
  (
    await lying(
      `select id, anonymous, category, level, received_by, due_on::text
       from need where channel = 'web' and sensitive = $1 order by received_at desc limit 1`,
      sensitive,
    )
  )[0]

test('while the page is not open nothing comes in and no desk is named', async () => {
  assert.deepEqual((await ask(listPublicDesks, {})).answer, { desks: [] })
  const { status, refusal } = await ask(askPublicly, { body: wages() })
  assert.equal(status, 404)
  assert.match(refusal.message, /12338/)
})

test('whoever leads the desk opens the page; a handler and a member do not', async () => {
  await assert.rejects((async () => (await as('邱志成')).ask(readDesk, {}))(), /不能/)
  await page.stands(true)
  const { desks } = (await ask(listPublicDesks, {})).answer
  assert.deepEqual(
    desks.map(({ organId, phone }) => [organId, phone]),
    [[organ, '12338']],
  )
  const desk = await (await as('孟庆芝')).ask(readDesk, {})
  assert.deepEqual(desk.leads, ['孟庆芝', '沈静澜'])
})

test('what a woman writes is read by who handles matters at the desk, in her own words', async () => {
  const contact = { name: '周某', phone: '13800000000', note: '晚上六点以后' }
  const { status, answer } = await ask(askPublicly, { body: { ...wages(), wish: '要回工资', contact } })
  assert.equal(status, 200)
  assert.ok(readReceipt(answer.receipt))
  const { id, ...row } = await rowOf({ sensitive: false })
  assert.deepEqual([row.received_by, row.anonymous, row.category], [null, false, 'labour'])
  const need = await (await as('邱志成')).ask(readNeed, { params: { need: id } })
  assert.deepEqual(
    [need.channel, need.words?.facts, need.words?.wish, need.words?.asker],
    ['web', FACTS, '要回工资', contact],
  )
  assert.equal(need.line, '产假结束后公司让我走人，最后两个月工资没有给')
  assert.deepEqual(
    need.steps.map(({ kind, byName }) => [kind, byName]),
    [['received', '本人（网上提交）']],
  )
})

test('what is sent twice is one matter with one receipt', async () => {
  const body = wages()
  const first = await ask(askPublicly, { body })
  const second = await ask(askPublicly, { body })
  assert.equal(first.answer.receipt, second.answer.receipt)
  assert.notEqual((await ask(askPublicly, { body: wages() })).answer.receipt, first.answer.receipt)
})

test('a sensitive matter lies apart, and exactly those who lead the desk may open it', async () => {
  await ask(askPublicly, { body: { ...beaten(), danger: true } })
  const { id, ...row } = await rowOf({ sensitive: true })
  assert.deepEqual([row.category, row.level, row.due_on, row.anonymous], [null, 'R0', '2026-11-20', true])
  for (const who of ['孟庆芝', '沈静澜']) {
    const opened = await (await as(who)).ask(openNeed, { params: { need: id }, body: { ground: 'handling' } })
    assert.equal(opened.words?.facts, '他昨晚又动手了。')
    assert.equal(opened.words?.category, 'violence')
  }
  for (const who of ['邱志成', '苏婉清', '顾明漪', '林知夏'])
    await assert.rejects(
      (async () => (await as(who)).ask(openNeed, { params: { need: id }, body: { ground: 'handling' } }))(),
      /没有这件需求/,
    )
})

test('with her receipt she sees how far it is, and nothing that was written', async () => {
  const { receipt } = (await ask(askPublicly, { body: beaten() })).answer
  const { answer, headers } = await ask(readPublicStatus, {
    body: { receiptCode: receipt.toLowerCase().replaceAll('-', ' ') },
  })
  assert.equal(headers.get('set-cookie'), null)
  assert.deepEqual(
    { ...answer, ticket: null },
    {
      state: 'received',
      receivedOn: '2026-11-20',
      resolvedOn: null,
      closedOn: null,
      outcome: null,
      agencies: [],
      answerable: false,
      phone: '12338',
      ticket: null,
    },
  )
})

test('she still sees it when the page was shut meanwhile', async () => {
  const { receipt } = (await ask(askPublicly, { body: wages() })).answer
  await page.stands(false)
  assert.equal((await ask(readPublicStatus, { body: { receiptCode: receipt } })).status, 200)
  await page.stands(true)
})

test('a wrong code tells nothing, and after a few the address has to wait; a right code of others is read meanwhile', async () => {
  const { receipt } = (await ask(askPublicly, { body: wages() })).answer
  const tries = ['', 'x', 'AAAA-AAAA-AAAA', receipt.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))]
  const said = new Set<string>()
  for (const wrong of tries)
    said.add((await ask(readPublicStatus, { body: { receiptCode: wrong } }, '192.0.2.9')).refusal.message)
  assert.equal(said.size, 1)
  for (let at = tries.length; at < PUBLIC_LIMITS.trying.burst; at += 1)
    await ask(readPublicStatus, { body: { receiptCode: 'AAAA-AAAA-AAAB' } }, '192.0.2.9')
  const held = await ask(readPublicStatus, { body: { receiptCode: receipt } }, '192.0.2.9')
  assert.equal(held.status, 429)
  assert.ok(Number(held.headers.get('retry-after')) > 0)
  assert.equal((await ask(readPublicStatus, { body: { receiptCode: receipt } }, '192.0.2.10')).status, 200)
})

test('one network may send so many a day, and then hears when to come again', async () => {
  const small = await publicPage('2026-11-20', { submitting: { burst: 3, perSecond: 3 / 86_400 } })
  await small.stands(true)
  const send = (from: string) => small.ask(askPublicly, { body: { ...wages(), organId: small.organ } }, from)
  for (let at = 0; at < 3; at += 1) assert.equal((await send('192.0.2.77')).status, 200)
  const held = await send('192.0.2.77')
  assert.equal(held.status, 429)
  assert.match(held.refusal.message, /请 8 小时后再试/)
  assert.equal((await send('192.0.2.78')).status, 200)
})

test('neither the address, the browser nor the code is kept anywhere, and no log holds a word', async () => {
  const from = '203.0.113.213'
  const { answer } = await ask(askPublicly, { body: { ...wages(), facts: '一句只在这里出现的话' } }, from)
  await ask(readPublicStatus, { body: { receiptCode: answer.receipt } }, from)
  const tables = await lying(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'identity')`,
  )
  const secrets = [
    from,
    'the browser of somebody',
    answer.receipt,
    answer.receipt.replaceAll('-', ''),
    '一句只在这里出现的话',
  ]
  for (const { name } of tables) {
    const found = await lying(
      `select t::text as row from ${name} t where t::text like any($1)`,
      secrets.map((each) => `%${each}%`),
    )
    assert.deepEqual(found, [], name)
  }
  for (const secret of secrets) assert.ok(!page.lines.some((line) => line.includes(secret)), secret)
  assert.ok(page.lines.length > 0)
})

test('the capability of the page reads no table', async () => {
  const nobody = { organ, person: null, operation: 'test', may: { 'need.public': ['/'] } }
  await acting(page.database, nobody, async (tx) => {
    for (const table of [
      'need',
      'need_step',
      'sealed_case',
      'sealed_text',
      'sealed_knower',
      'need_file',
      'person',
      'need_answer',
    ]) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
        tx,
      )
      assert.equal(rows[0]?.n, 0, table)
    }
  })
})
