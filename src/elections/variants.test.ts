import assert from 'node:assert/strict'
import { after as afterAll, test } from 'node:test'
import type { Someone } from '../meetings/fixtures/branch.ts'
import { divideWork, putIntoEffect, recordApproval } from './after-contract.ts'
import { electedWorld } from './fixtures/elected.ts'
import { walking } from './fixtures/walking.ts'
import { electionChapters } from './year-jobs.ts'

// Each kind of unit elects by its own numbers; every walk has one that the Party's rules for a branch would decide otherwise.

const world = await electedWorld()
afterAll(() => world.database.close())
const { organizer, branch, organ } = world

const names = (some: string, many: number): string[] =>
  Array.from({ length: many }, (_, at) => `${some}${String.fromCodePoint(0x4e00 + at)}`)

const HELD = '2026-11-18'
const effect = (walk: Awaited<ReturnType<typeof walking>>, effectiveOn: string) =>
  walk
    .version()
    .then((version) => walk.done(putIntoEffect, { params: walk.params, body: { effectiveOn, version } }))

test('a women’s federation: two thirds make its quorum, half of those due its majority, and no Party post is touched', async () => {
  const unit = await world.unit('federation', 'federation-town', '云川街道妇联')
  const walk = await walking(world, organizer, unit, {
    kind: 'renewal',
    form: 'committee',
    seats: 5,
    deputies: 1,
    plannedOn: HELD,
  })
  const delegates = names('代表', 30)
  await walk.delegates(delegates)
  const standing = names('执委', 6)
  await walk.propose('member', { names: standing }, '2026-10-20')
  // 24 of 30 would be the Party's quorum; here more than two thirds, 21, do.
  const meeting = await walk.gather('members', HELD, { id: null, name: delegates[0]! }, 21)
  await walk.officers(
    meeting.gathering,
    meeting.present.slice(0, 3).map(({ personId, name }) => ({ personId, name })),
  )
  assert.deepEqual(await meeting.barred(), [null])
  // 15 of 21 present are more than half of them, but not more than half of the 30 who are due.
  const votes = Object.fromEntries(standing.map((name, at) => [name, at === 4 ? 15 : at === 5 ? 16 : 18]))
  const role = await walk.vote(meeting.gathering, 'member', 21, votes)
  assert.deepEqual(role.elected.toSorted(), [...standing.slice(0, 4), standing[5]!].toSorted())

  const elected = standing.filter((_, at) => at !== 4)
  await walk.propose('secretary', { names: [elected[0]!] }, '2026-10-20')
  await walk.propose('deputy-secretary', { names: [elected[1]!] }, '2026-10-20')
  const plenary = await walk.gather('committee', HELD, { id: null, name: elected[2]! }, 5)
  await walk.officers(plenary.gathering, [
    { personId: null, name: elected[2]! },
    { personId: null, name: elected[3]! },
    { personId: null, name: elected[4]! },
  ])
  await walk.vote(plenary.gathering, 'secretary', 5, { [elected[0]!]: 5 })
  await walk.vote(plenary.gathering, 'deputy-secretary', 5, { [elected[1]!]: 4 })
  assert.deepEqual(
    (await walk.after()).missing.map(({ matter }) => matter),
    ['announcement'],
  )
  await walk.step('announcement', HELD)

  const before = await world.posts(branch.id)
  const told = await walk.after()
  assert.deepEqual([told.missing, told.judged, told.ends, told.begins], [[], [], [], []])
  const titles = told.elected.map(({ name, id }) => ({ name, result: id }))
  await walk.done(divideWork, {
    params: walk.params,
    body: {
      doneOn: HELD,
      members: titles.map(({ result, name }) => ({
        result,
        duties: [],
        ...(name === elected[2] ? { title: '常委' } : {}),
      })),
      version: await walk.version(),
    },
  })
  await effect(walk, HELD)
  assert.deepEqual((await walk.after()).elected.map(({ title }) => title).toSorted(), [
    '主席',
    '副主席',
    '常委',
    '执委',
    '执委',
  ])
  assert.deepEqual(await world.posts(unit), [])
  assert.deepEqual(await world.posts(branch.id), before)
  assert.deepEqual(await world.terms(unit), ['2026-11-18–'])
  assert.deepEqual(await world.evidence(walk.election), [])
})

