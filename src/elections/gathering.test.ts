import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listTraces } from '../audit/contract.ts'
import { auditRoutes } from '../audit/routes.ts'
import { served } from '../http/testing.ts'
import { electionWorld } from './fixtures/election.ts'
import * as meeting from './meeting-contract.ts'
import type { Meeting } from './meeting-shape.ts'
import * as voter from './voter-contract.ts'

const world = await electionWorld()
const { ask, secretary, ill } = world
const reader = world.asker(world.people[3]!.person!, 'publicity')
const trail = served(world.database.app, auditRoutes, '2026-11-22')

type Open = { election: string; version: number }

const planOf = (of: Open, heldOn = '2026-11-20') => ({
  heldOn,
  startsAt: '14:30',
  place: '三楼会议室',
  guests: null,
  hostId: world.secretary.person,
  hostName: '林岚',
  recorderName: null,
  version: of.version,
})

const plan = (of: Open, heldOn?: string) =>
  ask(secretary, meeting.planGathering, {
    params: { election: of.election, body: 'members' },
    body: planOf(of, heldOn),
  })

const on = (told: Meeting) => ({ election: told.electionId, gathering: told.gathering!.id })
const of = ({ electionId, version }: { electionId: string; version: number }) => ({
  election: electionId,
  version,
})

const open = (told: Meeting) =>
  ask(secretary, meeting.openGathering, { params: on(told), body: { version: told.version } })

const attend = (told: Meeting, present: number) => {
  const voters = told.gathering!.seats.filter(({ entitled }) => entitled)
  return ask(secretary, meeting.stateAttendance, {
    params: on(told),
    body: {
      seats: voters.map(({ id }, at) => ({
        id,
        state: at < present ? ('present' as const) : ('excused' as const),
        reason: at < present ? null : '出差',
      })),
      version: told.version,
    },
  })
}

const exclude = (of: Open, more: object = {}) =>
  ask(secretary, voter.putExclusion, {
    params: { election: of.election, person: ill },
    body: {
      ground: 'illness' as const,
      since: null,
      reason: '长期住院，不能表达本人意愿',
      reportedOn: '2026-10-20',
      approvedOn: '2026-10-28',
      approvedBy: '市直机关工委',
      version: of.version,
      ...more,
    },
  })

const raise = (told: Meeting, matter: 'exclusions' | 'officers' | 'method', approve?: number) => {
  const { present } = told.gathering!.presence
  return ask(secretary, meeting.passMotion, {
    params: { ...on(told), matter },
    body: {
      approve: approve ?? present,
      oppose: approve === undefined ? 0 : present - approve,
      abstain: 0,
      note: null,
      version: told.version,
    },
  })
}

/** A meeting that is open, with so many there. */
const sat = async (present: number) => {
  const told = (await open((await plan(await world.begin())).answer)).answer
  return (await attend(told, present)).answer
}

test('thirty-one full members, one on probation within the Party, one ill whom the meeting passes: base 29, quorum 24', async () => {
  const { answer: list } = await exclude(await world.begin())
  assert.partialDeepStrictEqual(list, {
    entitled: 30,
    entitledThen: 29,
    counts: { full: 31, onProbation: 1, probationary: 1, pending: 1 },
    isFrozen: false,
  })
  const { answer: told } = await open((await plan(of(list))).answer)
  assert.deepEqual(told.gathering?.presence, {
    entitled: 30,
    present: 0,
    unstated: 30,
    excused: 0,
    absent: 0,
  })

  const { answer: came } = await attend(told, 24)
  const { answer: passed, queries } = await raise(came, 'exclusions')
  assert.equal(passed.gathering?.presence.entitled, 29)
  assert.equal(passed.gathering?.quorum?.judgment.needed, 24)
  assert.match(passed.gathering?.quorum?.judgment.citation ?? '', /第十九条/)
  assert.ok(queries <= 12, `${queries} statements`)
  const { answer: after } = await ask(secretary, voter.readVoters, { params: { election: list.electionId } })
  assert.partialDeepStrictEqual(after, { isFrozen: true, entitled: 29, counts: { excluded: 1, pending: 0 } })
  assert.equal(after.exclusions[0]?.passedOn, '2026-11-20')
  assert.equal(after.quorum?.needed, 24)

  // Whoever reads elections without leading them learns that she is left out, and nowhere why.
  const { answer: read } = await ask(reader, voter.readVoters, { params: { election: list.electionId } })
  assert.partialDeepStrictEqual(read, { entitled: 29, quorum: { needed: 24 }, exclusions: [] })
  assert.deepEqual(read.counts, after.counts)
  assert.equal(read.people.find(({ personId }) => personId === ill)?.place, 'excluded')
  const { answer: seen } = await ask(reader, meeting.readMeeting, {
    params: { election: list.electionId, body: 'members' },
  })
  assert.equal(
    seen.gathering?.seats.find(({ personId }) => personId === ill)?.because,
    '经上级同意并经大会通过，不计入应到会。',
  )
  assert.equal(seen.agenda.find(({ id }) => id === 'exclusions')?.state, 'done')
  assert.doesNotMatch(JSON.stringify([read, seen]), /illness|因病|疾病|住院|意志/)
  const disciplined = world.asker(world.people[4]!.person!, 'discipline')
  const traces = await trail.ask(disciplined, listTraces, { params: { unit: world.branch.id }, query: {} })
  assert.equal(traces.status, 200)
  assert.match(JSON.stringify(traces.answer), /选举会议/)
  assert.doesNotMatch(JSON.stringify(traces.answer), /illness|因病|住院|不能表达/)

  const { answer: back } = await ask(secretary, meeting.withdrawMotion, {
    params: { ...on(passed), matter: 'exclusions' },
    body: { version: passed.version },
  })
  assert.equal(back.gathering?.presence.entitled, 30)
  await world.cancel(of(back))
})

