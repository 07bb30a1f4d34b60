import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sealedWith, unsealable } from './sealed.ts'

const sealed = sealedWith(Buffer.alloc(32, 1).toString('base64'))
const other = sealedWith(Buffer.alloc(32, 2).toString('base64'))

test('a text comes back from where it was sealed, and from nowhere else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (text, of, elsewhere) => {
      const bytes = sealed.conceal(text, of)
      assert.equal(sealed.reveal(bytes, of), text)
      if (of !== elsewhere) assert.throws(() => sealed.reveal(bytes, elsewhere))
      assert.throws(() => other.reveal(bytes, of))
    }),
  )
})

test('neither the text nor a repetition of it shows in the bytes', () => {
  const [one, two] = [sealed.conceal('家里老人住院', 'talk 1'), sealed.conceal('家里老人住院', 'talk 1')]
  assert.ok(!one.includes(Buffer.from('老人')))
  assert.notDeepEqual(one, two)
})

test('changed or cut bytes are refused', () => {
  const bytes = sealed.conceal('家里老人住院', 'talk 1')
  bytes[bytes.length - 1]! ^= 1
  assert.throws(() => sealed.reveal(bytes, 'talk 1'))
  assert.throws(() => sealed.reveal(bytes.subarray(0, 20), 'talk 1'), /no sealed text/)
})

test('without a key nothing is sealed', () => {
  assert.throws(() => unsealable.conceal('x', 'talk 1'), /no key/)
})
