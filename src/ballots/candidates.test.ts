import assert from 'node:assert/strict'
import { test } from 'node:test'
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
  assert.match(found[0]!.citation, /第七条/)
  assert.deepEqual(faults({ status: 'left' }), [
    { rule: '', citation: '', level: 'red', words: '不在本组织党员名册上，不能作候选人。' },
  ])
})

test('a secretary usually has a year since becoming a full member: amber a day before, nothing on the day', () => {
  assert.deepEqual(faults({ role: 'secretary', fullOn: '2025-11-20' }), [])
  const [amber, ...more] = faults({ role: 'secretary', fullOn: '2025-11-21' })
  assert.deepEqual([amber!.level, amber!.rule, more], ['amber', 'secretary.seniority', []])
  assert.match(
    amber!.words,
    /^2025年11月21日 \(周五\)转正，到 2026年11月21日 \(周六\)才满一年：.*第二十三条。/,
  )
  assert.deepEqual(faults({ role: 'deputy-secretary', fullOn: '2025-11-21' }), [])
  assert.deepEqual(faults({ role: 'member', fullOn: null }), [])
})

test('without the day of becoming full nothing is taken for granted', () => {
  const [amber] = faults({ role: 'secretary', fullOn: null })
  assert.equal(amber!.level, 'amber')
  assert.match(amber!.words, /没有记下转正日期，无法核对党龄/)
})

test('where no roster knows the candidate, or no rule was in force, nothing is judged', () => {
  assert.deepEqual(faults({ status: null, role: 'secretary', fullOn: null }), [])
  const standee: Standee = { role: 'secretary', status: 'full', fullOn: null, on: '2010-01-01' }
  assert.deepEqual(candidateFaults(rulesUnder(regulations, {}, '2010-01-01'), standee), [])
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
  assert.match(found[0]!.words, /监票人 2 人，其中是候选人的 1 人，依.*第二十二条.*请换不是候选人的人。$/)
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