test('a union: two thirds are enough to meet, but whoever is elected needs more than half of all who are due', async () => {
  const unit = await world.unit('union', 'union', '机关工会')
  const walk = await walking(world, organizer, unit, {
    kind: 'renewal',
    form: 'committee',
    seats: 6,
    deputies: 0,
    plannedOn: HELD,
  })
  const members = names('会员', 30)
  await walk.delegates(members)
  // Five in a hundred more than six seats: seven, where the Party asks for eight.
  const standing = names('委员', 7)
  await walk.propose('member', { names: standing }, '2026-10-20')
  const meeting = await walk.gather('members', HELD, { id: null, name: members[0]! }, 20)
  await walk.officers(
    meeting.gathering,
    meeting.present.slice(0, 3).map(({ personId, name }) => ({ personId, name })),
  )
  assert.deepEqual(await meeting.barred(), [null])
  const votes = Object.fromEntries(standing.map((name, at) => [name, at < 6 ? 16 : 15]))
  const role = await walk.vote(meeting.gathering, 'member', 20, votes)
  assert.deepEqual(role.elected.toSorted(), standing.slice(0, 6).toSorted())
  assert.equal(role.rounds[0]?.outcome?.needed, 16)

  await walk.propose('secretary', { names: [standing[0]!] }, '2026-10-20')
  const plenary = await walk.gather('committee', HELD, { id: null, name: standing[1]! }, 6)
  await walk.officers(
    plenary.gathering,
    standing.slice(1, 4).map((name) => ({ personId: null, name })),
  )
  await walk.vote(plenary.gathering, 'secretary', 6, { [standing[0]!]: 5 })
  await walk.step('announcement', HELD)
  await effect(walk, HELD)
  const { elected } = await walk.after()
  assert.deepEqual(
    elected.filter(({ head }) => head !== null).map(({ title }) => title),
    ['主席'],
  )
  assert.deepEqual(
    elected.filter(({ head }) => head === null).map(({ title }) => title),
    Array(5).fill('委员'),
  )
  assert.deepEqual(await world.terms(unit), ['2026-11-18–'])
})

test('a branch under seven elects its secretary at the meeting: no plenary, nothing divided, one candidate is enough', async () => {
  const { unit, people } = await world.branchOf('机关第五党支部', 6)
  const walk = await walking(world, organizer, unit, {
    kind: 'renewal',
    form: 'direct',
    seats: 0,
    deputies: 0,
    plannedOn: HELD,
  })
  await walk.step('request', '2026-09-10', '云五支〔2026〕1号')
  await walk.step('reply', '2026-09-20', '云工委〔2026〕30号')
  const [first] = people as [Someone]
  await walk.propose('secretary', { people: [first.person] }, '2026-10-20')
  const meeting = await walk.gather('members', HELD, { id: people[1]!.person, name: people[1]!.name }, 5)
  await walk.officers(
    meeting.gathering,
    meeting.present
      .filter(({ personId }) => personId !== first.person)
      .slice(0, 3)
      .map(({ personId, name }) => ({ personId, name })),
  )
  const role = await walk.vote(meeting.gathering, 'secretary', 5, { [first.name]: 4 })
  assert.deepEqual([role.elected, role.rounds[0]?.outcome?.needed], [[first.name], 3])
  assert.deepEqual(
    (await walk.after()).missing.map(({ matter }) => matter),
    ['announcement', 'result-report', 'result-reply'],
  )
  await walk.step('announcement', HELD)
  await walk.step('result-report', '2026-11-19', '云五支〔2026〕2号')
  const bare = { number: '云工委〔2026〕44号', byWhom: null, refused: [] }
  await walk.done(recordApproval, {
    params: walk.params,
    body: { ...bare, doneOn: '2026-11-20', version: await walk.version() },
  })
  await effect(walk, '2026-11-20')
  assert.deepEqual(await world.posts(unit), [`${first.name} secretary 2026-11-20–`])
  assert.deepEqual(
    (await world.evidence(walk.election)).map(({ kind }) => kind),
    ['general-meeting'],
  )
})

