import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../kernel/day.ts'
import { workCalendar } from './calendar.ts'
import { after } from './span.ts'

const plain = workCalendar({})

test('a Saturday worked instead of a day off is a working day, National Day is none', () => {
  assert.equal(plain.isWorkday(day('2026-02-14')), true)
  assert.equal(plain.isWorkday(day('2026-10-01')), false)
})

test('working days step over the National Day holiday', () => {
  assert.equal(after(day('2026-09-30'), { workdays: 1 }, plain.isWorkday).toString(), '2026-10-08')
})

test('a year without a notice is said to be unpublished and counts weekdays', () => {
  assert.equal(plain.isPublished(2026), true)
  assert.equal(plain.isPublished(2027), false)
  assert.equal(plain.isWorkday(day('2027-01-01')), true)
  assert.equal(plain.isWorkday(day('2027-01-02')), false)
})

test('the table settles a later year', () => {
  const settled = workCalendar({ '2027': { off: ['2027-01-01'], work: ['2027-01-02'] } })

  assert.equal(settled.isPublished(2027), true)
  assert.equal(settled.isWorkday(day('2027-01-01')), false)
  assert.equal(settled.isWorkday(day('2027-01-02')), true)
  assert.equal(settled.isWorkday(day('2027-01-04')), true)
})
