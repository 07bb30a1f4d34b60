import assert from 'node:assert/strict'
import { after as afterAll, test } from 'node:test'
import { type Asker, served } from '../http/testing.ts'
import type { Someone } from '../meetings/fixtures/branch.ts'
import { divideWork, putIntoEffect, readAfter, recordApproval } from './after-contract.ts'
import { afterRoutes } from './after-routes.ts'
import { ELECTED_ON, electedWorld } from './fixtures/elected.ts'
import { recordStep } from './preparation-contract.ts'

const world = await electedWorld()
afterAll(() => world.database.close())
const { ask, branch, committee, people, organizer, member } = world
const [lan, , , chang, qing] = committee as [Someone, Someone, Someone, Someone, Someone]
const fresh = people.find(({ name }) => name === '钱小明')!
const other = people.find(({ name }) => name === '孙小兰')!

// 林岚 stays secretary, 何畅 becomes deputy, 顾青 keeps discipline, 钱小明 and 孙小兰 are new; two leave.
const results = [
  { name: '钱小明', person: fresh },
  { name: '孙小兰', person: other },
  { name: '顾青', person: qing },
  { name: '林岚', person: lan, head: 'secretary' as const },
  { name: '何畅', person: chang, head: 'deputy-secretary' as const },
]
await world.within((tx) =>
  tx.insertInto('term').values({ unitId: branch.id, electedOn: '2023-11-15' }).execute(),
)
const PLAIN = { number: null, byWhom: null, note: null }
const id = await world.elect({ unitId: branch.id, results })
const version = async () => (await world.after(id)).version
const idOf = async (name: string) => (await world.after(id)).elected.find((each) => each.name === name)!.id

const step = async (named: 'announcement' | 'result-report' | 'public-notice' | 'archive', doneOn: string) =>
  ask(organizer, recordStep, {
    params: { election: id, step: named },
    body: { ...PLAIN, doneOn, version: await version() },
  })
const divide = async (duties: Record<string, ('organization' | 'publicity' | 'discipline' | 'youth')[]>) =>
  ask(organizer, divideWork, {
    params: { election: id },
    body: {
      doneOn: ELECTED_ON,
      members: await Promise.all(
        Object.entries(duties).map(async ([name, some]) => ({ result: await idOf(name), duties: some })),
      ),
      version: await version(),
    },
  })
const effect = async (effectiveOn: string) =>
  ask(organizer, putIntoEffect, { params: { election: id }, body: { effectiveOn, version: await version() } })

test('everything that is missing is said, each with its matter, and nothing is put into effect meanwhile', async () => {
  const { missing } = await world.after(id)
  assert.deepEqual(
    missing.map(({ matter }) => matter),
    ['announcement', 'division', 'division', 'result-report', 'result-reply'],
  )
  assert.match(missing[2]!.what, /纪律检查委员.*第九条/)
  const { status, refusal } = await effect('2026-11-16')
  assert.equal(status, 409)
  assert.match(refusal.message, /宣布当选名单.*委员分工.*报告选举结果.*批复/)
  assert.equal(refusal.field, 'effectiveOn')
  assert.deepEqual(await world.terms(branch.id), ['2023-11-15–'])
})

test('a step has its true day: not before the election, not to come', async () => {
  assert.equal((await step('announcement', '2026-11-11')).refusal.field, 'doneOn')
  assert.match((await step('announcement', '2026-11-23')).refusal.message, /还没有到/)
  assert.equal((await step('announcement', ELECTED_ON)).status, 200)
  assert.equal((await step('result-report', '2026-11-13')).status, 200)
})

test('the division is judged with numbers: of four duties three are covered, then all', async () => {
  const first = await divide({ 钱小明: ['organization'], 孙小兰: ['publicity', 'youth'], 顾青: [] })
  const told = first.answer.judged
    .filter(({ matter }) => matter === 'division')
    .map(({ told }) => told.judgment)
  assert.deepEqual(
    told.map(({ rule, holds, numbers, needed }) => [rule, holds, Object.values(numbers)[0], needed]),
    [
      ['committee.posts', false, 3, 4],
      ['discipline.member', false, 0, 1],
    ],
  )
  const { answer } = await divide({
    钱小明: ['organization'],
    孙小兰: ['publicity', 'youth'],
    顾青: ['discipline'],
  })
  assert.ok(answer.judged.every(({ matter, told: { judgment } }) => matter !== 'division' || judgment.holds))
  assert.deepEqual(
    answer.missing.map(({ matter }) => matter),
    ['result-reply'],
  )
})

test('the unit above approves heads only, and not before it was asked', async () => {
  const approve = async (doneOn: string, refused: string[]) =>
    ask(organizer, recordApproval, {
      params: { election: id },
      body: { doneOn, number: '云工委〔2026〕18号', byWhom: '机关工委', refused, version: await version() },
    })
  assert.equal((await approve('2026-11-12', [])).refusal.field, 'doneOn')
  assert.equal((await approve('2026-11-16', [await idOf('顾青')])).refusal.field, 'refused')
  const { answer } = await approve('2026-11-16', [await idOf('林岚')])
  assert.match(answer.missing[0]!.what, /没有批准林岚任书记/)
  const approved = await approve('2026-11-16', [])
  assert.deepEqual(approved.answer.missing, [])
  assert.equal(approved.answer.on, '2026-11-16')
})

