import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { acting } from '../database/acting.ts'
import { grantsOf } from '../kernel/access.ts'
import * as contract from './contract.ts'
import { gradesOf, polled, readAs, roundWorld } from './fixtures/round.ts'
import * as poll from './poll-contract.ts'

// What a round holds fast: no grade without a seat for it, no day before the day it follows, nothing changed once it is closed.

const world = await roundWorld()
const { ask, secretary, branch } = world

/** What happened elsewhere than through the routes of a round, e.g. on the roster. */
const elsewhere = async (statement: string, values: unknown[]) => {
  const client = new Client({ connectionString: world.database.url })
  await client.connect()
  return client.query(statement, values).finally(() => client.end())
}

const resultsOf = async (round: string): Promise<string[]> =>
  (await elsewhere('select person_id from appraisal_result where appraisal_id = $1', [round])).rows.map(
    ({ person_id }) => person_id,
  )

const closedRound = async (forYear: number) => {
  const round = await polled(world, await world.open(forYear))
  const params = { appraisal: round.id }
  const { answer } = await ask(secretary, contract.gradePeople, { params, body: gradesOf(round, 5) })
  const body = { lateReason: null, version: answer.version }
  const closed = await ask(secretary, contract.closeAppraisal, { params, body })
  assert.equal(closed.status, 200, closed.refusal?.message)
  return closed.answer
}

const stepsAsThey = ({ meeting, report, studiedOn, studyNote, version }: contract.Appraisal) => ({
  meetingId: meeting?.id ?? null,
  reportMeetingId: report?.id ?? null,
  studiedOn,
  studyNote,
  superiorOpinion: null,
  superiorOn: null,
  version,
})

test('whoever is not graded any more, or off the list, keeps no grade; a draft keeps its writer on the list', async () => {
  const round = await world.open(2021)
  const params = { appraisal: round.id }
  const [one, other, third] = round.seats.filter(
    ({ role, personId }) => role === 'graded' && personId !== world.secretary.person,
  )
  const graded = await ask(secretary, contract.gradePeople, {
    params,
    body: gradesOf(round, 0, { decidedOn: null, decidedBy: null }),
  })
  assert.equal((await resultsOf(round.id)).length, 29)

  const changed = await ask(secretary, contract.changeSeat, {
    params: { ...params, person: one!.personId },
    body: { role: 'ungraded', mayVote: true, because: '长期病休', version: one!.version },
  })
  assert.equal(changed.status, 200, changed.refusal?.message)
  assert.equal((await resultsOf(round.id)).includes(one!.personId), false)

  const writer = world.asker(third!.personId)
  await ask(writer, contract.saveSelf, { params, body: { text: '草稿' } })
  const gone = [other!.personId, third!.personId]
  await elsewhere("update membership set since = '2026-11-11' where person_id = any($1)", [gone])
  const recalled = await ask(secretary, contract.recallPeople, {
    params,
    body: { rosterOn: '2026-11-10', version: graded.answer.version },
  })
  assert.equal(recalled.status, 200, recalled.refusal?.message)
  const seats = recalled.answer.seats.map(({ personId }) => personId)
  assert.deepEqual([seats.includes(other!.personId), seats.includes(third!.personId)], [false, true])
  assert.equal((await resultsOf(round.id)).includes(other!.personId), false)

  await elsewhere("update membership set since = '2020-01-01' where person_id = any($1)", [gone])
  await elsewhere("update membership set status = 'suspended' where person_id = $1", [third!.personId])
  const suspended = await ask(secretary, contract.recallPeople, {
    params,
    body: { rosterOn: '2026-11-10', version: recalled.answer.version },
  })
  const seat = suspended.answer.seats.find(({ personId }) => personId === third!.personId)
  assert.deepEqual([seat?.role, seat?.grade], ['excluded', null])
  assert.equal((await resultsOf(round.id)).includes(third!.personId), false)
  await elsewhere("update membership set status = 'full' where person_id = $1", [third!.personId])
})

test('a poll without a valid sheet is not taken', async () => {
  const round = await world.open(2022)
  const sheets = { polledOn: '2026-12-10', issued: 30, returned: 30, valid: 0, counts: [] }
  const refused = await ask(secretary, poll.enterTotals, { params: { appraisal: round.id }, body: sheets })

  assert.deepEqual([refused.status, refused.refusal.field], [409, 'valid'])
  assert.equal((await readAs(world, secretary, round.id)).poll, null)
})

