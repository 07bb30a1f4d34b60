import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../kernel/day.ts'
import type { Status } from '../kernel/status.ts'
import type { Rule } from '../rules/rule.ts'
import { rulesUnder } from '../rules/standing.ts'
import { type BaseRow, baseOf, type Exclusion, GROUNDS, mayVote } from './eligibility.ts'
import { MANY, regulations } from './fixtures/elections.ts'

const DAY = '2026-11-20'
const ruleOf = rulesUnder(regulations, {}, DAY)
const six = rulesUnder(regulations, { 'election.exclusion.list': 'six' }, DAY)

const row = (status: Status, exclusion: Exclusion | null = null, person = '甲'): BaseRow => ({
  person,
  status,
  exclusion,
})
const granted = { since: null, approvedOn: '2026-11-01', passed: true } as const
const placeOf = (exclusion: Partial<Exclusion>, rules = ruleOf, on = DAY) =>
  baseOf(rules, [row('full', { ground: 'illness', ...granted, ...exclusion })], on).people[0]!

test('the worked election of 31 members: one on probation within the Party, one long ill, base 29', () => {
  const rows = Array.from({ length: 29 }, (_, at) => row('full', null, `党员${at}`))
  const base = baseOf(
    ruleOf,
    [...rows, row('on-probation'), row('full', { ground: 'illness', ...granted }, '乙')],
    DAY,
  )
  assert.deepEqual([base.full, base.entitled], [31, 29])
  assert.deepEqual(
    base.because.map(({ rule, holds, numbers }) => [rule, holds, numbers]),
    [
      ['election.base', true, { full: 31, onProbation: 1, suspended: 0, excluded: 1, entitled: 29 }],
      ['election.exclusion.approved', true, { excluded: 1, approved: 1 }],
    ],
  )
})

test('each who has no vote is told by which clause; whoever is gone is on no list', () => {
  const rows = (
    ['full', 'probationary', 'on-probation', 'suspended', 'stopped', 'transferred-out', 'left'] as const
  ).map((status) => row(status, null, status))
  const { entitled, full, people, because } = baseOf(ruleOf, rows, DAY)
  assert.deepEqual([entitled, full], [1, 3])
  assert.deepEqual(
    people.map(({ person, place, because }) => [person, place, because[0]?.rule]),
    [
      ['full', 'voter', undefined],
      ['probationary', 'without-vote', 'voting.probationary'],
      ['on-probation', 'without-vote', 'voting.on-probation'],
      ['suspended', 'without-vote', 'voting.suspended'],
    ],
  )
  assert.match(
    people[1]!.because[0]!.words,
    /^预备党员没有表决权、选举权和被选举权，依《中国共产党章程》第七条/,
  )
  assert.deepEqual(
    because.map(({ rule }) => rule),
    ['election.base', 'voting.suspended'],
  )
})

test('an exclusion needs its ground, the agreement above and the vote of the meeting', () => {
  assert.equal(placeOf({}).place, 'excluded')
  assert.equal(placeOf({ approvedOn: null }).place, 'pending')
  assert.equal(placeOf({ passed: false }).place, 'pending')
  assert.match(placeOf({ approvedOn: null }).because[1]!.words, /上级尚未同意，仍计入应到会/)
  assert.match(placeOf({ passed: false }).because[2]!.words, /党员大会尚未通过，仍计入应到会/)
})

test('agreement above counts from its day', () => {
  assert.equal(placeOf({ approvedOn: DAY }).place, 'excluded')
  assert.equal(placeOf({ approvedOn: '2026-11-21' }).place, 'pending')
})

test('whoever is still pending stays in the base, and the judgment says that one is missing', () => {
  const { entitled, people, because } = baseOf(
    ruleOf,
    [row('full'), row('full', { ground: 'bedridden', ...granted, passed: false }, '乙')],
    DAY,
  )
  assert.deepEqual([entitled, people[1]!.place], [2, 'pending'])
  assert.partialDeepStrictEqual(because[1], {
    rule: 'election.exclusion.approved',
    holds: false,
    numbers: { excluded: 1, approved: 0 },
  })
})

for (const ground of ['abroad', 'away'] as const) {
  test(`${ground}: from the day on which six months are full, and not without a day`, () => {
    assert.equal(placeOf({ ground, since: '2026-05-20' }).place, 'excluded')
    assert.equal(placeOf({ ground, since: '2026-05-21' }).place, 'pending')
    assert.equal(placeOf({ ground, since: null }).place, 'pending')
    assert.match(placeOf({ ground, since: null }).because[0]!.words, /没有记下.*，仍计入应到会/)
    assert.match(
      placeOf({ ground, since: '2026-05-21' }).because[0]!.words,
      /自 2026年11月21日 \(周六\)起可不计入，依.*选举之日未满，仍计入应到会。$/,
    )
  })
}

test('retirement elsewhere is a ground only where the organ has chosen the list of six', () => {
  assert.equal(placeOf({ ground: 'retired' }).place, 'pending')
  assert.match(placeOf({ ground: 'retired' }).because[0]!.words, /本机关没有把这种情形列为可不计入/)
  assert.equal(placeOf({ ground: 'retired' }, six).place, 'excluded')
})

test('before the reply was in force nobody was left out by it', () => {
  const old = rulesUnder(regulations, {}, '2020-07-12')
  for (const ground of GROUNDS) assert.equal(placeOf({ ground, since: '2019-01-01' }, old).place, 'pending')
  assert.deepEqual(baseOf(old, [row('full')], '2020-07-12').because, [])
})

