import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sealedWith } from '../database/sealed.ts'
import { readReceipt, receiptOf } from './receipt.ts'
import { errandOf, ticketFor } from './ticket-jobs.ts'

const bytes = fc.uint8Array({ minLength: 12, maxLength: 32 })

test('a code has no letter that is mistaken for a figure, and 60 bits', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      assert.match(receiptOf(random), /^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/)
    }),
  )
  // Each of the twelve places takes each of 32 letters: 12 × 5 bits.
  const seen = new Set(Array.from({ length: 256 }, (_, byte) => receiptOf(new Uint8Array(12).fill(byte))[0]))
  assert.equal(seen.size, 32)
})

test('a code is read however it was copied', () => {
  const ways: ((code: string) => string)[] = [
    (code) => code,
    (code) => code.toLowerCase(),
    (code) => code.replaceAll('-', ''),
    (code) => ` ${code.replaceAll('-', ' ')} `,
    (code) => code.replaceAll('-', '－'),
    (code) => code.replaceAll('-', '—'),
    (code) =>
      [...code]
        .map((letter) => (letter === '-' ? letter : String.fromCodePoint(letter.codePointAt(0)! + 0xfee0)))
        .join(''),
  ]
  fc.assert(
    fc.property(bytes, fc.constantFrom(...ways), (random, written) => {
      const code = receiptOf(random)
      assert.equal(readReceipt(written(code)), code)
    }),
  )
  for (const wrong of ['', 'K7QM-2XVR', 'K7QM-2XVR-9TD0', 'K7QM-2XVR-9TDA-9TDA', '查询编号'])
    assert.equal(readReceipt(wrong), null)
})

test('a ticket is for one receipt of one organ, and is over after an hour', () => {
  const sealed = sealedWith(Buffer.alloc(32, 7).toString('base64'))
  const errand = { organ: crypto.randomUUID(), receipt: Buffer.alloc(32, 5) }
  const now = Date.UTC(2026, 10, 22, 3)
  const ticket = ticketFor(sealed, errand, now)
  assert.deepEqual(errandOf(sealed, ticket, now + 59 * 60_000), errand)
  assert.equal(errandOf(sealed, ticket, now + 61 * 60_000), null)
  const other = sealedWith(Buffer.alloc(32, 8).toString('base64'))
  assert.equal(errandOf(other, ticket, now), null)
  for (let at = 0; at < ticket.length; at += 1) {
    const changed = ticket.slice(0, at) + (ticket[at] === 'a' ? 'b' : 'a') + ticket.slice(at + 1)
    assert.equal(errandOf(sealed, changed, now), null, `at ${at}`)
  }
})