test('a general branch: seven of nine, one over a branch’s usual five, with its own term and its discipline member', async () => {
  const { unit, people } = await world.branchOf('机关党总支', 45, 'general-branch')
  const walk = await walking(world, organizer, unit, {
    kind: 'renewal',
    form: 'committee',
    seats: 7,
    deputies: 1,
    plannedOn: HELD,
  })
  const standing = people.slice(0, 9)
  await walk.propose('member', { people: standing.map(({ person }) => person) }, '2026-10-20')
  const meeting = await walk.gather('members', HELD, { id: people[0]!.person, name: people[0]!.name }, 40)
  assert.equal(meeting.entitled, 45)
  await walk.officers(
    meeting.gathering,
    meeting.present
      .filter(({ personId }) => !standing.some(({ person }) => person === personId))
      .slice(0, 3)
      .map(({ personId, name }) => ({ personId, name })),
  )
  const votes = Object.fromEntries(standing.map(({ name }, at) => [name, at < 7 ? 34 : 20]))
  const role = await walk.vote(meeting.gathering, 'member', 40, votes)
  // Exactly half of forty elects nobody.
  assert.equal(role.elected.length, 7)
  const [head, deputy, host, ...others] = standing.slice(0, 7) as [Someone, Someone, Someone, ...Someone[]]
  await walk.propose('secretary', { people: [head.person] }, '2026-10-20')
  await walk.propose('deputy-secretary', { people: [deputy.person] }, '2026-10-20')
  const plenary = await walk.gather('committee', HELD, { id: host.person, name: host.name }, 7)
  await walk.officers(
    plenary.gathering,
    [host, ...others.slice(0, 2)].map(({ person, name }) => ({ personId: person, name })),
  )
  await walk.vote(plenary.gathering, 'secretary', 7, { [head.name]: 7 })
  await walk.vote(plenary.gathering, 'deputy-secretary', 7, { [deputy.name]: 6 })
  await walk.step('announcement', HELD)
  await walk.step('result-report', '2026-11-19', '云总支〔2026〕9号')
  const idOf = async ({ name }: Someone) =>
    (await walk.after()).elected.find((each) => each.name === name)!.id
  const divide = async (charged: readonly (readonly [Someone, ('organization' | 'discipline')[]])[]) =>
    walk.done(divideWork, {
      params: walk.params,
      body: {
        doneOn: HELD,
        members: await Promise.all(
          charged.map(async ([who, duties]) => ({ result: await idOf(who), duties })),
        ),
        version: await walk.version(),
      },
    })
  await divide([[host, ['organization']]])
  await walk.done(recordApproval, {
    params: walk.params,
    body: {
      doneOn: '2026-11-20',
      number: '云工委〔2026〕45号',
      byWhom: null,
      refused: [],
      version: await walk.version(),
    },
  })
  // The four duties of a branch's committee are not asked of a general branch, its discipline member is.
  const missing = (await walk.after()).missing.map(({ what }) => what)
  assert.equal(missing.length, 1)
  assert.match(missing[0]!, /纪律检查委员/)
  await divide([
    [host, ['organization']],
    [others[0]!, ['discipline']],
  ])
  await effect(walk, '2026-11-20')
  const posts = await world.posts(unit)
  assert.equal(posts.length, 7)
  assert.deepEqual(posts.map((line) => line.split(' ')[1]).toSorted(), [
    ...Array(3).fill('committee-member'),
    'deputy-secretary',
    'discipline',
    'organization',
    'secretary',
  ])
  assert.deepEqual(await world.terms(unit), ['2026-11-18–'])

  const asked = {
    organName: '示例',
    unitName: '机关党总支',
    path: '/',
    units: [unit],
    unitId: unit,
    year: 2026,
  }
  const [chapter] = await world.within((tx) => electionChapters(tx, { ...asked, today: '2026-11-22' }))
  const text = JSON.stringify(chapter)
  assert.match(text, /应到会有选举权 45 人，实到 40 人/)
  assert.match(text, /选委员，应选 7 人，发出 40 张，收回 40 张，有效 40 张/)
  assert.ok(organ && text.includes(head.name))
})
