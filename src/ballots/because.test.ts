import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../kernel/outcome.ts'
import { rulesUnder } from '../rules/standing.ts'
import type { Tally } from './ballot.ts'
import { count } from './count.ts'
import { type ElectionRules, ROLES, type Role, ruleIdFor, rulesFor } from './election-rules.ts'
import { regulations, rulesOn } from './fixtures/elections.ts'
import { type Outcome, outcome } from './outcome.ts'
import { neededBy, reasonBy } from './reason.ts'

const rules = rulesOn()
const votes = (approve: number, valid = 24) => ({ approve, oppose: valid - approve, abstain: 0 })
const tally: Tally = {
  returned: 25,
  void: 1,
  votes: { 甲: votes(20), 乙: votes(14), 丙: votes(13) },
  writeIns: { 丁: 1 },
  fallenWriteIns: 2,
}
const ASKED = {
  entitled: 29,
  present: 26,
  seats: 2,
  candidates: ['甲', '乙', '丙'],
  issued: 26,
  tally,
  round: 1,
}
type Changes = Partial<Parameters<typeof outcome>[1]>

const told = (change: Changes = {}, by: ElectionRules = rules): Outcome => {
  const result = outcome(by, { ...ASKED, ...change })
  return isRefusal(result) ? assert.fail(result.message) : result
}
const refused = (change: Changes, by: ElectionRules = rules) => {
  const result = outcome(by, { ...ASKED, ...change })
  return isRefusal(result) ? result : assert.fail('not refused')
}
const lines = ({ because }: Outcome) =>
  because.map(({ rule, holds, needed, numbers, person }) => [rule, holds, needed, numbers, person])

test('every line that decided is there, in the order of the meeting, with its numbers', () => {
  assert.deepEqual(lines(told()), [
    ['election.quorum', true, 24, { entitled: 29, present: 26 }, undefined],
    ['election.surplus', true, 3, { seats: 2, candidates: 3 }, undefined],
    ['election.validity', true, 26, { issued: 26, returned: 25 }, undefined],
    ['election.ballot', false, 2, { seats: 2, returned: 25, valid: 24, void: 1 }, undefined],
    ['election.abstainer-write-in', false, 0, { writeIns: 2 }, undefined],
    ['election.majority', true, 14, { present: 26, approve: 20 }, '甲'],
    ['election.majority', true, 14, { present: 26, approve: 14 }, '乙'],
    ['election.majority', false, 14, { present: 26, approve: 13 }, '丙'],
    ['election.majority', false, 14, { present: 26, approve: 1 }, '丁'],
    ['election.elected-most', true, 2, { seats: 2, elected: 2 }, undefined],
  ])
})

test('each line is a sentence with clause, hardness and confidence', () => {
  const { because } = told()
  assert.deepEqual(because[3], {
    rule: 'election.ballot',
    holds: false,
    needed: 2,
    numbers: { seats: 2, returned: 25, valid: 24, void: 1 },
    citation: '《中国共产党基层组织选举工作条例》第二十七条',
    hardness: 'must',
    confidence: 'H',
    words:
      '收回 25 张，有效 24 张，作废 1 张：依《中国共产党基层组织选举工作条例》第二十七条，所选不多于 2 人的选票有效，多于的整张作废。',
  })
  assert.equal(
    because[7]!.words,
    '实到会有选举权党员 26 人，赞成 13 票，依《中国共产党基层组织选举工作条例》第二十七条至第二十八条，赞成须达到 14 票：不符合。',
  )
})

test('where no ballot is void, the clause on ballots is kept', () => {
  const all = { ...tally, returned: 24, void: 0 }
  assert.partialDeepStrictEqual(told({ tally: all }).because[3], { rule: 'election.ballot', holds: true })
})

