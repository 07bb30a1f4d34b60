import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { COMMITTEE_POSTS, POSTS, type Post } from '../kernel/access.ts'
import { day } from '../kernel/day.ts'
import { committeeAfter, DUTIES, type HeldPost, postsAfter, postsOf } from './posts-after.ts'

const ON = '2026-04-02'
const PEOPLE = ['甲', '乙', '丙', '丁', '戊', '己', '庚'] as const

let serial = 0
const held = (personId: string, post: Post, since = '2023-03-28', until: string | null = null): HeldPost => {
  serial += 1
  return { id: `p${serial}`, personId, personName: personId, post, since, until, version: 1 }
}
const elected = (
  personId: string,
  { head = null, duties = [] }: { head?: 'secretary' | 'deputy-secretary' | null; duties?: string[] } = {},
) => ({ personId, name: personId, head, duties, approvedOn: '2026-04-02' })

const FIVE = [
  elected('甲', { head: 'secretary' }),
  elected('乙', { head: 'deputy-secretary' }),
  elected('丙', { duties: ['organization', 'youth'] }),
  elected('丁', { duties: ['publicity', 'discipline'] }),
  elected('戊', { duties: ['mass-work'] }),
]
const renewal = { kind: 'renewal', form: 'committee', results: FIVE, isAnswered: true } as const

const said = (some: readonly { personId: string; post: Post }[]) =>
  some.map(({ personId, post }) => `${personId} ${post}`).toSorted()

test('a duty that is no post of its own leaves its bearer a committee member', () => {
  assert.deepEqual(
    FIVE.map((each) => postsOf(each, renewal)),
    [
      ['secretary'],
      ['deputy-secretary'],
      ['organization'],
      ['publicity', 'discipline'],
      ['committee-member'],
    ],
  )
})

test('the old committee ends the day before and the new one begins, but whoever keeps her post just goes on', () => {
  const after = postsAfter(
    renewal,
    [held('甲', 'secretary'), held('己', 'organization'), held('丁', 'committee-member')],
    ON,
  )
  assert.deepEqual(said(after.stays), ['甲 secretary'])
  assert.deepEqual(said(after.ends), ['丁 committee-member', '己 organization'])
  assert.deepEqual([...new Set(after.ends.map(({ endsOn }) => endsOn))], ['2026-04-01'])
  assert.deepEqual(said(after.begins), [
    '丁 discipline',
    '丁 publicity',
    '丙 organization',
    '乙 deputy-secretary',
    '戊 committee-member',
  ])
})

test('whoever is registered to a day goes on from the day after it', () => {
  const { stays, begins } = postsAfter(renewal, [held('甲', 'secretary', '2023-03-28', '2026-06-30')], ON)
  assert.deepEqual(said(stays), ['甲 secretary'])
  assert.equal(begins.find(({ post }) => post === 'secretary')?.since, '2026-07-01')
})

test('an office that the unit above did not approve is not taken up; before its answer it is foreseen', () => {
  const unapproved = { ...elected('乙', { head: 'deputy-secretary' }), approvedOn: null }
  assert.deepEqual(postsOf(unapproved, renewal), ['committee-member'])
  assert.deepEqual(postsOf(unapproved, { ...renewal, isAnswered: false }), ['deputy-secretary'])
  assert.deepEqual(postsOf(unapproved, { form: 'direct', isAnswered: true }), [])
})

test('a by-election fills what is empty and ends nobody, save the plain membership of whoever gets a duty', () => {
  const after = postsAfter(
    { ...renewal, kind: 'by-election', results: [elected('己'), elected('戊', { duties: ['publicity'] })] },
    [held('甲', 'secretary'), held('丙', 'organization'), held('戊', 'committee-member')],
    ON,
  )
  assert.deepEqual(said(after.ends), ['戊 committee-member'])
  assert.deepEqual(said(after.begins), ['己 committee-member', '戊 publicity'])
  assert.deepEqual(after.clashes, [])
})

