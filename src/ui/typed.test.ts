import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../kernel/day.ts'
import { readClock, readDay } from './typed.ts'

const today = day('2026-11-22')

test('a day is read however people write it', () => {
  const written = ['2026-03-05', '20260305', '2026.3.5', '2026/03/05', '2026年3月5日', ' 3-5 ', '3月5日']
  assert.deepEqual(
    written.map((text) => readDay(text, today)),
    written.map(() => '2026-03-05'),
  )
})

test('what is no day of the calendar is not read as one', () => {
  for (const text of ['2026-02-30', '2026-13-01', '0-0', '下周一', '', '20260', '2026-3'])
    assert.equal(readDay(text, today), undefined, text)
})

test('every day reads back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      const written = today.add({ days }).toString()
      assert.equal(readDay(written, today), written)
      assert.equal(readDay(written.replaceAll('-', ''), today), written)
    }),
  )
})

test('a time of day is read however people write it', () => {
  const written = ['14:30', '1430', '14：30', '下午2:30', '14点半', '14点30分']
  assert.deepEqual(
    written.map((text) => readClock(text)),
    written.map(() => '14:30'),
  )
  assert.equal(readClock('9点'), '09:00')
  assert.equal(readClock('上午9:05'), '09:05')
})

test('what is no time of day is not read as one', () => {
  for (const text of ['25:00', '12:60', '下午', '', '99', '下午13:5'])
    assert.equal(readClock(text), undefined, text)
})