test('a grade is not decided before the poll, nor anybody told before it was decided', async () => {
  const round = await polled(world, await world.open(2023))
  const params = { appraisal: round.id }
  const early = await ask(secretary, contract.gradePeople, {
    params,
    body: gradesOf(round, 5, { decidedOn: '2026-12-09' }),
  })
  assert.equal(early.refusal.field, 'decidedOn')
  assert.match(early.refusal.message, /2026-12-09 早于测评的 2026-12-10/)

  const graded = await ask(secretary, contract.gradePeople, { params, body: gradesOf(round, 5) })
  const close = (version: number) =>
    ask(secretary, contract.closeAppraisal, { params, body: { lateReason: null, version } })
  const sheets = { issued: 30, returned: 30, valid: 30, counts: [] }
  await ask(secretary, poll.enterTotals, { params, body: { ...sheets, polledOn: '2026-12-16' } })
  assert.equal((await close(graded.answer.version)).refusal.field, 'decidedOn')
  await ask(secretary, poll.enterTotals, { params, body: { ...sheets, polledOn: '2026-12-10' } })
  assert.equal((await close(graded.answer.version)).status, 200)

  const [someone] = gradesOf(round, 0).grades
  const personIds = [someone!.personId]
  const { version: closedAs } = await readAs(world, secretary, round.id)
  const tell = (toldOn: string | null, toldBy: string | null, version = closedAs) =>
    ask(secretary, contract.recordTold, { params, body: { personIds, toldOn, toldBy, version } })
  const before = await tell('2026-12-14', '林岚')
  assert.equal(before.refusal.field, 'toldOn')
  assert.match(before.refusal.message, /2026-12-14 早于评定的 2026-12-15/)
  assert.equal((await tell('2026-12-16', null)).refusal.field, 'toldBy')

  const toldOf = ({ seats }: contract.Appraisal) => {
    const seat = seats.find(({ personId }) => personId === someone!.personId)
    return [seat?.toldOn, seat?.toldBy]
  }
  const told = (await tell('2026-12-16', '林岚')).answer
  assert.deepEqual(toldOf(told), ['2026-12-16', '林岚'])
  assert.equal((await tell(null, null)).refusal.refused, 'stale', 'another hand was there meanwhile')
  assert.deepEqual(toldOf((await tell(null, null, told.version)).answer), [null, null], 'taken back')
})

test('a self-appraisal noted on paper by mistake is taken back', async () => {
  const round = await readAs(world, secretary, (await world.open(2024)).id)
  const [someone] = round.seats
  const note = async (handedInOn: string | null) =>
    (
      await ask(secretary, contract.recordPaper, {
        params: { appraisal: round.id },
        body: { personIds: [someone!.personId], handedInOn },
      })
    ).answer.seats[0]?.self

  assert.deepEqual(await note('2026-12-01'), { on: '2026-12-01', onPaper: true })
  assert.equal(await note(null), null)
})

test('of a closed round only the superior’s opinion is still noted; its steps and members’ own words stand', async () => {
  const round = await closedRound(2025)
  const params = { appraisal: round.id }
  const change = (more: object) =>
    ask(secretary, contract.changeAppraisal, { params, body: { ...stepsAsThey(round), ...more } })

  const studied = await change({ studiedOn: '2026-11-20', superiorOpinion: '同意' })
  assert.equal(studied.status, 409)
  assert.match(studied.refusal.message, /已在 2026-12-20 办结.*先写明原因更正/)
  const opinion = await change({ superiorOpinion: '同意', superiorOn: '2026-12-20' })
  assert.deepEqual([opinion.answer.superiorOpinion, opinion.answer.studiedOn], ['同意', null])

  const member = world.asker(world.people[10]!.person)
  const late = await ask(member, contract.handInSelf, { params, body: { text: '补写' } })
  assert.match(late.refusal.message, /已经办结，自评不能再改/)
})

test('the door itself keeps a self-appraisal as it was when the round was closed', async () => {
  const member = world.asker(world.people[11]!.person)
  const as = {
    organ: member.organ,
    person: member.person,
    operation: 'test',
    may: grantsOf(member.held),
  }
  const rewritten = (appraisal: string) =>
    acting(world.database.database, as, async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('appraisalSelf')
        .set({ content: Buffer.alloc(40) })
        .where('appraisalId', '=', appraisal)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    })
  const round = await world.open(2026)
  const params = { appraisal: round.id }
  await ask(member, contract.handInSelf, { params, body: { text: '自评' } })
  assert.equal(await rewritten(round.id), 1)

  await elsewhere(
    "update appraisal set decided_by = 'committee', decided_on = '2026-12-15', closed_on = '2026-12-20' where id = $1",
    [round.id],
  )
  assert.equal(await rewritten(round.id), 0)
})

test('a round is of a year that can still be appraised', async () => {
  const open = async (forYear: number) =>
    (
      await ask(secretary, contract.openAppraisal, {
        params: { unit: branch.id },
        body: { forYear, rosterOn: '2026-11-10' },
      })
    ).refusal
  assert.equal((await open(2020)).field, 'forYear')
  assert.match((await open(2028)).message, /「评议年度」2028 不在 2021 年到 2027 年之间/)
  assert.equal((await open(2027)).refused, undefined)
})

test('a group’s leader learns whose remark the branch has noted already, and nothing of hers is written', async () => {
  const rounds = (await ask(secretary, contract.listAppraisals, { params: { unit: branch.id } })).answer
  const { id } = rounds.appraisals.find(({ forYear }) => forYear === 2027)!
  const { seats } = await readAs(world, secretary, id)
  const [group] = world.groups
  const [one, other] = seats.filter(({ role, groupId }) => role === 'graded' && groupId === group.id)
  const note = (unit: string, remarks: object[]) => ({
    params: { appraisal: id, unit },
    body: { heldOn: '2026-12-05', hostId: null, note: null, version: null, remarks: remarks as never },
  })
  const said = { personId: one!.personId, remark: '工作踏实' }
  await ask(secretary, contract.recordMutual, note(branch.id, [said]))

  const both = [
    { personId: other!.personId, remark: '待人热心' },
    { ...said, remark: '调研可以更多' },
  ]
  const refused = await ask(world.leader, contract.recordMutual, note(group.id, both))
  assert.deepEqual([refused.status, refused.refusal.field], [409, `remark-${one!.personId}`])
  assert.match(refused.refusal.message, new RegExp(`^${one!.name}的意见已由支部登记`))

  const taken = await ask(world.leader, contract.recordMutual, note(group.id, both.slice(0, 1)))
  assert.equal(taken.status, 200, taken.refusal?.message)
})
