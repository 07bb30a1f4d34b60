import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../kernel/day.ts'
import { effective } from './effective.ts'
import { judge } from './judge.ts'
import { readRegulations, told } from './read.ts'
import type { Rule } from './rule.ts'
import { boundOf, keeps } from './span.ts'

const { rules, parameters, calendar, faults } = readRegulations()
const all: Rule[] = [...rules.values()].flat()
const named = (rule: Rule) => `${rule.id} from ${rule.from}`

test('the regulations read without a fault', () => {
  assert.equal(told(faults), '')
})

test('at least seventy rules can be judged, counted without those that only guide', () => {
  const judged = new Set(all.filter((rule) => rule.kind !== 'guidance').map((rule) => rule.id))
  assert.ok(judged.size >= 70, `${judged.size}`)
})

test('the public ids keep their facts', () => {
  const facts: Record<string, string[]> = {
    'election.quorum': ['entitled', 'present'],
    'election.majority': ['present', 'approve'],
    'election.surplus': ['seats', 'candidates'],
    'general-meeting.quorum': ['entitled', 'present'],
    'general-meeting.majority': ['entitled', 'approve'],
    'appraisal.excellent-cap': ['members', 'excellent'],
    'federation-election.majority': ['entitled', 'present', 'approve'],
    'union-election.majority': ['entitled', 'approve'],
  }
  for (const [id, names] of Object.entries(facts)) {
    for (const rule of rules.get(id) ?? assert.fail(id)) {
      assert.deepEqual(rule.kind === 'check' && Object.keys(rule.facts), names, id)
    }
  }
})

for (const rule of all) {
  if (rule.kind === 'check') {
    test(`${named(rule)}: every example is judged as written, on both sides of the line`, () => {
      for (const { facts, holds, needed, parameters: settled } of rule.examples) {
        const outcome = judge(check(effective(rule, settled ?? {}, parameters)), facts)
        assert.partialDeepStrictEqual(outcome, { holds, needed }, JSON.stringify(facts))
      }
      assert.deepEqual([...new Set(rule.examples.map(({ holds }) => holds))].sort(), [false, true])
    })
  }
  if (rule.kind === 'limit') {
    test(`${named(rule)}: the day is the one written; it keeps the limit and its neighbour does not`, () => {
      for (const example of rule.examples) {
        const settled = effective(rule, example.parameters ?? {}, parameters)
        assert.ok(settled.kind === 'limit')
        const bound = boundOf(settled, day(example.event), calendar.isWorkday)
        const [on, beyond] = 'last' in bound ? [bound.last, 1] : [bound.first, -1]
        assert.equal(on.toString(), 'last' in example ? example.last : example.first)
        assert.equal(keeps(bound, on), true)
        assert.equal(keeps(bound, on.add({ days: beyond })), false)
      }
    })
  }
  if (rule.kind === 'duty') {
    test(`${named(rule)}: the examples show it kept and not kept`, () => {
      const kept = rule.examples.map(({ state }) => state === 'done' || state === 'late')
      assert.deepEqual([...new Set(kept)].sort(), [false, true])
    })
  }
}

test('a rule taken from memory or local habit is never a must', () => {
  const claims = all.filter((rule) => rule.confidence === 'L' && rule.hardness === 'must').map(named)
  assert.deepEqual(claims, [])
})

test('high confidence rests on something that was read', () => {
  const claims = all.filter((rule) => rule.confidence === 'H' && rule.evidence === 'K').map(named)
  assert.deepEqual(claims, [])
})

test('a clause whose number was not seen cites none', () => {
  const scrutinised = all.filter((rule) => rule.source.form === 'reply' || rule.source.form === 'practice')
  assert.ok(scrutinised.length > 0)
  for (const rule of scrutinised) assert.equal(rule.source.article, undefined, named(rule))
})

const check = (rule: Rule) => (rule.kind === 'check' ? rule : assert.fail(rule.id))
