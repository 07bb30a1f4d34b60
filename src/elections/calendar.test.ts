import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../kernel/day.ts'
import type { UnitKind } from '../organs/contract.ts'
import { readRegulations } from '../rules/read.ts'
import { type CalendarLine, calendarLine, type UnderWay } from './calendar.ts'
import { errandsOf } from './errands.ts'
import { type PostHeld, sittingOf, vacanciesOf } from './vacancies.ts'

const book = readRegulations()

type Given = {
  unitKind?: UnitKind
  electedOn?: string | null
  approvedUntil?: string | null
  posts?: PostHeld[]
  elections?: UnderWay[]
}
const unit = { unitId: 'u', unitName: '第一党支部' }
const lineOn = (
  today: string,
  {
    unitKind = 'branch',
    electedOn = '2023-04-04',
    approvedUntil = null,
    posts = [],
    elections = [],
  }: Given = {},
): CalendarLine => {
  const term = electedOn && { id: 't', electedOn, endedOn: null, approvedUntil, approvalNote: null }
  return calendarLine(book, [], { ...unit, unitKind, term: term || null, posts, elections }, day(today))
}
const underWay = (more: Partial<UnderWay> = {}): UnderWay => ({
  id: 'e',
  kind: 'renewal',
  form: 'committee',
  unitKind: 'branch',
  superior: null,
  deputies: 0,
  plannedOn: '2026-03-28',
  electedOn: null,
  closedOn: null,
  cancelledOn: null,
  steps: [],
  gatherings: [],
  ...more,
})
const errands = (today: string, given: Given = {}) =>
  errandsOf({ ...unit, unitKind: given.unitKind ?? 'branch' }, lineOn(today, given), {
    today,
    until: day(today).add({ days: 28 }).toString(),
  })

test('a term is quiet until six months before its end, and from that day asks to be prepared', () => {
  assert.partialDeepStrictEqual(lineOn('2025-10-03'), { state: 'ahead', level: null, daysOver: 0 })
  const begun = lineOn('2025-10-04')
  assert.partialDeepStrictEqual(begun, { state: 'prepare', level: 'amber', request: { on: '2026-02-03' } })
  assert.match(begun.words, /离届满还有 182 天/)
})

test('once the request can no longer be in time, that is what it says; recorded, it is silent again', () => {
  assert.equal(lineOn('2026-02-03').state, 'prepare')
  const late = lineOn('2026-02-04')
  assert.partialDeepStrictEqual(late, { state: 'request', level: 'amber' })
  assert.match(late.words, /请示应在2026年2月3日 \(周二\)前报出，已过 1 天/)
  const request = {
    doneOn: '2026-01-20',
    number: null,
    byWhom: null,
    note: null,
    meetingId: null,
    version: 1,
  }
  const asked = underWay({ steps: [{ step: 'request', ...request }] })
  assert.equal(lineOn('2026-02-04', { elections: [asked] }).state, 'under-way')
})

test('on its last day a term is not over; the day after it is, in days, with what may still be approved', () => {
  assert.equal(lineOn('2026-04-04').daysOver, 0)
  const over = lineOn('2026-04-05')
  assert.partialDeepStrictEqual(over, { state: 'overdue', level: 'red', daysOver: 1 })
  assert.match(over.words, /已超过届满日 1 天。延期须经批准，一般最迟到2027年4月4日/)
  assert.match(over.citation!, /支部工作条例（试行）》第二十一条/)
})

test('an approved extension moves the end and the reminder with it', () => {
  const given = { approvedUntil: '2026-12-31' }
  assert.equal(lineOn('2026-06-29', given).state, 'ahead')
  assert.equal(lineOn('2026-06-30', given).state, 'prepare')
  assert.match(lineOn('2027-01-01', given).words, /已超过批准的日期 1 天/)
})

test('a union goes by its own term and its own lead time', () => {
  const line = lineOn('2027-01-01', { unitKind: 'union', electedOn: '2022-06-10' })
  assert.partialDeepStrictEqual(line, { state: 'prepare', request: { on: '2027-05-11' } })
  assert.match(line.citation!, /工会法/)
})

test('nothing waits while a term is far from its end; then one errand, which takes the place of the duty', () => {
  assert.deepEqual(errands('2025-08-01'), [])
  assert.partialDeepStrictEqual(errands('2025-09-20'), [{ coming: true, by: '2025-10-04' }])
  assert.partialDeepStrictEqual(errands('2025-11-01'), [
    { title: '本届将届满，着手换届、准备请示', coming: false, instead: 'renewal.branch', to: '/elections' },
  ])
  assert.match(errands('2026-11-22')[0]!.title, /^本届已届满 232 天，还没有办理换届$/)
  assert.equal('instead' in errands('2027-03-01', { unitKind: 'union', electedOn: '2022-06-10' })[0]!, false)
})

test('an election under way waits with its next step alone, and says how far the term is over', () => {
  const [only, ...others] = errands('2026-04-10', { elections: [underWay()] })
  assert.deepEqual(others, [])
  assert.equal(only!.title, '换届选举下一步：委员会决定换届（已超过届满日 6 天）')
  assert.partialDeepStrictEqual(only, { to: '/elections/e', instead: 'renewal.branch' })
  const both = errands('2026-04-10', { elections: [underWay({ kind: 'by-election' })] })
  assert.equal(both.length, 2)
})

const held = (post: string, name: string, since: string, until: string | null = null): PostHeld => ({
  ...{ post, name, since, until },
  personId: name,
})

test('a post that ended within the term and that nobody took is a vacancy, until somebody takes it', () => {
  const posts = [
    held('secretary', '林岚', '2023-04-04'),
    held('publicity', '何畅', '2023-04-04', '2025-06-30'),
  ]
  assert.deepEqual(vacanciesOf(posts, '2023-04-04', '2025-06-30'), [])
  assert.deepEqual(vacanciesOf(posts, '2023-04-04', '2025-07-01'), [
    { post: 'publicity', name: '何畅', on: '2025-06-30' },
  ])
  const taken = [...posts, held('publicity', '许晴', '2025-08-01')]
  assert.deepEqual(vacanciesOf(taken, '2023-04-04', '2025-09-01'), [])
})

test('who only changed her work on the committee left no seat; nor did the committee before', () => {
  const changed = [
    held('publicity', '何畅', '2023-04-04', '2025-06-30'),
    held('organization', '何畅', '2025-07-01'),
  ]
  assert.deepEqual(vacanciesOf(changed, '2023-04-04', '2025-09-01'), [])
  const before = [
    held('deputy-secretary', '周启明', '2020-04-01', '2023-04-09'),
    held('secretary', '林岚', '2023-04-10'),
  ]
  assert.deepEqual(vacanciesOf(before, '2023-04-04', '2025-09-01'), [])
})

test('a committee is counted in people, not in posts', () => {
  const posts = [
    held('secretary', '林岚', '2023-04-04'),
    held('discipline', '林岚', '2023-04-04'),
    held('deputy-secretary', '周启明', '2023-04-04'),
    held('publicity', '何畅', '2023-04-04', '2025-06-30'),
  ]
  assert.deepEqual(sittingOf(posts, '2025-07-01'), { seats: 2, deputies: 1 })
})
