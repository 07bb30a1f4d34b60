import assert from 'node:assert/strict'
import { test } from 'node:test'
import { declareMeetingHours, withdrawStudySession } from '../study/contract.ts'
import * as contract from './contract.ts'
import { branchWorld, organOf } from './fixtures/branch.ts'
import { filled, planned, recorded } from './fixtures/filling.ts'

const world = await branchWorld()
const { ask, organizer, member, people } = world
const stranger = await organOf(world.database, '另一市妇联')

const amend = (meeting: contract.Meeting, body: Partial<Parameters<typeof ask>[2]>) =>
  ask(organizer, contract.amendMeeting, {
    params: { meeting: meeting.id },
    body: { field: 'other', becomes: '', reason: '核对后更正', version: meeting.version, ...body } as never,
  })

test('an amended day moves what the record proves, and the first day stays to be seen', async () => {
  const record = await recorded(world, await planned(world, ['committee-meeting'], { heldOn: '2026-11-02' }))

  const { answer } = await amend(record, { field: 'heldOn', becomes: '2026-10-30' } as never)

  assert.equal(answer.heldOn, '2026-10-30')
  assert.deepEqual(
    answer.amendments.map(({ was, becomes }) => [was, becomes]),
    [['2026-11-02', '2026-10-30']],
  )
  assert.deepEqual(
    answer.feeds.map(({ period }) => period),
    ['2026年10月'],
  )
  // Entered on the same day as before: the amendment makes the entry neither earlier nor later.
  assert.deepEqual(await world.evidence(record.id), [
    { kind: 'committee-meeting', heldOn: '2026-10-30', recordedOn: '2026-11-22' },
  ])
  assert.equal(answer.late, true)
})

test('a record cannot be moved behind the day on which it was entered', async () => {
  const record = await recorded(world, await planned(world, ['committee-meeting']))

  const { status, refusal } = await amend(record, { field: 'heldOn', becomes: '2026-11-25' } as never)

  assert.equal(status, 400)
  assert.match(refusal.message, /记录在 2026-11-22 已提交/)
})

test('amended attendance judges the vote anew, and a vote that no longer fits is refused', async () => {
  const record = await recorded(world, await planned(world, ['general-meeting']), {
    absent: people
      .filter(({ name }) => /小[兰明]/.test(name))
      .slice(0, 14)
      .map(({ name }) => name),
    resolutions: [{ part: 1, text: '通过计划', approve: 15, oppose: 0, abstain: 0 }],
  })
  const present = record.attendance.find(({ state, votes }) => state === 'present' && votes)
  const absent = record.attendance.find(({ state }) => state === 'absent')

  const fewer = await amend(record, {
    field: 'attendance',
    personId: present?.personId,
    becomes: 'absent',
  } as never)
  const more = await amend(record, {
    field: 'attendance',
    personId: absent?.personId,
    becomes: 'present',
  } as never)

  assert.equal(record.resolutions[0]?.passed, true)
  assert.match(fewer.refusal.message, /票数合计 15 票，多于更正后实到有表决权的 14 人/)
  assert.deepEqual([more.answer.resolutions[0]?.present, more.answer.counts.votingPresent], [16, 16])
  assert.equal(more.answer.amendments[0]?.subject, absent?.name)
})

test('who was there and on which day are not amended while hours stand that were declared from the record', async () => {
  const record = await recorded(world, await planned(world, ['lecture'], { heldOn: '2026-11-03' }), {
    parts: [
      { kind: 'lecture', topic: '家风建设', lecturerId: organizer.person, lecturerName: null, forYear: null },
    ],
  })
  const hours = await ask(organizer, declareMeetingHours, {
    params: { meeting: record.id },
    body: { hours: 2, ownHours: [] },
  })
  const personId = record.attendance.find(({ state }) => state === 'present')?.personId
  const absent = { field: 'attendance', personId, becomes: 'absent' } as never
  const moved = { field: 'heldOn', becomes: '2026-11-02' } as never

  for (const change of [absent, moved]) {
    const { status, refusal } = await amend(record, change)
    assert.deepEqual([status, refusal.message], [409, '请先在「学习」里撤回这次会议的学时，再更正。'])
  }
  const placed = await amend(record, { field: 'place', becomes: '四楼' } as never)
  await ask(organizer, withdrawStudySession, {
    params: { session: hours.answer.id },
    body: { reason: '更正到会情况', version: 1 },
  })
  const after = await amend(placed.answer, absent)

  assert.deepEqual([hours.status, placed.status, after.status], [200, 200, 200])
})

