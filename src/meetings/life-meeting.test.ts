import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acting } from '../database/acting.ts'
import * as contract from './contract.ts'
import { branchWorld } from './fixtures/branch.ts'
import { filled, planned, recorded } from './fixtures/filling.ts'

const world = await branchWorld()
const { ask, organ, organizer, leaders, groups, committee, database } = world

const yearsOf = async (meeting: string) => {
  const as = { organ, person: null, operation: 'test', may: { 'duty.read': ['/'] } }
  const rows = await acting(database.database, as, (tx) =>
    tx
      .selectFrom('evidence')
      .select(['kind', 'forYear'])
      .where('sourceId', '=', meeting)
      .orderBy('kind')
      .execute(),
  )
  return 'refused' in rows ? [] : rows.map(({ kind, forYear }) => [kind, forYear])
}

test('a 组织生活会 held in January counts for the year that is stated, and its form for the day', async () => {
  const meeting = await planned(world, ['general-meeting', 'life-meeting'], { heldOn: '2026-01-20' })
  const parts = meeting.parts.map((part) =>
    part.kind === 'life-meeting' ? { ...part, forYear: 2025 } : part,
  )
  const record = await recorded(world, meeting, { parts })

  assert.deepEqual(
    record.feeds.map(({ rule, period }) => [rule, period]),
    [
      ['general-meeting.quarterly', '2026年第一季度'],
      ['life-meeting.yearly', '2025年'],
    ],
  )
  assert.deepEqual(await yearsOf(record.id), [
    ['general-meeting', null],
    ['life-meeting', 2025],
  ])
})

test('it takes the circle of the meeting in whose form it is held', async () => {
  const asCommittee = await planned(world, ['committee-meeting', 'life-meeting'])
  const alone = await planned(world, ['life-meeting'])
  const inGroup = await planned(world, ['group-meeting', 'life-meeting'], {
    unit: groups[0].id,
    as: leaders[0]!,
  })

  assert.equal(asCommittee.counts.entitled, committee.length)
  assert.equal(alone.counts.entitled, 31)
  assert.ok(inGroup.counts.entitled < 31)
})

test('a committee cannot be joined with the members’ meeting by way of a 组织生活会', async () => {
  const { status, refusal } = await ask(organizer, contract.planMeeting, {
    params: { unit: world.branch.id },
    body: {
      title: '会',
      kinds: ['life-meeting', 'committee-meeting', 'general-meeting'],
      heldOn: '2026-11-18',
      startsAt: '15:00',
      endsAt: null,
      place: null,
      hostId: null,
      agenda: [],
    },
  })

  assert.equal(status, 400)
  assert.equal(refusal.field, 'kinds')
})

test('no number is asked for at a 组织生活会 until the organ asks for one; then everyone expected is the base', async () => {
  const before = await recorded(world, await planned(world, ['life-meeting']), { excused: ['赵小兰'] })
  const as = { organ, person: null, operation: 'test', may: { 'parameter.change': ['/'] } }
  await acting(database.database, as, (tx) =>
    tx
      .insertInto('parameter')
      .values({ key: 'branch.life.organQuorum', choice: '"4/5"', since: '2020-01-01', reason: '机关要求' })
      .execute(),
  )
  const absent = world.people.slice(-7).map(({ name }) => name)
  const after = await recorded(world, await planned(world, ['life-meeting']), {
    absent: [...new Set(absent)],
  })

  assert.deepEqual(before.judgments, [])
  assert.equal(after.judgments[0]?.judgment.needed, 25)
  assert.equal(after.judgments[0]?.judgment.numbers.entitled, 31)
  assert.equal(after.stage, 'recorded')
})

test('the year is stated of a 组织生活会 only', async () => {
  const meeting = await planned(world, ['lecture'])
  const parts = meeting.parts.map((part) => ({ ...part, forYear: 2025 }))
  const { status } = await ask(organizer, contract.draftMeeting, {
    params: { meeting: meeting.id },
    body: { ...filled(meeting, { parts }), version: meeting.version },
  })
  assert.equal(status, 400)
})
