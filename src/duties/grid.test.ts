import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Duty, DutyRule, State, YearRow } from './contract.ts'
import { doneOf, gridOf, lateWord, stepped } from './grid.ts'

const duty = (from: string, to: string, state: State, more: Partial<Duty> = {}): Duty => ({
  rule: 'theme-day.monthly',
  unitId: 'branch',
  personId: null,
  period: '',
  from,
  to,
  state,
  needed: 1,
  counted: 0,
  because: null,
  evidence: [],
  excuse: null,
  ...more,
})
const row = (rule: string, duties: Duty[], personId: string | null = null): YearRow => ({
  rule,
  unitId: 'branch',
  unitName: '第一党支部',
  personId,
  personName: personId,
  personInitials: null,
  duties: duties.map((each) => ({ ...each, rule, personId })),
})
const RULES: DutyRule[] = []
const widths = (rows: YearRow[]) =>
  gridOf(rows, RULES, 2026)[0]!.rows.map(({ cells }) => cells.map((c) => c.months))

test('a month takes one column, a quarter three, a year twelve', () => {
  const quarters = [
    duty('2026-01-01', '2026-03-31', 'done'),
    duty('2026-04-01', '2026-06-30', 'missed'),
    duty('2026-07-01', '2026-09-30', 'done'),
    duty('2026-10-01', '2026-12-31', 'due'),
  ]
  assert.deepEqual(widths([row('quarterly', quarters)]), [[3, 3, 3, 3]])
  assert.deepEqual(widths([row('yearly', [duty('2026-01-01', '2026-12-31', 'due')])]), [[12]])
})

test('what begins before the year or ends after it is cut at its edges, and gaps stay empty', () => {
  const renewal = duty('2025-09-28', '2026-03-28', 'missed')
  const next = duty('2026-10-15', '2027-04-15', 'not-yet')
  const [only] = gridOf([row('renewal', [renewal, next])], RULES, 2026)[0]!.rows
  assert.deepEqual(
    only?.cells.map(({ month, months }) => [month, months]),
    [
      [1, 3],
      [4, 6],
      [10, 3],
    ],
  )
  assert.equal(only?.cells[1]?.duties, null)
})

test('periods that overlap stand on lines of their own', () => {
  const both = [duty('2026-07-01', '2026-09-30', 'due'), duty('2026-09-01', '2026-09-30', 'due')]
  assert.equal(widths([row('changed', both)]).length, 2)
})

test('what eight people owe is one line that counts them', () => {
  const people = ['甲', '乙', '丙'].map((name, at) =>
    row('talk', [duty('2026-01-01', '2026-12-31', at === 0 ? 'done' : 'due')], name),
  )
  const [only, ...others] = gridOf(people, RULES, 2026)[0]!.rows
  assert.equal(others.length, 0)
  const cell = only!.cells[0]!
  assert.ok(cell.duties !== null)
  assert.equal(cell.state, 'due')
  assert.deepEqual(doneOf(cell), { done: 1, owed: 3 })
})

test('late says which: written down late, or done late', () => {
  const piece = { id: '', kind: '', forYear: null, title: '', sourceKind: '', sourceId: '' }
  const entered = { ...piece, heldOn: '2026-08-10', recordedOn: '2026-09-20' }
  const done = { ...piece, heldOn: '2026-09-03', recordedOn: '2026-09-03' }
  assert.equal(lateWord(duty('2026-08-01', '2026-08-31', 'late', { evidence: [entered] })), '补记')
  assert.equal(lateWord(duty('2026-08-01', '2026-08-31', 'late', { evidence: [done] })), '迟办')
})

test('arrow keys walk cells sideways and hold the month up and down', () => {
  const months = Array.from({ length: 12 }, (_, at) => {
    const month = String(at + 1).padStart(2, '0')
    return duty(`2026-${month}-01`, `2026-${month}-28`, 'due')
  })
  const { rows } = gridOf(
    [row('monthly', months), row('yearly', [duty('2026-01-01', '2026-12-31', 'due')])],
    RULES,
    2026,
  )[0]!
  assert.deepEqual(stepped(rows, { row: 0, month: 5 }, 'ArrowRight'), { row: 0, month: 6 })
  assert.deepEqual(stepped(rows, { row: 0, month: 5 }, 'ArrowDown'), { row: 1, month: 5 })
  assert.deepEqual(stepped(rows, { row: 1, month: 5 }, 'ArrowUp'), { row: 0, month: 5 })
  assert.deepEqual(stepped(rows, { row: 0, month: 12 }, 'ArrowRight'), { row: 0, month: 12 })
  assert.deepEqual(stepped(rows, { row: 0, month: 7 }, 'Home'), { row: 0, month: 1 })
  assert.equal(stepped(rows, { row: 0, month: 7 }, 'a'), null)
})
