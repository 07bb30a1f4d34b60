import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../database/testing.ts'
import { served } from '../http/testing.ts'
import * as contract from './contract.ts'
import { organOf, prepare } from './fixtures/organ.ts'
import { dutyRoutes } from './routes.ts'
import { recordEvidence } from './store.ts'
import { todayRoutes } from './today-routes.ts'

const { app: pool, database } = await testDatabase()
const { ask } = served(pool, [...dutyRoutes, ...todayRoutes([])])
const { organ, general, branch, group, other, people, as } = await organOf(database)

const secretary = as('林岚', 'secretary', branch)
const superior = as('叶桐', 'superior', general)
const member = { ...as('叶桐', 'member', branch) }
const leader = as('何畅', 'group-leader', group)
const params = { unit: branch.id }

const meeting = (kind: 'committee-meeting' | 'theme-day', heldOn: string, recordedOn = heldOn) => ({
  kind,
  unitId: branch.id,
  heldOn,
  recordedOn,
  sourceKind: 'meeting',
  sourceId: crypto.randomUUID(),
  title: '支委会',
})

const month = async (rule: string, at: number, on?: string) => {
  const { answer } = await ask(secretary, contract.readYear, { params, query: { year: 2026, on } })
  return answer.rows.find((row) => row.rule === rule && row.unitId === branch.id)?.duties[at]
}

test('a record turns its duty done, and the year says by which record', async () => {
  assert.equal((await month('committee-meeting.monthly', 9))?.state, 'missed')
  await prepare(database, organ, (tx) => recordEvidence(tx, [meeting('committee-meeting', '2026-10-14')]))
  const duty = await month('committee-meeting.monthly', 9)
  assert.equal(duty?.state, 'done')
  assert.equal(duty?.evidence[0]?.heldOn, '2026-10-14')
  assert.equal(duty?.period, '2026年10月')
})

test('a late record shows as late with both dates, and the day before it as missed', async () => {
  await prepare(database, organ, (tx) =>
    recordEvidence(tx, [meeting('committee-meeting', '2026-08-10', '2026-09-20')]),
  )
  const duty = await month('committee-meeting.monthly', 7)
  assert.deepEqual([duty?.state, duty?.evidence[0]?.recordedOn], ['late', '2026-09-20'])
  assert.equal((await month('committee-meeting.monthly', 7, '2026-09-19'))?.state, 'missed')
})

test('the year goes from units to their people, the most frequent first, each rule with its clause', async () => {
  const { answer } = await ask(secretary, contract.readYear, { params, query: {} })
  assert.equal(answer.year, 2026)
  const own = answer.rows.filter(({ unitId, personId }) => unitId === branch.id && personId === null)
  const every = new Map(answer.rules.map(({ rule, every }) => [rule, every]))
  assert.equal(every.get(own[0]?.rule ?? ''), 'month')
  assert.ok(answer.rows.some(({ unitName }) => unitName === '第一党小组'))
  const talks = answer.rows.filter(({ rule }) => rule === 'talk.between-members')
  assert.equal(talks.length, 8)
  assert.ok(answer.rules.every(({ citation }) => citation.length > 3))
})

test('a reason given and taken back', async () => {
  const body = {
    rule: 'theme-day.monthly',
    personId: null,
    periodFrom: '2026-02-01',
    reason: '与春节值班冲突',
  }
  const given = await ask(secretary, contract.excuseDuty, { params, body })
  assert.equal(given.status, 200)
  const excused = await month('theme-day.monthly', 1)
  assert.deepEqual([excused?.state, excused?.excuse?.reason], ['excused', '与春节值班冲突'])
  const again = await ask(secretary, contract.excuseDuty, { params, body })
  assert.match(again.refusal.message, /已经说明过/)
  const version = excused?.excuse?.version ?? 0
  const back = { params: { excuse: given.answer.id }, body: { version } }
  assert.equal((await ask(secretary, contract.withdrawExcuse, back)).status, 200)
  assert.equal((await month('theme-day.monthly', 1))?.state, 'missed')
  assert.equal((await ask(secretary, contract.withdrawExcuse, back)).status, 409)
})

test('no reason is taken for what is done, has not begun, or was never owed', async () => {
  const give = async (rule: string, periodFrom: string) => {
    const body = { rule, personId: null, periodFrom, reason: '出差' }
    return (await ask(secretary, contract.excuseDuty, { params, body })).refusal.message
  }
  assert.match(await give('committee-meeting.monthly', '2026-10-01'), /已经完成/)
  assert.match(await give('committee-meeting.monthly', '2026-12-01'), /从 2026-12-01 开始/)
  assert.match(await give('committee-meeting.monthly', '2026-10-02'), /没有这件应做的事/)
})

