import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { acting } from '../database/acting.ts'
import { type TestDatabase, testDatabase } from '../database/testing.ts'
import { openFeed, subscribeDigest } from '../duties/reminder-contract.ts'
import { PERMISSION_NAMES } from '../kernel/access.ts'
import * as contract from './contract.ts'
import { FORM, found, openHouse, visitor, welcome } from './fixtures/visitor.ts'
import { setUpLink } from './link-routes.ts'

const ORIGIN = 'http://zhixing.example'
const tokenOf = (link: string | null) => link!.split('#')[1]!

const everything = Object.fromEntries(PERMISSION_NAMES.map((name) => [name, ['/']]))
const readAll = async <Row>({ database }: TestDatabase, organ: string, query: string): Promise<Row[]> => {
  const as = { organ, person: null, operation: 'test', may: everything }
  const rows = await acting(database, as, async (tx) => (await sql<Row>`${sql.raw(query)}`.execute(tx)).rows)
  return rows as Row[]
}
const personNamed = async (database: TestDatabase, organ: string, name: string) =>
  (await readAll<{ id: string }>(database, organ, `select id from person where name = '${name}'`))[0]!.id

test('the set-up link founds the organ: units in their places, the term, people and posts', async () => {
  const database = await testDatabase()
  const { organ, branch } = await found(openHouse(database))

  const units = await readAll<{ kind: string; steps: number; since: string }>(
    database,
    organ,
    `select u.kind, length(u.path) - length(replace(u.path, '/', '')) as steps, p.since
     from unit u join unit_place p on p.unit_id = u.id order by u.kind`,
  )
  const posts = await readAll(
    database,
    organ,
    'select p.name, o.post, o.since from post o join person p on p.id = o.person_id order by o.post',
  )
  const terms = await readAll(database, organ, 'select unit_id, elected_on from term')

  assert.deepEqual(
    units.map(({ kind, steps, since }) => [kind, steps, since]),
    [
      ['branch', 3, '2019-05-06'],
      ['general-branch', 2, '2019-05-06'],
      ['group', 4, '2019-05-06'],
      ['group', 4, '2019-05-06'],
    ],
  )
  assert.deepEqual(posts, [
    { name: '林若溪', post: 'operator', since: '2026-11-22' },
    { name: '林若溪', post: 'organization', since: '2024-06-18' },
    { name: '林若溪', post: 'publicity', since: '2024-06-18' },
    { name: '沈岚', post: 'secretary', since: '2024-06-18' },
  ])
  assert.deepEqual(terms, [{ unitId: branch, electedOn: '2024-06-18' }])
})

test('a set-up link works once, and none is made after it', async () => {
  const house = openHouse(await testDatabase())
  const token = tokenOf(await setUpLink(house.access, ORIGIN))
  const first = await visitor(house).ask(contract.setUp, { body: { ...FORM, token } })
  const again = await visitor(house).ask(contract.setUp, { body: { ...FORM, token } })

  assert.equal(first.status, 200)
  assert.equal(again.status, 404)
  assert.match(again.answer.message, /已用过/)
  assert.equal(await setUpLink(house.access, ORIGIN), null)
})

test('of two officers who press the button at once, one founds the organ and the other writes nothing', async () => {
  const database = await testDatabase()
  const house = openHouse(database)
  const token = tokenOf(await setUpLink(house.access, ORIGIN))
  const officers = [1, 2, 3, 4].map((nth) => ({ ...FORM.officer, userName: `officer-${nth}` }))
  const answers = await Promise.all(
    officers.map((officer) => visitor(house).ask(contract.setUp, { body: { ...FORM, officer, token } })),
  )
  const { rows } = await database.owner.query(
    `select distinct organ_id from audit where table_name = 'organ'`,
  )

  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 404, 404, 404])
  assert.equal(rows.length, 1)
})

test('only the link printed last opens the page, and not after a day', async () => {
  const database = await testDatabase()
  const house = openHouse(database)
  const ask = async (token: string) =>
    (await visitor(house).ask(contract.setUp, { body: { ...FORM, token } })).status
  const earlier = tokenOf(await setUpLink(house.access, ORIGIN))
  const last = tokenOf(await setUpLink(house.access, ORIGIN))

  assert.equal(await ask(earlier), 404)
  assert.equal(await ask('no-such-token'), 404)
  await database.identity.query(`update identity.set_up set expires_at = expires_at - interval '24 hours'`)
  assert.equal(await ask(last), 404)
})