test('an exclusion that was not approved above is not put to the vote, and stays in the base', async () => {
  const { answer: list } = await exclude(await world.begin(), { approvedOn: null, approvedBy: null })
  const { answer: told } = await open((await plan(of(list))).answer)
  const { answer: came } = await attend(told, 26)
  const refused = await raise(came, 'exclusions')
  assert.match(refused.refusal.message, /没有已经上级同意/)
  assert.match(came.gathering?.seats.find(({ personId }) => personId === ill)?.because ?? '', /上级尚未同意/)
  await world.cancel(of(came))
})

test('the list is frozen when the meeting opens: the roster may change, the base does not', async () => {
  const told = await sat(24)
  await world.write((tx) =>
    tx.updateTable('membership').set({ until: '2026-11-01' }).where('personId', '=', ill).execute(),
  )
  const { answer: again } = await ask(secretary, meeting.readMeeting, {
    params: { election: told.electionId, body: 'members' },
  })
  assert.equal(again.gathering?.presence.entitled, 30)
  const { refusal } = await exclude(of(again))
  assert.match(refusal.message, /已在大会开会时固定/)

  const { answer: recalled } = await ask(secretary, meeting.reopenGathering, {
    params: on(again),
    body: { version: again.version },
  })
  assert.equal(recalled.gathering?.isOpen, false)
  assert.equal((await open(recalled)).answer.gathering?.presence.entitled, 29)
  await world.write((tx) =>
    tx.updateTable('membership').set({ until: null }).where('personId', '=', ill).execute(),
  )
  await world.cancel({ election: told.electionId, version: recalled.version + 1 })
})

test('twenty-three of thirty cannot elect: nothing else is voted on, the meeting fails with its reason and is held again', async () => {
  const told = await sat(23)
  assert.deepEqual(
    [told.gathering?.quorum?.judgment.holds, told.gathering?.quorum?.judgment.needed],
    [false, 24],
  )
  const refused = await raise(told, 'method')
  assert.equal(refused.refusal.refused, 'rule')
  assert.equal(refused.refusal.because?.rule, 'election.quorum')

  const { answer: failed } = await ask(secretary, meeting.failGathering, {
    params: on(told),
    body: { reason: '应到会 30 人，实到 23 人，不足 24 人', version: told.version },
  })
  assert.equal(failed.gathering, null)
  assert.equal(failed.failed.length, 1)
  const { answer: next } = await plan(of(failed), '2026-11-21')
  assert.equal(next.gathering?.ordinal, 2)
  await world.cancel(of(next))
})

test('a show of hands carries with more than half of those present; exactly half does not', async () => {
  const told = await sat(24)
  const { answer: half } = await raise(told, 'method', 12)
  assert.equal(half.gathering?.motions[0]?.passed, false)
  const { answer: more } = await raise(half, 'method', 13)
  assert.equal(more.gathering?.motions[0]?.passed, true)
  const many = await raise(more, 'method', 25)
  assert.equal(many.refusal.field, 'oppose')
  await world.cancel(of(more))
})

test('scrutineers are of those present and no candidates; the meeting confirms them, and others anew', async () => {
  const told = await sat(26)
  const here = told.gathering!.seats.filter(({ state }) => state === 'present')
  const [one, two, three] = here as [(typeof here)[0], (typeof here)[0], (typeof here)[0]]
  const away = told.gathering!.seats.find(({ state }) => state === 'excused')!
  await world.write((tx) =>
    tx
      .insertInto('electionCandidate')
      .values({
        electionId: told.electionId,
        unitId: world.branch.id,
        role: 'member',
        personId: three.personId,
        name: three.name,
        proposedOn: '2026-11-01',
      })
      .execute(),
  )
  const name = (scrutineer: typeof one, version: number, teller = two) =>
    ask(secretary, meeting.nameOfficers, {
      params: on(told),
      body: {
        officers: [
          { role: 'scrutineer', personId: scrutineer.personId, name: scrutineer.name },
          { role: 'teller', personId: teller.personId, name: teller.name },
        ],
        version,
      },
    })
  const standing = await name(three, told.version)
  assert.equal(standing.refusal.refused, 'rule')
  assert.match(standing.refusal.message, /第二十二条/)
  assert.match((await name(away, told.version)).refusal.message, /没有到会/)
  assert.match((await name(one, told.version, one)).refusal.message, /选了两次/)

  const { answer: named } = await name(one, told.version)
  assert.equal(named.gathering?.officersConfirmed?.judgment.holds, false)
  const { answer: confirmed } = await raise(named, 'officers')
  assert.equal(confirmed.gathering?.officersConfirmed?.judgment.holds, true)
  const { answer: others } = await name(two, confirmed.version, one)
  assert.equal(others.gathering?.officersConfirmed?.judgment.holds, false)
  await world.cancel(of(others))
})

test('a meeting of tomorrow is not opened today, and nobody opens what another has changed', async () => {
  const { answer: planned } = await plan(await world.begin(), '2026-11-23')
  assert.equal((await open(planned)).refusal.field, 'heldOn')
  const { refusal } = await open({ ...planned, version: 1 })
  assert.equal(refusal.refused, 'stale')
  await world.cancel(of(planned))
})
