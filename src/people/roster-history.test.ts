import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DatedDay } from './dated.ts'
import type { RosterStatus } from './roster.ts'
import { historyOf, isAsTold, type Stretch, withGroup, withStatus } from './roster-history.ts'

const DAYS = { today: '2026-11-22', founded: '2015-03-01' }

const on = (text: string): DatedDay =>
  text.length === 7 ? { on: `${text}-01`, precision: 'month' } : { on: text, precision: 'day' }

const told = (status: RosterStatus, joined?: string, becameFull?: string) => ({
  unitId: 'branch',
  groupId: null,
  status,
  joined: joined ? on(joined) : null,
  becameFull: becameFull ? on(becameFull) : null,
})

const shown = (stretches: readonly Stretch[]): string[] =>
  stretches.map(({ status, since, until, groupId }) =>
    [status, since, until ?? 'now', ...(groupId ? [groupId] : [])].join(' '),
  )

const history = (...given: Parameters<typeof told>): string[] => shown(historyOf(told(...given), DAYS))

test('both days make two stretches: probationary from admission, full from 转正', () => {
  assert.deepEqual(history('full', '1998-07-12', '1999-07-12'), [
    'probationary 1998-07-12 1999-07-11',
    'full 1999-07-12 now',
  ])
})

test('a month stands on its first day', () => {
  assert.deepEqual(history('full', '1998-07', '1999-07'), [
    'probationary 1998-07-01 1999-06-30',
    'full 1999-07-01 now',
  ])
})

test('admission without probation, as before 1977, makes one stretch', () => {
  assert.deepEqual(history('full', '1972-07-01', '1972-07-01'), ['full 1972-07-01 now'])
})

test('a full member without 转正时间 is full from admission; without any day, from the founding of the branch', () => {
  assert.deepEqual(history('full', '1998-07-12'), ['full 1998-07-12 now'])
  assert.deepEqual(history('full'), ['full 2015-03-01 now'])
})

test('a probationary member stays so, and nobody joins in the future', () => {
  assert.deepEqual(history('probationary', '2026-03-26'), ['probationary 2026-03-26 now'])
  assert.deepEqual(history('probationary', '2027-03-26'), ['probationary 2026-11-22 now'])
})

test('留党察看 begins today, since no roster says when it did; before it she was full', () => {
  assert.deepEqual(history('on-probation', '1998-07-12', '1999-07-12'), [
    'probationary 1998-07-12 1999-07-11',
    'full 1999-07-12 2026-11-21',
    'on-probation 2026-11-22 now',
  ])
})

test('a probationary member becomes full on the day that the sheet names, or today where it names none', () => {
  const before = historyOf(told('probationary', '2025-10-24'), DAYS)

  assert.deepEqual(shown(withStatus(before, told('full', '2025-10-24', '2026-10-24'), DAYS)), [
    'probationary 2025-10-24 2026-10-23',
    'full 2026-10-24 now',
  ])
  assert.deepEqual(shown(withStatus(before, told('full', '2025-10-24'), DAYS)), [
    'probationary 2025-10-24 2026-11-21',
    'full 2026-11-22 now',
  ])
})

test('a group is filled in throughout where there was none, and changes from today where there was one', () => {
  const before = historyOf(told('full', '1998-07-12'), DAYS)
  const inFirst = withGroup(before, 'first', DAYS)

  assert.deepEqual(shown(inFirst), ['full 1998-07-12 now first'])
  assert.deepEqual(shown(withGroup(inFirst, 'second', DAYS)), [
    'full 1998-07-12 2026-11-21 first',
    'full 2026-11-22 now second',
  ])
})

test('a history that somebody registered by hand is not taken for one that a roster told', () => {
  const sheet = told('full', '1998-07-12', '1999-07-12')
  const byHand: Stretch[] = [...historyOf(sheet, DAYS)].map((one) => ({ ...one, since: '2020-01-01' }))

  assert.equal(isAsTold(historyOf(sheet, DAYS), sheet, DAYS), true)
  assert.equal(isAsTold(byHand, sheet, DAYS), false)
})
