import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../database/testing.ts'
import * as contract from './contract.ts'
import { FORM, found, later, openHouse, visitor } from './fixtures/visitor.ts'
import { sweep } from './store.ts'

const database = await testDatabase()
const house = openHouse(database)
const { officer } = await found(house)
const { userName, password } = FORM.officer
const signIn = (browser: ReturnType<typeof visitor>, name = userName, word = password) =>
  browser.ask(contract.signIn, { body: { userName: name, password: word } })

test('whoever founded the organ is signed in and sees her posts of today', async () => {
  const { answer } = await officer.ask(contract.readSession, {})

  assert.equal(answer.state, 'signed-in')
  assert.deepEqual(
    answer.signedIn?.posts.map(({ post, unitName }) => [unitName, post]),
    [
      ['机关党总支', 'operator'],
      ['机关第一党支部', 'organization'],
      ['机关第一党支部', 'publicity'],
    ],
  )
})

test('a user name is the same in capitals and in full-width letters', async () => {
  const browser = visitor(house)
  const { answer } = await signIn(browser, ' ＲＵＯＸＩ.lin ')
  assert.deepEqual(answer, { next: 'done' })
})

test('the session cookie ends with the browser and no script or foreign page can use it', async () => {
  const plain = visitor(house)
  await signIn(plain)
  const secure = visitor(house, '192.0.2.1', 'https')
  await signIn(secure)

  const [cookie] = plain.given.filter((each) => each.startsWith('zhixing.session_token='))
  assert.match(cookie!, /HttpOnly/)
  assert.match(cookie!, /SameSite=Strict/i)
  assert.match(cookie!, /Path=\//)
  assert.doesNotMatch(cookie!, /Max-Age|Expires|Domain|Secure/i)
  for (const each of secure.given) assert.match(each, /; Secure$/)
  assert.ok(!secure.given.some((each) => /session_data/.test(each)))
})

test('signing out ends the session on the server, not only in the browser', async () => {
  const browser = visitor(house)
  await signIn(browser)
  const kept = new Map(browser.cookies)
  await browser.ask(contract.signOut, {})
  for (const [name, value] of kept) browser.cookies.set(name, value)

  const { answer } = await browser.ask(contract.readSession, {})
  assert.equal(answer.state, 'signed-out')
})

test('a session unused for half an hour is over, one in use goes on', async () => {
  const [idle, busy] = [visitor(house), visitor(house)]
  await signIn(idle)
  await signIn(busy)
  const age = (minutes: number) =>
    database.identity.query(`update identity.session set seen_at = seen_at - make_interval(mins => $1)`, [
      minutes,
    ])
  await age(29)
  later()
  await busy.ask(contract.readSession, {})
  await age(29)
  later()

  assert.equal((await busy.ask(contract.readSession, {})).answer.state, 'signed-in')
  assert.equal((await idle.ask(contract.readSession, {})).answer.state, 'signed-out')
})

test('after twelve hours a session is over however busy', async () => {
  const browser = visitor(house)
  await signIn(browser)
  const { rows } = await database.identity.query<{ hours: number }>(
    'select round(extract(epoch from expires_at - created_at) / 3600)::int as hours from identity.session order by created_at desc limit 1',
  )
  await database.identity.query(`update identity.session set expires_at = now() - interval '1 second'`)
  later()

  assert.equal(rows[0]!.hours, 12)
  assert.equal((await browser.ask(contract.readSession, {})).answer.state, 'signed-out')
})

test('reading a session again within seconds asks the database nothing', async () => {
  const browser = visitor(house)
  await signIn(browser)
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  await browser.ask(contract.readSession, {})
  await database.identity.query("update identity.session set seen_at = now() - interval '1 day'")

  assert.equal((await browser.ask(contract.readSession, {})).answer.state, 'signed-in')
})

test('a request from a foreign page cannot sign anyone in', async () => {
  const response = await house.app.request('http://zhixing.example/api/session', {
    method: 'POST',
    headers: { host: 'zhixing.example', origin: 'http://evil.example', 'content-type': 'application/json' },
    body: JSON.stringify({ userName, password }),
  })
  assert.equal(response.status, 403)
})

test('no answer with records stays in a cache, runs a script of its own or stands in a foreign frame', async () => {
  const { headers } = await house.app.request('http://zhixing.example/api/units')
  const policy = headers.get('content-security-policy') ?? ''

  assert.equal(headers.get('cache-control'), 'no-store')
  assert.equal(headers.get('x-content-type-options'), 'nosniff')
  for (const part of ["default-src 'none'", "script-src 'self';", "frame-ancestors 'none'"])
    assert.ok(policy.includes(part), policy)
})

test('what is over is swept away, what runs stays', async () => {
  const browser = visitor(house)
  await signIn(browser)
  await visitor(house).ask(contract.signIn, { body: { userName: 'nobody.here', password: 'x' } })
  const count = async (table: string) =>
    (await database.identity.query(`select from identity.${table}`)).rowCount
  await database.identity.query(`
    update identity.session set expires_at = now() - interval '1 second'
    where id <> (select id from identity.session order by created_at desc limit 1)`)
  await database.identity.query(`update identity.sign_in_failure set since = now() - interval '25 hours'`)
  await sweep(house.access.identity)
  later()

  assert.equal(await count('session'), 1)
  assert.equal(await count('sign_in_failure'), 0)
  assert.equal((await browser.ask(contract.readSession, {})).answer.state, 'signed-in')
})
