import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../kernel/day.ts'
import { book } from '../rules/book.ts'
import { rulesStanding } from '../rules/standing.ts'
import { type ClockFacts, lastDay, standingOf, type Ways, wantedClocks, withPauses } from './clocks.ts'
import { dueAfter } from './due.ts'
import { NEVER } from './matter.ts'

const { isWorkday } = book.calendar
const ways: Ways = { ruleOf: rulesStanding(book, [], '2026-11-22'), isWorkday, early: false }

// The State Council's notice for 2026, written down again by hand.
const OFF = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
] as const
const WORKED = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']

const MS = 86_400_000
const text = (at: number) => new Date(at).toISOString().slice(0, 10)
const works = (on: string) => {
  if (WORKED.includes(on)) return true
  if (OFF.some(([from, to]) => from <= on && on <= to)) return false
  return ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay())
}

/** The second implementation: walks day by day, ticks off what counts, passes over what is paused. */
const walked = (
  event: string,
  count: number,
  counted: 'days' | 'workdays',
  pauses: readonly { since: string; until: string | null }[],
): string | null => {
  let left = count
  let at = Date.parse(`${event}T00:00:00Z`)
  for (let steps = 0; left > 0; steps += 1) {
    if (steps > 2000) return null
    at += MS
    const on = text(at)
    const stands = pauses.some(({ since, until }) => since <= on && (until === null || on < until))
    if (!stands && (counted === 'days' || works(on))) left -= 1
  }
  return text(at)
}

const aDay = fc.integer({ min: 0, max: 300 }).map((n) => text(Date.parse('2026-01-01T00:00:00Z') + n * MS))
const pausesFrom = (marks: readonly number[], isOpen: boolean) => {
  const days = [...new Set(marks)]
    .sort((a, b) => a - b)
    .map((n) => text(Date.parse('2026-01-01T00:00:00Z') + n * MS))
  const pairs: { since: string; until: string | null }[] = []
  for (let at = 0; at + 1 < days.length; at += 2) pairs.push({ since: days[at]!, until: days[at + 1]! })
  const last = pairs.at(-1)
  if (isOpen && last) last.until = null
  return pairs
}

test('working days of 2026 are those of the notice, day by day', () => {
  for (let at = Date.parse('2026-01-01T00:00:00Z'); text(at) < '2027-01-01'; at += MS)
    assert.equal(isWorkday(day(text(at))), works(text(at)), text(at))
})

test('the last day is the one a walker finds who ticks off each day, whatever pauses there were', () => {
  fc.assert(
    fc.property(
      aDay,
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom('days' as const, 'workdays' as const),
      fc.uniqueArray(fc.integer({ min: 0, max: 330 }), { maxLength: 8 }),
      fc.boolean(),
      (event, count, counted, marks, isOpen) => {
        const pauses = pausesFrom(marks, isOpen)
        // Both stay within the year whose notice is known.
        const found = walked(event, count, counted, pauses)
        if (found !== null && found > '2026-12-31') return
        const dueOn = walked(event, count, counted, [])!
        if (dueOn > '2026-12-31') return
        assert.equal(withPauses({ eventOn: event, dueOn }, pauses, counted, isWorkday), found)
      },
    ),
    { numRuns: 3000 },
  )
})

test('each clock of the law and of the desk ends where the walker ends, from every day of 2026', () => {
  const spans: [string, number, 'days' | 'workdays'][] = [
    ['petition.notice', 15, 'days'],
    ['petition.transferred-notice', 15, 'days'],
    ['petition.object', 5, 'workdays'],
    ['petition.decide', 60, 'days'],
    ['petition.extended', 30, 'days'],
    ['petition.review-answer', 30, 'days'],
    ['triage.rights', 3, 'workdays'],
    ['triage.danger', 0, 'days'],
    ['triage.sort', 1, 'workdays'],
  ]
  for (let at = Date.parse('2026-01-01T00:00:00Z'); text(at) <= '2026-12-20'; at += MS)
    for (const [rule, count, counted] of spans)
      assert.equal(lastDay(rule, text(at), ways), walked(text(at), count, counted, []), `${rule} ${text(at)}`)
})

const facts: ClockFacts = {
  receivedOn: '2026-11-02',
  level: 'R2',
  levelFrom: '2026-11-02',
  petition: 'appeal',
  transferred: false,
  belongs: 'own',
  reachable: true,
  acceptedOn: null,
}
const rules = (more: Partial<ClockFacts>) => wantedClocks({ ...facts, ...more }).map(({ rule }) => rule)

test('a petition keeps its own clocks on every level; what is none has only that of its level', () => {
  assert.deepEqual(rules({}), ['triage.rights', 'petition.notice'])
  assert.deepEqual(rules({ level: 'R3' }), ['petition.notice'])
  assert.deepEqual(rules({ level: 'R3', petition: 'no' }), [])
  assert.deepEqual(rules({ level: 'R0', petition: 'no' }), ['triage.danger'])
})

