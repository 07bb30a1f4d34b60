import assert from 'node:assert/strict'
import { after as afterAll, test } from 'node:test'
import { putIntoEffect, recordApproval } from './after-contract.ts'
import { electedWorld } from './fixtures/elected.ts'
import { walking } from './fixtures/walking.ts'
import * as meeting from './meeting-contract.ts'
import { planElection, withdrawStep } from './preparation-contract.ts'
import { startRound } from './round-contract.ts'

const world = await electedWorld()
afterAll(() => world.database.close())
const { ask, organizer, branch, committee, people, within } = world
const HELD = '2026-11-18'
const ALL = 1000

type Walk = Awaited<ReturnType<typeof walking>>
const planned = async (walk: Walk, heldOn: string) =>
  ask(organizer, meeting.planGathering, {
    params: { election: walk.election, body: 'committee' as const },
    body: {
      heldOn,
      ...{ startsAt: '14:00', place: null, guests: null, recorderName: null },
      ...{ hostId: null, hostName: '林岚', version: await walk.version() },
    },
  })

test('a plenary is neither planned nor opened before the committee is elected, nor dated before its day', async () => {
  const [one, two] = people.filter(({ person }) => !committee.some((each) => each.person === person))
  const opening = { kind: 'by-election', form: 'committee', seats: 1, deputies: 0 } as const
  const walk = await walking(world, organizer, branch.id, { ...opening, plannedOn: HELD })
  const early = await planned(walk, HELD)
  assert.equal(early.status, 409)
  assert.match(early.refusal.message, /没有选齐应选的委员.*先在“计票”里选齐/)
  await walk.propose('member', { people: [one!.person, two!.person] }, '2026-10-20')
  const { gathering, present } = await walk.gather(
    'members',
    HELD,
    { id: committee[0]!.person, name: committee[0]!.name },
    ALL,
  )
  const watching = present.filter(({ personId }) => personId !== one!.person && personId !== two!.person)
  await walk.officers(
    gathering,
    watching.slice(0, 3).map(({ personId, name }) => ({ personId, name })),
  )
  await walk.vote(gathering, 'member', present.length, { [one!.name]: present.length })
  const before = await planned(walk, '2026-11-17')
  assert.equal(before.refusal.field, 'heldOn')
  assert.match(before.refusal.message, /早于大会选出委员的2026年11月18日/)

  // The committee that goes on meets with whoever joined it, and one of its own leads it.
  const host = committee[0]!
  const plenary = await walk.gather('committee', HELD, { id: host.person, name: host.name }, ALL)
  assert.deepEqual(
    plenary.present.map(({ name }) => name).toSorted(),
    [...committee, one!].map(({ name }) => name).toSorted(),
  )
  const { answer } = await ask(organizer, meeting.readMeeting, {
    params: { election: walk.election, body: 'committee' },
  })
  assert.deepEqual([answer.expected, answer.gathering?.hostFault], [committee.length + 1, null])
  assert.equal(answer.chairing.people[0]?.name, host.name)
  assert.equal((await walk.after()).plenary?.hostIsElected, null)
})

test('nobody is both secretary and deputy', async () => {
  const { unit, people: six } = await world.branchOf('机关第六党支部', 6)
  const opening = { kind: 'renewal', form: 'direct', seats: 0, deputies: 1 } as const
  const walk = await walking(world, organizer, unit, { ...opening, plannedOn: HELD })
  const [first, second, ...others] = six
  await walk.propose('secretary', { people: [first!.person] }, '2026-10-20')
  await walk.propose('deputy-secretary', { people: [first!.person] }, '2026-10-20')
  const { gathering } = await walk.gather('members', HELD, { id: second!.person, name: second!.name }, 6)
  await walk.officers(
    gathering,
    others.slice(0, 3).map(({ person, name }) => ({ personId: person, name })),
  )
  await walk.vote(gathering, 'secretary', 6, { [first!.name]: 6 })
  const { status, refusal } = await ask(organizer, startRound, {
    params: walk.params,
    body: {
      ...{ gathering, role: 'deputy-secretary' as const, form: 'totals' as const },
      ...{ among: null, consent: null, version: await walk.version() },
    },
  })
  assert.equal(status, 422)
  assert.match(refusal.message, /已经当选书记或副书记，一人不能兼任.*候选人/)
})

