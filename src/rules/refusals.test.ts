import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../kernel/day.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { effective, withValue } from './effective.ts'
import { judge, judgeById } from './judge.ts'
import type { Parameter } from './parameters.ts'
import { readRegulations } from './read.ts'
import type { Check } from './rule.ts'
import { ruleOn } from './rulebook.ts'
import { parameterRefusal } from './settle.ts'

const { rules, parameters } = readRegulations()
const quorum = ruleOn(rules, 'election.quorum', day('2026-11-22')) as Check
const told = (outcome: unknown) => {
  if (!isRefusal(outcome)) return assert.fail('not refused')
  const { refused, field, message } = outcome
  return [refused, field, message]
}
const LISTED = 'entitled（应到会有选举权党员）、present（实到会有选举权党员）'

test('each fault of a fact is told whole, with its field', () => {
  const faults: [Record<string, unknown>, string, string][] = [
    [
      { entitled: 29 },
      'present',
      `缺少“实到会有选举权党员”（present），规则 election.quorum 需要${LISTED}。`,
    ],
    [
      { entitled: 29, present: 24, absent: 5 },
      'absent',
      `规则 election.quorum 没有名为 "absent" 的事实，只需要${LISTED}。`,
    ],
    [{ entitled: 29, present: -1 }, 'present', '“实到会有选举权党员”（present）不能是负数，所给为 -1。'],
    [
      { entitled: 29, present: 1.5 },
      'present',
      '“实到会有选举权党员”（present）以人计，必须是整数，所给为 1.5。',
    ],
    [
      { entitled: 29, present: 30 },
      'present',
      '“实到会有选举权党员”（present）为 30，不能多于“应到会有选举权党员”（entitled）的 29。',
    ],
    [{ entitled: 0, present: 0 }, 'entitled', '“应到会有选举权党员”（entitled）至少为 1，所给为 0。'],
    [
      { entitled: 10_000_001, present: 1 },
      'entitled',
      '“应到会有选举权党员”（entitled）不能大于 10000000，所给为 10000001。',
    ],
    [{ entitled: 29, present: '24' }, 'present', '“实到会有选举权党员”（present）应填整数，所给为 "24"。'],
    [
      { entitled: 29, present: undefined },
      'present',
      '“实到会有选举权党员”（present）应填整数，所给为 undefined。',
    ],
    [
      { entitled: 29, present: 'x'.repeat(60) },
      'present',
      `“实到会有选举权党员”（present）应填整数，所给为 "${'x'.repeat(39)}…。`,
    ],
  ]
  for (const [facts, field, message] of faults)
    assert.deepEqual(told(judge(quorum, facts)), ['invalid', field, message])
  for (const facts of [
    { entitled: 1, present: 0 },
    { entitled: 10_000_000, present: 10_000_000 },
  ])
    assert.equal(isRefusal(judge(quorum, facts)), false)
})

test('a yes-no fact is true or false, one or zero, and nothing else', () => {
  const secret = ruleOn(rules, 'election.secret-ballot', day('2026-11-22')) as Check
  for (const value of [true, false, 1, 0]) assert.equal(isRefusal(judge(secret, { secret: value })), false)
  for (const [value, shown] of [
    [2, '2'],
    ['yes', '"yes"'],
    [null, 'null'],
  ])
    assert.deepEqual(told(judge(secret, { secret: value })), [
      'invalid',
      'secret',
      `“采用无记名投票”（secret）只能填 true 或 false，所给为 ${shown}。`,
    ])
})

test('facts that are not the own ones of the object given are told as a whole', () => {
  const inherited = Object.create(
    { absent: 1 },
    {
      entitled: { value: 29, enumerable: true },
      present: { value: 24, enumerable: true },
    },
  )
  assert.deepEqual(told(judge(quorum, inherited)), [
    'invalid',
    'facts',
    `规则 election.quorum 的事实无法识别，需要${LISTED}。`,
  ])
})

