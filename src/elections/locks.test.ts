import assert from 'node:assert/strict'
import { test } from 'node:test'
import { served } from '../http/testing.ts'
import { cancelElection, readHead } from './contract.ts'
import { countingIn, countWorld, granted, SIX } from './fixtures/counting.ts'
import { readingIn } from './fixtures/reading.ts'
import { gatheringRoutes } from './gathering-routes.ts'
import * as meeting from './meeting-contract.ts'
import { motionRoutes } from './motion-routes.ts'
import { recordStep, withdrawStep } from './preparation-contract.ts'
import * as contract from './round-contract.ts'
import { electionRoutes } from './routes.ts'

const world = await countWorld()
const { secretary } = world
const { ask } = served(
  world.database.app,
  [...electionRoutes, ...gatheringRoutes, ...motionRoutes],
  '2026-11-22',
)

const FIVE = Object.fromEntries(
  [26, 20, 19, 18, 14, 13].map((count, at) => [SIX[at]!, [count, 26 - count] as const]),
)

/** What one does at the meeting itself, beside the count. */
const meetingOf = ({ id, gathering }: { id: string; gathering: string }) => {
  const params = { election: id, gathering }
  const version = async () => (await ask(secretary, readHead, { params: { election: id } })).answer.version
  const seen = async (body: 'members' | 'committee' = 'members') =>
    (await ask(secretary, meeting.readMeeting, { params: { election: id, body } })).answer
  /** So many of those who came leave before the end. */
  const leave = async (many: number) => {
    const here = (await seen()).gathering!.seats.filter(({ state }) => state === 'present')
    const seats = here
      .slice(0, many)
      .map((seat) => ({ id: seat.id, state: 'absent' as const, reason: '中途离会' }))
    return ask(secretary, meeting.stateAttendance, { params, body: { seats, version: await version() } })
  }
  const fail = async () =>
    ask(secretary, meeting.failGathering, { params, body: { reason: '会场停电', version: await version() } })
  const plan = async (body: 'members' | 'committee', heldOn: string) =>
    ask(secretary, meeting.planGathering, {
      params: { election: id, body },
      body: {
        heldOn,
        startsAt: null,
        place: null,
        guests: null,
        hostId: null,
        hostName: null,
        recorderName: null,
        version: await version(),
      },
    })
  const end = async () =>
    ask(secretary, meeting.closeGathering, { params, body: { endsAt: null, version: await version() } })
  const announce = async () =>
    ask(secretary, recordStep, {
      params: { election: id, step: 'announcement' },
      body: { doneOn: '2026-11-21', number: null, byWhom: null, note: null, version: await version() },
    })
  const unsay = async () =>
    ask(secretary, withdrawStep, {
      params: { election: id, step: 'announcement' },
      query: { version: await version() },
    })
  const cancel = async () =>
    ask(secretary, cancelElection, {
      params: { election: id },
      body: { reason: '重新组织', version: await version() },
    })
  const proved = () =>
    world.plantedIn(async (tx) =>
      (
        await tx.selectFrom('evidence').select('kind').where('sourceId', '=', id).orderBy('kind').execute()
      ).map(({ kind }) => kind),
    )
  const readings = () =>
    world.plantedIn((tx) =>
      tx.selectFrom('electionReading').select('pass').where('electionId', '=', id).execute(),
    )
  return { params, version, seen, leave, fail, plan, end, announce, unsay, cancel, proved, readings }
}

