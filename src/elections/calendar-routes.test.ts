import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readToday } from '../duties/contract.ts'
import type { Input } from '../http/endpoint.ts'
import { type Asker, served } from '../http/testing.ts'
import { branchWorld } from '../meetings/fixtures/branch.ts'
import { approveShift, beginTerm, listTerms, makeUnit } from '../organs/contract.ts'
import { endPost, listPosts } from '../people/contract.ts'
import { proposeElection, readCalendar } from './calendar-contract.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { openElection } from './contract.ts'

const world = await branchWorld()
const { ask, branch, committee, clock, people } = world
const organizer = committee[2]!
const member = people.find(({ grants }) => grants['election.read'] === undefined)!
const calendar = async () => (await ask(organizer, readCalendar, {})).answer.units
const propose = (query: NonNullable<Input<typeof proposeElection>['query']>) =>
  ask(organizer, proposeElection, { params: { unit: branch.id }, query })

test('a unit without a registered term says so; registered, it stands with its days', async () => {
  const [line] = await calendar()
  assert.partialDeepStrictEqual(line, {
    unitName: branch.name,
    state: 'unregistered',
    mayLead: true,
    term: null,
  })
  const { status } = await ask(organizer, beginTerm, {
    params: { unit: branch.id },
    body: { electedOn: '2024-03-01' },
  })
  assert.equal(status, 200)
  assert.partialDeepStrictEqual((await calendar())[0], {
    state: 'prepare',
    words: '离届满还有 99 天，应着手筹备。',
    request: { on: '2026-12-31' },
    term: { electedOn: '2024-03-01', dueOn: '2027-03-01', remindOn: '2026-09-01' },
  })
})

test('whoever may not see elections sees no calendar', async () => {
  assert.equal((await ask(member, readCalendar, {})).status, 403)
})

test('the form is filled in from the records, and every line of it is judged', async () => {
  const { answer } = await propose({ kind: 'renewal' })
  assert.deepEqual(answer.plan, {
    kind: 'renewal',
    form: 'committee',
    seats: 5,
    deputies: 1,
    plannedOn: '2027-02-22',
    superior: null,
  })
  assert.equal(answer.full, 29)
  assert.match(answer.usual.way, /先由党组讨论决定，再报机关工委审批/)
  assert.deepEqual(answer.candidates, { least: 6, rule: 'election.surplus' })
  assert.partialDeepStrictEqual(answer.request, { on: '2026-12-24', isLate: false })
  assert.equal(answer.shift, null)
  assert.deepEqual(
    answer.judgments.map(({ judgment: { rule, holds } }) => [rule, holds]),
    [
      ['committee.required', true],
      ['committee.size-least', true],
      ['committee.size-usual', true],
      ['secretary.deputies', true],
    ],
  )
})

test('what is typed instead is judged by its numbers: too few, too many, no committee, past the last day', async () => {
  const broken = async (query: object) =>
    (await propose({ kind: 'renewal', ...query })).answer.judgments
      .filter(({ judgment }) => !judgment.holds)
      .map(({ judgment: { rule, hardness, needed } }) => [rule, hardness, needed])
  assert.deepEqual(await broken({ seats: 2 }), [['committee.size-least', 'must', 3]])
  assert.deepEqual(await broken({ seats: 7 }), [['committee.size-usual', 'default', 5]])
  assert.deepEqual(await broken({ seats: 8 }), [
    ['committee.size-usual', 'default', 5],
    ['committee.size-most', 'default', 7],
  ])
  assert.deepEqual(await broken({ form: 'direct' }), [['committee.required', 'must', 1]])
  assert.deepEqual(await broken({ deputies: 2 }), [['secretary.deputies', 'may', 1]])
  const { answer } = await propose({ kind: 'renewal', plannedOn: '2027-03-02' })
  assert.partialDeepStrictEqual(answer.shift, { way: 'late', dueOn: '2027-03-01', usualBound: '2028-03-01' })
  assert.equal(answer.shift?.told?.judgment.holds, false)
})