test('the preview says exactly who leaves, who begins and who goes on', async () => {
  const { ends, begins, stays, plenary } = await world.after(id)
  const named = (some: readonly { name: string; post: string }[]) =>
    some.map(({ name, post }) => `${name} ${post}`).toSorted()
  assert.deepEqual(named(ends), ['何畅 publicity', '周启明 deputy-secretary', '沈秋月 organization'])
  assert.deepEqual(named(begins), ['何畅 deputy-secretary', '孙小兰 publicity', '钱小明 organization'])
  assert.deepEqual(named(stays), ['林岚 secretary', '顾青 discipline'])
  assert.deepEqual(
    [plenary?.hostName, plenary?.hostIsElected, plenary?.entitled, plenary?.present],
    ['何畅', true, 5, 5],
  )
})

test('only whoever leads puts it into effect, and nobody on what was changed meanwhile', async () => {
  const input = { params: { election: id }, body: { effectiveOn: '2026-11-16', version: await version() } }
  assert.equal((await ask(member, putIntoEffect, input)).status, 403)
  assert.equal((await ask(qing, putIntoEffect, input)).status, 403)
  const old = { ...input, body: { ...input.body, version: 1 } }
  assert.equal((await ask(organizer, putIntoEffect, old)).refusal.refused, 'stale')
  assert.equal((await effect('2026-11-11')).refusal.field, 'effectiveOn')
  assert.match((await effect('2028-01-01')).refusal.message, /一年以后/)
})

test('put into effect, posts, term and evidence change at once; posts of others stay untouched', async () => {
  const { status, answer } = await effect('2026-11-16')
  assert.equal(status, 200)
  assert.deepEqual(await world.posts(branch.id), [
    '周启明 deputy-secretary 2024-03-01–2026-11-15',
    '顾青 discipline 2024-03-01–',
    '沈秋月 organization 2024-03-01–2026-11-15',
    '何畅 publicity 2024-03-01–2026-11-15',
    '林岚 secretary 2024-03-01–',
    '何畅 deputy-secretary 2026-11-16–',
    '钱小明 organization 2026-11-16–',
    '孙小兰 publicity 2026-11-16–',
  ])
  assert.equal((await world.posts(world.groups[0].id)).length, 1)
  assert.deepEqual(await world.terms(branch.id), ['2023-11-15–2026-11-11', '2026-11-12–'])
  assert.deepEqual(
    (await world.evidence(id)).map(({ kind, heldOn }) => `${kind} ${heldOn}`),
    ['committee-meeting 2026-11-12', 'general-meeting 2026-11-12'],
  )
  assert.deepEqual(
    answer.outgoing.map(({ post, personName, to }) => [post, personName, to?.name]).toSorted(),
    [
      ['deputy-secretary', '周启明', '何畅'],
      ['organization', '沈秋月', '钱小明'],
      ['publicity', '何畅', '孙小兰'],
    ],
  )
  assert.deepEqual(
    answer.elected.map(({ title, hasAccount }) => [title, hasAccount]),
    [
      ['委员', false],
      ['委员', false],
      ['委员', false],
      ['书记', false],
      ['副书记', false],
    ],
  )
})

test('what is closed stays closed, but its notice and its filing may follow', async () => {
  assert.match((await effect('2026-11-17')).refusal.message, /已经办结/)
  assert.equal((await step('result-report', '2026-11-14')).refusal.refused, 'conflict')
  assert.equal((await step('public-notice', '2026-11-20')).status, 200)
  assert.equal((await step('archive', '2026-11-22')).status, 200)
})

test('the page takes at most twelve statements, whatever stands on it', async () => {
  const { ask: counted } = served(world.database.app, afterRoutes)
  const asker = {
    organ: world.organ,
    person: organizer.person,
    held: [{ post: 'organization', path: branch.path }],
  }
  const { status, queries } = await counted(asker as Asker, readAfter, {
    params: { election: id },
    query: {},
  })
  assert.equal(status, 200)
  assert.ok(queries <= 12, `${queries} statements`)
})

test('a by-election fills the empty seat; the term and everybody else go on, and it proves its meeting alone', async () => {
  const seat = people.find(({ name }) => name === '李小明')!
  const seated = await world.elect({
    unitId: branch.id,
    kind: 'by-election',
    plenary: false,
    heldOn: '2026-11-20',
    results: [{ name: '李小明', person: seat }],
  })
  for (const named of ['announcement', 'result-report'] as const)
    await ask(organizer, recordStep, {
      params: { election: seated, step: named },
      body: { ...PLAIN, doneOn: '2026-11-20', version: (await world.after(seated)).version },
    })
  const { missing, on, version: now } = await world.after(seated)
  assert.deepEqual([missing, on], [[], '2026-11-20'])
  // In effect from a day to come.
  const { status } = await ask(organizer, putIntoEffect, {
    params: { election: seated },
    body: { effectiveOn: '2026-12-01', version: now },
  })
  assert.equal(status, 200)
  const posts = await world.posts(branch.id)
  assert.equal(posts.length, 9)
  assert.ok(posts.includes('李小明 committee-member 2026-12-01–'))
  assert.deepEqual(await world.terms(branch.id), ['2023-11-15–2026-11-11', '2026-11-12–'])
  assert.deepEqual(
    (await world.evidence(seated)).map(({ kind }) => kind),
    ['general-meeting'],
  )
})
