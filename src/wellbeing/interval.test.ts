import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shareOf } from './interval.ts'

/** Wilson's formula as books have it, in floating point. */
const byTheBook = (count: number, of: number): [number, number] => {
  const z = 1.959963984540054
  const share = count / of
  const middle = share + (z * z) / (2 * of)
  const reach = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const below = 1 + (z * z) / of
  return [(middle - reach) / below, (middle + reach) / below]
}

test('a share comes with the interval that Wilson gives it, its ends rounded outward', () => {
  assert.deepEqual(shareOf(17, 20), { count: 17, of: 20, percent: 85, least: 63, most: 95 })
  assert.deepEqual(shareOf(0, 10), { count: 0, of: 10, percent: 0, least: 0, most: 28 })
  assert.deepEqual(shareOf(10, 10), { count: 10, of: 10, percent: 100, least: 72, most: 100 })
  assert.deepEqual(shareOf(1, 3), { count: 1, of: 3, percent: 33, least: 6, most: 80 })
})

test('whoever computes it by the formula never finds an end outside of what is told, nor two percents inside', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 5_000 })
        .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of))),
      ([count, of]) => {
        const { least, most } = shareOf(count, of)
        const [low, high] = byTheBook(count, of)
        assert.ok(
          least / 100 <= low + 1e-9 && low < (least + 1) / 100 + 1e-3,
          `${count} of ${of}: ${least} ${low}`,
        )
        assert.ok(
          most / 100 >= high - 1e-9 && high > (most - 1) / 100 - 1e-3,
          `${count} of ${of}: ${most} ${high}`,
        )
      },
    ),
  )
})

test('the interval of the others is its mirror', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 }), (yes, no) => {
      const one = shareOf(yes, yes + no)
      const other = shareOf(no, yes + no)
      assert.equal(one.least, 100 - other.most)
      assert.equal(one.most, 100 - other.least)
    }),
  )
})

test('of nobody there is no share', () => {
  assert.throws(() => shareOf(0, 0), RangeError)
  assert.throws(() => shareOf(4, 3), RangeError)
})
