import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type Acting, acting } from '../database/acting.ts'
import { testDatabase } from '../database/testing.ts'
import { PERMISSION_NAMES } from '../kernel/access.ts'
import { day } from '../kernel/day.ts'
import * as contract from './contract.ts'
import { found, later, openHouse, type Visitor, welcome } from './fixtures/visitor.ts'
import { signedInOf } from './routes.ts'

const database = await testDatabase()
const house = openHouse(database)
const { officer, organ, branch } = await found(house)
const everything = Object.fromEntries(PERMISSION_NAMES.map((name) => [name, ['/']]))
const write = async <T>(work: (tx: Acting) => Promise<T>): Promise<T> => {
  const as = { organ, person: null, operation: 'test', may: everything }
  return (await acting(database.database, as, work)) as T
}
const unitNamed = (name: string) =>
  write((tx) =>
    tx.selectFrom('unit').select(['id', 'path']).where('name', '=', name).executeTakeFirstOrThrow(),
  )

/** A person with an account and with posts from a day to a day. */
const someone = async (
  name: string,
  posts: { post: string; unitId: string; since?: string; until?: string }[],
): Promise<{ id: string; guest: Visitor }> => {
  const { id } = await write((tx) =>
    tx.insertInto('person').values({ name, unitId: branch }).returning('id').executeTakeFirstOrThrow(),
  )
  for (const { since = '2026-01-01', ...post } of posts)
    await write((tx) =>
      tx
        .insertInto('post')
        .values({ personId: id, since, ...post })
        .execute(),
    )
  const { guest } = await welcome(house, officer, id, name)
  return { id, guest }
}
const told = async (guest: Visitor) => (await guest.ask(contract.readSession, {})).answer.signedIn!

/** How many rows of each table of records a visitor's rights let her read. */
const seenBy = async (guest: Visitor, tables: string[]) => {
  const cookie = [...guest.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const actor = (await signedInOf(house.access)(new Headers({ cookie })))!
  const as = { organ: actor.organ, person: actor.person, operation: 'test', may: actor.grants }
  const counts = await acting(database.database, as, async (tx) => {
    const seen: Record<string, number> = {}
    for (const table of tables) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
        tx,
      )
      seen[table] = rows[0]!.n
    }
    return seen
  })
  return counts as Record<string, number>
}

