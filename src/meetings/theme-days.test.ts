import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../kernel/day.ts'
import { book } from '../rules/book.ts'
import { type FixedDay, fixedDayIn, fixedWords, namedDay, partsInOrder, ruleOfMonth } from './theme-days.ts'

const { isWorkday } = book.calendar
const onDay = (monthDay: number): FixedDay => ({ monthDay, week: null, weekday: null })
const onWeek = (week: number, weekday: number): FixedDay => ({ monthDay: null, week, weekday })
const fixed = (rule: FixedDay, year: number, month: number) =>
  fixedDayIn(rule, year, month, isWorkday).toString()

test('the second Friday of each month of 2026 is the day on which the example branch meets', () => {
  assert.equal(fixed(onWeek(2, 5), 2026, 1), '2026-01-09')
  assert.equal(fixed(onWeek(2, 5), 2026, 11), '2026-11-13')
  assert.equal(fixedWords(onWeek(2, 5)), '每月第二个周五')
})

test('a day off moves to the next working day: a Sunday, and the days off in October', () => {
  assert.equal(fixed(onDay(15), 2026, 3), '2026-03-16')
  assert.equal(fixed(onDay(1), 2026, 10), '2026-10-08')
})

test('a month that ends in days off takes the last working day before them, and stays the month that owes it', () => {
  assert.equal(fixed(onDay(31), 2026, 5), '2026-05-29')
  assert.equal(fixed(onDay(31), 2026, 2), '2026-02-28', 'a Saturday that is worked instead')
})

test('the last Friday is the fifth where there is one, else the fourth', () => {
  assert.equal(namedDay(onWeek(5, 5), 2026, 10).toString(), '2026-10-30')
  assert.equal(namedDay(onWeek(5, 5), 2026, 11).toString(), '2026-11-27')
})

test('whatever the rule and the month, the day is in the month, worked, and the first such from the one named', () => {
  const rule = fc.oneof(
    fc.integer({ min: 1, max: 31 }).map(onDay),
    fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 7 }))
      .map(([week, weekday]) => onWeek(week, weekday)),
  )
  fc.assert(
    fc.property(
      rule,
      fc.integer({ min: 2020, max: 2030 }),
      fc.integer({ min: 1, max: 12 }),
      (of, year, month) => {
        const named = namedDay(of, year, month)
        const on = fixedDayIn(of, year, month, isWorkday)
        assert.deepEqual([on.year, on.month], [year, month])
        assert.ok(isWorkday(on))
        const later = Array.from({ length: named.daysInMonth - named.day + 1 }, (_, at) =>
          named.add({ days: at }),
        )
        const first = later.find(isWorkday)
        if (first) assert.equal(on.toString(), first.toString())
        else assert.ok(Temporal.PlainDate.compare(on, named) < 0)
      },
    ),
  )
})

test('a month goes by the rule that began last by its end', () => {
  const rules = [{ since: '2026-01-01' }, { since: '2026-06-15' }]
  assert.equal(ruleOfMonth(rules, 2025, 12), undefined)
  assert.equal(ruleOfMonth(rules, 2026, 5), rules[0])
  assert.equal(ruleOfMonth(rules, 2026, 6), rules[1])
  assert.ok(day('2026-06-15'))
})

test('fixed parts stand first in their order, with whoever prepares them this month', () => {
  const kept = [
    { title: '入户', fixed: false, ownerId: 'b' },
    { title: '集中学习', fixed: true, ownerId: 'a' },
  ]
  assert.deepEqual(partsInOrder(['重温入党誓词', '集中学习'], kept), [
    { title: '重温入党誓词', fixed: true, ownerId: null },
    kept[1],
    kept[0],
  ])
})
