import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCalendar } from '../elections/calendar-contract.ts'
import { listElections } from '../elections/contract.ts'
import { readPreparation } from '../elections/preparation-contract.ts'
import { readCount } from '../elections/round-contract.ts'
import { listTerms } from '../organs/contract.ts'
import { listPosts } from '../people/contract.ts'
import { exampleOrgan } from './testing.ts'

const example = await exampleOrgan()
const BRANCH = '市妇联机关党支部'
const { ask } = await example.as('卢文茵')
const electionsOf = async (unit: string) =>
  (await ask(listElections, { params: { unit: example.unit(unit) } })).elections

test('the founding election is over, with every step done and its numbers judged', async () => {
  const [election, ...others] = await electionsOf(BRANCH)
  assert.deepEqual(others, [])
  assert.partialDeepStrictEqual(election, { stage: 'closed', electedOn: '2025-12-12', form: 'committee' })
  const params = { election: election!.id }

  const { gatherings } = await ask(readCount, { params })
  const [members, plenary] = gatherings
  assert.deepEqual([members!.entitled, members!.present], [27, 26])
  const [ballot] = members!.roles[0]!.rounds
  assert.partialDeepStrictEqual(ballot!.outcome, {
    election: 'valid',
    needed: 14,
    quorum: { holds: true, needed: 22 },
  })
  assert.deepEqual(
    [members, plenary].map((meeting) => meeting!.roles.map(({ elected }) => elected)),
    [[['丁素云', '卢文茵', '沈静澜', '孟庆芝', '贺佳宁']], [['沈静澜'], ['卢文茵']]],
  )

  const { steps } = await ask(readPreparation, { params })
  assert.deepEqual(
    steps.filter(({ state }) => state === 'next' || state === 'later').map(({ step }) => step),
    [],
  )
})

test('it began the term and the posts that were registered already, each once', async () => {
  const params = { unit: example.unit(BRANCH) }
  const { terms } = await ask(listTerms, { params })
  assert.deepEqual(
    terms.map(({ electedOn, endedOn }) => [electedOn, endedOn]),
    [['2025-12-12', null]],
  )
  const { posts } = await ask(listPosts, { params, query: { on: '2026-01-10' } })
  assert.deepEqual(posts.map(({ post }) => post).toSorted(), [
    'deputy-secretary',
    'discipline',
    'organization',
    'publicity',
    'secretary',
  ])
})

test('the calendar shows every unit by its own rules: quiet, under way, and extended with approval', async () => {
  const { units } = await ask(readCalendar, {})
  const told = units.map(({ unitName, state, term, elections }) => [
    unitName,
    state,
    term?.dueOn,
    elections.map(({ next }) => next?.title),
  ])
  assert.deepEqual(Object.fromEntries(told.map(([name, ...rest]) => [name, rest])), {
    市妇联机关党总支: ['ahead', '2028-12-19', ['方案和通知']],
    市妇联机关党支部: ['ahead', '2028-12-12', []],
    妇女儿童活动中心党支部: ['unregistered', undefined, []],
    市妇女联合会: ['unregistered', undefined, []],
    市妇联机关妇委会: ['under-way', '2026-12-10', ['方案和通知']],
    市妇联机关工会: ['prepare', '2027-02-28', []],
  })
  const union = units.find(({ unitName }) => unitName === '市妇联机关工会')!
  assert.match(union.term!.shift!.words, /延期到2027年2月28日.*晚 101 天；一般最迟到2027年5月19日/)
})
