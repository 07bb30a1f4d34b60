import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../kernel/day.ts'
import { book } from '../rules/book.ts'
import { rulesStanding } from '../rules/standing.ts'
import { decisionRefusal, extensionRefusal, type Kept, probationShown } from './probation.ts'

const ruleOf = rulesStanding(book, [], '2026-11-22')
const days = fc
  .record({
    year: fc.integer({ min: 1980, max: 2060 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map((parts) => Temporal.PlainDate.from(parts))

const kept = (more: Partial<Kept>): Kept => ({
  id: null,
  personId: crypto.randomUUID(),
  personName: '尤佳',
  unitId: crypto.randomUUID(),
  unitName: '机关党支部',
  groupName: null,
  joinedOn: null,
  keptEnd: null,
  beganOn: null,
  extensions: 0,
  appliedOn: '2026-11-12',
  groupOpinionOn: null,
  contactsOpinionOn: null,
  publicityFrom: null,
  publicityTo: null,
  meetingId: null,
  discussedOn: null,
  outcome: null,
  extendedTo: null,
  submittedOn: null,
  approvedOn: null,
  approvalNumber: null,
  version: 0,
  ...more,
})
const shownOn = (on: string, more: Partial<Kept>) => probationShown(kept(more), ruleOf, day(on))

test('a probation ends on the same day a year on, or on the last of February', () => {
  fc.assert(
    fc.property(days, (began) => {
      const { endsOn } = shownOn('2026-11-22', { joinedOn: began.toString() })
      const end = day(endsOn!)
      assert.equal(end.year, began.year + 1)
      assert.equal(end.month, began.month)
      assert.equal(end.day, began.month === 2 && began.day === 29 ? 28 : began.day)
    }),
  )
})

test('an extension ends six months to a year after the first end, both days included, and no other day does', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -10, max: 500 }), (end, offset) => {
      const to = end.add({ days: offset })
      const refused = extensionRefusal({ endsOn: end.toString(), extensions: 0 }, to.toString(), ruleOf)
      const within =
        Temporal.PlainDate.compare(to, end.add({ months: 6 })) >= 0 &&
        Temporal.PlainDate.compare(to, end.add({ years: 1 })) <= 0
      assert.equal(refused === null, within, `${end} ${to}`)
    }),
  )
})

test('a second extension is refused with its clause and the number', () => {
  const refused = extensionRefusal({ endsOn: '2026-05-25', extensions: 1 }, '2026-12-25', ruleOf)
  assert.equal(refused?.refused, 'rule')
  assert.deepEqual(refused?.because?.numbers, { extensions: 2 })
  assert.match(refused?.because?.citation ?? '', /《中国共产党章程》第七条/)
})

const carried = { heldOn: '2026-11-25', passed: true, judgments: [] }
const convert = { outcome: 'convert', extendedTo: null } as const
const facts = {
  personName: '尤佳',
  beganOn: '2025-11-25',
  endsOn: '2026-11-25',
  extensions: 0,
  appliedOn: '2026-11-12',
}

test('conversion is discussed on the day the probation ends or later, never before', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300, max: 300 }), (offset) => {
      const heldOn = day(facts.endsOn).add({ days: offset }).toString()
      const refused = decisionRefusal(facts, { ...carried, heldOn }, convert, ruleOf)
      assert.equal(refused === null, offset >= 0)
      if (refused) assert.match(refused.message, new RegExp(`早了 ${-offset} 天.*第七条`))
    }),
  )
})

test('without a written application there is no conversion, yet the candidacy may be cancelled', () => {
  const without = { ...facts, appliedOn: null }
  assert.equal(decisionRefusal(without, carried, convert, ruleOf)?.because?.rule, 'probation.application')
  assert.equal(
    decisionRefusal(
      without,
      { ...carried, heldOn: '2026-06-01' },
      { outcome: 'cancel', extendedTo: null },
      ruleOf,
    ),
    null,
  )
})

test('a resolution that was voted down changes nobody', () => {
  assert.equal(decisionRefusal(facts, { ...carried, passed: false }, convert, ruleOf)?.refused, 'rule')
})

test('its state goes by the day, and what is late is said with numbers', () => {
  const began = { joinedOn: '2025-11-25' }
  assert.equal(shownOn('2026-10-20', began).state, 'running')
  assert.equal(shownOn('2026-10-28', began).state, 'ending')
  assert.equal(shownOn('2026-11-25', began).state, 'ending')
  const over = shownOn('2026-12-05', began)
  assert.equal(over.state, 'ended')
  assert.match(over.late.join(), /已过 10 天/)
  const decided = {
    outcome: 'convert',
    discussedOn: '2026-11-26',
    submittedOn: '2026-11-27',
    ...began,
  } as const
  assert.equal(shownOn('2027-02-27', decided).approveBy, '2027-02-27')
  assert.match(shownOn('2027-02-27', decided).late.join(), /满后第 1 天/)
  assert.match(shownOn('2027-02-28', decided).late.join(), /超过三个月/)
})
