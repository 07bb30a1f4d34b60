import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { keysOf, needsOf, type Pair, pairKey } from './needs.ts'
import { type Asked, type Candidate, propose } from './propose.ts'

const RUNS = { numRuns: 10_000 }

const asked: fc.Arbitrary<Asked> = fc
  .record({
    committee: fc.integer({ min: 0, max: 6 }),
    members: fc.integer({ min: 0, max: 14 }),
    groups: fc.array(fc.constantFrom('第一党小组', '第二党小组', null), { minLength: 20, maxLength: 20 }),
    names: fc.array(fc.constantFrom('丁', '卢文', '白雨', '林芝', '顾明'), { minLength: 20, maxLength: 20 }),
    known: fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 12 }),
    without: fc.array(fc.nat(19), { maxLength: 3 }),
    reading: fc.constantFrom('person' as const, 'pair' as const),
  })
  .map(({ committee, members, groups, names, known, without, reading }) => {
    const people: Candidate[] = Array.from({ length: committee + members }, (_, at) => ({
      id: `p${String(at).padStart(2, '0')}`,
      name: names[at]!,
      group: groups[at]!,
      committee: at < committee,
    }))
    const among = people.length
    const pairs = known
      .filter(([one, other]) => one < among && other < among && one !== other)
      .map(([one, other]) => ({ talkerId: people[one]!.id, partnerId: people[other]!.id }))
    return {
      people,
      known: pairs,
      without: without.flatMap((at) => people[at]?.id ?? []),
      reading,
    }
  })

const present = ({ people, without }: Asked) => people.filter(({ id }) => !without.includes(id))
const partners = (pairs: readonly Pair[], id: string) =>
  pairs.flatMap(({ talkerId, partnerId }) =>
    talkerId === id ? [partnerId] : partnerId === id ? [talkerId] : [],
  )

test('the same facts in another order give the same proposal, and twice the same', () => {
  const shuffled = asked.chain((facts) =>
    fc
      .tuple(
        fc.shuffledSubarray([...facts.people], { minLength: facts.people.length }),
        fc.shuffledSubarray([...facts.known], { minLength: facts.known.length }),
      )
      .map(([people, known]) => [facts, { ...facts, people, known }] as const),
  )
  fc.assert(
    fc.property(shuffled, ([facts, other]) => {
      assert.deepEqual(propose(other), propose(facts))
      assert.deepEqual(propose(facts), propose(facts))
    }),
    RUNS,
  )
})

test('no pair is proposed that talked or is planned, none twice, none with whoever is left out', () => {
  fc.assert(
    fc.property(asked, (facts) => {
      const { pairs } = propose(facts)
      const known = keysOf(facts.known)
      const keys = pairs.map(({ talkerId, partnerId }) => pairKey(talkerId, partnerId))
      assert.equal(new Set(keys).size, keys.length)
      assert.ok(keys.every((key) => !known.has(key)))
      assert.ok(pairs.every(({ talkerId, partnerId }) => talkerId !== partnerId))
      for (const { talkerId, partnerId } of pairs)
        assert.ok(!facts.without.includes(talkerId) && !facts.without.includes(partnerId))
    }),
    RUNS,
  )
})

test('with the proposal nothing is lacking, except where nobody is left to talk with', () => {
  fc.assert(
    fc.property(asked, (facts) => {
      const { pairs, unmet } = propose(facts)
      const here = present(facts)
      const done = needsOf(facts.people, [...facts.known, ...pairs], facts.reading)
      const away = (id: string | null) => id === null || facts.without.includes(id)
      for (const { kind, lacking } of done)
        for (const { personId, withId } of lacking) {
          const excused =
            away(personId) ||
            (withId !== null && away(withId)) ||
            (withId === null && unmet.includes(personId))
          assert.ok(excused, `${kind}: ${personId} ${withId}`)
        }
      if (here.some(({ committee }) => committee) && here.filter(({ committee }) => !committee).length > 1)
        assert.deepEqual(unmet, [])
    }),
    RUNS,
  )
})

test('counted by person, whoever is given one more member has at most one more than the one with fewest', () => {
  fc.assert(
    fc.property(asked, (facts) => {
      const { pairs } = propose({ ...facts, reading: 'person' })
      const members = new Set(facts.people.flatMap(({ id, committee }) => (committee ? [] : id)))
      const load = (id: string, of: readonly Pair[]) =>
        new Set(partners(of, id).filter((other) => members.has(other))).size
      const committee = present(facts).filter((who) => who.committee)
      const after = committee.map(({ id }) => load(id, [...facts.known, ...pairs]))
      const least = Math.min(...after)
      committee.forEach(({ id }, at) => {
        const given = after[at]! - load(id, facts.known)
        assert.ok(given === 0 || after[at]! <= least + 1, `${id}: ${after[at]} beside ${least}`)
      })
    }),
    RUNS,
  )
})

test('between members each gets one new talk; an odd one gives one of them a second', () => {
  fc.assert(
    fc.property(asked, (facts) => {
      const between = propose(facts).pairs.filter(({ kind }) => kind === 'member')
      const counts = [
        ...Map.groupBy(
          between.flatMap(({ talkerId, partnerId }) => [talkerId, partnerId]),
          String,
        ),
      ]
      assert.ok(counts.filter(([, times]) => times.length === 2).length <= 1)
      assert.ok(counts.every(([, times]) => times.length <= 2))
    }),
    RUNS,
  )
})

test('a committee of five and 24 members: ten pairs, 24 members shared five, five, five, five and four, twelve pairs', () => {
  const people: Candidate[] = Array.from({ length: 29 }, (_, at) => ({
    id: `p${String(at).padStart(2, '0')}`,
    name: `某${at}`,
    group: `第${at % 3}党小组`,
    committee: at < 5,
  }))

  const { pairs, unmet } = propose({ people, known: [], without: [], reading: 'person' })

  const of = (kind: string) => pairs.filter((pair) => pair.kind === kind)
  assert.deepEqual([of('committee').length, of('committee-member').length, of('member').length], [10, 24, 12])
  const loads = [...Map.groupBy(of('committee-member'), ({ talkerId }) => talkerId).values()].map(
    (own) => own.length,
  )
  assert.deepEqual(loads.sort(), [4, 5, 5, 5, 5])
  assert.deepEqual(unmet, [])
  assert.ok(pairs.every(({ because }) => because.length > 4))
})

test('with nobody of the committee there, members are named whom nobody can talk with', () => {
  const people: Candidate[] = [
    { id: 'a', name: '林', group: null, committee: true },
    { id: 'b', name: '白', group: null, committee: false },
  ]
  assert.deepEqual(propose({ people, known: [], without: ['a'], reading: 'person' }), {
    pairs: [],
    unmet: ['b'],
  })
})
