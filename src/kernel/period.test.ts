import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from './day.ts'
import { holds, periodName, periodOf, periodsWithin, type Rhythm } from './period.ts'

const rhythms: readonly Rhythm[] = ['month', 'quarter', 'half-year', 'year']
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => day('1990-01-01').add({ days }))
const anyRhythm = fc.constantFrom(...rhythms)

test('the month of a leap February ends on the twenty-ninth', () => {
  const { from, to } = periodOf('month', day('2024-02-10'))
  assert.equal(`${from} ${to}`, '2024-02-01 2024-02-29')
})

test('the second half of the year begins in July', () => {
  const { from, to } = periodOf('half-year', day('2026-11-22'))
  assert.equal(`${from} ${to}`, '2026-07-01 2026-12-31')
})

test('periods are named as people name them', () => {
  const names = rhythms.map((rhythm) => periodName(rhythm, periodOf(rhythm, day('2026-11-22'))))
  assert.deepEqual(names, ['2026年11月', '2026年第四季度', '2026年下半年', '2026年'])
})

test('every day lies in its own period, at both ends too', () => {
  fc.assert(
    fc.property(anyRhythm, anyDay, (rhythm, on) => {
      const period = periodOf(rhythm, on)
      assert.ok(holds(period, on) && holds(period, period.from) && holds(period, period.to))
      assert.ok(
        !holds(period, period.from.subtract({ days: 1 })) && !holds(period, period.to.add({ days: 1 })),
      )
    }),
  )
})

test('periods within a stretch follow each other without gap and cover it', () => {
  fc.assert(
    fc.property(anyRhythm, anyDay, fc.integer({ min: 0, max: 1500 }), (rhythm, from, days) => {
      const stretch = { from, to: from.add({ days }) }
      const periods = periodsWithin(rhythm, stretch)
      assert.ok(holds(periods[0]!, stretch.from) && holds(periods.at(-1)!, stretch.to))
      for (const [at, period] of periods.slice(1).entries()) {
        assert.equal(period.from.toString(), periods[at]!.to.add({ days: 1 }).toString())
      }
    }),
    { numRuns: 60 },
  )
})
