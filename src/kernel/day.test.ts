import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, dayOf, isAfter, isBefore, isDay, readable } from './day.ts'

test('only days that the calendar has are days', () => {
  for (const text of ['2026-02-28', '2024-02-29', '2026-12-31']) assert.equal(isDay(text), true, text)
  for (const text of [
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '20260228',
    '2026-2-8',
    '',
    '2026-02-28T00:00',
  ]) {
    assert.equal(isDay(text), false, text)
  }
})

test('an instant falls on the day it is in Shanghai, wherever the machine stands', () => {
  assert.equal(dayOf(Temporal.Instant.from('2026-11-21T15:59:59Z')).toString(), '2026-11-21')
  assert.equal(dayOf(Temporal.Instant.from('2026-11-21T16:00:00Z')).toString(), '2026-11-22')
})

test('a day is neither before nor after itself', () => {
  const [one, next] = [day('2026-11-22'), day('2026-11-23')]
  assert.deepEqual([isBefore(one, one), isAfter(one, one)], [false, false])
  assert.deepEqual([isBefore(one, next), isAfter(next, one)], [true, true])
})

test('people read the day with its weekday', () => {
  assert.equal(readable(day('2026-11-22')), '2026年11月22日 (周日)')
  assert.equal(readable(day('2026-03-02')), '2026年3月2日 (周一)')
})
