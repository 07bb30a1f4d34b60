import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../kernel/day.ts'
import { type Period, periodOf } from '../kernel/period.ts'
import { readRegulations } from '../rules/read.ts'
import { bind } from '../rules/rulebook.ts'
import { FOREVER, numberOf } from './daynumber.ts'
import { dutiesOf } from './duties.ts'
import type { EvidenceFact, Facts } from './facts.ts'
import { pieceOf } from './pieces.ts'
import { onceWindow, periodWindow } from './plan.ts'
import { standingOf } from './state.ts'
import type { OwedRule } from './window.ts'

const { rules, calendar } = readRegulations()
const owed = [...rules.values()].flat().filter((rule): rule is OwedRule => rule.kind === 'duty')

test('every duty in the regulations stands as its examples say', async (t) => {
  assert.ok(owed.length >= 10)
  for (const rule of owed)
    for (const [at, example] of rule.examples.entries())
      await t.test(`${rule.id} ${rule.from} #${at + 1} is ${example.state}`, () => {
        const stretch = 'period' in example ? periodNamed(String(example.period)) : around(day(example.event))
        assert.deepEqual(statesOf(rule, example, stretch), [example.state])
      })
})

type Example = OwedRule['examples'][number]

/** Through the whole way, from facts of a small organ; for what no branch owes, through the counting alone. */
const statesOf = (rule: OwedRule, example: Example, stretch: Period): string[] => {
  const evidence = example.evidence.map((piece, at) => evidenceOf(rule, piece, at))
  if (['leading-body', 'leading-cadre', 'superior'].includes(rule.owes)) {
    const window =
      'period' in example
        ? periodWindow(rule, stretch)
        : onceWindow(rule, numberOf(example.event), FOREVER, null, calendar.isWorkday)
    const needed = rule.least?.amount ?? rule.times
    const isExcused = example.excused !== undefined && example.excused <= example.on
    return [standingOf(window, needed, evidence.map(pieceOf), isExcused, numberOf(example.on)).state]
  }
  const on = day(example.on)
  // The rule as if in force all along: examples may lie before the day from which our text of it holds.
  const { to: _, ...open } = rule
  const ageless = bind([{ ...open, from: '1990-01-01' }])
  const ask = (facts: Facts) =>
    dutiesOf({ rules: ageless, facts, stretch, on, isWorkday: calendar.isWorkday }).filter(
      ({ personId, from, to }) =>
        (personId === null || personId === whoOwes(rule)) &&
        ('event' in example || (from === stretch.from.toString() && to === stretch.to.toString())),
    )
  const facts = { ...organ(rule, example), evidence }
  const from = ask(facts)[0]?.from ?? ''
  const excuse = {
    id: 'excuse',
    rule: rule.id,
    unitId: UNIT[rule.owes] ?? 'branch',
    personId: whoOwes(rule),
    periodFrom: from,
    reason: '停电',
    on: example.excused ?? '',
    withdrawnOn: null,
    version: 1,
  }
  return ask({ ...facts, excuses: example.excused ? [excuse] : [] }).map(({ state }) => state)
}

const UNIT: Partial<Record<OwedRule['owes'], string>> = {
  organ: 'committee',
  'committee-unit': 'committee',
  'general-branch': 'general',
  group: 'group',
}
const PERSON_OWES = ['member', 'secretary', 'committee-member', 'new-secretary']

const whoOwes = (rule: OwedRule): string | null => {
  if (!PERSON_OWES.includes(rule.owes)) return null
  return rule.when.includes('probationary') ? 'probationer' : 'secretary'
}

const evidenceOf = (rule: OwedRule, piece: Example['evidence'][number], at: number): EvidenceFact => ({
  id: `piece-${at}`,
  kind: rule.by[0]!,
  unitId: UNIT[rule.owes] ?? 'branch',
  personId: whoOwes(rule),
  heldOn: piece.held,
  recordedOn: piece.recorded,
  forYear: null,
  ...(piece.for === undefined ? {} : { forPeriod: piece.for }),
  amount: piece.amount ?? null,
  partnerId: rule.with === undefined ? null : 'other',
  title: rule.title,
  sourceKind: 'meeting',
  sourceId: `piece-${at}`,
})

/** An organ committee, a general branch, a branch with a committee of two and one probationary member, and a group. */
const organ = (rule: OwedRule, example: Example): Facts => {
  const since = '1990-01-01'
  const event = 'event' in example ? example.event : since
  const became = 'after' in rule && rule.after.event !== 'elected' ? event : since
  return {
    units: [
      { id: 'committee', kind: 'committee-unit', name: '机关党委', foundedOn: since, dissolvedOn: null },
      { id: 'general', kind: 'general-branch', name: '机关党总支', foundedOn: since, dissolvedOn: null },
      { id: 'branch', kind: 'branch', name: '第一党支部', foundedOn: since, dissolvedOn: null },
      { id: 'group', kind: 'group', name: '第一党小组', foundedOn: since, dissolvedOn: null },
    ],
    places: [
      { unitId: 'committee', parentId: null, since, until: null },
      { unitId: 'general', parentId: 'committee', since, until: null },
      { unitId: 'branch', parentId: 'general', since, until: null },
      { unitId: 'group', parentId: 'branch', since, until: null },
    ],
    memberships: [
      { personId: 'secretary', unitId: 'branch', status: 'full', since, until: null },
      { personId: 'other', unitId: 'branch', status: 'full', since, until: null },
      { personId: 'probationer', unitId: 'branch', status: 'probationary', since, until: null },
    ],
    posts: [
      { personId: 'secretary', unitId: 'branch', post: 'secretary', since: became, until: null },
      { personId: 'other', unitId: 'branch', post: 'organization', since, until: null },
    ],
    terms:
      'after' in rule && rule.after.event === 'elected'
        ? [
            {
              id: 'term',
              unitId: UNIT[rule.owes] ?? 'branch',
              electedOn: event,
              endedOn: null,
              approvedUntil: null,
            },
          ]
        : [],
    people: ['secretary', 'other', 'probationer'].map((id) => ({
      id,
      name: id,
      joinedOn: became,
      fullOn: id === 'probationer' ? null : became,
    })),
    evidence: [],
    excuses: [],
  }
}

/** `2026`, `2026-H1`, `2026-Q3` or `2026-03`. */
const periodNamed = (text: string): Period => {
  const [year = '', part = ''] = text.split('-')
  const first = (month: number) => Temporal.PlainDate.from({ year: Number(year), month, day: 1 })
  const nth = Number(part.slice(1))
  if (part === '') return periodOf('year', first(1))
  if (part.startsWith('H')) return periodOf('half-year', first(nth * 6))
  if (part.startsWith('Q')) return periodOf('quarter', first(nth * 3))
  return periodOf('month', first(Number(part)))
}

const around = (event: Temporal.PlainDate): Period => ({ from: event, to: event.add({ years: 6 }) })