test('a tie and a shortfall say by how much, and neither is told where there is none', () => {
  const tie = told({
    tally: { ...tally, votes: { 甲: votes(18), 乙: votes(15), 丙: votes(15) }, writeIns: {} },
  })
  assert.deepEqual(lines(tie).slice(-2), [
    ['election.elected-most', true, 2, { seats: 2, elected: 1 }, undefined],
    ['election.runoff', false, 1, { tied: 2, left: 1, runoff: 0 }, undefined],
  ])
  const short = told({ tally: { ...tally, votes: { 甲: votes(18), 乙: votes(13), 丙: votes(13) } } })
  assert.deepEqual(lines(short).at(-1), ['election.shortfall', true, 1, { seats: 2, elected: 1 }, undefined])
  assert.equal(lines(short).filter(([rule]) => rule === 'election.runoff').length, 0)
})

test('without write-ins that fell, nothing is said of them', () => {
  const { fallenWriteIns: _, ...known } = tally
  for (const each of [known, { ...tally, fallenWriteIns: 0 }])
    assert.ok(told({ tally: each }).because.every(({ rule }) => rule !== 'election.abstainer-write-in'))
})

test('what ended the vote is the last that is told', () => {
  const rulesTold = (change: Changes) => told(change).because.map(({ rule }) => rule)
  const opening = ['election.quorum', 'election.surplus', 'election.validity']
  assert.deepEqual(rulesTold({ present: 23, issued: 23 }), opening)
  assert.deepEqual(rulesTold({ issued: 24 }), opening)
  assert.equal(told({ present: 23, issued: 23 }).election, 'not-quorate')
  assert.deepEqual(told({ issued: 24 }).quorum, { holds: true, needed: 24, rule: 'election.quorum' })
})

test('a role without a rule is not judged; without quorum and majority nothing is', () => {
  const { quorum, majority, ...others } = rules
  assert.ok(quorum && majority)
  const few = told({}, { quorum, majority })
  assert.deepEqual(
    few.because.map(({ rule }) => rule).filter((rule) => rule !== 'election.majority'),
    ['election.quorum'],
  )
  assert.equal(told({ issued: 24 }, { quorum, majority }).election, 'valid')
  const says = (missing: string) =>
    `这类组织在选举之日没有关于${missing}的规则，无法判定当选。请先补录规则，其他系统的规定不能代用。`
  const of = (by: ElectionRules) => {
    const { refused: code, field, message } = refused({}, by)
    assert.deepEqual([code, field], ['rule', 'unit'])
    return message
  }
  assert.equal(of({ ...others, quorum }), says('当选票数（majority）'))
  assert.equal(of({ ...others, majority }), says('到会人数（quorum）'))
  assert.equal(of(others), says('到会人数（quorum）、当选票数（majority）'))
})

test('a rule that asks for what no count knows is said plainly, whatever its role', () => {
  const tied = { ...tally, votes: { 甲: votes(18), 乙: votes(15), 丙: votes(15) }, writeIns: {} }
  const short = { ...tally, votes: { 甲: votes(18), 乙: votes(13), 丙: votes(13) } }
  for (const role of ROLES) {
    const rule = rules[role]!
    const odd = {
      ...rule,
      facts: { ...rule.facts, sunshine: { name: '晴天', kind: 'count', unit: '天', atLeast: 0 } },
    }
    const by = { ...rules, [role]: odd } as ElectionRules
    const { refused: code, field, message } = refused({ tally: role === 'shortfall' ? short : tied }, by)
    assert.deepEqual([code, field], ['rule', 'sunshine'])
    assert.equal(message, `规则 ${rule.id} 需要“晴天”（sunshine），计票时没有这个数。`)
    if (role === 'ballot')
      assert.throws(
        () => count(by, { seats: 1, candidates: ['甲'], ballots: [{ choices: {}, writeIns: [] }] }),
        /需要“晴天”/,
      )
  }
})