test('an exclusion of somebody without a vote changes nothing', () => {
  const { entitled, people } = baseOf(
    ruleOf,
    [row('full'), row('probationary', { ground: 'illness', ...granted })],
    DAY,
  )
  assert.deepEqual([entitled, people[1]!.place], [1, 'without-vote'])
})

test('each line says what holds, by which clause, and what is still missing', () => {
  const reply = '中央组织部关于选举应到会人数的答复'
  const consent = (holds: boolean, words: string) => ({
    rule: 'election.exclusion.approved',
    citation: reply,
    holds,
    words,
  })
  assert.deepEqual(placeOf({ ground: 'sentence' }).because, [
    {
      rule: 'election.exclusion.sentence',
      citation: reply,
      holds: true,
      words: `正在服刑：可不计入应到会，依${reply}。`,
    },
    consent(true, '上级 2026年11月1日 (周日) 同意。'),
    consent(true, '党员大会已通过。'),
  ])
  assert.deepEqual(
    placeOf({ ground: 'abroad', since: '2026-01-10', approvedOn: null, passed: false }).because,
    [
      {
        rule: 'election.exclusion.abroad',
        citation: reply,
        holds: true,
        words: `自费出国半年以上：出国之日 2026年1月10日 (周六)，自 2026年7月10日 (周五)起可不计入，依${reply}：可不计入应到会。`,
      },
      consent(false, '上级尚未同意，仍计入应到会。'),
      consent(false, '党员大会尚未通过，仍计入应到会。'),
    ],
  )
  assert.deepEqual(placeOf({ ground: 'away' }).because[0], {
    rule: 'election.exclusion.away',
    citation: reply,
    holds: false,
    words: '外出半年以上未转组织关系：没有记下离开之日，仍计入应到会。',
  })
  assert.deepEqual(placeOf({ ground: 'retired' }).because[0], {
    rule: 'election.exclusion.retired',
    citation: reply,
    holds: false,
    words: '异地长住的离退休党员：本机关没有把这种情形列为可不计入，仍计入应到会。',
  })
  assert.deepEqual(placeOf({}, () => undefined).because, [
    {
      rule: 'election.exclusion.illness',
      citation: '',
      holds: false,
      words: '选举之日没有这种情形的规则，仍计入应到会。',
    },
    { ...consent(true, '上级 2026年11月1日 (周日) 同意。'), citation: '' },
    { ...consent(true, '党员大会已通过。'), citation: '' },
  ])
  assert.deepEqual(mayVote(ruleOf, 'suspended').because, [
    {
      rule: 'voting.suspended',
      citation: '《中国共产党基层组织选举工作条例》第五条',
      holds: true,
      words: '党员权利已依法暂停，依《中国共产党基层组织选举工作条例》第五条。',
    },
  ])
  assert.equal(mayVote(() => undefined, 'suspended').because[0]!.citation, '')
})

test('a day may be given as text or as a day', () => {
  const rows = [row('full', { ground: 'away', ...granted, since: '2026-05-20' })]
  assert.deepEqual(baseOf(ruleOf, rows, day(DAY)), baseOf(ruleOf, rows, DAY))
})

test('a ground that asks for what cannot be claimed is none, and a time that ends is kept from its end', () => {
  const odd = (id: string): Rule | undefined => {
    const rule = ruleOf(id)
    if (id === 'election.exclusion.illness' && rule?.kind === 'check')
      return { ...rule, facts: { ...rule.facts, excluded: { ...rule.facts.excluded!, atLeast: 2 } } }
    if (rule?.kind !== 'limit' || !('notBefore' in rule)) return rule
    const { notBefore, ...rest } = rule
    return { ...rest, within: notBefore } as unknown as Rule
  }
  assert.equal(placeOf({}, odd).because[0]!.holds, false)
  assert.equal(placeOf({ ground: 'away', since: '2026-05-20' }, odd).place, 'excluded')
  assert.deepEqual(
    baseOf((id) => (id === 'election.base' ? ruleOf('election.discipline') : ruleOf(id)), [row('full')], DAY)
      .because,
    [],
  )
})

test('an empty roster has an empty base and no judgment', () => {
  assert.deepEqual(baseOf(ruleOf, [], DAY), { entitled: 0, full: 0, people: [], because: [] })
})

test('may vote: full members and nobody else', () => {
  assert.deepEqual(mayVote(ruleOf, 'full'), { votes: true, because: [] })
  assert.deepEqual(mayVote(ruleOf, 'left'), { votes: false, because: [] })
  assert.equal(mayVote(ruleOf, 'suspended').votes, false)
  assert.deepEqual(
    mayVote(() => undefined, 'probationary').because[0]!.words,
    '预备党员没有表决权、选举权和被选举权。',
  )
})

test('whatever the roster, the base is its full members less those without a vote and those left out', () => {
  const exclusion = fc.option(
    fc.record({
      ground: fc.constantFrom(...GROUNDS),
      since: fc.constantFrom(null, '2026-01-01', '2026-11-01'),
      approvedOn: fc.constantFrom(null, '2026-11-01', '2026-12-01'),
      passed: fc.boolean(),
    }),
  )
  const rows = fc.array(
    fc.record({
      person: fc.string(),
      status: fc.constantFrom<Status>(
        'full',
        'full',
        'full',
        'probationary',
        'on-probation',
        'suspended',
        'left',
      ),
      exclusion,
    }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(rows, (drawn) => {
      const { entitled, full, people, because } = baseOf(ruleOf, drawn, DAY)
      const inBase = people.filter(({ place }) => place === 'voter' || place === 'pending')
      assert.equal(entitled, inBase.length)
      assert.ok(entitled <= full)
      for (const { rule, holds } of because)
        if (rule !== 'election.exclusion.approved') assert.ok(holds, rule)
    }),
    { numRuns: MANY },
  )
})
