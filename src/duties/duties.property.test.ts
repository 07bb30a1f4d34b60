import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readRegulations } from '../rules/read.ts'
import type { Duty, State } from './contract.ts'
import { dayOfNumber, numberOf } from './daynumber.ts'
import { dutiesOf } from './duties.ts'
import type { EvidenceFact, Facts } from './facts.ts'
import { held, world } from './fixtures/world.ts'
import { yearStretch } from './many.ts'

const { rules, parameters } = readRegulations()
const KINDS = [
  'committee-meeting',
  'general-meeting',
  'theme-day',
  'life-meeting',
  'appraisal',
  'group-meeting',
]
const YEAR = numberOf('2026-01-01')

const days = fc.integer({ min: YEAR - 60, max: YEAR + 460 })
const iso = (number: number) => dayOfNumber(number).toString()

const records: fc.Arbitrary<EvidenceFact> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    on: days,
    wait: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 90 })),
    forYear: fc.constantFrom(null, null, 2025, 2026),
    personId: fc.constantFrom(null, null, '林岚'),
  })
  .map(({ kind, on, wait, forYear, personId }) =>
    held(kind, iso(on), {
      recordedOn: iso(on + wait),
      forYear,
      personId,
      unitId: kind === 'group-meeting' ? 'group' : 'branch',
    }),
  )

const yearOn = (facts: Facts, on: number): Duty[] =>
  dutiesOf({ rules, parameters, facts, stretch: yearStretch(2026), on: dayOfNumber(on) })

const keyOf = ({ rule, unitId, personId, from, to }: Duty) => [rule, unitId, personId, from, to].join(' ')
const byKey = (duties: Duty[]) => new Map(duties.map((duty) => [keyOf(duty), duty.state]))

/** How far a duty has come. Neither time nor evidence takes it back. */
const RANK: Record<State, number> = {
  'not-owed': 0,
  'not-yet': 1,
  due: 2,
  missed: 3,
  excused: 4,
  late: 5,
  done: 6,
}

test('every owed period has exactly one state', () => {
  fc.assert(
    fc.property(fc.array(records, { maxLength: 25 }), days, (evidence, on) => {
      const duties = yearOn(world({ evidence }), on)
      assert.equal(byKey(duties).size, duties.length)
      assert.equal(duties.filter(({ rule }) => rule === 'theme-day.monthly').length, 12)
    }),
    { numRuns: 60 },
  )
})

test('more evidence never makes a duty stand worse', () => {
  fc.assert(
    fc.property(fc.array(records, { maxLength: 15 }), records, days, (evidence, another, on) => {
      const before = byKey(yearOn(world({ evidence }), on))
      for (const duty of yearOn(world({ evidence: [...evidence, another] }), on)) {
        const was = before.get(keyOf(duty)) ?? 'not-owed'
        assert.ok(RANK[duty.state] >= RANK[was], `${keyOf(duty)}: ${was} → ${duty.state}`)
      }
    }),
    { numRuns: 60 },
  )
})

test('time only carries a duty forward', () => {
  fc.assert(
    fc.property(
      fc.array(records, { maxLength: 20 }),
      days,
      fc.integer({ min: 0, max: 200 }),
      (evidence, on, later) => {
        const before = byKey(yearOn(world({ evidence }), on))
        for (const duty of yearOn(world({ evidence }), on + later)) {
          const was = before.get(keyOf(duty)) ?? 'not-owed'
          assert.ok(RANK[duty.state] >= RANK[was], `${keyOf(duty)}: ${was} → ${duty.state}`)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('what was entered after the day asked changes nothing on it', () => {
  fc.assert(
    fc.property(fc.array(records, { maxLength: 20 }), days, (evidence, on) => {
      const known = evidence.filter(({ recordedOn }) => numberOf(recordedOn) <= on)
      assert.deepEqual(byKey(yearOn(world({ evidence }), on)), byKey(yearOn(world({ evidence: known }), on)))
    }),
    { numRuns: 60 },
  )
})

test('day numbers and calendar days are the same days', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (number) => {
      assert.equal(numberOf(dayOfNumber(number).toString()), number)
    }),
  )
})
