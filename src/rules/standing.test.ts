import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../kernel/day.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { explain } from './explain.ts'
import { judge } from './judge.ts'
import { readRegulations } from './read.ts'
import type { Check } from './rule.ts'
import { bind, ruleOn, rulesOn } from './rulebook.ts'
import { rulesStanding, rulesUnder, settledOn, toldBy } from './standing.ts'

const book = readRegulations()
const quorum = ruleOn(book.rules, 'election.quorum', day('2026-11-22')) as Check
const choices = [
  { key: 'election.quorum.share', choice: '5/6', since: '2026-01-01' },
  { key: 'election.requestLead', choice: '30', since: '2026-03-01' },
  { key: 'election.quorum.share', choice: '9/10', since: '2026-06-01' },
]

const words = (facts: Record<string, number | boolean>, change: Partial<Check> = {}): string => {
  const rule = { ...quorum, ...change }
  const judgment = judge(rule, facts)
  return isRefusal(judgment) ? assert.fail(judgment.message) : explain(judgment, rule)
}

test('a judgment is one sentence: the numbers, the clause, what is wanted, and whether it is so', () => {
  const clause = '依《中国共产党基层组织选举工作条例》第十九条'
  const told = '应到会有选举权党员 29 人，实到会有选举权党员'
  const wanted = '实到会有选举权党员'
  assert.equal(
    words({ entitled: 29, present: 24 }),
    `${told} 24 人，${clause}，${wanted}须达到 24 人：符合。`,
  )
  assert.equal(
    words({ entitled: 29, present: 23 }),
    `${told} 23 人，${clause}，${wanted}须达到 24 人：不符合。`,
  )
  const modal = (hardness: Check['hardness']) =>
    words({ entitled: 29, present: 24 }, { hardness }).split('，')[3]
  assert.deepEqual(
    (['default', 'may', 'aim'] as const).map(modal),
    ['一般应', '可', '宜'].map((may) => `${wanted}${may}达到 24 人：符合。`),
  )
  assert.match(words({ entitled: 29, present: 3 }, { needs: 'present <= 3' }), /须不超过 3 人：符合。$/)
  assert.match(words({ entitled: 29, present: 3 }, { needs: 'present = 4' }), /须为 4 人：不符合。$/)
})

test('a yes-no fact is told by yes and no', () => {
  const facts: Check['facts'] = { secret: { name: '无记名', kind: 'yes-no', unit: '人', atLeast: 0 } }
  const asks = (needs: string) => ({ facts, needs })
  assert.match(words({ secret: true }, asks('secret = 1')), /^无记名：是，.*，无记名须为“是”：符合。$/)
  assert.match(words({ secret: false }, asks('secret = 0')), /^无记名：否，.*，无记名须为“否”：符合。$/)
})

test('what an organ chose stands from its day, the last choice before all', () => {
  assert.deepEqual(settledOn(choices, '2025-12-31'), {})
  assert.deepEqual(settledOn(choices, '2026-01-01'), { 'election.quorum.share': '5/6' })
  assert.deepEqual(settledOn(choices, day('2026-06-01')), {
    'election.quorum.share': '9/10',
    'election.requestLead': '30',
  })
})

test('a rule stands as it was chosen by the day, and is absent where none was in force', () => {
  const share = (on: string) => {
    const rule = rulesStanding(book, choices, on)('election.quorum')
    return rule?.kind === 'check' ? rule.constants.share : undefined
  }
  assert.deepEqual(['2025-12-31', '2026-01-01', '2026-11-22'].map(share), ['4/5', '5/6', '9/10'])
  assert.equal(rulesUnder(book, {}, day('2026-11-22'))('election.quorum')?.from, '2020-07-13')
  assert.equal(rulesUnder(book, {}, '1980-01-01')('election.quorum'), undefined)
  assert.equal(rulesUnder(book, {}, '2026-11-22')('no.such'), undefined)
})

test('a check is told with its title and what its numbers are called; what is no check is not told', () => {
  const ruleOf = rulesUnder(book, {}, '2026-11-22')
  const told = toldBy(ruleOf, 'election.quorum', { entitled: 29, present: 24 })
  assert.deepEqual(told && { ...told, words: told.words.length > 0 }, {
    judgment: {
      rule: 'election.quorum',
      holds: true,
      needed: 24,
      numbers: { entitled: 29, present: 24 },
      citation: '《中国共产党基层组织选举工作条例》第十九条',
      hardness: 'must',
      confidence: 'M',
    },
    words: true,
    title: quorum.title,
    says: quorum.says,
    facts: {
      entitled: { name: '应到会有选举权党员', unit: '人' },
      present: { name: '实到会有选举权党员', unit: '人' },
    },
  })
  assert.equal(toldBy(ruleOf, null, {}), null)
  assert.equal(toldBy(ruleOf, 'no.such', {}), null)
  assert.equal(toldBy(ruleOf, 'term.branch', {}), null)
  assert.equal(toldBy(ruleOf, 'election.quorum', { entitled: 29, present: 30 }), null)
})

test('of the versions of a rule each day has the one in force, its first and last day included', () => {
  const version = (from: string, to?: string) => ({ ...quorum, from, ...(to ? { to } : {}) })
  const rules = bind([version('2020-07-13'), version('1990-06-27', '2020-07-12')])
  const on = (text: string) => ruleOn(rules, 'election.quorum', day(text))?.from
  assert.deepEqual(['1990-06-26', '1990-06-27', '2020-07-12', '2020-07-13', '2030-01-01'].map(on), [
    undefined,
    '1990-06-27',
    '1990-06-27',
    '2020-07-13',
    '2020-07-13',
  ])
  assert.deepEqual(
    rules.get('election.quorum')?.map(({ from }) => from),
    ['1990-06-27', '2020-07-13'],
  )
  assert.deepEqual(
    rulesOn(rules, day('2000-01-01')).map(({ from }) => from),
    ['1990-06-27'],
  )
})
