import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Rule } from '../rules/rule.ts'
import { rulesUnder } from '../rules/standing.ts'
import { candidateFaults, inBallotOrder, officerFaults, type Standee } from './candidates.ts'
import { regulations } from './fixtures/elections.ts'

const ruleOf = rulesUnder(regulations, {}, '2026-11-20')
const faults = (standee: Partial<Standee>) =>
  candidateFaults(ruleOf, {
    role: 'member',
    status: 'full',
    fullOn: '2015-07-01',
    on: '2026-11-20',
    ...standee,
  })

test('a full member of some years may stand for anything', () => {
  for (const role of ['member', 'secretary', 'deputy-secretary'] as const)
    assert.deepEqual(faults({ role }), [])
})

test('whoever has no vote cannot be elected, and is told by which clause', () => {
  const found = (['probationary', 'on-probation', 'suspended'] as const).map(
    (status) => faults({ status })[0]!,
  )
  assert.deepEqual(
    found.map(({ rule, level }) => [rule, level]),
    [
      ['voting.probationary', 'red'],
      ['voting.on-probation', 'red'],
      ['voting.suspended', 'red'],
    ],
  )
  assert.deepEqual(found[0], {
    rule: 'voting.probationary',
    citation: '《中国共产党章程》第七条',
    level: 'red',
    words: '预备党员没有表决权、选举权和被选举权，依《中国共产党章程》第七条。',
  })
  assert.deepEqual(faults({ status: 'left' }), [
    { rule: '', citation: '', level: 'red', words: '不在本组织党员名册上，不能作候选人。' },
  ])
})

test('a secretary usually has a year since becoming a full member: amber a day before, nothing on the day', () => {
  assert.deepEqual(faults({ role: 'secretary', fullOn: '2025-11-20' }), [])
  const [amber, ...more] = faults({ role: 'secretary', fullOn: '2025-11-21' })
  assert.deepEqual([amber!.level, amber!.rule, more], ['amber', 'secretary.seniority', []])
  assert.deepEqual(amber, {
    rule: 'secretary.seniority',
    citation: '《中国共产党支部工作条例（试行）》第二十三条',
    level: 'amber',
    words:
      '2025年11月21日 (周五)转正，自 2026年11月21日 (周六)起符合：支部书记一般应有一年以上党龄，党龄自转正之日算起。（《中国共产党支部工作条例（试行）》第二十三条）请另提人选，或说明理由。',
  })
  assert.deepEqual(faults({ role: 'deputy-secretary', fullOn: '2025-11-21' }), [])
  assert.deepEqual(faults({ role: 'member', fullOn: null }), [])
})

test('without the day of becoming full nothing is taken for granted', () => {
  const [amber] = faults({ role: 'secretary', fullOn: null })
  assert.deepEqual(amber, {
    rule: 'secretary.seniority',
    citation: '《中国共产党支部工作条例（试行）》第二十三条',
    level: 'amber',
    words:
      '没有记下转正日期，无法核对党龄。支部书记一般应有一年以上党龄，党龄自转正之日算起。请补记，或说明理由。',
  })
})

test('where no roster knows the candidate, or no rule was in force, nothing is judged', () => {
  assert.deepEqual(faults({ status: null, role: 'secretary', fullOn: null }), [])
  const standee: Standee = { role: 'secretary', status: 'full', fullOn: null, on: '2010-01-01' }
  assert.deepEqual(candidateFaults(rulesUnder(regulations, {}, '2010-01-01'), standee), [])
})

test('a rule decides by its hardness and its kind of time, whatever it is called', () => {
  const strict = (id: string): Rule | undefined => {
    const rule = ruleOf(id)
    if (rule?.kind !== 'limit' || !('notBefore' in rule)) return rule && { ...rule, hardness: 'must' }
    const { notBefore, ...rest } = rule
    return { ...rest, within: notBefore, hardness: 'must' } as unknown as Rule
  }
  const late: Standee = { role: 'secretary', status: 'full', fullOn: '2025-11-21', on: '2026-11-20' }
  assert.equal(candidateFaults(strict, late)[0]!.level, 'red')
  assert.deepEqual(candidateFaults(strict, { ...late, fullOn: '2025-11-20' }), [])
  const officers = { scrutineers: ['甲'], tellers: ['乙'], candidates: ['乙'] }
  assert.equal(officerFaults(strict, 'branch', officers)[0]!.level, 'red')
  assert.deepEqual(
    officerFaults(
      (id) => (id === 'election.teller' ? ruleOf('election.quorum') : ruleOf(id)),
      'branch',
      officers,
    ),
    [],
  )
})

test('scrutineers may not stand; tellers usually do not', () => {
  const officers = { scrutineers: ['甲', '乙'], tellers: ['丙'], candidates: ['丁', '戊'] }
  assert.deepEqual(officerFaults(ruleOf, 'branch', officers), [])
  const found = officerFaults(ruleOf, 'branch', { ...officers, candidates: ['乙', '丙'] })
  assert.deepEqual(
    found.map(({ rule, level }) => [rule, level]),
    [
      ['election.scrutineer', 'red'],
      ['election.teller', 'amber'],
    ],
  )
  assert.deepEqual(found[0], {
    rule: 'election.scrutineer',
    citation: '《中国共产党基层组织选举工作条例》第二十二条',
    level: 'red',
    words:
      '监票人 2 人，其中是候选人的 1 人，依《中国共产党基层组织选举工作条例》第二十二条，其中是候选人的须不超过 0 人：不符合。请换不是候选人的人。',
  })
})

test('no scrutineers named yet are no fault, and a group elects by no rule', () => {
  assert.deepEqual(officerFaults(ruleOf, 'branch', { scrutineers: [], tellers: [], candidates: ['甲'] }), [])
  assert.deepEqual(
    officerFaults(ruleOf, 'group', { scrutineers: ['甲'], tellers: ['甲'], candidates: ['甲'] }),
    [],
  )
})

test('a ballot lists the committee by strokes, secretary and deputy as approved', () => {
  const candidates = [
    { name: '曾丽', ordinal: 1 },
    { name: '丁一', ordinal: 3 },
    { name: '王芳', ordinal: 2 },
  ]
  const names = (role: Standee['role']) => inBallotOrder(candidates, role).map(({ name }) => name)
  assert.deepEqual(names('member'), ['丁一', '王芳', '曾丽'])
  assert.deepEqual(names('secretary'), ['曾丽', '王芳', '丁一'])
  assert.deepEqual(names('deputy-secretary'), ['曾丽', '王芳', '丁一'])
})
