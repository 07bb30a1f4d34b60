import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { listTraces } from '../audit/contract.ts'
import { auditRoutes } from '../audit/routes.ts'
import { changesWorld } from '../changes/fixtures/world.ts'
import { type Acting, acting } from '../database/acting.ts'
import { served } from '../http/testing.ts'
import type { Held, Post } from '../kernel/access.ts'
import { day } from '../kernel/day.ts'
import { isRefusal } from '../kernel/outcome.ts'
import * as contract from './contract.ts'
import { careErrands } from './errands-jobs.ts'
import { careRoutes } from './routes.ts'

const SECRET = '独自照顾患病的母亲，七月住院手术'
const world = await changesWorld()
const { branch, people, secretary, organizer, leaders, member } = world
const { ask } = served(world.database.app, [...careRoutes, ...auditRoutes], '2026-06-20')

type Someone = typeof secretary
const as = (who: Someone, post: Post): { organ: string; person: string; held: Held[] } => ({
  organ: who.organ,
  person: who.person,
  held: [{ post, path: branch.path }],
})
const secretaryHere = as(secretary, 'secretary')
const whom = people.filter(({ name }) => name.includes('小'))[0]!

const planned = await ask(secretaryHere, contract.planVisit, {
  params: { unit: branch.id },
  body: {
    personId: whom.person,
    name: null,
    year: 2026,
    occasion: 'hardship',
    situation: SECRET,
    severity: 'serious',
  },
})
const visit = planned.answer.id

test('a visit is planned, made, and its sum kept to the fen; what was written of her stays sealed', async () => {
  const made = await ask(as(organizer, 'organization'), contract.recordVisit, {
    params: { visit },
    body: {
      visitedOn: '2026-06-18',
      visitorIds: [secretary.person, organizer.person],
      place: '家里',
      goods: '米、油',
      amountFen: 50_050,
      remark: '帮着问医保报销',
      version: planned.answer.version,
    },
  })
  assert.equal(made.status, 200, made.refusal?.message)
  assert.equal(made.answer.visitors, `${secretary.name}、${organizer.name}`)
  const list = await ask(secretaryHere, contract.listCare, {
    params: { unit: branch.id },
    query: { year: 2026 },
  })
  assert.equal(list.answer.visits[0]?.amountFen, 50_050)
  assert.doesNotMatch(JSON.stringify(list.answer), /患病|医保|serious/)
  assert.ok(list.queries <= 12, `${list.queries} queries`)
})

/** What the visited reads of who opened hers. */
const openings = async () => {
  const rows = await acting(
    world.database.database,
    { organ: whom.organ, person: whom.person, operation: 'test', may: {} },
    (tx) => openingsOf(tx),
  )
  return isRefusal(rows) ? [] : rows
}
const openingsOf = (tx: Acting) =>
  tx.selectFrom('opening').select(['aboutId', 'readerId', 'purpose', 'recordKind']).orderBy('at').execute()

test('opening tells all of it, and leaves who, whom and what for', async () => {
  const opened = await ask(secretaryHere, contract.openSituation, {
    params: { visit },
    body: { purpose: 'visit' },
  })
  assert.deepEqual(opened.answer, { situation: SECRET, severity: 'serious', remark: '帮着问医保报销' })
  assert.deepEqual(await openings(), [
    { aboutId: whom.person, readerId: secretary.person, purpose: '准备走访慰问', recordKind: 'care' },
  ])
})

test('whoever is not of the committee sees nothing: a leader, a member, a superior, an operator, the visited', async () => {
  const others = [
    as(leaders[0]!, 'group-leader'),
    as(member, 'member'),
    as(member, 'superior'),
    as(member, 'operator'),
    as(whom, 'member'),
  ]
  for (const other of others) {
    const list = await ask(other, contract.listCare, { params: { unit: branch.id }, query: { year: 2026 } })
    const open = await ask(other, contract.openSituation, { params: { visit }, body: { purpose: 'visit' } })
    assert.deepEqual([list.status, open.status], [403, 403])
  }
})

test('neither the trail nor the rows themselves hold the words', async () => {
  const rows = await world.within((tx) => tx.selectFrom('careVisit').select('content').execute())
  assert.equal(rows[0]?.content?.includes(Buffer.from('母亲')), false)
  const trail = await world.database.owner.query(
    `select before, after from audit where table_name = 'care_visit'`,
  )
  assert.doesNotMatch(JSON.stringify(trail.rows), /母亲|医保|serious/)
  const told = await ask(secretaryHere, listTraces, { params: { unit: branch.id }, query: {} })
  assert.equal(told.status, 200)
  assert.doesNotMatch(JSON.stringify(told.answer), /hardship|care_visit|生活困难|安排走访/)
})

test('the sheet is without what is sealed unless it is opened for it, and then says so to each', async () => {
  const sheet = async (purpose: contract.Purpose | null) => {
    const { answer } = await ask(secretaryHere, contract.takeCareSheet, {
      params: { unit: branch.id },
      body: { year: 2026, purpose },
    })
    return JSON.stringify((await readXlsx(answer.bytes)).sheets[0]?.rows)
  }
  const plain = await sheet(null)
  assert.match(plain, /生活困难.*500\.50/)
  assert.doesNotMatch(plain, /母亲|较重/)
  assert.match(await sheet('report'), /母亲/)
  assert.equal((await openings()).at(-1)?.purpose, '向上级报送走访慰问情况')
})

test('before 七一 a branch without a visit is reminded, until one is planned; nobody else is', async () => {
  const asked = (who: Someone) =>
    world.within((tx) =>
      careErrands(tx, {
        actor: { person: who.person, grants: who.grants },
        today: day('2026-06-20'),
        until: day('2026-07-18'),
      }),
    )
  assert.deepEqual(
    (await asked(secretary)).map(({ title, by }) => [title, by]),
    [['七一前走访慰问：还没有安排', '2026-07-01']],
  )
  assert.deepEqual(await asked(member), [])
  await ask(secretaryHere, contract.planVisit, {
    params: { unit: branch.id },
    body: {
      personId: null,
      name: '老党员家属',
      year: 2026,
      occasion: 'july-first',
      situation: null,
      severity: null,
    },
  })
  assert.deepEqual(await asked(secretary), [])
})

test('those full for fifty years by the first of July are named, to the day', async () => {
  await world.within((tx) =>
    sql`update person set joined_on = '1975-06-01', full_on = case id when ${whom.person}::uuid then '1976-07-01'::date
      else '1976-07-02'::date end where id in (${whom.person}::uuid, ${member.person}::uuid)`.execute(tx),
  )
  const { answer } = await ask(secretaryHere, contract.listCare, {
    params: { unit: branch.id },
    query: { year: 2026 },
  })
  assert.deepEqual(
    answer.fifty.map(({ name, reachedOn }) => [name, reachedOn]),
    [[whom.name, '2026-07-01']],
  )
})
