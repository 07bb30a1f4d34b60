import assert from 'node:assert/strict'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { type Cipher, compartmentFollowing, compartmentWith, type OuterKeys } from './compartment.ts'

const keyOf = (id: number) => ({ id, secret: randomBytes(32).toString('base64') })
const MATTER = '7b0f9a3e-5a6f-4a52-9a47-0e6f7f1d2c3b'
const OTHER = '11111111-5a6f-4a52-9a47-0e6f7f1d2c3b'

/** Another block cipher in the place where an SM4 module would stand. */
const chacha: Cipher = {
  encrypt: (key, text, place) => {
    const iv = randomBytes(12)
    const cipher = createCipheriv('chacha20-poly1305', key, iv, { authTagLength: 16 })
    cipher.setAAD(Buffer.from(place), { plaintextLength: text.length })
    const body = Buffer.concat([cipher.update(text), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), body])
  },
  decrypt: (key, sealed, place) => {
    const cipher = createDecipheriv('chacha20-poly1305', key, sealed.subarray(0, 12), { authTagLength: 16 })
    cipher.setAAD(Buffer.from(place), { plaintextLength: sealed.length - 28 })
    cipher.setAuthTag(Buffer.from(sealed.subarray(12, 28)))
    return Buffer.concat([cipher.update(sealed.subarray(28)), cipher.final()])
  },
}

for (const [name, cipher] of [
  ['AES-256-GCM', undefined],
  ['a cipher put in its place', chacha],
] as const) {
  test(`words and files come back, and only from where they were put: ${name}`, () => {
    const compartment = compartmentWith([keyOf(1)], cipher)
    const key = compartment.begin(MATTER)
    const words = compartment.conceal(key, MATTER, '她的话', 'row 1')
    assert.equal(compartment.reveal(key, MATTER, words, 'row 1'), '她的话')
    const file = randomBytes(1000)
    const kept = compartment.conceal(key, MATTER, file, 'file 1')
    assert.deepEqual(compartment.revealBytes(key, MATTER, kept, 'file 1'), file)

    assert.ok(!words.includes('她的话'))
    assert.throws(() => compartment.reveal(key, MATTER, words, 'row 2'))
    assert.throws(() => compartment.reveal(key, OTHER, words, 'row 1'))
    assert.throws(() => compartment.reveal(compartment.begin(MATTER), MATTER, words, 'row 1'))
    const changed = Buffer.from(words)
    changed[changed.length - 1]! ^= 1
    assert.throws(() => compartment.reveal(key, MATTER, changed, 'row 1'))
  })

  test(`an outer key is exchanged without touching a word, and the old one then opens nothing: ${name}`, () => {
    const [old, young] = [keyOf(1), keyOf(2)]
    const before = compartmentWith([old], cipher)
    const key = before.begin(MATTER)
    const words = before.conceal(key, MATTER, '她的话', 'row 1')
    const both = compartmentWith([young, old], cipher)
    const renewed = both.rewrap(key, MATTER)
    assert.ok(renewed)
    assert.equal(both.rewrap(renewed, MATTER), null)
    assert.equal(compartmentWith([young], cipher).reveal(renewed, MATTER, words, 'row 1'), '她的话')
    assert.throws(() => before.reveal(renewed, MATTER, words, 'row 1'), /no outer key 2/)
    assert.throws(
      () => compartmentWith([young], cipher).reveal(key, MATTER, words, 'row 1'),
      /no outer key 1/,
    )
  })
}

test('a compartment follows its outer keys while it serves', () => {
  let keys: OuterKeys = [keyOf(1)]
  const compartment = compartmentFollowing(() => keys)
  const key = compartment.begin(MATTER)
  keys = [keyOf(2), ...keys]
  const renewed = compartment.rewrap(key, MATTER)
  assert.equal(renewed?.[0], 2)
  assert.equal(compartment.begin(MATTER)[0], 2)
})