test('while ballots are out nothing beneath them moves, and their number cannot be emptied', async () => {
  const at = await world.plant()
  const { start, enter, roundNow, act } = countingIn(world, at)
  const { params, version, leave } = meetingOf(at)
  granted(await start('member'))

  const { refusal } = await enter('member', { issued: null, returned: null })
  assert.equal(refusal.field, 'issued')
  assert.match(refusal.message, /请取消这次投票/)
  assert.equal((await roundNow('member')).issued, 26)

  // As older records have it: a ballot whose number was emptied.
  await world.plantedIn((tx) =>
    tx.updateTable('electionRound').set({ issued: null }).where('electionId', '=', at.id).execute(),
  )
  assert.match((await leave(2)).refusal.message, /选票已经发出.*请先在“计票”里取消/)
  const officers = await ask(secretary, meeting.nameOfficers, {
    params,
    body: { officers: [{ role: 'scrutineer', personId: null, name: '另一人' }], version: await version() },
  })
  assert.match(officers.refusal.message, /选票已经发出/)
  const recalled = await ask(secretary, meeting.reopenGathering, {
    params,
    body: { version: await version() },
  })
  assert.match(recalled.refusal.message, /选票已经发出/)

  granted(await act(contract.dropRound, 'member'))
  granted(await leave(1))
})

test('a meeting does not fail while ballots are out, and once it failed elects nobody', async () => {
  const at = await world.plant()
  const { start, enter, close, act, read, reduce } = countingIn(world, at)
  const { fail } = meetingOf(at)
  granted(await start('member'))
  granted(await enter('member', { votes: FIVE }))
  assert.match((await fail()).refusal.message, /选票已经发出/)

  await world.plantedIn((tx) =>
    tx
      .updateTable('electionGathering')
      .set({ failedReason: '会场停电' })
      .where('id', '=', at.gathering)
      .execute(),
  )
  const refused = [
    await enter('member', { votes: FIVE }),
    await close('member'),
    await act(contract.reopenRound, 'member'),
    await start('member'),
    await reduce('member', 26),
  ]
  for (const each of refused) assert.match(each.refusal.message, /已记作没有开成.*另行召开/)
  assert.deepEqual((await read()).gatherings[0]?.roles[0]?.elected, [])
})

test('a ballot taken back is counted by those who were there when it was given out', async () => {
  const at = await world.plant()
  const { start, enter, close, act, roundNow } = countingIn(world, at)
  const { leave } = meetingOf(at)
  granted(await start('member'))
  granted(await enter('member', { votes: FIVE }))
  granted(await close('member'))
  granted(await leave(2))
  granted(await act(contract.reopenRound, 'member'))
  assert.match((await leave(1)).refusal.message, /选票已经发出/)
  granted(await enter('member', { votes: FIVE }))
  assert.partialDeepStrictEqual(await roundNow('member'), { entitled: 29, present: 26 })
  granted(await close('member'))
})

test('a plenary planned by mistake does not bar taking the count back; one that is open does', async () => {
  const at = await world.plant()
  const { start, enter, close, act } = countingIn(world, at)
  const { plan } = meetingOf(at)
  granted(await start('member'))
  granted(await enter('member', { votes: FIVE }))
  granted(await close('member'))
  granted(await plan('committee', '2026-11-21'))
  granted(await act(contract.reopenRound, 'member'))
  granted(await close('member'))
  await world.plantedIn((tx) =>
    tx
      .updateTable('electionGathering')
      .set({ openedAt: '2026-11-21T01:00:00Z' })
      .where('electionId', '=', at.id)
      .where('body', '=', 'committee')
      .execute(),
  )
  assert.match((await act(contract.reopenRound, 'member')).refusal.message, /第一次会议已经开会/)
})

