import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../kernel/day.ts'
import { book } from '../rules/book.ts'
import { ruleOn } from '../rules/rulebook.ts'
import { heaviest, hoursJudged, hoursOf, lacking, tallied } from './hours.ts'
import { provenBy } from './kinds.ts'

const anyDeclared = fc.array(
  fc.record({
    personId: fc.constantFrom('林', '顾', '丁'),
    hours: fc.option(fc.integer({ min: 1, max: 400 })),
  }),
)

test('declared hours add up to the same whatever the order, and what was not declared adds nothing', () => {
  fc.assert(
    fc.property(anyDeclared, (declared) => {
      const forwards = tallied(declared)
      assert.deepEqual(new Map(tallied(declared.toReversed())), new Map([...forwards].reverse()))
      const sum = [...forwards.values()].reduce((all, each) => all + each.declared, 0)
      assert.equal(
        sum,
        declared.reduce((all, { hours }) => all + (hours ?? 0), 0),
      )
      const sessions = [...forwards.values()].reduce((all, each) => all + each.sessions, 0)
      assert.equal(sessions, declared.length)
      for (const { undeclared, sessions: own } of forwards.values()) assert.ok(undeclared <= own)
    }),
  )
})

test('one more session never lowers anybody’s hours, and leaves those of all others alone', () => {
  fc.assert(
    fc.property(anyDeclared, fc.integer({ min: 1, max: 400 }), (declared, hours) => {
      const before = tallied(declared)
      const after = tallied([...declared, { personId: '林', hours }])
      assert.equal(after.get('林')?.declared, (before.get('林')?.declared ?? 0) + hours)
      for (const other of ['顾', '丁']) assert.deepEqual(after.get(other), before.get(other))
    }),
  )
})

test('what is lacking and what is declared make up what is needed, or nothing is lacking', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (needed, declared) => {
      const missing = lacking(needed, declared)
      assert.ok(missing >= 0)
      assert.equal(missing === 0 || missing + declared === needed, true)
    }),
  )
})

test('a person has her own hours where they were given, else those of the session', () => {
  assert.equal(hoursOf(4, [{ personId: '林', hours: 2 }], '林'), 2)
  assert.equal(hoursOf(4, [{ personId: '林', hours: 2 }], '顾'), 4)
  assert.equal(hoursOf(null, [], '顾'), null)
})

test('who is of the committee owes fifty-six, which holds the thirty-two of every member', () => {
  const owed = [
    { personId: '顾', rule: 'study.member-hours', needed: 32 },
    { personId: '顾', rule: 'study.committee-hours', needed: 56 },
    { personId: '林', rule: 'study.member-hours', needed: 32 },
  ]
  assert.equal(heaviest(owed, '顾')?.needed, 56)
  assert.equal(heaviest(owed.toReversed(), '顾')?.needed, 56)
  assert.equal(heaviest(owed, '林')?.rule, 'study.member-hours')
  assert.equal(heaviest(owed, '丁'), undefined)
})

test('thirty-two hours are enough for a member and thirty-one are not, with the clause', () => {
  const rule = ruleOn(book.rules, 'study.member-hours', day('2026-11-22'))
  assert.equal(hoursJudged(rule, 32)?.holds, true)
  const short = hoursJudged(rule, 31)
  assert.equal(short?.holds, false)
  assert.equal(short?.needed, 32)
  assert.match(short?.citation ?? '', /^《/)
})

test('only a training of the county or above proves one, and only the first piece carries hours', () => {
  assert.deepEqual(provenBy('training', 'own', false), ['training'])
  assert.deepEqual(provenBy('training', 'superior', false), ['training', 'superior-training'])
  assert.deepEqual(provenBy('training', 'county', false), [
    'training',
    'superior-training',
    'county-training',
  ])
  assert.deepEqual(provenBy('induction', 'city', false).at(-1), 'induction-training')
  assert.deepEqual(provenBy('collective', 'city', false), ['study'])
  assert.deepEqual(provenBy('collective', 'own', true), ['lecture'])
})
