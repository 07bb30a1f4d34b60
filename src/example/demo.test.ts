import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pino } from 'pino'
import { found, openHouse } from '../access/fixtures/visitor.ts'
import { accessOf, signedInOf } from '../access/routes.ts'
import { createApp } from '../app.ts'
import { testDatabase } from '../database/testing.ts'
import { demoToday, openDemo } from './demo.ts'

const { database, identity } = await testDatabase()
const log = pino({ level: 'silent' })
const columns = Buffer.alloc(32, 7).toString('base64')
const secret = Buffer.alloc(32, 8).toString('base64')
const access = accessOf({ database, identity, secret, today: demoToday, log, demo: true })
const app = createApp({ database, columns, signedIn: signedInOf(access), today: demoToday }, log, access)

const lines = await openDemo({ database, columns, access, note: () => {} })

const signIn = (userName: string, password: string) =>
  app.request('/api/session', {
    method: 'POST',
    body: JSON.stringify({ userName, password }),
    headers: { 'content-type': 'application/json' },
  })

test('the demo prints accounts with one password, and each of them opens', async () => {
  const password = lines.join('\n').match(/密码都是 (\S+)（/)?.[1] ?? ''
  const names = lines.slice(2).map((line) => line.trim().split(' ')[0]!)

  const answers = await Promise.all(names.map((name) => signIn(name, password)))

  assert.deepEqual(
    answers.map(({ status }) => status),
    names.map(() => 200),
  )
  assert.ok(names.includes('dingsuyun'))
})

test('every answer names the day at which the demo stands, so that pages go by it', async () => {
  const answer = await app.request('/api/session')

  assert.equal(answer.headers.get('x-today'), '2026-11-20')
})

test('no password can be guessed from the repository: each demo makes its own', async () => {
  for (const guess of ['zhixing', 'dingsuyun', 'password12', '1234567890'])
    assert.equal((await signIn('dingsuyun', guess)).status, 401)
})

test('a demo that was filled before is left as it is, and its password is not told again', async () => {
  const again = await openDemo({ database, columns, access, note: () => assert.fail('filled twice') })

  assert.ok(!again.join('').includes('密码都是'))
})

test('an organ of real people is not opened as the example', async () => {
  const real = await testDatabase()
  await found(openHouse(real))
  const own = accessOf({ database: real.database, identity: real.identity, secret, today: demoToday, log })
  const given = { database: real.database, columns, access: own, note: () => {} }

  await assert.rejects(openDemo(given), /正式数据，不能当作示例打开/)
})
