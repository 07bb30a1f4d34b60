import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../database/testing.ts'
import * as contract from './contract.ts'
import { FORM, found, openHouse, visitor } from './fixtures/visitor.ts'

const database = await testDatabase()
const house = openHouse(database)
await found(house)
const { userName, password } = FORM.officer

const attempt = (name: string, word: string, address: string) =>
  visitor(house, address).ask(contract.signIn, { body: { userName: name, password: word } })
const clear = () => database.identity.query('delete from identity.sign_in_failure')

test('five failures lock a name for fifteen minutes, even against the right password', async () => {
  await clear()
  for (let times = 1; times <= 5; times++)
    assert.equal((await attempt(userName, '不对的密码', '192.0.2.9')).status, 401)

  const { status, answer } = await attempt(userName, password, '192.0.2.9')

  assert.equal(status, 429)
  assert.match(answer.message, /15 分钟后再试/)
})

test('when the lock is over the right password opens and the count begins anew', async () => {
  await clear()
  for (let times = 1; times <= 6; times++) await attempt(userName, '不对的密码', '192.0.2.9')
  await database.identity.query(
    `update identity.sign_in_failure set locked_until = now() - interval '1 second', since = now() - interval '16 minutes'`,
  )

  assert.equal((await attempt(userName, '不对的密码', '192.0.2.9')).status, 401)
  assert.equal((await attempt(userName, password, '192.0.2.9')).status, 200)
  for (let times = 1; times <= 4; times++) await attempt(userName, '不对的密码', '192.0.2.9')
  assert.equal((await attempt(userName, password, '192.0.2.9')).status, 200)
})

test('many guesses at once do not outrun the lock', async () => {
  await clear()
  const guesses = Array.from({ length: 12 }, (_, nth) => attempt(userName, `猜测 ${nth}`, '192.0.2.9'))
  const statuses = (await Promise.all(guesses)).map(({ status }) => status)

  assert.equal(statuses.filter((status) => status === 401).length, 5)
  assert.equal(statuses.filter((status) => status === 429).length, 7)
})

test('a name that does not exist is answered and locked just like one that does', async () => {
  await clear()
  const answers = async (name: string) => {
    const given = []
    for (let times = 1; times <= 6; times++) given.push(await attempt(name, '不对的密码', '192.0.2.9'))
    return given
  }

  assert.deepEqual(await answers('nobody.here'), await answers(userName))
})

test('an unknown name takes as long as a wrong password', async () => {
  await clear()
  const time = async (name: string) => {
    const began = performance.now()
    await attempt(name, '不对的密码', '192.0.2.9')
    return performance.now() - began
  }
  const known: number[] = []
  const unknown: number[] = []
  for (let times = 0; times < 4; times++) {
    known.push(await time(userName))
    unknown.push(await time(`nobody-${times}`))
  }

  // Hashing takes tens of milliseconds; whoever skips it is several times quicker.
  const ratio = Math.min(...unknown) / Math.min(...known)
  assert.ok(ratio > 0.5 && ratio < 2, `unknown / known = ${ratio}`)
})

test('one address that tries many names is stopped, another is not', async () => {
  const narrow = openHouse(database, { failuresOfAddress: 6 })
  await clear()
  const from = (name: string, word: string, address: string) =>
    visitor(narrow, address).ask(contract.signIn, { body: { userName: name, password: word } })
  for (let times = 1; times <= 6; times++) await from(`nobody-${times}`, '不对的密码', '198.51.100.7')

  assert.equal((await from(userName, password, '198.51.100.7')).status, 429)
  assert.equal((await from(userName, password, '198.51.100.8')).status, 200)
})

test('an office whose people all sign in rightly is not taken for one that guesses', async () => {
  const narrow = openHouse(database, { failuresOfAddress: 3 })
  await clear()
  for (let times = 1; times <= 6; times++) {
    const { status } = await visitor(narrow).ask(contract.signIn, { body: { userName, password } })
    assert.equal(status, 200)
  }
})

test('neither names nor addresses stand readable where failures are counted', async () => {
  await clear()
  await attempt('我误把密码填在这里', 'x', '198.51.100.23')
  const { rows } = await database.identity.query('select f::text as row from identity.sign_in_failure f')
  const { rows: trail } = await database.owner.query(
    `select a::text as row from audit a where table_name = 'sign_in_failure'`,
  )

  assert.equal(rows.length, 2)
  assert.ok(trail.length > 0)
  for (const { row } of [...rows, ...trail]) assert.doesNotMatch(row, /我误把|198\.51/)
})
