import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acting } from '../database/acting.ts'
import { exampleOrgan } from '../example/testing.ts'
import { PERMISSION_NAMES } from '../kernel/access.ts'
import { readKey, readyDevice } from './contract.ts'

const organ = await exampleOrgan()

test('a device is made ready with names to choose from and one key a person, the same on every device', async () => {
  const kit = await (await organ.as('林知夏')).ask(readyDevice, {})
  assert.equal(kit.person.name, '林知夏')
  assert.ok(kit.cadres.some(({ name }) => name === '邱志成'))
  const again = await (await organ.as('林知夏')).ask(readyDevice, {})
  assert.equal(kit.publicKey, again.publicKey)
  const other = await (await organ.as('邱志成')).ask(readyDevice, {})
  assert.notEqual(kit.publicKey, other.publicKey)
})

test('the private key opens what was agreed with the public one, and only its owner is given it', async () => {
  await assert.rejects((await organ.as('陶然')).ask(readKey, {}), /还没有/)
  const { publicKey } = await (await organ.as('林知夏')).ask(readyDevice, {})
  const { privateKey } = await (await organ.as('林知夏')).ask(readKey, {})
  const of = { name: 'ECDH', namedCurve: 'P-256' }
  const secret = await crypto.subtle.importKey('pkcs8', Buffer.from(privateKey, 'base64'), of, false, [
    'deriveBits',
  ])
  const open = await crypto.subtle.importKey('spki', Buffer.from(publicKey, 'base64'), of, true, [])
  const once = await crypto.subtle.generateKey(of, true, ['deriveBits'])
  const one = await crypto.subtle.deriveBits({ name: 'ECDH', public: open }, once.privateKey, 256)
  const two = await crypto.subtle.deriveBits({ name: 'ECDH', public: once.publicKey }, secret, 256)
  assert.deepEqual(new Uint8Array(one), new Uint8Array(two))
})

test('whatever her posts, nobody reads the key of another; the trail and the table show no private key', async () => {
  await (await organ.as('林知夏')).ask(readyDevice, {})
  const { privateKey } = await (await organ.as('林知夏')).ask(readKey, {})
  const may = Object.fromEntries(PERMISSION_NAMES.map((permission) => [permission, ['/']]))
  const as = { organ: organ.organ, person: organ.person('丁素云'), operation: 'test', may }
  const seen = await acting(organ.database, as, async (tx) => ({
    keys: await tx.selectFrom('deviceKey').select('personId').execute(),
  }))
  assert.deepEqual(seen, { keys: [] })
  const { rows } = await organ.owner.query(`select * from audit where operation = '备好本机断网登记'`)
  assert.doesNotMatch(JSON.stringify(rows), new RegExp(privateKey.slice(20, 60).replace(/[+/]/g, '\\$&')))
})
