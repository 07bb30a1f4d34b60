import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../kernel/day.ts'
import { book } from '../rules/book.ts'
import { rulesOn } from '../rules/rulebook.ts'
import type { Attendance, Kind } from './contract.ts'
import { countsOf } from './counts.ts'
import { feedsOf, isLate } from './feeds.ts'
import { usualDay, usualTitle } from './plan-defaults.ts'

const fed = (kinds: Kind[], unitKind: string, on: string) =>
  feedsOf(rulesOn(book.rules, day(on)), kinds, unitKind, day(on)).map(({ rule, period }) => [rule, period])

test('each kind feeds the duty that its unit owes, in the period of its day', () => {
  assert.deepEqual(fed(['general-meeting'], 'branch', '2026-03-31'), [
    ['general-meeting.quarterly', '2026年第一季度'],
  ])
  assert.deepEqual(fed(['committee-meeting'], 'branch', '2026-02-28'), [
    ['committee-meeting.monthly', '2026年2月'],
  ])
  assert.deepEqual(fed(['group-meeting'], 'group', '2026-02-28'), [['group-meeting.monthly', '2026年2月']])
  // A group's own theme day is no branch's theme day.
  assert.deepEqual(fed(['theme-day'], 'group', '2026-02-28'), [])
})

test('entered on the last day of grace it is in time, a day later it is late', () => {
  const feeds = feedsOf(
    rulesOn(book.rules, day('2026-11-02')),
    ['committee-meeting'],
    'branch',
    day('2026-11-02'),
  )

  assert.equal(isLate(day('2026-11-02'), day('2026-11-17'), feeds), false)
  assert.equal(isLate(day('2026-11-02'), day('2026-11-18'), feeds), true)
})

test('everyone expected is counted once, whatever was stated of her', () => {
  const person = fc.record({
    entitled: fc.boolean(),
    votes: fc.boolean(),
    state: fc.constantFrom<Attendance>('not-stated', 'present', 'excused', 'absent'),
  })
  fc.assert(
    fc.property(fc.array(person), (people) => {
      const counts = countsOf(people)
      assert.equal(counts.present + counts.excused + counts.absent + counts.notStated, counts.entitled)
      assert.ok(counts.votingPresent <= counts.voting && counts.voting <= counts.entitled)
    }),
  )
})

test('a plan begins one rhythm after the last of its kind, and never before today', () => {
  assert.equal(usualDay('theme-day', '2026-10-31', day('2026-11-02')), '2026-11-30')
  assert.equal(usualDay('general-meeting', '2026-03-31', day('2026-11-22')), '2026-11-22')
  assert.equal(usualDay('lecture', undefined, day('2026-11-22')), '2026-11-22')
  assert.equal(usualTitle(['theme-day', 'lecture'], '2026-11-30'), '2026年11月主题党日暨党课')
})
