import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from './contract.ts'
import { branchWorld } from './fixtures/branch.ts'
import { filled, planned, recorded } from './fixtures/filling.ts'

const world = await branchWorld()
const { ask, organizer, people, committee, leaders, groups } = world

// Twenty-nine vote; so many of them stay away.
const voters = people.filter(({ name }) => !['新晓晨', '贺迟'].includes(name)).map(({ name }) => name)
const away = (count: number) => ({ absent: voters.slice(0, count) })
const vote = (approve: number, oppose = 0, abstain = 0): contract.Vote => ({
  part: 1,
  text: '通过年度工作计划',
  approve,
  oppose,
  abstain,
})

test('with fifteen of twenty-nine present and fifteen ayes a resolution passes', async () => {
  const meeting = await planned(world, ['general-meeting'])
  const { resolutions } = await recorded(world, meeting, { ...away(14), resolutions: [vote(15)] })

  const [resolution] = resolutions
  assert.equal(resolution?.passed, true)
  assert.deepEqual(
    resolution?.judgments.map(({ judgment: { rule, needed, numbers, holds } }) => [
      rule,
      needed,
      numbers,
      holds,
    ]),
    [
      ['general-meeting.quorum', 15, { entitled: 29, present: 15 }, true],
      ['general-meeting.majority', 15, { entitled: 29, approve: 15 }, true],
    ],
  )
})

test('fourteen ayes of fifteen present do not pass: the majority is of those entitled', async () => {
  const meeting = await planned(world, ['general-meeting'])
  const { resolutions } = await recorded(world, meeting, { ...away(14), resolutions: [vote(14, 1)] })

  assert.deepEqual(
    resolutions.map(({ passed, judgments }) => [passed, judgments.map(({ judgment }) => judgment.holds)]),
    [[false, [true, false]]],
  )
})

test('with fourteen present what happened is recorded, and the resolution has not passed', async () => {
  const meeting = await planned(world, ['general-meeting'])
  const record = await recorded(world, meeting, { ...away(15), resolutions: [vote(14)] })

  assert.equal(record.stage, 'recorded')
  assert.equal(record.resolutions[0]?.passed, false)
  assert.match(record.judgments[0]?.words ?? '', /29 人.*14 人.*第十一条.*15 人：不符合/)
  assert.deepEqual(
    record.feeds.map(({ rule }) => rule),
    ['general-meeting.quarterly'],
  )
})

test('members without a vote change neither quorum nor majority by coming', async () => {
  const meeting = await planned(world, ['general-meeting'])
  const { resolutions } = await recorded(world, meeting, { ...away(15), resolutions: [vote(14)] })

  assert.deepEqual([resolutions[0]?.entitled, resolutions[0]?.present], [29, 14])
})

test('more votes than voters present are refused with the numbers', async () => {
  const meeting = await planned(world, ['general-meeting'])

  const { status, refusal } = await ask(organizer, contract.recordMeeting, {
    params: { meeting: meeting.id },
    body: {
      filled: filled(meeting, { ...away(14), resolutions: [vote(14, 1, 1)] }),
      lateReason: null,
      version: meeting.version,
    },
  })

  assert.equal(status, 400)
  assert.equal(refusal.field, 'resolutions.0.approve')
  assert.match(refusal.message, /赞成 14、反对 1、弃权 1，合计 16 票，多于实到有表决权的 15 人/)
})

test('a vote that is not counted yet is kept in the draft and keeps the record from being handed in', async () => {
  const meeting = await planned(world, ['general-meeting'])
  const path = { params: { meeting: meeting.id } }
  const open = filled(meeting, { resolutions: [{ ...vote(0), approve: null, oppose: null, abstain: null }] })

  const draft = await ask(organizer, contract.draftMeeting, {
    ...path,
    body: { ...open, version: meeting.version },
  })
  const handed = await ask(organizer, contract.recordMeeting, {
    ...path,
    body: { lateReason: null, version: draft.answer.version },
  })

  assert.deepEqual(
    draft.answer.resolutions.map(({ approve, passed }) => [approve, passed]),
    [[null, false]],
  )
  assert.match(handed.refusal.message, /第 1 项决议还没有填全票数/)
})

test('a committee decides by the majority of those present, once half of it is there', async () => {
  const three = await recorded(world, await planned(world, ['committee-meeting']), {
    absent: ['何畅', '顾青'],
    resolutions: [vote(2, 1)],
  })
  const two = await recorded(world, await planned(world, ['committee-meeting']), {
    absent: ['何畅', '顾青', '林岚'],
    resolutions: [vote(2)],
  })

  assert.equal(three.resolutions[0]?.passed, true)
  assert.equal(two.resolutions[0]?.passed, false)
  assert.equal(committee.length, 5)
})

test('a committee that was too few did not meet, so the record fulfils no duty', async () => {
  const record = await recorded(world, await planned(world, ['committee-meeting']), {
    absent: ['何畅', '顾青', '林岚'],
  })

  assert.equal(record.judgments[0]?.judgment.holds, false)
  assert.deepEqual(record.feeds, [])
  assert.deepEqual(await world.evidence(record.id), [])
})

test('theme day and lecture in one gathering feed each its own duty', async () => {
  const meeting = await planned(world, ['theme-day', 'lecture'])
  const parts = meeting.parts.map((part) => ({
    ...part,
    lecturerName: part.kind === 'lecture' ? '外请讲师' : null,
  }))
  const record = await recorded(world, meeting, { parts })

  assert.deepEqual(await world.evidence(record.id), [
    { kind: 'lecture', heldOn: '2026-11-18', recordedOn: '2026-11-22' },
    { kind: 'theme-day', heldOn: '2026-11-18', recordedOn: '2026-11-22' },
  ])
})

test('a lecture or a theme day passes no resolution', async () => {
  const meeting = await planned(world, ['theme-day'])

  const { refusal } = await ask(organizer, contract.recordMeeting, {
    params: { meeting: meeting.id },
    body: {
      filled: filled(meeting, { resolutions: [vote(10)] }),
      lateReason: null,
      version: meeting.version,
    },
  })

  assert.equal(refusal.field, 'resolutions.0.part')
})

test('committee and members’ meeting are not one gathering, nor does a branch hold a group’s meeting', async () => {
  const plan = (kinds: contract.Kind[], unit = world.branch.id, as = organizer) =>
    ask(as, contract.planMeeting, {
      params: { unit },
      body: {
        title: '会',
        kinds,
        heldOn: '2026-11-20',
        startsAt: '09:00',
        endsAt: null,
        place: null,
        hostId: null,
        agenda: [],
      },
    })

  const mixed = await plan(['committee-meeting', 'general-meeting'])
  const grouped = await plan(['group-meeting'])
  const inGroup = await plan(['general-meeting'], groups[0].id, leaders[0])

  assert.deepEqual(
    [mixed, grouped, inGroup].map(({ status, refusal }) => [status, refusal.field]),
    [
      [400, 'kinds'],
      [400, 'kinds'],
      [400, 'kinds'],
    ],
  )
})
