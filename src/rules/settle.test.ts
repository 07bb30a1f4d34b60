import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../kernel/day.ts'
import { effective } from './effective.ts'
import { judge } from './judge.ts'
import { readRegulations } from './read.ts'
import { ruleOn } from './rulebook.ts'
import { parameterRefusal } from './settle.ts'

const { rules, parameters } = readRegulations()
const refusal = (key: string, value: string) => parameterRefusal(parameters, rules, key, value)
const inForce = (id: string) => ruleOn(rules, id, day('2026-11-22')) ?? assert.fail(id)

test('every default and every choice offered may be settled', () => {
  for (const parameter of parameters) {
    const values = 'choices' in parameter ? parameter.choices.map(({ value }) => value) : [parameter.default]
    for (const value of values) assert.equal(refusal(parameter.key, value), undefined, parameter.key)
  }
})

test('a must may be tightened', () => {
  assert.equal(refusal('election.quorum.share', '9/10'), undefined)
})

test('a must may not be loosened, and the refusal gives clause and numbers', () => {
  assert.deepEqual(refusal('election.quorum.share', '3/5'), {
    refused: 'rule',
    message:
      '“选举大会到会比例”不能定为 3/5：《中国共产党基层组织选举工作条例》第十九条要求不低于 4/5，地方只能从严，不能放宽。',
    field: 'value',
  })
  assert.match(refusal('election.surplus.share', '19/100')?.message ?? '', /要求不低于 1\/5/)
})

test('a choice that is not offered is refused with those that are, and with the clause where a must is touched', () => {
  assert.match(
    refusal('branch.lecture.period', 'never')?.message ?? '',
    /只能取 quarter（每季度）、month（每月）/,
  )
  assert.match(refusal('branch.life.yearAttribution', 'any')?.message ?? '', /第十七条是“应当”一级的要求/)
})

test('no choice that is offered loosens a must', () => {
  const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 }
  for (const parameter of parameters.filter((known) => 'choices' in known)) {
    for (const { value, changes } of parameter.choices) {
      for (const rule of changes
        .map((change) => inForce(change.rule))
        .filter(({ hardness }) => hardness === 'must')) {
        const changed = effective(rule, { [parameter.key]: value }, parameters)
        if ('every' in rule && 'every' in changed) {
          assert.ok(months[changed.every] <= months[rule.every], `${parameter.key} ${value}`)
          assert.ok(changed.carriesOver === undefined || rule.carriesOver !== undefined)
        }
        if (rule.kind === 'check' && changed.kind === 'check') {
          assert.deepEqual([changed.needs, changed.constants], [rule.needs, rule.constants])
        }
      }
    }
  }
})

test('what is no number, out of range, or no parameter at all is refused', () => {
  const refused = (key: string, value: string) => refusal(key, value)?.message ?? ''

  assert.match(refused('election.quorum.share', '0.9'), /应填分数或整数，如 4\/5/)
  assert.match(refused('election.quorum.share', '11/10'), /应在 4\/5 至 1 之间/)
  assert.match(refused('election.requestLead', '200'), /应在 7 至 180 天之间/)
  assert.match(refused('election.requestLead', '121/2'), /应填整数，如 60/)
  assert.match(refused('branch.colour', 'red'), /没有名为 "branch.colour" 的地方参数/)
})

test('a settled share moves the line, and leaves the rule of the country as it was', () => {
  const rule = inForce('election.quorum')
  const tightened = effective(rule, { 'election.quorum.share': '9/10' }, parameters)
  assert.ok(rule.kind === 'check' && tightened.kind === 'check')

  const facts = { entitled: 29, present: 24 }
  assert.partialDeepStrictEqual(judge(tightened, facts), { holds: false, needed: 27 })
  assert.partialDeepStrictEqual(judge(rule, facts), { holds: true, needed: 24 })
})

test('a settled period changes how often a duty is owed', () => {
  const monthly = effective(
    inForce('general-meeting.quarterly'),
    { 'branch.assembly.period': 'month' },
    parameters,
  )
  assert.equal('every' in monthly && monthly.every, 'month')
})

test('by the strict calendar, a life meeting of January no longer counts for the year before', () => {
  const rule = inForce('life-meeting.yearly')
  const strict = effective(rule, { 'branch.life.yearAttribution': 'calendar' }, parameters)

  assert.deepEqual('carriesOver' in rule && rule.carriesOver, { months: 3 })
  assert.equal('carriesOver' in strict, false)
})

test('a settled lead moves the last day of the request', () => {
  const rule = effective(inForce('election.request'), { 'election.requestLead': '30' }, parameters)
  assert.deepEqual('ahead' in rule && rule.ahead, { days: 30 })
})

test('a parameter leaves rules that it does not name untouched', () => {
  const rule = inForce('general-meeting.quorum')
  assert.equal(effective(rule, { 'election.quorum.share': '9/10' }, parameters), rule)
})
