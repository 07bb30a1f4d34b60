import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from './contract.ts'
import { branchWorld } from './fixtures/branch.ts'
import { filled, planned, recorded } from './fixtures/filling.ts'

const world = await branchWorld()
const { ask, organizer, secretary, committee, member, leaders, groups, branch } = world

test('a planned committee meeting expects those who hold a post of the committee that day', async () => {
  const meeting = await planned(world, ['committee-meeting'])

  assert.deepEqual(
    meeting.attendance.map(({ name }) => name).toSorted(),
    committee.map(({ name }) => name).toSorted(),
  )
  assert.equal(meeting.counts.notStated, 5)
  assert.equal(meeting.stage, 'planned')
})

test('probationary members and those in 留党察看 are expected at a members’ meeting and do not vote', async () => {
  const meeting = await planned(world, ['general-meeting'])

  assert.equal(meeting.counts.entitled, 31)
  assert.equal(meeting.counts.voting, 29)
  assert.equal(meeting.attendance.find(({ name }) => name === '新晓晨')?.because, '预备党员没有表决权')
})

test('a record is not handed in while anyone’s attendance is not stated', async () => {
  const meeting = await planned(world, ['committee-meeting'])
  const gaps = filled(meeting, { unstated: ['何畅', '顾青'] })

  const { status, refusal } = await ask(organizer, contract.recordMeeting, {
    params: { meeting: meeting.id },
    body: { filled: gaps, lateReason: null, version: meeting.version },
  })

  assert.equal(status, 400)
  assert.match(refusal.message, /还有 2 人未填到会情况（.*(何畅|顾青).*）/)
})

test('a recorded committee meeting feeds the monthly duty and shows its quorum with the clause', async () => {
  const meeting = await planned(world, ['committee-meeting'])
  const record = await recorded(world, meeting, { excused: ['顾青'] })

  assert.equal(record.stage, 'recorded')
  assert.equal(record.recordedOn, '2026-11-22')
  assert.deepEqual(
    record.feeds.map(({ rule, period }) => [rule, period]),
    [['committee-meeting.monthly', '2026年11月']],
  )
  assert.match(record.judgments[0]?.words ?? '', /委员 5 人.*到会委员 4 人.*第十二条.*3 人：符合/)
  assert.deepEqual(
    { ...record.counts },
    {
      entitled: 5,
      present: 4,
      excused: 1,
      absent: 0,
      notStated: 0,
      observing: 0,
      voting: 5,
      votingPresent: 4,
    },
  )
})

test('what is answered after recording is what is read later', async () => {
  const meeting = await planned(world, ['general-meeting', 'lecture'])
  const parts = meeting.parts.map((part) =>
    part.kind === 'lecture' ? { ...part, topic: '学党章', lecturerId: secretary.person } : part,
  )
  const record = await recorded(world, meeting, {
    parts,
    agenda: [{ part: 1, title: '表决计划', points: '周启明：同意。', differing: '何畅：时间太紧。' }],
    resolutions: [{ part: 1, text: '通过年度计划', approve: 20, oppose: 1, abstain: 0 }],
    followUps: [{ what: '印发计划', ownerId: member.person, dueOn: '2026-12-01' }],
    excused: ['赵小兰'],
  })

  const { answer } = await ask(secretary, contract.readMeeting, { params: { meeting: meeting.id } })

  assert.deepEqual({ ...answer, permits: null }, { ...record, permits: null })
  assert.equal(answer.parts[1]?.lecturerName, '林岚')
  assert.equal(answer.followUps[0]?.ownerName, member.name)
})

test('a record entered after the days of grace is late and shows both days', async () => {
  const meeting = await planned(world, ['committee-meeting'], { heldOn: '2026-10-12' })
  const onTime = await planned(world, ['committee-meeting'], { heldOn: '2026-11-07' })

  const late = await recorded(world, meeting)
  const timely = await recorded(world, onTime)

  assert.deepEqual([late.heldOn, late.recordedOn, late.late], ['2026-10-12', '2026-11-22', true])
  assert.deepEqual([timely.heldOn, timely.recordedOn, timely.late], ['2026-11-07', '2026-11-22', false])
})