test('an amended count of votes may undo a resolution, with both counts standing', async () => {
  const record = await recorded(world, await planned(world, ['general-meeting']), {
    resolutions: [{ part: 1, text: '通过计划', approve: 15, oppose: 14, abstain: 0 }],
  })

  const { answer } = await amend(record, {
    field: 'resolution',
    item: 1,
    votes: { approve: 14, oppose: 15, abstain: 0 },
  } as never)

  assert.equal(answer.resolutions[0]?.passed, false)
  assert.deepEqual(
    answer.amendments.map(({ was, becomes }) => [was, becomes]),
    [['赞成 15，反对 14，弃权 0', '赞成 14，反对 15，弃权 0']],
  )
})

test('an amendment that changes nothing, or says no reason, is refused', async () => {
  const record = await recorded(world, await planned(world, ['committee-meeting']))

  const same = await amend(record, { field: 'place', becomes: '三楼会议室' } as never)
  const mute = await amend(record, { field: 'place', becomes: '四楼', reason: ' ' } as never)

  assert.deepEqual([same.status, same.refusal.field], [400, 'becomes'])
  assert.deepEqual([mute.status, mute.refusal.field], [400, 'reason'])
})

test('a draft that another hand changed is refused with both values', async () => {
  const meeting = await planned(world, ['committee-meeting'])
  const path = { params: { meeting: meeting.id } }
  const body = (place: string) => ({ ...filled(meeting), place, version: meeting.version })

  await ask(organizer, contract.draftMeeting, { ...path, body: body('一楼大厅') })
  const second = await ask(organizer, contract.draftMeeting, { ...path, body: body('五楼会议室') })

  assert.equal(second.status, 409)
  assert.match(second.refusal.message, /「地点」您填的是「五楼会议室」，已保存的是「一楼大厅」/)
})

test('a record that is handed in is neither drafted nor handed in again', async () => {
  const meeting = await planned(world, ['committee-meeting'])
  const record = await recorded(world, meeting)
  const path = { params: { meeting: meeting.id } }

  const draft = await ask(organizer, contract.draftMeeting, {
    ...path,
    body: { ...filled(meeting), version: record.version },
  })
  const again = await ask(organizer, contract.recordMeeting, {
    ...path,
    body: { lateReason: null, version: record.version },
  })

  assert.deepEqual(
    [draft, again].map(({ status, refusal }) => [status, refusal.message]),
    [
      [409, '记录已提交，改动请用「更正」。'],
      [409, '记录已提交。'],
    ],
  )
})

test('another organ’s meetings do not exist, and its people cannot be named', async () => {
  const meeting = await planned(world, ['committee-meeting'])
  const foreign = stranger.secretary

  const read = await ask(foreign, contract.readMeeting, { params: { meeting: meeting.id } })
  const list = await ask(foreign, contract.listMeetings, { params: { unit: world.branch.id } })
  const named = await ask(organizer, contract.draftMeeting, {
    params: { meeting: meeting.id },
    body: { ...filled(meeting), hostId: foreign.person, version: meeting.version },
  })

  assert.deepEqual([read.status, list.status], [404, 404])
  assert.deepEqual([named.status, named.refusal.field], [404, 'hostId'])
})

test('whoever took a task on says that it is done, whatever her post; others of no post may not', async () => {
  const record = await recorded(world, await planned(world, ['committee-meeting']), {
    followUps: [{ what: '印发计划', ownerId: member.person, dueOn: null }],
  })
  const task = record.followUps[0]
  const path = { params: { followUp: task?.id ?? '' } }
  const done = { doneOn: '2026-11-21', note: '已印发', version: 1 }
  const other = people.find(({ person, grants }) => person !== member.person && !grants['task.finish'])

  const refused = await ask(other!, contract.finishFollowUp, { ...path, body: done })
  const future = await ask(member, contract.finishFollowUp, {
    ...path,
    body: { ...done, doneOn: '2026-11-25' },
  })
  const finished = await ask(member, contract.finishFollowUp, { ...path, body: done })
  const twice = await ask(organizer, contract.finishFollowUp, { ...path, body: done })

  assert.deepEqual([refused.status, future.status, finished.status, twice.status], [404, 400, 200, 409])
})

test('points that repeat an earlier record word for word are told to whoever writes, and only while it is a draft', async () => {
  const agenda = [{ part: 1, title: '学习', points: '深入学习，提高认识。', differing: null }]
  await recorded(
    world,
    await planned(world, ['committee-meeting'], { title: '十月支委会', heldOn: '2026-10-20' }),
    { agenda },
  )
  const meeting = await planned(world, ['committee-meeting'])

  const draft = await ask(organizer, contract.draftMeeting, {
    params: { meeting: meeting.id },
    body: { ...filled(meeting, { agenda }), version: meeting.version },
  })
  const record = await recorded(world, draft.answer, { agenda })

  assert.deepEqual(
    draft.answer.echoes.map(({ item, meetingTitle }) => [item, meetingTitle]),
    [[1, '十月支委会']],
  )
  assert.deepEqual(record.echoes, [])
})
