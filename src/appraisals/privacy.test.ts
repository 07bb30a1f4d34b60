import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { acting } from '../database/acting.ts'
import type { Asker } from '../http/testing.ts'
import { grantsOf } from '../kernel/access.ts'
import * as contract from './contract.ts'
import { gradesOf, polled, readAs, roundWorld } from './fixtures/round.ts'

const world = await roundWorld()
const { ask, secretary } = world
const SECRET = '家中老人久病，上半年下村少了'
const round = await polled(world, await world.open())
const params = { appraisal: round.id }
const her = round.seats.filter(({ role }) => role === 'graded')[3]!
const own = world.asker(her.personId)
const another = world.asker(round.seats.filter(({ role }) => role === 'graded')[9]!.personId)
const operator: Asker = {
  organ: world.organ,
  person: another.person,
  held: [{ post: 'operator', path: '/' }],
}
const superior: Asker = {
  organ: world.organ,
  person: another.person,
  held: [{ post: 'superior', path: '/' }],
}

/** Everything of a table that the door lets someone see, as text. */
const sees = async (who: Asker, table: string): Promise<string> => {
  const as = { organ: who.organ, person: who.person, operation: 'test', may: grantsOf(who.held) }
  const seen = await acting(world.database.database, as, async (tx) => {
    const { rows } = await sql<{
      said: string
    }>`select to_jsonb(t)::text as said from ${sql.table(table)} t`.execute(tx)
    return rows.map(({ said }) => said).join('\n')
  })
  return seen as string
}

test('what a member writes of herself is nobody else’s until she hands it in; then opening it is on record', async () => {
  await ask(own, contract.saveSelf, { params, body: { text: SECRET } })
  const early = await ask(secretary, contract.openSelf, {
    params: { ...params, person: her.personId },
    body: { purpose: 'assess' },
  })
  assert.equal(early.status, 404)
  assert.equal(await sees(secretary, 'appraisal_self'), '')
  assert.doesNotMatch(JSON.stringify(await readAs(world, secretary, round.id)), /家中老人/)

  await ask(own, contract.handInSelf, { params, body: { text: SECRET } })
  const opened = await ask(secretary, contract.openSelf, {
    params: { ...params, person: her.personId },
    body: { purpose: 'assess' },
  })
  assert.equal(opened.answer.text, SECRET)
  assert.match(await sees(own, 'opening'), /准备组织评定/)
  const { rows } = await world.database.owner.query('select a::text as said from audit a')
  assert.ok(
    rows.every(({ said }) => !said.includes('家中老人')),
    'the trail keeps no word of it',
  )
  const again = await ask(own, contract.saveSelf, { params, body: { text: '改' } })
  assert.match(again.refusal.message, /再提交一次/)
})

test('another member, an operator and a superior read neither words, figures nor grades through any door', async () => {
  const graded = await ask(secretary, contract.gradePeople, {
    params,
    body: gradesOf(await readAs(world, secretary, round.id), 5),
  })
  for (const who of [another, operator, superior]) {
    for (const refused of [
      await ask(who, contract.readAppraisal, { params }),
      await ask(who, contract.openSelf, {
        params: { ...params, person: her.personId },
        body: { purpose: 'file' },
      }),
      await ask(who, contract.gradePeople, { params, body: gradesOf(graded.answer, 1) }),
    ])
      assert.equal(refused.status, 403)
    for (const table of [
      'appraisal_self',
      'appraisal_result',
      'appraisal_count',
      'appraisal_remark',
      'appraisal_urn',
    ])
      assert.equal(await sees(who, table), '', table)
  }
  assert.doesNotMatch(await sees(another, 'appraisal_seat'), /留党察看/)
})

test('a member learns her own figures and grade when the round is closed, and nobody else’s', async () => {
  const mine = async () => (await ask(own, contract.listOwnAppraisals, {})).answer.appraisals[0]!
  assert.deepEqual([(await mine()).result, (await mine()).counts], [null, null])

  const { version } = await readAs(world, secretary, round.id)
  const closed = await ask(secretary, contract.closeAppraisal, {
    params,
    body: { lateReason: null, version },
  })
  assert.equal(closed.status, 200, closed.refusal?.message)
  const told = await mine()
  assert.equal(told.result?.grade, 'excellent')
  assert.equal(told.counts?.qualified, 30)
  assert.equal(told.self?.text, SECRET)
  const results = await sees(own, 'appraisal_result')
  assert.equal(results.split('\n').length, 1)
  assert.match(results, new RegExp(her.personId))
})

test('a group’s leader records the mutual appraisal of her group, and only hers', async () => {
  const other = await world.open(2025)
  const circle = (unit: string) => ({
    params: { appraisal: other.id, unit },
    body: {
      heldOn: '2026-12-05',
      hostId: null,
      note: '大家提得集中的是下基层少',
      remarks: [{ personId: world.people[0]!.person, remark: '工作踏实，调研可以更多' }],
      version: null,
    },
  })
  const [hers, theirs] = world.groups
  const taken = await ask(world.leader, contract.recordMutual, circle(hers.id))
  const refused = await ask(world.leader, contract.recordMutual, circle(theirs.id))

  assert.equal(taken.status, 200, taken.refusal?.message)
  assert.equal(taken.answer.mutuals[0]?.note, '大家提得集中的是下基层少')
  assert.deepEqual(
    taken.answer.circles.map(({ name }) => name),
    [hers.name],
  )
  assert.ok(taken.answer.seats.every(({ grade, counts, self }) => !grade && !counts && !self))
  assert.equal(refused.status, 403)
  assert.ok(taken.queries <= 12, `${taken.queries}`)
})
