import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { keyIn, seal, unseal } from './box.ts'

const pair = async () => {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(
    { name: 'ECDH', namedCurve: 'P-256' },
    true,
    ['deriveBits'],
  )
  const text = async (form: 'spki' | 'pkcs8', key: CryptoKey) =>
    Buffer.from(await crypto.subtle.exportKey(form, key)).toString('base64')
  return { open: await text('spki', publicKey), secret: await keyIn(await text('pkcs8', privateKey)) }
}
const hers = await pair()

test('what is sealed to a person opens with her private key, whatever it says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 500 }), async (text) => {
      const box = await seal(hers.open, text, 'draft 1')
      assert.equal(await unseal(hers.secret, box, 'draft 1'), text)
    }),
    { numRuns: 50 },
  )
})

test('it opens with no other key, in no other place, and not when a bit of it is changed', async () => {
  const box = await seal(hers.open, '她说夜里不敢回家。', 'draft 1')
  await assert.rejects(unseal((await pair()).secret, box, 'draft 1'))
  await assert.rejects(unseal(hers.secret, box, 'draft 2'))
  const body = Uint8Array.from(box.body)
  body[3] = (body[3] ?? 0) ^ 1
  await assert.rejects(unseal(hers.secret, { ...box, body }, 'draft 1'))
})

test('the same words sealed twice have nothing in common, and the key that opens cannot be taken out', async () => {
  const [one, other] = [await seal(hers.open, '同样的话', 'd'), await seal(hers.open, '同样的话', 'd')]
  assert.notDeepEqual(one.body, other.body)
  assert.notDeepEqual(one.once, other.once)
  await assert.rejects(crypto.subtle.exportKey('pkcs8', hers.secret))
})
