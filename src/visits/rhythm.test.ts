import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../kernel/day.ts'
import { book } from '../rules/book.ts'
import { quietSince, rhythmOf } from './rhythm.ts'

const today = day('2026-11-20')
const agreed = (choice: string) =>
  rhythmOf(book, [{ key: 'contact.rhythm', choice, since: '2026-01-01' }], today)

test('where no rhythm is agreed on, no point is ever quiet for too long', () => {
  assert.equal(rhythmOf(book, [], today), null)
  assert.equal(quietSince(agreed('none'), { since: '2020-01-01', lastOn: null }, today), null)
})

test('with a visit a month, a point is quiet from the day after a month without one', () => {
  const month = agreed('month')
  assert.equal(month?.words, '每月至少一次')
  assert.match(month?.citation ?? '', /地方通行做法/)
  assert.equal(quietSince(month, { since: '2026-01-01', lastOn: '2026-10-20' }, today), null)
  assert.equal(quietSince(month, { since: '2026-01-01', lastOn: '2026-10-19' }, today), '2026-11-19')
})

test('a point where nobody has been yet counts from the day it was set up', () => {
  assert.equal(quietSince(agreed('quarter'), { since: '2026-08-01', lastOn: null }, today), '2026-11-01')
  assert.equal(quietSince(agreed('quarter'), { since: '2026-09-01', lastOn: null }, today), null)
})