test('a result waits for its deputy, for open ballots, for its approval and for members who are still there', async () => {
  const { unit, people: some } = await world.branchOf('机关第七党支部', 9)
  const [head, deputy, gone] = some
  const results = [
    { name: head!.name, person: head!, head: 'secretary' as const },
    { name: deputy!.name, person: deputy! },
    { name: gone!.name, person: gone! },
  ]
  const id = await world.elect({ unitId: unit, results, heldOn: '2026-11-10' })
  await within((tx) => tx.updateTable('election').set({ deputies: 1 }).where('id', '=', id).execute())
  const missing = async (on?: string) =>
    (await world.after(id, organizer, on)).missing.map(({ what }) => what).join('')
  assert.match(await missing(), /还差 1 名副书记没有选出/)

  // Whether there is to be a deputy may be decided still; nothing else of the plan.
  const plan = async (more: { seats?: number; deputies: number }) =>
    ask(organizer, planElection, {
      params: { election: id },
      body: {
        ...{ plannedOn: null, form: 'committee' as const, seats: 3, superior: null, ...more },
        version: (await world.after(id)).version,
      },
    })
  assert.match((await plan({ seats: 5, deputies: 0 })).refusal.message, /现在只能改副职人数/)
  assert.equal((await plan({ deputies: 0 })).status, 200)
  assert.doesNotMatch(await missing(), /副书记/)
  assert.equal((await plan({ deputies: 1 })).status, 200)

  const open = await within((tx) =>
    tx
      .insertInto('electionRound')
      .columns(['gatheringId', 'electionId', 'unitId', 'role', 'seats'])
      .expression(
        tx
          .selectFrom('electionGathering')
          .select(({ val }) => [
            'id',
            'electionId',
            'unitId',
            val('deputy-secretary').as('role'),
            val(1).as('seats'),
          ])
          .where('electionId', '=', id)
          .where('body', '=', 'committee'),
      )
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  assert.match(await missing(), /还有一次投票没有封定/)
  await within(async (tx) => {
    await tx.deleteFrom('electionRound').where('id', '=', open.id).execute()
    await tx
      .updateTable('electionResult')
      .set({ head: 'deputy-secretary' })
      .where('electionId', '=', id)
      .where('name', '=', deputy!.name)
      .execute()
    const of = { electionId: id, unitId: unit }
    for (const step of ['announcement', 'division', 'result-report', 'result-reply'] as const)
      await tx
        .insertInto('electionStep')
        .values({ ...of, step, doneOn: '2026-11-16' })
        .execute()
    await tx
      .updateTable('electionResult')
      .set({ approvedOn: '2026-11-16', duties: ['organization', 'publicity', 'discipline'] })
      .where('electionId', '=', id)
      .execute()
    await tx
      .updateTable('membership')
      .set({ until: '2026-11-18' })
      .where('personId', '=', gone!.person)
      .execute()
  })
  assert.equal(await missing('2026-11-18'), '')
  assert.match(await missing('2026-11-19'), new RegExp(`${gone!.name}不是机关第七党支部的正式党员`))
  const effect = async (effectiveOn: string) =>
    ask(organizer, putIntoEffect, {
      params: { election: id },
      body: { effectiveOn, version: (await world.after(id)).version },
    })
  assert.match((await effect('2026-11-19')).refusal.message, /不能任职.*核对名册和生效日/)
  const early = await effect('2026-11-15')
  assert.equal(early.refusal.field, 'effectiveOn')
  assert.match(early.refusal.message, /批复日期是 2026-11-16/)
  assert.equal((await effect('2026-11-16')).status, 200)
})

test('a committee elects a secretary for one who left by its plenary alone', async () => {
  const { unit, people: some } = await world.branchOf('机关第八党支部', 9)
  const [head, deputy, ...others] = some
  const posts = { [head!.person]: 'deputy-secretary', [deputy!.person]: 'organization' }
  await within(async (tx) => {
    for (const { person } of some.slice(0, 5))
      await tx
        .insertInto('post')
        .values({
          personId: person,
          unitId: unit,
          post: posts[person] ?? 'committee-member',
          since: '2024-03-01',
        })
        .execute()
  })
  const opening = { kind: 'by-election', form: 'committee', seats: 0, deputies: 0 } as const
  const walk = await walking(world, organizer, unit, { ...opening, plannedOn: HELD })
  await walk.propose('secretary', { people: [deputy!.person] }, '2026-10-20')
  const { gathering, entitled } = await walk.gather(
    'committee',
    HELD,
    { id: head!.person, name: head!.name },
    5,
  )
  assert.equal(entitled, 5)
  await walk.officers(
    gathering,
    others.slice(0, 3).map(({ person, name }) => ({ personId: person, name })),
  )
  await walk.vote(gathering, 'secretary', 5, { [deputy!.name]: 5 })
  await walk.step('announcement', HELD)
  await walk.step('result-report', HELD)
  const [elected] = (await walk.after()).elected
  const approve = async (refused: string[]) =>
    walk.done(recordApproval, {
      params: walk.params,
      body: { doneOn: '2026-11-20', number: null, byWhom: null, refused, version: await walk.version() },
    })
  await approve([])
  assert.equal((await walk.after()).elected[0]?.head, 'secretary')
  // A withdrawn answer takes the approval with it.
  await walk.done(withdrawStep, {
    params: { election: walk.election, step: 'result-reply' },
    query: { version: await walk.version() },
  })
  assert.equal((await walk.after()).elected[0]?.approvedOn, null)
  await approve([elected!.id])
  assert.match((await walk.after()).missing[0]!.what, /没有批准.*先撤回宣布/)
  await approve([])
  await walk.done(putIntoEffect, {
    params: walk.params,
    body: { effectiveOn: '2026-11-20', version: await walk.version() },
  })
  assert.ok((await world.posts(unit)).includes(`${deputy!.name} secretary 2026-11-20–`))
})
