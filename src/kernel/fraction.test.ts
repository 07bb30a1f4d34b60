import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compare, fraction } from './fraction.ts'

const share = fc.record({ of: fc.integer({ min: 0, max: 1000 }), in: fc.integer({ min: 1, max: 1000 }) })

test('a fraction that is none is a fault of the rule, not a number', () => {
  for (const text of ['', '0.8', '4/0', '-1/2', '4/5/6', '80%'])
    assert.throws(() => fraction(text), RangeError)
})

test('a count too large to judge exactly is refused rather than rounded', () => {
  assert.throws(() => compare({ of: 4, in: 5 }, { of: Number.MAX_SAFE_INTEGER, in: 7 }), RangeError)
})

test('fractions compare as their cross products do', () => {
  fc.assert(
    fc.property(share, share, (one, other) => {
      const difference = BigInt(one.of) * BigInt(other.in) - BigInt(other.of) * BigInt(one.in)
      assert.equal(compare(one, other), Number(difference))
    }),
  )
})
