import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readToday, readYear } from '../duties/contract.ts'
import { day } from '../kernel/day.ts'
import { listMeetings, readMeeting } from '../meetings/contract.ts'
import { listMembers } from '../people/contract.ts'
import { workCalendar } from '../rules/calendar.ts'
import { LAST_DAY } from './play.ts'
import { readStory } from './read.ts'
import { exampleOrgan } from './testing.ts'

const example = await exampleOrgan()

const BRANCH = '市妇联机关党支部'
const CENTRE = '妇女儿童活动中心党支部'

test('the year has one missed duty, one recorded late and one excused, and no other', async () => {
  const { ask } = await example.as('卢文茵')

  const { rows } = await ask(readYear, {
    params: { unit: example.unit('市妇联机关党总支') },
    query: { year: 2026 },
  })

  const told = rows.flatMap(({ rule, unitName, duties }) =>
    duties
      .filter(({ state }) => ['missed', 'late', 'excused'].includes(state))
      .map(({ state, period }) => `${state} ${unitName} ${rule} ${period}`),
  )
  assert.deepEqual(told.sort(), [
    'excused 第三党小组 group-meeting.monthly 2026年2月',
    'late 市妇联机关党支部 committee-meeting.monthly 2026年5月',
    'missed 市妇联机关党支部 theme-day.monthly 2026年8月',
  ])
})

test('every meeting that was due by October took place, but for those three', async () => {
  const { ask } = await example.as('丁素云')

  const { rows } = await ask(readYear, { params: { unit: example.unit(BRANCH) }, query: { year: 2026 } })

  const KINDS = [
    'general-meeting.quarterly',
    'committee-meeting.monthly',
    'theme-day.monthly',
    'lecture.quarterly',
    'group-meeting.monthly',
  ]
  const due = rows
    .filter(({ rule }) => KINDS.includes(rule))
    .flatMap(({ duties }) => duties)
    .filter(({ to }) => to <= '2026-10-31')
  assert.equal(due.length, 3 * 2 + 10 * 2 + 10 * 3)
  assert.equal(due.filter(({ state }) => state === 'done').length, due.length - 3)
})

test('a branch without a committee owes no committee meetings', async () => {
  const { ask } = await example.as('邵长青')

  const { rows } = await ask(readYear, { params: { unit: example.unit(CENTRE) }, query: { year: 2026 } })

  const owed = rows.filter(({ rule }) => rule === 'committee-meeting.monthly').flatMap(({ duties }) => duties)
  assert.ok(owed.every(({ state, because }) => state === 'not-owed' && because?.includes('不足 7 人')))
})

test('twenty-nine of thirty-one members may vote, twenty-eight while one is under 留党察看', async () => {
  const { ask } = await example.as('丁素云')
  const params = { unit: example.unit(BRANCH) }

  const now = await ask(listMembers, { params, query: {} })
  const spring = await ask(listMembers, { params, query: { on: '2026-04-01' } })
  const winter = await ask(listMembers, { params, query: { on: '2026-01-15' } })

  const basesOf = ({ bases }: typeof now) =>
    bases && {
      members: bases.members,
      full: bases.full,
      probationary: bases.probationary,
      voting: bases.voting,
    }
  assert.deepEqual(basesOf(now), { members: 31, full: 29, probationary: 2, voting: 29 })
  assert.deepEqual(basesOf(spring), { members: 30, full: 29, probationary: 1, voting: 28 })
  assert.deepEqual(basesOf(winter), { members: 29, full: 28, probationary: 1, voting: 27 })
})

test('in September thirteen of twenty-nine are no majority although twenty are there; in October twenty-five are', async () => {
  const { ask } = await example.as('丁素云')
  const { meetings } = await ask(listMeetings, {
    params: { unit: example.unit(BRANCH) },
    query: { kind: 'general-meeting', year: 2026 },
  })
  const resolutionOn = async (heldOn: string) => {
    const line = meetings.find((each) => each.heldOn === heldOn)!
    const { resolutions } = await ask(readMeeting, { params: { meeting: line.id } })
    return resolutions[0]!
  }

  const september = await resolutionOn('2026-09-18')
  const october = await resolutionOn('2026-10-30')

  const numbersOf = ({ judgments }: typeof september) =>
    judgments.map(({ judgment: { rule, holds, needed, numbers } }) => ({ rule, holds, needed, ...numbers }))
  assert.equal(september.passed, false)
  assert.deepEqual(numbersOf(september), [
    { rule: 'general-meeting.quorum', holds: true, needed: 15, entitled: 29, present: 20 },
    { rule: 'general-meeting.majority', holds: false, needed: 15, entitled: 29, approve: 13 },
  ])
  assert.equal(october.passed, true)
  assert.deepEqual(numbersOf(october)[1], {
    rule: 'general-meeting.majority',
    holds: true,
    needed: 15,
    entitled: 29,
    approve: 25,
  })
})

