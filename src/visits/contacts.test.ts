import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holds, overlaps } from './contacts.ts'

const day = fc.integer({ min: 1, max: 28 }).map((on) => `2026-02-${String(on).padStart(2, '0')}`)
const span = fc.tuple(day, day, fc.boolean()).map((drawn) => {
  const [since, until] = [drawn[0], drawn[1]].sort() as [string, string]
  return { since, until: drawn[2] ? null : until }
})
const days = [...Array(60).keys()].map((ahead) =>
  Temporal.PlainDate.from('2026-02-01').add({ days: ahead }).toString(),
)

test('two spans overlap if and only if some day lies in both', () => {
  fc.assert(
    fc.property(span, span, (one, other) => {
      const shared = days.some((on) => holds(one, on) && holds(other, on))
      assert.equal(overlaps(one, other), shared)
    }),
  )
})