test('a form that cannot be true is refused with the field to mend, and the link still holds', async () => {
  const house = openHouse(await testDatabase())
  const token = tokenOf(await setUpLink(house.access, ORIGIN))
  const ask = (form: Partial<typeof FORM>) =>
    visitor(house).ask(contract.setUp, { body: { ...FORM, ...form, token } })
  const fields = []
  for (const form of [
    { branchFoundedOn: '2026-11-23' },
    { electedOn: '2019-05-05' },
    { electedOn: '2027-01-01' },
    { groups: ['一组', '一组'] },
    {
      posts: [
        { post: 'secretary' as const, name: '甲某' },
        { post: 'secretary' as const, name: '乙某' },
      ],
    },
    { officer: { ...FORM.officer, password: '短' } },
    { officer: { ...FORM.officer, userName: 'a b c d e f', password: 'a b c d e f' } },
  ]) {
    const { status, answer } = await ask(form)
    assert.equal(status, 400, JSON.stringify(form))
    fields.push(answer.field)
  }

  assert.deepEqual(fields, [
    'branchFoundedOn',
    'electedOn',
    'electedOn',
    'groups',
    'posts',
    'officer.password',
    'officer.userName',
  ])
  assert.equal((await ask({})).status, 200)
})

test('an invitation opens an account once, under a name that nobody else has', async () => {
  const database = await testDatabase()
  const house = openHouse(database)
  const { officer, organ } = await found(house)
  const person = await personNamed(database, organ, '沈岚')
  const invited = await officer.ask(contract.invite, { params: { person }, body: {} })
  const token = tokenOf(invited.answer.link)
  const accept = (userName: string) =>
    visitor(house).ask(contract.acceptInvitation, {
      body: { token, userName, password: '夏天的风很长很长' + '真长' },
    })

  const taken = await accept('ruoxi.LIN')
  const opened = await accept('shen.lan')
  const again = await accept('shen.lan2')

  assert.equal(taken.status, 409)
  assert.equal(taken.answer.field, 'userName')
  assert.equal(opened.status, 200)
  assert.equal(again.status, 404)
  assert.match(invited.answer.link, /^\/invitation#[\w-]{43}$/)
})

test('a new invitation puts the earlier one out of use, and its acceptance the old password and sessions', async () => {
  const database = await testDatabase()
  const house = openHouse(database)
  const { officer, organ } = await found(house)
  const person = await personNamed(database, organ, '沈岚')
  const first = await welcome(house, officer, person, 'shen.lan')
  const invited = await officer.ask(contract.invite, { params: { person }, body: {} })
  const later = await officer.ask(contract.invite, { params: { person }, body: {} })
  const accept = (link: string) =>
    visitor(house).ask(contract.acceptInvitation, {
      body: { token: tokenOf(link), userName: 'shen.lan', password: '换成另一个长密码' + '了' + '的' },
    })

  assert.equal((await accept(invited.answer.link)).status, 404)
  assert.equal((await accept(later.answer.link)).status, 200)
  assert.equal((await first.guest.ask(contract.readSession, {})).answer.state, 'signed-out')
  const old = { userName: 'shen.lan', password: first.password }
  assert.equal((await visitor(house).ask(contract.signIn, { body: old })).status, 401)
})

test('closing an account ends its sessions at once and answers as a wrong password does', async () => {
  const database = await testDatabase()
  const house = openHouse(database)
  const { officer, organ } = await found(house)
  const person = await personNamed(database, organ, '沈岚')
  const { guest, password } = await welcome(house, officer, person, 'shen.lan')
  const before = await guest.ask(contract.readSession, {})
  const closed = await officer.ask(contract.closeAccount, { params: { person }, body: {} })

  assert.equal(before.answer.state, 'signed-in')
  assert.deepEqual(closed.answer, { closed: true })
  assert.equal((await guest.ask(contract.readSession, {})).answer.state, 'signed-out')
  const right = await visitor(house).ask(contract.signIn, { body: { userName: 'shen.lan', password } })
  const wrong = await visitor(house).ask(contract.signIn, {
    body: { userName: 'shen.lan', password: '不对的密码' },
  })
  assert.equal(right.status, 401)
  assert.deepEqual(right.answer, wrong.answer)
})

test('a closed account closes the calendar and the weekly mail; both go on when it is opened again', async () => {
  const database = await testDatabase()
  const house = openHouse(database)
  const { officer, organ } = await found(house)
  const person = await personNamed(database, organ, '沈岚')
  const { guest } = await welcome(house, officer, person, 'shen.lan')
  const { address } = (await guest.ask(openFeed, { body: {} })).answer
  await guest.ask(subscribeDigest, { body: { address: 'shen.lan@zhixing.example' } })
  const reached = async () => {
    const { rowCount } = await database.app.query(`select from digests_owed('2026-11-23')`)
    return { calendar: (await house.app.request(address)).status, mail: rowCount }
  }

  assert.deepEqual(await reached(), { calendar: 200, mail: 1 })
  await officer.ask(contract.closeAccount, { params: { person }, body: {} })
  assert.deepEqual(await reached(), { calendar: 404, mail: 0 })
  await welcome(house, officer, person, 'shen.lan')
  assert.deepEqual(await reached(), { calendar: 200, mail: 1 })
})

test('whoever keeps the accounts cannot close her own and shut everyone out', async () => {
  const house = openHouse(await testDatabase())
  const { officer } = await found(house)
  const { answer: session } = await officer.ask(contract.readSession, {})
  const closed = await officer.ask(contract.closeAccount, {
    params: { person: session.signedIn!.person.id },
    body: {},
  })
  assert.equal(closed.status, 409)
})