test('a meeting ends only when it has elected all; one that elected nobody is recorded as failed', async () => {
  const at = await world.plant({ present: 23 })
  const { start } = countingIn(world, at)
  const { end, fail, plan } = meetingOf(at)
  const few = await end()
  assert.equal(few.refusal.refused, 'rule')
  assert.match(few.refusal.message, /记作“没有开成”/)

  await world.plantedIn((tx) =>
    tx.updateTable('electionSeat').set({ state: 'present' }).where('electionId', '=', at.id).execute(),
  )
  assert.match((await end()).refusal.message, /还没有选出人来.*记作“没有开成”/)

  // As older records have it: ended before anything was voted on.
  await world.plantedIn((tx) =>
    tx
      .updateTable('electionGathering')
      .set({ closedOn: '2026-11-20' })
      .where('id', '=', at.gathering)
      .execute(),
  )
  assert.match((await start('member')).refusal.message, /已经散会，不能再投票/)
  const failed = granted(await fail())
  assert.equal(failed.gathering, null)
  granted(await plan('members', '2026-11-21'))

  const other = await world.plant()
  const count = countingIn(world, other)
  granted(await count.start('member'))
  granted(await count.enter('member', { votes: { ...FIVE, 周五: [13, 13] } }))
  granted(await count.close('member'))
  const sat = meetingOf(other)
  assert.match((await sat.end()).refusal.message, /还没有选齐/)
  granted(await count.act(contract.reopenRound, 'member'))
  granted(await count.enter('member', { votes: FIVE }))
  granted(await count.close('member'))
  granted(await sat.end())
  assert.match((await sat.fail()).refusal.message, /已经选出人来/)
  // Taking the count back takes the end of the meeting back.
  granted(await count.act(contract.reopenRound, 'member'))
  assert.equal((await sat.seen()).gathering?.closedOn, null)
})

test('readings go with the election that is cancelled and with the meeting that failed', async () => {
  const at = await world.plant()
  const { start, roundNow } = countingIn(world, at)
  const { cancel, readings } = meetingOf(at)
  granted(await start('member', { form: 'sheets' }))
  granted(await readingIn(world, { ...at, round: (await roundNow('member')).id }).begin('first'))
  assert.equal((await readings()).length, 1)
  granted(await cancel())
  assert.deepEqual(await readings(), [])

  const other = await world.plant()
  const count = countingIn(world, other)
  const sat = meetingOf(other)
  granted(await count.start('member', { form: 'sheets' }))
  granted(await readingIn(world, { ...other, round: (await count.roundNow('member')).id }).begin('first'))
  // As older records have it: nobody elected, and a reading left behind.
  await world.plantedIn((tx) =>
    tx
      .updateTable('electionRound')
      .set({ closedAt: '2026-11-20T03:00:00Z', outcome: '{}' })
      .where('electionId', '=', other.id)
      .execute(),
  )
  granted(await sat.fail())
  assert.deepEqual(await sat.readings(), [])
})

test('a meeting that was not leaves no evidence, and a true announcement records it again', async () => {
  const at = await world.plant()
  const { start, enter, close, act } = countingIn(world, at)
  const { announce, unsay, plan, proved, cancel } = meetingOf(at)
  granted(await start('member'))
  granted(await enter('member', { votes: FIVE }))
  granted(await close('member'))
  granted(await announce())
  assert.deepEqual(await proved(), ['general-meeting'])
  granted(await unsay())
  assert.deepEqual(await proved(), [])

  const told = granted(await plan('committee', '2026-11-21'))
  const plenary = meetingOf({ id: at.id, gathering: told.gathering!.id })
  await world.plantedIn((tx) =>
    tx
      .updateTable('electionGathering')
      .set({ openedAt: '2026-11-21T01:00:00Z' })
      .where('id', '=', told.gathering!.id)
      .execute(),
  )
  granted(await announce())
  assert.deepEqual(await proved(), ['committee-meeting', 'general-meeting'])
  granted(await plenary.fail())
  assert.deepEqual(await proved(), ['general-meeting'])

  granted(await unsay())
  granted(await act(contract.reopenRound, 'member'))
  await world.plantedIn((tx) =>
    tx
      .insertInto('evidence')
      .values({
        kind: 'general-meeting',
        unitId: world.branch.id,
        heldOn: '2026-11-20',
        recordedOn: '2026-11-20',
        sourceKind: 'election',
        sourceId: at.id,
        title: '支部换届大会',
      })
      .execute(),
  )
  granted(await cancel())
  assert.deepEqual(await proved(), [])
})
