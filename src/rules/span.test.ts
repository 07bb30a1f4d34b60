import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../kernel/day.ts'
import { after, before, weekdays } from './span.ts'

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => day('2000-01-01').add({ days }))

test('a month after the last of January is the last of February', () => {
  assert.equal(after(day('2026-01-31'), { months: 1 }).toString(), '2026-02-28')
})

test('a year after a leap day is the twenty-eighth', () => {
  assert.equal(after(day('2024-02-29'), { years: 1 }).toString(), '2025-02-28')
})

test('days count from the next day', () => {
  assert.equal(after(day('2026-01-28'), { days: 15 }).toString(), '2026-02-12')
  assert.equal(before(day('2026-03-28'), { days: 60 }).toString(), '2026-01-27')
})

test('five working days from a Friday end on the next Friday', () => {
  assert.equal(after(day('2026-11-20'), { workdays: 5 }).toString(), '2026-11-27')
  assert.equal(before(day('2026-11-27'), { workdays: 5 }).toString(), '2026-11-20')
})

test('a span of working days holds exactly that many working days', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (event, workdays) => {
      const last = after(event, { workdays })
      let counted = 0
      for (
        let on = event.add({ days: 1 });
        Temporal.PlainDate.compare(on, last) <= 0;
        on = on.add({ days: 1 })
      ) {
        if (weekdays(on)) counted += 1
      }
      assert.equal(counted, workdays)
      assert.ok(weekdays(last))
    }),
  )
})