await write(async (tx) => {
  const heldOn = '2026-11-02'
  const meeting = await tx
    .insertInto('meeting')
    .values({ unitId: branch, title: '十一月支委会', heldOn, startsAt: '09:00' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('meetingPart')
    .values({ meetingId: meeting.id, unitId: branch, ordinal: 1, kind: 'committee-meeting' })
    .execute()
})

test('a post gives its rights from its first day to its last, and none the day after', async () => {
  const { guest } = await someone('有任期的委员', [
    { post: 'publicity', unitId: branch, since: '2026-03-01', until: '2026-11-22' },
  ])
  const onDay = async (text: string) => {
    house.clock.today = day(text)
    later()
    return Object.keys((await told(guest)).grants).includes('meeting.record')
  }

  assert.deepEqual(
    [
      await onDay('2026-02-28'),
      await onDay('2026-03-01'),
      await onDay('2026-11-22'),
      await onDay('2026-11-23'),
    ],
    [false, true, true, false],
  )
  house.clock.today = day('2026-11-22')
  later()
})

test('a post that is ended takes its rights along at the next request', async () => {
  const { id, guest } = await someone('今日免职的委员', [{ post: 'organization', unitId: branch }])
  const before = (await told(guest)).grants['roster.change']
  await write((tx) =>
    tx.updateTable('post').set({ until: '2026-11-21' }).where('personId', '=', id).execute(),
  )
  later()

  assert.equal(before?.length, 1)
  assert.deepEqual((await told(guest)).grants, {})
})

test('a member without a post has the rights of a member while her membership runs', async () => {
  const { id, guest } = await someone('一名党员', [])
  await write((tx) =>
    tx
      .insertInto('membership')
      .values({ personId: id, unitId: branch, status: 'full', since: '2020-01-01', until: '2026-11-22' })
      .execute(),
  )
  later()
  const today = await told(guest)
  house.clock.today = day('2026-11-23')
  const tomorrow = await told(guest)
  house.clock.today = day('2026-11-22')

  assert.deepEqual(
    today.posts.map(({ post }) => post),
    ['member'],
  )
  assert.equal(today.homeUnitId, branch)
  assert.deepEqual(Object.keys(today.grants), ['unit.read', 'visit.record', 'need.receive'])
  assert.deepEqual(tomorrow.posts, [])
})

test('the operator runs the system and sees no records', async () => {
  const top = await unitNamed('机关党总支')
  const { guest } = await someone('系统管理员', [{ post: 'operator', unitId: top.id }])
  const records = [
    'membership',
    'person_identity',
    'meeting',
    'meeting_part',
    'attendance',
    'evidence',
    'audit',
  ]

  assert.deepEqual(Object.keys((await told(guest)).grants), ['unit.read', 'system.run'])
  assert.deepEqual(await seenBy(guest, records), Object.fromEntries(records.map((table) => [table, 0])))
  // Of people the operator sees herself and nobody else.
  assert.deepEqual(await seenBy(guest, ['person']), { person: 1 })
})

test('a superior sees that something was done and when, not what was said', async () => {
  const top = await unitNamed('机关党总支')
  const { guest } = await someone('上级联络员', [{ post: 'superior', unitId: top.id }])
  await write((tx) =>
    tx
      .insertInto('evidence')
      .values({
        unitId: branch,
        kind: 'committee-meeting',
        heldOn: '2026-11-02',
        recordedOn: '2026-11-02',
        title: '十一月支委会',
        sourceKind: 'meeting',
        sourceId: branch,
      })
      .execute(),
  )

  const seen = await seenBy(guest, ['evidence', 'meeting', 'agenda_item', 'membership'])
  assert.deepEqual(seen, { evidence: 1, meeting: 0, agenda_item: 0, membership: 0 })
  assert.equal((await told(guest)).homeUnitId, top.id)
})

test('only those who may appoint in a unit open and close its accounts', async () => {
  const { guest, id } = await someone('宣传委员甲', [{ post: 'publicity', unitId: branch }])
  const group = await unitNamed('第一党小组')
  const leader = await someone('小组长乙', [{ post: 'group-leader', unitId: group.id }])

  for (const browser of [guest, leader.guest]) {
    const { status } = await browser.ask(contract.invite, { params: { person: id }, body: {} })
    assert.equal(status, 403)
  }
  const closed = await leader.guest.ask(contract.closeAccount, { params: { person: id }, body: {} })
  assert.equal(closed.status, 403)
  assert.ok(await told(guest))
})

test('the account of one with a post above is opened in her branch, but not seized from there', async () => {
  const top = await unitNamed('机关党总支')
  const above = await someone('总支书记丙', [{ post: 'secretary', unitId: top.id }])
  const beside = await someone('系统管理员丁', [{ post: 'operator', unitId: top.id }])
  const ask = (endpoint: typeof contract.invite | typeof contract.closeAccount, person: string) =>
    officer.ask(endpoint, { params: { person }, body: {} })

  for (const endpoint of [contract.invite, contract.closeAccount]) {
    const { status, answer } = await ask(endpoint, above.id)
    assert.equal(status, 403)
    assert.match(answer.message, /此人还在「机关党总支」任职/)
  }
  assert.equal((await told(above.guest)).userName, '总支书记丙')
  assert.equal((await ask(contract.invite, beside.id)).status, 200)
})

test('a person of another organ does not exist', async () => {
  const other = await officer.ask(contract.invite, {
    params: { person: '00000000-0000-4000-8000-000000000001' },
    body: {},
  })
  assert.equal(other.status, 404)
})
