import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compare, fraction, justOver, leastOf, mostOf } from './fraction.ts'

const share = fc.record({ of: fc.integer({ min: 0, max: 1000 }), in: fc.integer({ min: 1, max: 1000 }) })
const base = fc.integer({ min: 0, max: 10_000_000 })

test('four fifths of twenty-nine need twenty-four, of thirty also twenty-four, of thirty-one twenty-five', () => {
  assert.deepEqual(
    [29, 30, 31].map((voters) => leastOf(fraction('4/5'), voters)),
    [24, 24, 25],
  )
})

test('more than half of twenty-six is fourteen, and of twenty-five thirteen', () => {
  assert.deepEqual(
    [26, 25].map((present) => justOver(fraction('1/2'), present)),
    [14, 13],
  )
})

test('a third of twenty-nine allows nine', () => {
  assert.equal(mostOf(fraction('1/3'), 29), 9)
})

test('a fraction that is none is a fault of the rule, not a number', () => {
  for (const text of ['', '0.8', '4/0', '-1/2', '4/5/6', '80%'])
    assert.throws(() => fraction(text), RangeError)
})

test('a count too large to judge exactly is refused rather than rounded', () => {
  assert.throws(() => leastOf({ of: 4, in: 5 }, Number.MAX_SAFE_INTEGER), RangeError)
})

test('the least, the most and just over agree with integers of any size', () => {
  fc.assert(
    fc.property(share, base, (part, whole) => {
      const [product, divisor] = [BigInt(part.of) * BigInt(whole), BigInt(part.in)]
      const [floor, rest] = [product / divisor, product % divisor]
      assert.equal(mostOf(part, whole), Number(floor))
      assert.equal(leastOf(part, whole), Number(rest === 0n ? floor : floor + 1n))
      assert.equal(justOver(part, whole), Number(floor + 1n))
    }),
  )
})

test('fractions compare as their cross products do', () => {
  fc.assert(
    fc.property(share, share, (one, other) => {
      const difference = BigInt(one.of) * BigInt(other.in) - BigInt(other.of) * BigInt(one.in)
      assert.equal(compare(one, other), Number(difference))
    }),
  )
})