test('what was done elsewhere is stated for the people concerned; a meeting is not', async () => {
  const statement = {
    rule: 'secretary.report-to-superior',
    personIds: [people.林岚!],
    heldOn: '2026-11-15',
    forYear: null,
    amount: null,
    title: '向机关党委述职',
  }
  const stated = await ask(secretary, contract.stateEvidence, { params, body: statement })
  assert.equal(stated.status, 200)
  const { answer } = await ask(secretary, contract.readYear, { params, query: {} })
  const done = answer.rows.filter(
    ({ rule, duties }) => rule === 'secretary.report-to-superior' && duties[0]?.state === 'done',
  )
  assert.deepEqual(
    done.map(({ personName }) => personName),
    ['林岚'],
  )
  const training = { ...statement, rule: 'member.training-yearly' }
  assert.match(
    (await ask(secretary, contract.stateEvidence, { params, body: training })).refusal.message,
    /去登记学习和培训/,
  )
  const asMeeting = { ...statement, rule: 'theme-day.monthly', personIds: [] }
  assert.match(
    (await ask(secretary, contract.stateEvidence, { params, body: asMeeting })).refusal.message,
    /会议记录/,
  )
  const stranger = { ...statement, personIds: [crypto.randomUUID()] }
  assert.match(
    (await ask(secretary, contract.stateEvidence, { params, body: stranger })).refusal.message,
    /所选的人里有人在「第一党支部」不承担/,
  )
  const elsewhere = {
    params: { unit: other.id },
    body: { ...statement, rule: 'life-meeting.yearly', personIds: [] },
  }
  assert.equal((await ask(secretary, contract.stateEvidence, elsewhere)).status, 403)
  const taken = { params: { statement: stated.answer.statement } }
  assert.equal((await ask(secretary, contract.withdrawStatement, taken)).status, 200)
  assert.equal((await ask(secretary, contract.withdrawStatement, taken)).status, 404)
})

test('a member without a post does not see the year; a group leader sees her group and no more', async () => {
  assert.equal((await ask(member, contract.readYear, { params, query: {} })).status, 403)
  assert.equal((await ask(leader, contract.readYear, { params, query: {} })).status, 403)
  const { answer } = await ask(leader, contract.readYear, { params: { unit: group.id }, query: {} })
  assert.deepEqual([...new Set(answer.rows.map(({ unitName }) => unitName))], ['第一党小组'])
})

test('a superior sees states and days of every unit below, no titles and nobody by name', async () => {
  const { status, answer } = await ask(superior, contract.readSummary, {
    params: { unit: general.id },
    query: {},
  })
  assert.equal(status, 200)
  assert.deepEqual(answer.units.map(({ unitName }) => unitName).sort(), [
    '机关党总支',
    '第一党支部',
    '第二党支部',
  ])
  const first = answer.units.find(({ unitId }) => unitId === branch.id)
  assert.ok((first?.counts.done ?? 0) > 0)
  const pieces = answer.units.flatMap(({ rows }) =>
    rows.flatMap(({ duties }) => duties.flatMap((d) => d.evidence)),
  )
  assert.ok(pieces.length > 0 && pieces.every(({ title }) => title === ''))
  assert.ok(answer.units.every(({ rows }) => rows.every(({ personId }) => personId === null)))
  assert.equal((await ask(superior, contract.readYear, { params, query: {} })).status, 403)
})

test('a stretch that runs backwards or over decades is refused with its remedy', async () => {
  const list = async (from: string, to: string) =>
    (await ask(secretary, contract.listDuties, { params, query: { from, to } })).refusal
  assert.match((await list('2026-05-01', '2026-01-01')).message, /早于起始日期/)
  assert.match((await list('2000-01-01', '2026-01-01')).message, /最多看 10 年/)
})

test('today: the secretary sees what the branch owes, a member only what is her own', async () => {
  const { answer } = await ask(secretary, contract.readToday, { query: {} })
  const committee = answer.owed.find(({ rule }) => rule === 'committee-meeting.monthly')
  assert.equal(committee?.plan, 'committee-meeting')
  assert.match(committee?.citation ?? '', /第十二条/)
  assert.ok(answer.coming.every(({ by }) => by !== null))
  const own = await ask(member, contract.readToday, { query: { on: '2026-12-20' } })
  assert.ok(own.answer.owed.length > 0)
  assert.ok(own.answer.owed.every(({ rule }) => !rule?.includes('meeting')))
})

test('today: drafts wait on the recorder, tasks on their owner, plans come', async () => {
  await prepare(database, organ, async (tx) => {
    const draft = crypto.randomUUID()
    const held = { unitId: branch.id, startsAt: '15:00' }
    await tx
      .insertInto('meeting')
      .values([
        { id: draft, title: '十一月支委会', heldOn: '2026-11-18', stage: 'draft', ...held },
        { title: '主题党日', heldOn: '2026-12-05', stage: 'planned', ...held },
      ])
      .execute()
    await tx
      .insertInto('followUp')
      .values({
        meetingId: draft,
        unitId: branch.id,
        ordinal: 1,
        what: '更新党员公示栏',
        ownerId: people.叶桐!,
        dueOn: '2026-11-25',
      })
      .execute()
  })
  const { answer } = await ask(secretary, contract.readToday, { query: {} })
  assert.ok(answer.waiting.some(({ title, kind }) => title === '十一月支委会' && kind === 'meeting'))
  assert.ok(answer.coming.some(({ title }) => title === '主题党日'))
  const own = await ask(member, contract.readToday, { query: {} })
  assert.deepEqual(
    own.answer.waiting.map(({ title, kind }) => [title, kind]),
    [['更新党员公示栏', 'follow-up']],
  )
})

test('the number of statements does not grow with the rows', async () => {
  const count = async () => [
    (await ask(secretary, contract.readYear, { params, query: {} })).queries,
    (await ask(secretary, contract.readToday, { query: {} })).queries,
    (await ask(superior, contract.readSummary, { params: { unit: general.id }, query: {} })).queries,
  ]
  const before = await count()
  await prepare(database, organ, async (tx) => {
    for (let at = 0; at < 30; at += 1)
      await tx
        .insertInto('person')
        .values({ name: `新人${at}`, unitId: other.id })
        .execute()
    const days = Array.from({ length: 40 }, (_, at) => `2026-03-${String((at % 28) + 1).padStart(2, '0')}`)
    await recordEvidence(
      tx,
      days.map((heldOn) => meeting('theme-day', heldOn)),
    )
  })
  assert.deepEqual(await count(), before)
})
