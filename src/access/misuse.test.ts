import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { testDatabase } from '../database/testing.ts'
import * as contract from './contract.ts'
import { FORM, found, openHouse, visitor } from './fixtures/visitor.ts'

const house = openHouse(await testDatabase())
const { officer } = await found(house)

const addresses = [
  ['POST', contract.signIn.path],
  ['POST', contract.signInWithCode.path],
  ['DELETE', contract.signOut.path],
  ['POST', contract.setUp.path],
  ['POST', contract.acceptInvitation.path],
  ['PUT', contract.changePassword.path],
  ['POST', contract.prepareSecondFactor.path],
  ['PUT', contract.confirmSecondFactor.path],
  ['POST', contract.dropSecondFactor.path],
  ['POST', '/api/people/not-an-id/invitation'],
] as const

/** Values of the right names and mostly wrong shapes. */
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constant('\u0000'),
  fc.integer(),
  fc.constant(null),
  fc.constant('x'.repeat(300)),
  fc.constant(FORM.officer),
)
const body = fc.oneof(
  fc.dictionary(
    fc.constantFrom(
      'userName',
      'password',
      'token',
      'code',
      'kind',
      'currentPassword',
      'organ',
      'officer',
      'extra',
    ),
    value,
  ),
  fc.jsonValue(),
)

test('whatever is sent, the answer is a refusal with its message in Chinese and never a fault of ours', async () => {
  const cookie = [...officer.cookies].map(([name, text]) => `${name}=${text}`).join('; ')
  const cookies = fc.oneof(fc.constant(''), fc.constant(cookie), fc.string({ maxLength: 40 }))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...addresses), body, cookies, async ([method, path], sent, carried) => {
      const response = await house.app.request(`http://zhixing.example${path}`, {
        method,
        headers: { 'content-type': 'application/json', cookie: encodeURI(carried) },
        body: JSON.stringify(sent),
      })
      const answer = (await response.json()) as { message?: string }
      assert.ok(response.status < 500, `${method} ${path} ${JSON.stringify(sent)}: ${response.status}`)
      if (response.status !== 200) assert.match(answer.message ?? '', /\p{Script=Han}/u)
    }),
    { numRuns: 300 },
  )
})

test('a forged or shortened session cookie is nobody', async () => {
  const token = officer.cookies.get('zhixing.session_token')!
  for (const forged of [token.slice(0, -3), `x${token}`, token.split('.')[0]!, '%', 'undefined']) {
    const browser = visitor(house)
    browser.cookies.set('zhixing.session_token', forged)
    assert.equal((await browser.ask(contract.readSession, {})).answer.state, 'signed-out')
  }
})

test('the description of the product names every way in, and the library behind has none of its own', async () => {
  const description = (await (await house.app.request('/api/openapi.json')).json()) as { paths: object }
  const open = [
    '/api/session',
    '/api/session/code',
    '/api/set-up',
    '/api/invitations',
    '/api/account/password',
  ]
  for (const path of open) assert.ok(path in description.paths, path)

  for (const path of [
    '/api/auth/sign-up/email',
    '/api/auth/get-session',
    '/api/auth/is-username-available',
  ]) {
    const response = await house.app.request(path, { method: 'POST', body: '{}' })
    assert.equal(response.status, 404, path)
  }
})
