import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../kernel/day.ts'
import { festivalWithin, SPRING_FESTIVAL, TOLD_UNTIL } from './festivals.ts'
import { fenOf, yuanOf } from './money.ts'

// In 2027 the new moon falls four minutes before midnight in Beijing, in 2030 seven minutes after it. The almanac reckons by the
// true moon; calendar libraries come near it and err by a day: the reason for the table.
const BY_LIBRARY: Readonly<Record<string, string>> = {
  '2027-02-06': '2027-02-07',
  '2030-02-03': '2030-02-02',
}

test('the first day of the lunar year is where calendars have it, for ten years, but for two near midnight', () => {
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  })
  for (const on of Object.values(SPRING_FESTIVAL)) {
    const parts = lunar.formatToParts(new Date(`${BY_LIBRARY[on] ?? on}T12:00:00Z`))
    const part = (type: string) => parts.find((each) => each.type === type)?.value
    assert.deepEqual([part('month'), part('day')], ['1', '1'], on)
  }
  assert.equal(Object.keys(SPRING_FESTIVAL).length, 10)
})

test('a festival is near from four weeks before up to its own day, and on no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), (offset) => {
      const today = day('2026-01-01').add({ days: offset })
      const until = today.add({ days: 28 })
      const near = [
        ...Object.values(SPRING_FESTIVAL),
        ...[...Array(10).keys()].map((at) => `${2026 + at}-07-01`),
      ]
      const due = near.filter((on) => on >= today.toString() && on <= until.toString()).sort()[0]
      assert.equal(festivalWithin(today, until)?.on, due)
    }),
  )
})

test('after the table has ended, 春节 is still near: before the earliest day on which it can fall, said to be untold', () => {
  for (const year of [TOLD_UNTIL + 1, TOLD_UNTIL + 5]) {
    const near = festivalWithin(day(`${year}-01-02`), day(`${year}-01-30`))
    assert.deepEqual(near, { occasion: 'spring-festival', on: `${year}-01-21`, year, isTold: false })
  }
  assert.equal(festivalWithin(day('2035-01-20'), day('2035-02-17'))?.isTold, true)
})

test('money goes to fen and back without losing one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (fen) => {
      assert.equal(fenOf(yuanOf(fen)), fen)
    }),
  )
  for (const wrong of ['', '-1', '1.234', '一百', '1e3', '1,000']) assert.equal(fenOf(wrong), null, wrong)
})