test('too few candidates are refused with the judgment, where the difference is a must', () => {
  const few = { candidates: ['甲', '乙'], tally: { ...tally, votes: { 甲: votes(20), 乙: votes(14) } } }
  const { refused: code, field, because, message } = refused(few)
  assert.deepEqual(
    [code, field, because?.rule, because?.needed],
    ['rule', 'candidates', 'election.surplus', 3],
  )
  assert.match(message, /候选人须达到 3 人：不符合。请增补候选人，或减少应选名额。$/)
  const usual: ElectionRules = { ...rules, surplus: { ...rules.surplus!, hardness: 'default' } }
  assert.deepEqual(lines(told(few, usual))[1]?.slice(0, 2), ['election.surplus', false])
  for (const free of [
    { ...few, round: 2 },
    { ...few, heads: true },
  ])
    assert.ok(told(free).because.every(({ rule }) => rule !== 'election.surplus'))
})

test('the order approved above is kept, for the elected and for who stands again', () => {
  const order = (one: string, other: string) => ORDER.indexOf(one) - ORDER.indexOf(other)
  const ORDER = ['丙', '甲', '乙']
  assert.deepEqual(told({ order }).elected, ['甲', '乙'])
  assert.deepEqual(told().elected, ['乙', '甲'])
  const short = { ...tally, votes: { 甲: votes(18), 乙: votes(13), 丙: votes(13) } }
  assert.deepEqual(told({ tally: short, order }).runoff, { seats: 1, among: ['丙', '乙'], why: 'shortfall' })
  const tied = { ...tally, votes: { 甲: votes(15), 乙: votes(15), 丙: votes(15) }, writeIns: {} }
  assert.deepEqual(told({ tally: tied, order }).runoff, { seats: 2, among: ORDER, why: 'tie' })
})

test('votes are told in the order of the list, then whoever was written in', () => {
  assert.deepEqual(Object.keys(told({ candidates: ['丙', '甲', '乙'] }).votes), ['丙', '甲', '乙', '丁'])
})

test('each kind of unit elects by its own line, and borrows nothing', () => {
  const ids = (kind: string) => [...new Set(ROLES.map((role) => ruleIdFor(kind, role)?.split('.')[0]))]
  for (const kind of ['branch', 'general-branch', 'committee-unit']) assert.deepEqual(ids(kind), ['election'])
  for (const kind of [
    'federation-city',
    'federation-district',
    'federation-town',
    'federation-village',
    'women-committee',
  ])
    assert.deepEqual(ids(kind), ['federation-election'])
  assert.deepEqual(ids('union'), ['union-election'])
  for (const kind of ['group', 'constructor']) assert.equal(ruleIdFor(kind, 'quorum'), undefined)
  assert.deepEqual(rulesOn('group'), {})
  for (const kind of ['branch', 'women-committee', 'union'])
    assert.deepEqual(
      Object.entries(rulesOn(kind)).map(([role, rule]) => [role, rule.id]),
      ROLES.map((role) => [role, ruleIdFor(kind, role)]),
    )
  const withoutChecks = rulesFor((id) => {
    const rule = rulesUnder(regulations, {}, '2026-11-20')('election.discipline')
    return rule && { ...rule, id }
  }, 'branch')
  assert.deepEqual(withoutChecks, {})
})

test('every rule of an election asks only for what a count knows', () => {
  const known: Record<Role, readonly string[]> = {
    quorum: ['entitled', 'present'],
    surplus: ['seats', 'candidates'],
    validity: ['issued', 'returned'],
    ballot: ['seats', 'choices'],
    'abstainer-write-in': ['writeIns'],
    majority: ['entitled', 'present', 'approve'],
    'elected-most': ['seats', 'elected'],
    runoff: ['tied', 'left', 'runoff'],
    shortfall: ['seats', 'elected'],
  }
  for (const kind of ['branch', 'women-committee', 'union'])
    for (const [role, rule] of Object.entries(rulesOn(kind)))
      for (const fact of Object.keys(rule.facts))
        assert.ok(known[role as Role].includes(fact), `${rule.id} ${fact}`)
})

test('the number at the line is told even where nothing can be judged', () => {
  const { majority } = rules
  assert.equal(neededBy(majority!, { present: 0, approve: 0 }), 1)
  assert.ok(isRefusal(reasonBy(majority!, { present: 0, approve: 0 })))
  assert.ok(isRefusal(neededBy(majority!, { approve: 0 })))
})