test('a meeting that is still to come cannot be recorded', async () => {
  const meeting = await planned(world, ['committee-meeting'], { heldOn: '2026-11-25' })

  const { status, refusal } = await ask(organizer, contract.recordMeeting, {
    params: { meeting: meeting.id },
    body: { filled: filled(meeting), lateReason: null, version: meeting.version },
  })

  assert.equal(status, 409)
  assert.match(refusal.message, /会议定在 2026-11-25/)
  assert.equal(meeting.permits.record?.reason, '会议定在 2026-11-25，开过以后再提交记录')
})

test('the secretary notes a record; an amendment afterwards wants noting again', async () => {
  const record = await recorded(world, await planned(world, ['committee-meeting']))
  const path = { params: { meeting: record.id } }

  const refused = await ask(organizer, contract.noteMeeting, { ...path, body: { version: record.version } })
  const noted = await ask(secretary, contract.noteMeeting, { ...path, body: { version: record.version } })
  const amended = await ask(organizer, contract.amendMeeting, {
    ...path,
    body: { field: 'place', becomes: '二楼会议室', reason: '笔误', version: noted.answer.version },
  })

  assert.equal(refused.status, 403)
  assert.deepEqual([noted.answer.stage, noted.answer.notedByName], ['noted', '林岚'])
  assert.deepEqual([amended.answer.stage, amended.answer.notedByName], ['recorded', null])
  const [row] = amended.answer.amendments
  assert.deepEqual([row?.was, row?.becomes, row?.byName], ['三楼会议室', '二楼会议室', '沈秋月'])
})

test('a group leader records her own group’s meeting and neither sees nor records another’s', async () => {
  const [own, other] = leaders
  const meeting = await planned(world, ['group-meeting'], { as: own!, unit: groups[0].id })

  const record = await recorded(world, meeting, {}, own)
  const foreign = await ask(other!, contract.readMeeting, { params: { meeting: meeting.id } })
  const elsewhere = await ask(other!, contract.planMeeting, {
    params: { unit: groups[0].id },
    body: {
      title: '学习',
      kinds: ['group-meeting'],
      heldOn: '2026-11-20',
      startsAt: '09:00',
      endsAt: null,
      place: null,
      hostId: null,
      agenda: [],
    },
  })

  assert.equal(record.feeds[0]?.rule, 'group-meeting.monthly')
  assert.equal(foreign.status, 404)
  assert.equal(elsewhere.status, 403)
})

test('a member without a post is told that minutes are not hers to read', async () => {
  const meeting = await planned(world, ['committee-meeting'])

  const { status, refusal } = await ask(member, contract.readMeeting, { params: { meeting: meeting.id } })

  assert.equal(status, 403)
  assert.match(refusal.message, /看会议记录/)
})

test('a planned meeting is cancelled with a reason and then neither drafted nor recorded', async () => {
  const meeting = await planned(world, ['theme-day'])
  const path = { params: { meeting: meeting.id } }

  const gone = await ask(organizer, contract.cancelMeeting, {
    ...path,
    body: { reason: '台风停工', version: 1 },
  })
  const after = await ask(organizer, contract.draftMeeting, {
    ...path,
    body: { ...filled(meeting), version: gone.answer.version },
  })

  assert.deepEqual([gone.answer.stage, gone.answer.cancelledReason], ['cancelled', '台风停工'])
  assert.deepEqual([after.status, after.refusal.message], [409, '会议已取消。'])
})

test('sending the notice and moving the meeting each raise the calendar entry’s sequence', async () => {
  const meeting = await planned(world, ['committee-meeting'], { heldOn: '2026-11-27' })
  const path = { params: { meeting: meeting.id } }

  const sent = await ask(organizer, contract.sendNotice, { ...path, body: { version: meeting.version } })
  const moved = await ask(organizer, contract.changePlan, {
    ...path,
    body: {
      title: meeting.title,
      kinds: ['committee-meeting'],
      heldOn: '2026-11-28',
      startsAt: '15:00',
      endsAt: null,
      place: '三楼会议室',
      hostId: null,
      agenda: ['学习文件'],
      version: sent.answer.version,
    },
  })

  assert.ok(sent.answer.noticeSentAt)
  assert.deepEqual([meeting.sequence, sent.answer.sequence, moved.answer.sequence], [0, 1, 2])
  assert.deepEqual(
    moved.answer.agenda.map(({ title }) => title),
    ['学习文件'],
  )
  assert.equal(moved.answer.unitId, branch.id)
})
