import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readYear } from '../duties/contract.ts'
import { branchWorld, type Someone } from '../meetings/fixtures/branch.ts'
import { planned, recorded } from '../meetings/fixtures/filling.ts'
import * as contract from './contract.ts'
import { told } from './fixtures/told.ts'

const world = await branchWorld()
const { ask, secretary, organizer, member, branch, groups, leaders } = world
const [leader] = leaders as [Someone]

const record = async (more: Partial<contract.Told> = {}, as = organizer, unit = branch.id) =>
  ask(as, contract.recordStudySession, { params: { unit }, body: told(more) })
const shown = async (session: string, as = organizer) =>
  (await ask(as, contract.readStudySession, { params: { session } })).answer
const own = async (as: Someone) => (await ask(as, contract.readOwnStudy, { query: { year: 2026 } })).answer
const sheet = async () => {
  const { answer } = await ask(organizer, contract.readStudyHours, {
    params: { unit: branch.id },
    query: { year: 2026 },
  })
  return new Map(answer.people.map((person) => [person.personId, person]))
}

test('who was expected took part unless named, each with the hours of the session unless given her own', async () => {
  const before = await sheet()
  const { answer } = await record({
    absentIds: [member.person],
    ownHours: [{ personId: secretary.person, hours: 2 }],
  })
  const session = await shown(answer.id)
  const after = await sheet()

  assert.equal(session.attendees.length, 31)
  assert.equal(session.attendees.filter(({ tookPart }) => tookPart).length, 30)
  const gained = (person: string) => (after.get(person)?.declared ?? 0) - (before.get(person)?.declared ?? 0)
  assert.equal(gained(organizer.person), 4)
  assert.equal(gained(secretary.person), 2)
  assert.equal(gained(member.person), 0)
})

test('a member owes thirty-two hours and who is of the committee fifty-six, each with its clause', async () => {
  const people = await sheet()
  const [mine, hers] = [people.get(member.person), people.get(secretary.person)]

  assert.equal(mine?.needed, 32)
  assert.equal(hers?.needed, 56)
  assert.equal(hers?.lacking, 56 - (hers?.declared ?? 0))
  assert.equal(hers?.judgment?.rule, 'study.committee-hours')
  assert.match(hers?.judgment?.citation ?? '', /2024|教育培训/)
})

test('the year counts the same hours as the sheet', async () => {
  const { answer } = await ask(organizer, readYear, { params: { unit: branch.id }, query: { year: 2026 } })
  const people = await sheet()

  const rows = answer.rows.filter(({ rule, personId }) => rule === 'study.member-hours' && personId)
  assert.equal(rows.length, 31)
  for (const { personId, duties } of rows)
    assert.equal(duties[0]?.counted, people.get(personId ?? '')?.declared ?? 0)
})

test('the hours of a lecture are declared on its record once, for those who were there', async () => {
  const meeting = await planned(world, ['lecture'], { title: '十一月党课' })
  const held = await recorded(world, meeting, {
    absent: [member.name],
    parts: [
      { kind: 'lecture', topic: '家风建设', lecturerId: secretary.person, lecturerName: null, forYear: null },
    ],
  })
  const before = await sheet()
  const declare = (as = organizer) =>
    ask(as, contract.declareMeetingHours, { params: { meeting: held.id }, body: { hours: 3, ownHours: [] } })

  const { answer } = await declare()
  const again = await declare()
  const after = await sheet()

  const gained = (person: string) => (after.get(person)?.declared ?? 0) - (before.get(person)?.declared ?? 0)
  assert.equal(gained(organizer.person), 3)
  assert.equal(gained(member.person), 0)
  assert.equal(again.status, 409)
  assert.match(again.refusal.message, /不能再计一次/)
  assert.equal((await shown(answer.id)).meetingId, held.id)
  assert.deepEqual(
    (await world.evidence(held.id)).map(({ kind }) => kind),
    ['lecture'],
  )
})

test('a meeting that is not recorded yet has no hours', async () => {
  const meeting = await planned(world, ['lecture'])
  const { status, refusal } = await ask(organizer, contract.declareMeetingHours, {
    params: { meeting: meeting.id },
    body: { hours: 3, ownHours: [] },
  })
  assert.equal(status, 409)
  assert.match(refusal.message, /还没有提交记录/)
})

test('a training of the county or above settles the secretary’s yearly duty, one of our own does not', async () => {
  const state = async () => {
    const { answer } = await ask(organizer, readYear, { params: { unit: branch.id }, query: { year: 2026 } })
    return answer.rows.find(
      ({ rule, personId }) => rule === 'secretary.training-yearly' && personId === secretary.person,
    )?.duties[0]?.state
  }
  const training = { kind: 'training' as const, audience: 'named' as const, personIds: [secretary.person] }

  await record({ ...training, level: 'own', heldOn: '2026-11-17' })
  const afterOwn = await state()
  await record({ ...training, level: 'county', organiser: '市直机关工委', heldOn: '2026-11-18' })

  assert.equal(afterOwn, 'due')
  assert.equal(await state(), 'done')
})