test('the late record shows both days and its reason', async () => {
  const { ask } = await example.as('顾明漪')
  const { meetings } = await ask(listMeetings, {
    params: { unit: example.unit(BRANCH) },
    query: { year: 2026, limit: 200 },
  })

  const late = meetings.filter((each) => each.late)

  assert.deepEqual(
    late.map(({ heldOn, recordedOn }) => ({ heldOn, recordedOn })),
    [{ heldOn: '2026-05-20', recordedOn: '2026-06-24' }],
  )
  const { lateReason } = await ask(readMeeting, { params: { meeting: late[0]!.id } })
  assert.match(lateReason ?? '', /补录/)
})

test('each record was entered by its own person on its own day', async () => {
  const { ask } = await example.as('丁素云')
  const { meetings } = await ask(listMeetings, {
    params: { unit: example.unit(BRANCH) },
    query: { kind: 'general-meeting', year: 2026 },
  })
  const june = meetings.find(({ heldOn }) => heldOn === '2026-06-26')!

  const meeting = await ask(readMeeting, { params: { meeting: june.id } })

  assert.equal(meeting.recorderName, '丁素云')
  assert.equal(meeting.recordedOn, '2026-06-26')
  assert.equal(meeting.notedByName, '顾明漪')
  assert.equal(meeting.notedAt?.slice(0, 10), '2026-06-29')
  assert.equal(meeting.followUps[0]!.doneOn, '2026-06-29')
})

test('today there is a draft, a plan for next week, records to read and tasks to do', async () => {
  const secretary = await example.as('顾明漪')
  const { waiting, coming } = await secretary.ask(readToday, { query: {} })
  const organization = await example.as('丁素云')
  const hers = await organization.ask(readToday, { query: {} })

  assert.deepEqual(
    coming.filter(({ kind }) => kind === 'meeting').map(({ by }) => by),
    ['2026-11-25'],
  )
  assert.deepEqual(
    waiting
      .filter(({ kind }) => kind === 'noting')
      .map(({ by }) => by)
      .sort(),
    ['2026-11-13', '2026-11-17'],
  )
  assert.ok(waiting.some(({ kind, by }) => kind === 'meeting' && by === '2026-11-18'))
  assert.ok(hers.waiting.some(({ kind, by }) => kind === 'follow-up' && by === '2026-11-20'))
})

test('the secretary still owes her induction and a training of the county or above; whoever went to July’s is done', async () => {
  const { ask } = await example.as('丁素云')
  const { rows } = await ask(readYear, { params: { unit: example.unit(BRANCH) }, query: { year: 2026 } })
  const stateOf = (rule: string, name: string) =>
    rows.find((row) => row.rule === rule && row.personName === name)?.duties[0]?.state

  assert.equal(stateOf('secretary.induction', '顾明漪'), 'due')
  assert.equal(stateOf('secretary.training-yearly', '顾明漪'), 'due')
  assert.equal(stateOf('member.training-yearly', '顾明漪'), 'due')
  assert.equal(stateOf('member.training-yearly', '林知夏'), 'done')
  assert.equal(stateOf('training.committee-member', '丁素云'), 'done')
  assert.equal(stateOf('study.committee-hours', '丁素云'), 'done')
  assert.equal(stateOf('study.member-hours', '钟丽华'), 'due')
})

test('nobody meets on a day off, and nothing happens after the last day', () => {
  const { meetings } = readStory()

  const { isWorkday } = workCalendar({})
  const days = meetings.map(({ on }) => on.slice(0, 10))

  assert.deepEqual(
    days.filter((on) => !isWorkday(day(on))),
    [],
  )
  assert.deepEqual(
    meetings
      .filter(({ on, left }) => on.slice(0, 10) > LAST_DAY && left !== 'planned')
      .map(({ title }) => title),
    [],
  )
  assert.equal(day(LAST_DAY).dayOfWeek, 5)
})

test('numbers of people and phones are of ranges that nobody has', () => {
  const { people } = readStory()

  const lines = people.rosters.flatMap((roster) => roster.people)

  assert.ok(lines.every(({ id, phone }) => id.startsWith('999999') && phone.startsWith('141')))
  assert.equal(new Set(lines.map(({ id }) => id)).size, lines.length)
})