test('why a rule cannot be judged is told whole', () => {
  const asked = (id: string, on = '2026-11-22') => told(judgeById(rules, id, { on: day(on), facts: {} }))
  assert.deepEqual(asked('term.branch'), [
    'invalid',
    'rule',
    '规则 term.branch（支部任期届满日）是期限，由日期推算，不能按人数判定。'.replace(
      '支部任期届满日',
      ruleOn(rules, 'term.branch', day('2026-11-22'))!.title,
    ),
  ])
  assert.deepEqual(asked('nothing.alike'), [
    'not-found',
    'rule',
    '没有编号为 "nothing.alike" 的规则，编号见“规则”页。',
  ])
  const [code, field, message] = asked(`term.${'x'.repeat(80)}`)
  assert.deepEqual([code, field], ['not-found', 'rule'])
  assert.match(
    String(message),
    /^没有编号为 "term\.x{55}" 的规则，相近的有 term\.[a-z-]+(、term\.[a-z-]+){0,5}。$/,
  )
  assert.deepEqual(asked('election.discipline', '1980-01-01').slice(0, 2), ['invalid', 'on'])
  const old = bindTo('2000-01-01', '2001-12-31')
  assert.deepEqual(told(judgeById(old, quorum.id, { on: day('2026-11-22'), facts: {} })), [
    'invalid',
    'on',
    '规则 election.quorum 在 2026-11-22 没有施行，施行的日子是 2000-01-01 至 2001-12-31。',
  ])
})

const bindTo = (from: string, to: string) => new Map([[quorum.id, [{ ...quorum, from, to }]]])

test('why a parameter may not be settled so is told whole', () => {
  const asked = (key: string, value: string) => told(parameterRefusal(parameters, rules, key, value))
  const fields: [string, string, unknown[]][] = [
    ['no.such', '1', ['not-found', 'key', '没有名为 "no.such" 的地方参数。']],
    ['election.quorum.share', 'x', ['invalid', 'value', '“选举大会到会比例”应填分数或整数，如 4/5。']],
    ['election.requestLead', '7/2', ['invalid', 'value', '“换届请示提前天数”应填整数，如 60。']],
    ['election.requestLead', 'x60', ['invalid', 'value', '“换届请示提前天数”应填整数，如 60。']],
    ['election.requestLead', '60x', ['invalid', 'value', '“换届请示提前天数”应填整数，如 60。']],
    [
      'election.preliminary.base',
      'none',
      [
        'rule',
        'value',
        '“预选的基数”只能取 present（实到会）、entitled（应到会）。《中国共产党基层组织选举工作条例》第二十八条是“应当”一级的要求，地方只能从严或在其中选择。',
      ],
    ],
    [
      'talks.matrix',
      'none',
      ['invalid', 'value', '“谈心谈话的计法”只能取 person（按人计）、pair（按对计）。'],
    ],
  ]
  for (const [key, value, wanted] of fields) assert.deepEqual(asked(key, value), wanted, key)
  for (const [key, value] of [
    ['election.requestLead', '7'],
    ['election.requestLead', '180'],
    ['election.quorum.share', '1'],
    ['election.quorum.share', '4/5'],
  ] as const)
    assert.equal(parameterRefusal(parameters, rules, key, value), undefined, `${key} ${value}`)
})

test('where lower is stricter, a must may be lowered and not raised', () => {
  const cap: Parameter = {
    key: 'sample.cap',
    title: '上限',
    says: '上限。',
    serves: [],
    default: '4/5',
    least: '1/10',
    most: '1',
    stricter: 'lower',
    sets: [{ rule: quorum.id, constant: 'share' }],
  }
  assert.equal(parameterRefusal([cap], rules, cap.key, '3/5'), undefined)
  assert.match(String(told(parameterRefusal([cap], rules, cap.key, '9/10'))[2]), /要求不高于 4\/5/)
})

test('a choice changes what it says and nothing else', () => {
  const choice: Parameter = {
    key: 'sample.choice',
    title: '选择',
    says: '选择。',
    serves: [],
    default: 'one',
    choices: [
      { value: 'one', label: '一', changes: [] },
      {
        value: 'two',
        label: '二',
        changes: [
          { rule: quorum.id, names: { present: '到场' }, constants: { share: '1' } },
          { rule: 'life-meeting.yearly', reach: 'each' },
        ],
      },
    ],
  }
  assert.equal(withValue(quorum, choice, 'one'), quorum)
  assert.equal(withValue(quorum, choice, 'three'), quorum)
  const changed = withValue(quorum, choice, 'two') as Check
  assert.deepEqual(changed.facts, { ...quorum.facts, present: { ...quorum.facts.present, name: '到场' } })
  assert.deepEqual(changed.constants, { share: '1' })
  const yearly = ruleOn(rules, 'life-meeting.yearly', day('2026-11-22'))!
  assert.deepEqual(withValue(yearly, choice, 'two'), { ...yearly, reach: 'each' })
  assert.equal(effective(quorum, {}, [choice]), quorum)
})
