import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockWords, dayIn, numeral, timeWords } from './wording.ts'

test('a time of day is told with the half it lies in', () => {
  assert.equal(clockWords('09:05'), '上午9:05')
  assert.equal(clockWords('12:30'), '中午12:30')
  assert.equal(clockWords('15:00:00'), '下午3:00')
  assert.equal(clockWords('19:00'), '晚上7:00')
})

test('the half is told again only where it changes', () => {
  assert.equal(timeWords('2026-11-25', '15:00', '16:30'), '2026年11月25日（周三）下午3:00至4:30')
  assert.equal(timeWords('2026-11-25', '10:00', '14:00'), '2026年11月25日（周三）上午10:00至下午2:00')
})

test('headings are numbered in Chinese', () => {
  assert.deepEqual([1, 10, 11, 20, 29].map(numeral), ['一', '十', '十一', '二十', '二十九'])
})

test("an instant falls on the day of the organ's zone", () => {
  assert.equal(dayIn('2026-12-02T17:00:00Z'), '2026-12-03')
  assert.equal(dayIn('2026-12-02'), '2026-12-02')
})