test('whose it is decides which notice is due; what was sent to us and is not ours is objected to', () => {
  assert.deepEqual(rules({ level: 'R3', belongs: 'below' }), ['petition.pass-down'])
  assert.deepEqual(rules({ level: 'R3', belongs: 'elsewhere' }), ['petition.point-elsewhere'])
  assert.deepEqual(rules({ level: 'R3', transferred: true }), ['petition.transferred-notice'])
  assert.deepEqual(rules({ level: 'R3', transferred: true, belongs: 'elsewhere' }), ['petition.object'])
  assert.deepEqual(rules({ level: 'R3', reachable: false }), [])
})

test('sixty days run for what is ours and asks for something, from the day it was taken up', () => {
  assert.deepEqual(rules({ level: 'R3', acceptedOn: '2026-11-10' }), ['petition.notice', 'petition.decide'])
  assert.deepEqual(rules({ level: 'R3', acceptedOn: '2026-11-10', petition: 'suggestion' }), [
    'petition.notice',
  ])
  assert.equal(lastDay('petition.decide', '2026-11-10', ways), '2027-01-09')
})

const clock = (rule: string, eventOn: string, more = {}) => ({
  id: crypto.randomUUID(),
  rule,
  eventOn,
  dueOn: lastDay(rule, eventOn, ways)!,
  extendedUntil: null,
  keptOn: null,
  version: 1,
  ...more,
})

test('a pause stops our own time; a time of the law goes on, but for the hearing in a re-review', () => {
  const pause = (kind: 'waiting' | 'hearing') => [{ kind, since: '2026-11-03', until: '2026-11-13' }]
  const last = (rule: string, kind: 'waiting' | 'hearing') =>
    standingOf(clock(rule, '2026-11-02'), pause(kind), ways, '2026-11-20').lastOn
  assert.equal(last('triage.rights', 'waiting'), '2026-11-17')
  assert.equal(last('petition.notice', 'waiting'), '2026-11-17')
  assert.equal(last('petition.decide', 'hearing'), '2027-01-01')
  assert.equal(last('petition.rereview-answer', 'waiting'), '2026-12-02')
  assert.equal(last('petition.rereview-answer', 'hearing'), '2026-12-12')
})

test('a clock is kept, kept late, running or late by its last day; the last day belongs to it', () => {
  const stands = (keptOn: string | null, today: string) =>
    standingOf(clock('petition.notice', '2026-11-02', { keptOn }), [], ways, today)
  assert.deepEqual([stands(null, '2026-11-17').state, stands(null, '2026-11-17').daysLeft], ['running', 0])
  assert.deepEqual([stands(null, '2026-11-18').state, stands(null, '2026-11-18').daysLeft], ['late', -1])
  assert.equal(stands('2026-11-17', '2026-11-20').state, 'kept')
  assert.equal(stands('2026-11-18', '2026-11-20').state, 'kept-late')
})

test('an organ may bring a last day on a rest day forward, never put it off', () => {
  const early = { ...ways, early: true }
  assert.equal(lastDay('petition.notice', '2026-10-31', ways), '2026-11-15')
  assert.equal(lastDay('petition.notice', '2026-10-31', early), '2026-11-13')
  assert.equal(lastDay('triage.rights', '2026-10-31', early), lastDay('triage.rights', '2026-10-31', ways))
})

const matter = {
  state: 'handling' as const,
  level: 'R2' as const,
  receivedOn: '2026-11-02',
  resolvedOn: null,
  toldOn: null,
  clocks: [clock('petition.notice', '2026-11-02'), clock('triage.rights', '2026-11-02')],
  pauses: [],
  referrals: [],
  measures: [],
}

test('the nearest day is that of the clock that ends first, and of none that was kept', () => {
  assert.equal(dueAfter(matter, ways), '2026-11-05')
  const [notice, level] = matter.clocks as [ReturnType<typeof clock>, ReturnType<typeof clock>]
  assert.equal(
    dueAfter({ ...matter, clocks: [notice, { ...level, keptOn: '2026-11-04' }] }, ways),
    '2026-11-17',
  )
  assert.equal(dueAfter({ ...matter, clocks: [] }, ways), NEVER)
})

test('before triage triage is due, danger at once; once resolved, that she is told', () => {
  const received = { ...matter, state: 'received' as const, clocks: [], receivedOn: '2026-11-20' }
  assert.equal(dueAfter({ ...received, level: null as never }, ways), '2026-11-23')
  assert.equal(dueAfter({ ...received, level: 'R0' }, ways), '2026-11-20')
  assert.equal(
    dueAfter({ ...matter, state: 'resolved', clocks: [], resolvedOn: '2026-11-20' }, ways),
    '2026-11-25',
  )
})
