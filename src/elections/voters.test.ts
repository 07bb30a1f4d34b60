import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRegulations } from '../rules/read.ts'
import { rulesUnder } from '../rules/standing.ts'
import { delegatesIn } from './delegates.ts'
import type { Delegate, Exclusion } from './facts.ts'
import { handsOf } from './motions.ts'
import { presenceOf, quorumOf } from './presence.ts'
import { isEntitled, type Rostered, votersOf, wordsOf } from './voters.ts'

const ruleOf = rulesUnder(readRegulations(), {}, '2026-11-20')
const someone = (personId: string, status: Rostered['status'] = 'full'): Rostered => ({
  personId,
  name: personId,
  initials: '',
  status,
  groupName: null,
})
const roster = (many: number) => Array.from({ length: many }, (_, at) => someone(`党员${at}`))
const branch = { unitKind: 'branch' as const, exclusions: [] as Exclusion[], delegates: [] as Delegate[] }
const excluding = (more: Partial<Exclusion>): Exclusion => ({
  personId: '乙',
  name: '乙',
  ground: 'away',
  since: '2026-05-20',
  reason: '借调外地',
  reportedOn: '2026-10-20',
  approvedOn: '2026-10-28',
  approvedBy: '机关工委',
  passedOn: '2026-11-20',
  version: 1,
  ...more,
})
const listOf = (exclusion: Exclusion) =>
  votersOf(ruleOf, { ...branch, exclusions: [exclusion] }, [...roster(29), someone('乙')], '2026-11-20')

test('whoever has no vote is on the list with her clause, and is not in the base', () => {
  const { people, entitled, counts } = votersOf(
    ruleOf,
    branch,
    [...roster(29), someone('预', 'probationary'), someone('察', 'on-probation')],
    '2026-11-20',
  )
  assert.equal(entitled, 29)
  assert.partialDeepStrictEqual(counts, { full: 30, probationary: 1, onProbation: 1 })
  const without = people.filter((voter) => !isEntitled(voter))
  assert.deepEqual(
    without.map(({ name, reasons }) => [name, reasons[0]?.citation]),
    [
      ['预', '《中国共产党章程》第七条'],
      ['察', '《中国共产党章程》第四十一条'],
    ],
  )
})

test('six months away leave the base on the day they are full, and not a day before', () => {
  assert.equal(listOf(excluding({ since: '2026-05-20' })).entitled, 29)
  const early = listOf(excluding({ since: '2026-05-21' }))
  assert.deepEqual([early.entitled, early.entitledThen, early.counts.pending], [30, 29, 1])
})

test('an exclusion that lacks approval or passing stays in the base and says what it lacks', () => {
  for (const [lacks, words] of [
    [{ approvedOn: null }, /上级尚未同意/],
    [{ passedOn: null }, /大会尚未通过/],
  ] as const) {
    const { people, entitled } = listOf(excluding(lacks))
    assert.equal(entitled, 30)
    assert.match(wordsOf(people.find(({ key }) => key === '乙')!) ?? '', words)
  }
})

test('a women’s federation names who may vote; no clause of the Party is borrowed for it', () => {
  const delegates = ['甲', '乙'].map((name) => ({
    id: name,
    personId: null,
    name,
    fromUnit: null,
    version: 1,
  }))
  const { people, entitled, because } = votersOf(
    ruleOf,
    { unitKind: 'women-committee', exclusions: [], delegates },
    [],
    '2026-11-20',
  )
  assert.deepEqual([people.length, entitled, because], [2, 2, []])
  const told = quorumOf(ruleOf, 'women-committee', {
    entitled: 2,
    present: 2,
    unstated: 0,
    excused: 0,
    absent: 0,
  })
  assert.ok(told === null || told.judgment.rule.startsWith('federation-election.'))
  const hands = handsOf(
    ruleOf,
    { unitKind: 'women-committee' },
    'members',
    { approve: 2 },
    { entitled: 4, present: 3 },
  )
  assert.deepEqual(hands, { passed: true, judgments: [] })
})

test('a pasted list is read by lines: numbering goes, spread names close, the unit follows the name', () => {
  assert.deepEqual(delegatesIn('1. 王秀英\t城东社区妇联\n2、李 娟，城西社区妇联\n\n张　红\n欧阳静 市一中'), [
    { name: '王秀英', fromUnit: '城东社区妇联' },
    { name: '李娟', fromUnit: '城西社区妇联' },
    { name: '张红', fromUnit: null },
    { name: '欧阳静', fromUnit: '市一中' },
  ])
})

test('presence counts those with a vote; whoever is not stated is neither present nor absent', () => {
  const seats = [
    { entitled: true, state: 'present' as const },
    { entitled: true, state: 'not-stated' as const },
    { entitled: false, state: 'present' as const },
  ]
  assert.deepEqual(presenceOf(seats), { entitled: 2, present: 1, unstated: 1, excused: 0, absent: 0 })
})