test('the one line of today stands for the duty, and follows the election to its next step', async () => {
  const today = async () => {
    const { owed, waiting } = (await ask(organizer, readToday, { query: {} })).answer
    return [...owed, ...waiting].filter(
      ({ rule, to }) => rule?.startsWith('renewal') || to?.startsWith('/elections'),
    )
  }
  assert.deepEqual(
    (await today()).map(({ title, to, by }) => [title, to, by]),
    [['本届将届满，着手换届、准备请示', '/elections', '2026-12-31']],
  )
  const body = { kind: 'renewal', form: 'committee', seats: 5, deputies: 1, plannedOn: '2027-02-22' } as const
  const { answer } = await ask(organizer, openElection, { params: { unit: branch.id }, body })
  assert.deepEqual(
    (await today()).map(({ title, to }) => [title, to]),
    [['换届选举下一步：委员会决定换届', `/elections/${answer.id}`]],
  )
  assert.partialDeepStrictEqual((await calendar())[0], {
    state: 'under-way',
    elections: [{ id: answer.id, kind: 'renewal', next: { title: '委员会决定换届' } }],
  })
})

test('an extension of more than a year is kept with its reason, and said to be more than usual', async () => {
  const { terms } = (await ask(organizer, listTerms, { params: { unit: branch.id } })).answer
  const { id, version } = terms[0]!
  const body = { approvedUntil: '2028-03-02', approvalNote: '某工委〔2026〕9号', version }
  const { status, answer } = await ask(organizer, approveShift, { params: { term: id }, body })
  assert.equal(status, 200)
  assert.partialDeepStrictEqual(answer.shift, { way: 'late', holds: false, bound: '2028-03-01' })
  assert.equal((await calendar())[0]!.term?.approvalNote, '某工委〔2026〕9号')
})

test("a union and a women's committee stand on the calendar by their own rules, and are proposed no Party numbers", async () => {
  const made = async (line: 'union' | 'federation', kind: 'union' | 'women-committee', name: string) =>
    (
      await ask(organizer, makeUnit, {
        body: { parentId: null, line, kind, name, foundedOn: '2022-05-10' },
      })
    ).answer.id
  const union = await made('union', 'union', '机关工会')
  const women = await made('federation', 'women-committee', '机关妇委会')
  for (const unit of [union, women])
    await ask(organizer, beginTerm, { params: { unit }, body: { electedOn: '2022-06-10' } })
  const lines = await calendar()
  assert.partialDeepStrictEqual(lines.find(({ unitId }) => unitId === union)!.term, { dueOn: '2027-06-10' })
  assert.match(lines.find(({ unitId }) => unitId === women)!.term!.citation, /妇女联合会章程/)
  const { answer } = await ask(organizer, proposeElection, {
    params: { unit: union },
    query: { kind: 'renewal', seats: 5 },
  })
  assert.deepEqual(answer.judgments, [])
  assert.deepEqual(answer.candidates, { least: 6, rule: 'union-election.surplus' })
})

test('a post that ended without a successor is offered for a by-election of one seat', async () => {
  const gone = committee[3]!
  const { answer: listed } = await ask(organizer, listPosts, { params: { unit: branch.id }, query: {} })
  const post = listed.posts.find(({ personId }) => personId === gone.person)!
  const body = { until: '2026-10-31', version: post.version }
  assert.equal((await ask(organizer, endPost, { params: { post: post.id }, body })).status, 200)
  clock.today = '2026-11-23'
  assert.deepEqual((await calendar())[0]!.vacancies, [
    { post: 'publicity', name: gone.name, on: '2026-10-31' },
  ])
  const { answer } = await propose({ kind: 'by-election' })
  assert.partialDeepStrictEqual(answer.plan, {
    kind: 'by-election',
    seats: 1,
    deputies: 0,
    plannedOn: '2027-01-23',
  })
})

test('the calendar takes as many statements with four units as with three, and the form a few more', async () => {
  const house = served(world.database.app, calendarRoutes)
  const asker: Asker = {
    organ: world.organ,
    person: organizer.person,
    held: [{ post: 'organization', path: branch.path }],
  }
  const before = await house.ask(asker, readCalendar, {})
  await ask(organizer, makeUnit, {
    body: { parentId: null, line: 'union', kind: 'union', name: '活动中心工会', foundedOn: '2022-05-10' },
  })
  const after = await house.ask(asker, readCalendar, {})
  assert.equal(after.answer.units.length, before.answer.units.length + 1)
  assert.equal(after.queries, before.queries)
  const params = { unit: branch.id }
  const { queries } = await house.ask(asker, proposeElection, { params, query: { kind: 'renewal' } })
  assert.ok(queries <= 12 && before.queries <= 6, `${before.queries} and ${queries} statements`)
})
