import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { testDatabase } from '../database/testing.ts'
import * as contract from './contract.ts'
import { codeFor } from './fixtures/authenticator.ts'
import { FORM, found, openHouse, visitor } from './fixtures/visitor.ts'

const { userName, password } = FORM.officer

test('no password, code, token, key or cookie ever stands in the trail or the log', async () => {
  const database = await testDatabase()
  const house = openHouse(database)
  const { officer } = await found(house)
  const prepared = await officer.ask(contract.prepareSecondFactor, { body: { password } })
  await officer.ask(contract.confirmSecondFactor, { body: { code: codeFor(prepared.answer.key) } })
  const person = (await officer.ask(contract.readSession, {})).answer.signedIn!.person.id
  const invited = await officer.ask(contract.invite, { params: { person }, body: {} })
  const browser = visitor(house)
  await browser.ask(contract.signIn, { body: { userName, password: '误填的密码误填的密码' } })
  await browser.ask(contract.signIn, { body: { userName, password } })
  await browser.ask(contract.signInWithCode, {
    body: { kind: 'backup', code: prepared.answer.backupCodes[0]! },
  })

  const everything = new Client({ connectionString: database.url })
  await everything.connect()
  const stored = async (query: string) =>
    (await everything.query<{ text: string }>(query)).rows.map(({ text }) => text)
  const secrets = [
    password,
    '误填的密码误填的密码',
    prepared.answer.key,
    ...prepared.answer.backupCodes,
    invited.answer.link.split('#')[1]!,
    officer.cookies.get('zhixing.session_token')!.split('.')[0]!,
    browser.cookies.get('zhixing.session_token')!.split('.')[0]!,
    ...(await stored('select password as text from identity.credential')),
    ...(await stored('select secret as text from identity.second_factor')),
    ...(await stored('select backup_codes as text from identity.second_factor')),
    ...(await stored('select token as text from identity.session')),
    ...(await stored(`select encode(token_digest, 'hex') as text from identity.invitation`)),
    ...(await stored('select identifier as text from identity.verification')),
  ]
  const trail = (await stored('select a::text as text from audit a')).join('\n')
  const log = house.lines.join('\n')
  await everything.end()

  assert.ok(trail.includes('credential') && trail.includes('second_factor') && trail.includes('session'))
  assert.ok(log.includes('signed in'))
  assert.ok(secrets.length > 20)
  for (const secret of secrets) {
    assert.ok(secret.length > 5)
    assert.ok(!trail.includes(secret), `in the trail: ${secret}`)
    assert.ok(!log.includes(secret), `in the log: ${secret}`)
  }
})

test('the role that serves pages cannot read an account, a hash or a session', async () => {
  const { app } = await testDatabase()
  for (const table of [
    'account',
    'credential',
    'session',
    'second_factor',
    'verification',
    'invitation',
    'set_up',
  ])
    await assert.rejects(app.query(`select * from identity.${table}`), /permission denied/)
})

test('the role that signs people in cannot read a record', async () => {
  const { identity } = await testDatabase()
  for (const table of ['person', 'membership', 'post', 'meeting', 'audit'])
    await assert.rejects(identity.query(`select * from ${table}`), /permission denied/)
})

test('a use of a session writes nothing into the trail', async () => {
  const database = await testDatabase()
  const house = openHouse(database)
  await found(house)
  const { rows: before } = await database.owner.query('select count(*) from audit')
  await database.identity.query(`update identity.session set seen_at = now() + interval '1 second'`)
  const { rows: after } = await database.owner.query('select count(*) from audit')
  assert.deepEqual(after, before)
})
