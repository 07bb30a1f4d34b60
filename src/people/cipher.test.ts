import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { cipherOf, identityCipher } from './cipher.ts'

const secret = () => randomBytes(32).toString('base64')
const NUMBER = '99999919900101001X'

test('a number is read back, looks different each time, and stands nowhere in the clear', () => {
  const { conceal, reveal } = cipherOf(secret())
  const [one, other] = [conceal(NUMBER), conceal(NUMBER)]

  assert.equal(reveal(one), NUMBER)
  assert.notDeepEqual(one, other)
  assert.doesNotMatch(Buffer.from(one).toString('latin1'), /999999|1990/)
})

test('a changed byte and a foreign key are noticed', () => {
  const { conceal } = cipherOf(secret())
  const sealed = Buffer.from(conceal(NUMBER))
  sealed[sealed.length - 1]! ^= 1

  assert.throws(() => cipherOf(secret()).reveal(conceal(NUMBER)))
  assert.throws(() => cipherOf(secret()).reveal(sealed))
})

test('a number has one digest under a secret, and another under another', () => {
  const mine = secret()

  assert.deepEqual(cipherOf(mine).digestOf(NUMBER), cipherOf(mine).digestOf(NUMBER))
  assert.notDeepEqual(cipherOf(mine).digestOf(NUMBER), cipherOf(secret()).digestOf(NUMBER))
})

test('after rotation the old key still reads, the new one writes, and digests stay', () => {
  const [first, second] = [secret(), secret()]
  const before = identityCipher([{ id: 1, secret: first }])
  const after = identityCipher([
    { id: 2, secret: second },
    { id: 1, secret: first },
  ])

  assert.equal(after.reveal(before.conceal(NUMBER)), NUMBER)
  assert.equal(after.conceal(NUMBER)[0], 2)
  assert.deepEqual(after.digestOf(NUMBER), before.digestOf(NUMBER))
})