test('a second secretary is a clash: at a by-election while the first is in office, at a renewal when he came later', () => {
  const secretary = { ...renewal, results: [elected('甲', { head: 'secretary' })] } as const
  const byElection = postsAfter({ ...secretary, kind: 'by-election' }, [held('己', 'secretary')], ON)
  assert.deepEqual(
    byElection.clashes.map(({ why, personName }) => [why, personName]),
    [['second-secretary', '己']],
  )
  const later = postsAfter(secretary, [held('己', 'secretary', '2026-05-01')], ON)
  assert.deepEqual(
    later.clashes.map(({ why, since }) => [why, since]),
    [['second-secretary', '2026-05-01']],
  )
})

test('the same post already registered from a later day is a clash, not a gap', () => {
  const { clashes } = postsAfter(renewal, [held('甲', 'secretary', '2026-04-10')], ON)
  assert.deepEqual(
    clashes.map(({ why, since }) => [why, since]),
    [['later', '2026-04-10']],
  )
})

const people = fc.shuffledSubarray([...PEOPLE], { minLength: 1 })
const committees = fc
  .record({
    names: people,
    duties: fc.array(fc.subarray([...DUTIES]), { minLength: 7, maxLength: 7 }),
    deputies: fc.nat(2),
  })
  .map(({ names, duties, deputies }) =>
    names.map((name, at) =>
      elected(name, {
        head: at === 0 ? 'secretary' : at <= deputies ? 'deputy-secretary' : null,
        duties: duties[at]!,
      }),
    ),
  )
const days = fc.integer({ min: -900, max: 30 }).map((offset) => day(ON).add({ days: offset }).toString())
const posts = fc
  .array(
    fc.record({
      person: fc.constantFrom(...PEOPLE, '辛'),
      post: fc.constantFrom(...POSTS.filter((post) => post !== 'member')),
      since: days,
      lasts: fc.option(fc.integer({ min: 0, max: 1200 })),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    // As the database holds it: nobody holds a post twice on one day.
    rows
      .map(({ person, post, since, lasts }) =>
        held(person, post, since, lasts === null ? null : day(since).add({ days: lasts }).toString()),
      )
      .filter(
        (row, at, all) =>
          !all
            .slice(0, at)
            .some(
              (other) =>
                other.personId === row.personId &&
                other.post === row.post &&
                other.since <= (row.until ?? '9') &&
                row.since <= (other.until ?? '9'),
            ),
      ),
  )

test('in any committee over any posts: what is kept is kept, everybody elected has a post, and there is one secretary', () => {
  fc.assert(
    fc.property(committees, posts, fc.boolean(), (results, before, isRenewal) => {
      const kind = isRenewal ? 'renewal' : 'by-election'
      const after = postsAfter({ kind, form: 'committee', results, isAnswered: true }, before, ON)
      const wanted = said(
        results.flatMap((each) => postsOf(each, renewal).map((post) => ({ ...each, post }))),
      )
      for (const { personId, post, id, since } of after.ends) {
        assert.ok((COMMITTEE_POSTS as readonly Post[]).includes(post), 'only posts of a committee end')
        assert.ok(!wanted.includes(`${personId} ${post}`), 'nobody loses a post she was elected to')
        assert.ok(
          since < ON && !after.stays.some((stay) => stay.id === id),
          'what ends had begun and ends once',
        )
      }
      const taken = new Set([...said(after.stays), ...said(after.begins)])
      assert.deepEqual([...taken].toSorted(), wanted, 'everybody elected has exactly the posts of her result')
      for (const begin of after.begins)
        assert.ok(
          !before.some(
            (row) =>
              row.personId === begin.personId &&
              row.post === begin.post &&
              (row.until === null || row.until >= begin.since),
          ),
          'no post begins while the same person holds it',
        )
      if (after.clashes.length > 0) return
      assert.equal(committeeAfter(after).filter((post) => post === 'secretary').length, 1)
    }),
    { numRuns: 5000 },
  )
})
