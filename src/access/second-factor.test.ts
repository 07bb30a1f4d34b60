import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../database/testing.ts'
import * as contract from './contract.ts'
import { codeFor } from './fixtures/authenticator.ts'
import { FORM, found, openHouse, type Visitor, visitor } from './fixtures/visitor.ts'

const { userName, password } = FORM.officer

/** An organ whose officer has a second factor. */
const guarded = async () => {
  const database = await testDatabase()
  const house = openHouse(database)
  const { officer } = await found(house)
  const { answer } = await officer.ask(contract.prepareSecondFactor, { body: { password } })
  const code = codeFor(answer.key)
  const confirmed = await officer.ask(contract.confirmSecondFactor, { body: { code } })
  return { database, house, officer, confirmed, ...answer }
}
const signIn = (browser: Visitor) => browser.ask(contract.signIn, { body: { userName, password } })
const stateOf = async (browser: Visitor) => (await browser.ask(contract.readSession, {})).answer.state

test('with a second factor the password alone opens nothing, the code opens all', async () => {
  const { house, key, confirmed, officer } = await guarded()
  const browser = visitor(house)
  const first = await signIn(browser)
  const between = await stateOf(browser)
  const second = await browser.ask(contract.signInWithCode, { body: { kind: 'app', code: codeFor(key) } })

  assert.equal(confirmed.status, 200)
  assert.deepEqual(first.answer, { next: 'second-factor' })
  assert.equal(between, 'signed-out')
  assert.deepEqual(second.answer, { next: 'done' })
  assert.equal((await browser.ask(contract.readSession, {})).answer.signedIn?.twoFactor, true)
  assert.equal(await stateOf(officer), 'signed-in')
})

test('the authenticator shows the user name, and no address that was made up', async () => {
  const { uri } = await guarded()
  assert.match(decodeURIComponent(uri), /^otpauth:\/\/totp\/知行:ruoxi\.lin\?secret=[A-Z2-7]+&issuer=知行$/)
})

test('a backup code opens once', async () => {
  const { house, backupCodes } = await guarded()
  const use = async () => {
    const browser = visitor(house)
    await signIn(browser)
    return browser.ask(contract.signInWithCode, { body: { kind: 'backup', code: backupCodes[0]! } })
  }

  assert.equal((await use()).status, 200)
  const again = await use()
  assert.equal(again.status, 400)
  assert.match(again.answer.message, /备用码不对或已用过/)
})

test('five wrong codes lock the second step, across sign-ins', async () => {
  const { house, key } = await guarded()
  const guess = async (code: string) => {
    const browser = visitor(house)
    await signIn(browser)
    return browser.ask(contract.signInWithCode, { body: { kind: 'app', code } })
  }
  const wrong = codeFor(key) === '000000' ? '000001' : '000000'
  for (let times = 1; times <= 5; times++) assert.equal((await guess(wrong)).status, 400)

  assert.equal((await guess(codeFor(key))).status, 429)
})

test('a code without the password before it opens nothing', async () => {
  const { house, key } = await guarded()
  const { status } = await visitor(house).ask(contract.signInWithCode, {
    body: { kind: 'app', code: codeFor(key) },
  })
  assert.equal(status, 401)
})

test('an account that is closed between password and code stays closed', async () => {
  const { house, database, key } = await guarded()
  const browser = visitor(house)
  await signIn(browser)
  await database.identity.query('update identity.account set closed_at = now()')
  const { status } = await browser.ask(contract.signInWithCode, { body: { kind: 'app', code: codeFor(key) } })

  assert.equal(status, 401)
  assert.equal(await stateOf(browser), 'signed-out')
})

test('the second factor goes only with the password, and then the password is enough again', async () => {
  const { house, officer } = await guarded()
  const wrong = await officer.ask(contract.dropSecondFactor, { body: { password: '不是这个密码呀呀呀' } })
  const right = await officer.ask(contract.dropSecondFactor, { body: { password } })

  assert.equal(wrong.status, 400)
  assert.equal(right.status, 200)
  assert.deepEqual((await signIn(visitor(house))).answer, { next: 'done' })
})

test('a new password ends the other sessions, keeps this one, and the old one opens no more', async () => {
  const house = openHouse(await testDatabase())
  const { officer } = await found(house)
  const other = visitor(house)
  await signIn(other)
  const wrong = await officer.ask(contract.changePassword, {
    body: { currentPassword: '记错了的密码呀呀呀', password: '秋天的银杏叶子落了' + '一地' },
  })
  const right = await officer.ask(contract.changePassword, {
    body: { currentPassword: password, password: '秋天的银杏叶子落了' + '一地' },
  })

  assert.equal(wrong.status, 400)
  assert.equal(wrong.answer.field, 'currentPassword')
  assert.equal(right.status, 200)
  assert.equal(await stateOf(officer), 'signed-in')
  assert.equal(await stateOf(other), 'signed-out')
  assert.equal((await signIn(visitor(house))).status, 401)
})

test('guesses at the present password from an open session are locked like sign-ins', async () => {
  const house = openHouse(await testDatabase())
  const { officer } = await found(house)
  const guess = (present: string) =>
    officer.ask(contract.changePassword, {
      body: { currentPassword: present, password: '秋天的银杏叶子落了一地' },
    })
  for (let times = 1; times <= 5; times++) assert.equal((await guess(`猜 ${times}`)).status, 400)

  assert.equal((await guess(password)).status, 429)
})