test('a correction writes the hours anew and keeps what was decided; a withdrawal takes them back', async () => {
  const before = (await sheet()).get(member.person)?.declared ?? 0
  const { answer } = await record({
    followUps: [{ what: '把案例发各小组', ownerId: member.person, dueOn: '2026-12-01' }],
  })
  const first = await shown(answer.id)
  await ask(organizer, contract.changeStudySession, {
    params: { session: answer.id },
    body: { ...told({ hours: 6 }), version: first.version },
  })
  const corrected = await shown(answer.id)
  const between = (await sheet()).get(member.person)?.declared
  const stale = await ask(organizer, contract.withdrawStudySession, {
    params: { session: answer.id },
    body: { reason: '重复登记', version: first.version },
  })
  await ask(organizer, contract.withdrawStudySession, {
    params: { session: answer.id },
    body: { reason: '重复登记', version: corrected.version },
  })

  assert.equal(between, before + 6)
  assert.deepEqual(
    corrected.followUps.map(({ what, ownerName }) => [what, ownerName]),
    [['把案例发各小组', member.name]],
  )
  assert.equal(stale.refusal.refused, 'stale')
  assert.equal((await sheet()).get(member.person)?.declared ?? 0, before)
})

test('what was decided returns at the next session, and its owner calls it done', async () => {
  await record({
    topic: '第一次',
    heldOn: '2026-11-10',
    followUps: [{ what: '汇总各组意见', ownerId: member.person, dueOn: null }],
  })
  const next = await record({ topic: '第二次', heldOn: '2026-11-19' })
  const open = (await shown(next.answer.id)).earlier
  const [task] = (await own(member)).followUps.filter(({ what }) => what === '汇总各组意见')
  const done = await ask(member, contract.finishStudyFollowUp, {
    params: { followUp: task?.id ?? '' },
    body: { doneOn: '2026-11-20', note: '已汇总', version: task?.version ?? 0 },
  })

  assert.ok(open.some(({ what, topic }) => what === '汇总各组意见' && topic === '第一次'))
  assert.equal(done.status, 200)
})

test('a plan item becomes a session and stays in the plan', async () => {
  const item = {
    year: 2026,
    month: 11,
    heldOn: null,
    kind: 'tutoring' as const,
    topic: '调查研究方法',
    material: null,
    leaderId: secretary.person,
    leaderName: null,
    audience: 'committee' as const,
    groupId: null,
    personIds: [],
  }
  const added = await ask(organizer, contract.addPlanItem, { params: { unit: branch.id }, body: item })
  await record({ planItemId: added.answer.id, audience: 'committee', topic: item.topic })
  const plan = await ask(organizer, contract.readStudyPlan, {
    params: { unit: branch.id },
    query: { year: 2026 },
  })
  const removal = await ask(organizer, contract.removePlanItem, {
    params: { item: added.answer.id },
    body: { version: 1 },
  })

  assert.equal(plan.answer.items[0]?.leaderName, secretary.name)
  assert.equal(plan.answer.items[0]?.sessionOn, '2026-11-16')
  assert.equal(removal.refusal.refused, 'conflict')
})

test('a group’s leader records her group and nothing of the branch', async () => {
  const mine = await record({}, leader, groups[0].id)
  const theirs = await record({}, leader, branch.id)

  assert.equal(mine.status, 200)
  const { attendees } = await shown(mine.answer.id, leader)
  assert.ok(attendees.length > 5 && attendees.length < 31)
  assert.equal(theirs.status, 403)
})

test('a member sees her own hours with whom to tell, and no session, sheet or plan of others', async () => {
  const mine = await own(member)
  assert.equal(mine.needed, 32)
  assert.ok(mine.records.every(({ recordedByName }) => recordedByName !== ''))
  const sum = mine.records.reduce((all, { hours }) => all + (hours ?? 0), 0)
  assert.equal(mine.declared, sum)
  const sheetRefused = await ask(member, contract.readStudyHours, { params: { unit: branch.id } })
  const session = await ask(member, contract.readStudySession, {
    params: { session: mine.records[0]?.id ?? '' },
  })
  assert.equal(sheetRefused.status, 403)
  assert.equal(session.status, 403)
})

test('what cannot have been is refused with its field and what to do', async () => {
  const faults: [Partial<contract.Told>, string][] = [
    [{ heldOn: '2026-11-23' }, 'heldOn'],
    [{ untilOn: '2026-11-10' }, 'untilOn'],
    [{ audience: 'group' }, 'groupId'],
    [{ audience: 'named' }, 'personIds'],
    [{ level: 'county' }, 'kind'],
    [{ absentIds: [crypto.randomUUID()] }, 'absentIds'],
    [{ ownHours: [{ personId: crypto.randomUUID(), hours: 3 }] }, 'ownHours'],
    [{ audience: 'named', personIds: [crypto.randomUUID()] }, 'personIds'],
    [{ planItemId: crypto.randomUUID() }, 'planItemId'],
    [{ hours: 0 }, 'hours'],
  ]
  for (const [more, field] of faults) {
    const { status, refusal } = await record(more)
    assert.ok(status >= 400 && status < 500, field)
    assert.equal(refusal.field, field)
    assert.match(refusal.message, /\p{Script=Han}.*。$/u)
  }
})
