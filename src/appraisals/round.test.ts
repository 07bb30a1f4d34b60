import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acting } from '../database/acting.ts'
import * as contract from './contract.ts'
import { gradesOf, polled, readAs, roundWorld } from './fixtures/round.ts'
import * as poll from './poll-contract.ts'

const world = await roundWorld()
const { ask, secretary, branch, watched, probationary } = world

const evidence = async () => {
  const as = { organ: world.organ, person: null, operation: 'test', may: { 'duty.read': ['/'] } }
  return acting(world.database.database, as, (tx) =>
    tx.selectFrom('evidence').select(['kind', 'heldOn', 'forYear', 'recordedOn', 'sourceKind']).execute(),
  )
}

test('a round takes its people from the roster of its day: full members are graded, others take part and are told why not', async () => {
  const round = await world.open()

  const seat = (person: string) => round.seats.find(({ personId }) => personId === person)
  assert.equal(round.seats.length, 31)
  assert.equal(round.seats.filter(({ role }) => role === 'graded').length, 29)
  assert.equal(round.voters, 30)
  assert.deepEqual(
    [seat(probationary.person)?.role, seat(probationary.person)?.mayVote, seat(probationary.person)?.because],
    ['ungraded', true, '预备党员参加评议，不评定等次'],
  )
  assert.deepEqual([seat(watched.person)?.role, seat(watched.person)?.mayVote], ['ungraded', false])
  assert.match(seat(watched.person)?.because ?? '', /留党察看/)
  assert.equal(round.cap?.judgment.needed, 10)
})

test('a second round of the same year is refused, and so is one of a group', async () => {
  const body = { forYear: 2026, rosterOn: '2026-11-10' }
  const again = await ask(secretary, contract.openAppraisal, { params: { unit: branch.id }, body })
  const ofGroup = await ask(secretary, contract.openAppraisal, { params: { unit: world.groups[0].id }, body })

  assert.equal(again.refusal.refused, 'conflict')
  assert.match(ofGroup.refusal.message, /党支部/)
})

test('whoever changes how somebody takes part says why; once the poll has begun nobody’s part is changed', async () => {
  const [line] = (await ask(secretary, contract.listAppraisals, { params: { unit: branch.id } })).answer
    .appraisals
  const round = await readAs(world, secretary, line!.id)
  const someone = round.seats.find(({ role }) => role === 'graded')!
  const params = { appraisal: round.id, person: someone.personId }
  const out = { role: 'excluded' as const, mayVote: false, version: someone.version }

  const silent = await ask(secretary, contract.changeSeat, { params, body: { ...out, because: null } })
  const told = await ask(secretary, contract.changeSeat, {
    params,
    body: { ...out, because: '长期病休，经支委会同意' },
  })
  assert.equal(silent.refusal.field, 'because')
  assert.equal(told.answer.cap?.judgment.numbers.members, 30)

  const recalled = await ask(secretary, contract.recallPeople, {
    params: { appraisal: round.id },
    body: { rosterOn: '2026-11-12', version: told.answer.version },
  })
  const same = recalled.answer.seats.find(({ personId }) => personId === someone.personId)
  assert.equal(same?.because, '长期病休，经支委会同意')

  const back = { role: 'graded' as const, mayVote: true, because: null, version: same!.version }
  await ask(secretary, contract.changeSeat, { params, body: back })
  await polled(world, round)
  const late = await ask(secretary, contract.changeSeat, {
    params,
    body: { ...out, because: '病休', version: 3 },
  })
  assert.match(late.refusal.message, /测评已经开始/)
})

test('totals are typed as what deviates from 合格; the rest is computed, and a sheet too many is named', async () => {
  const [line] = (await ask(secretary, contract.listAppraisals, { params: { unit: branch.id } })).answer
    .appraisals
  const params = { appraisal: line!.id }
  const round = await readAs(world, secretary, line!.id)
  const [one, other] = round.seats.filter(({ role }) => role === 'graded')
  const sheets = { polledOn: '2026-12-10', issued: 30, returned: 29, valid: 28 }
  const none = { excellent: 0, basicallyQualified: 0, unqualified: 0, abstained: 0 }
  const enter = (counts: object[], more: object = {}) =>
    ask(secretary, poll.enterTotals, { params, body: { ...sheets, ...more, counts: counts as never } })

  const entered = await enter([
    { personId: one!.personId, ...none, excellent: 20, abstained: 1 },
    { personId: other!.personId, ...none, basicallyQualified: 2 },
  ])
  const counts = (person: string) => entered.answer.seats.find(({ personId }) => personId === person)?.counts
  assert.deepEqual(counts(one!.personId), { ...none, excellent: 20, abstained: 1, qualified: 7 })
  assert.deepEqual(counts(other!.personId), { ...none, basicallyQualified: 2, qualified: 26 })

  const over = await enter([{ personId: one!.personId, ...none, excellent: 29 }])
  assert.match(over.refusal.message, new RegExp(`${one!.name}.*比有效票 28 张多 1 张`))
  assert.equal((await enter([], { issued: 31 })).refusal.field, 'issued')
  assert.equal((await enter([], { returned: 31 })).refusal.field, 'returned')
  assert.equal((await enter([], { valid: 30 })).refusal.field, 'valid')
  assert.ok(entered.queries <= 12, `${entered.queries} queries`)
})

test('the cap of one third stops a round from being closed and says the numbers; within it the round proves the year', async () => {
  const [line] = (await ask(secretary, contract.listAppraisals, { params: { unit: branch.id } })).answer
    .appraisals
  const params = { appraisal: line!.id }
  const round = await readAs(world, secretary, line!.id)
  const close = (version: number) =>
    ask(secretary, contract.closeAppraisal, { params, body: { lateReason: null, version } })

  const many = await ask(secretary, contract.gradePeople, { params, body: gradesOf(round, 11) })
  assert.equal(many.answer.cap?.judgment.holds, false)
  const stopped = await close(many.answer.version)
  assert.equal(stopped.refusal.refused, 'rule')
  assert.match(stopped.refusal.message, /优秀 11 人，多于上限 10 人（按 31 人计）。请至少改定 1 人/)
  assert.deepEqual(stopped.refusal.because?.numbers, { members: 31, excellent: 11 })

  const blind = await ask(secretary, contract.gradePeople, {
    params,
    body: gradesOf(many.answer, 10, { considered: [] }),
  })
  assert.match((await close(blind.answer.version)).refusal.message, /结合日常表现/)

  const bare = gradesOf(blind.answer, 10)
  bare.grades[28] = { ...bare.grades[28]!, grade: 'unqualified' as never }
  const unsaid = await ask(secretary, contract.gradePeople, { params, body: bare })
  assert.match((await close(unsaid.answer.version)).refusal.message, /须写明改进要求/)

  const right = await ask(secretary, contract.gradePeople, { params, body: gradesOf(unsaid.answer, 10) })
  const closed = await close(right.answer.version)
  assert.equal(closed.answer.closedOn, '2026-12-20')
  assert.ok(closed.queries <= 12, `${closed.queries} queries`)
  assert.deepEqual(await evidence(), [
    {
      kind: 'appraisal',
      heldOn: '2026-12-10',
      forYear: 2026,
      recordedOn: '2026-12-20',
      sourceKind: 'appraisal',
    },
  ])
})

test('a grade for whoever gets none is refused with the reason; a closed round is changed only with one', async () => {
  const [line] = (await ask(secretary, contract.listAppraisals, { params: { unit: branch.id } })).answer
    .appraisals
  const params = { appraisal: line!.id }
  const round = await readAs(world, secretary, line!.id)
  const shut = await ask(secretary, contract.gradePeople, { params, body: gradesOf(round, 9) })
  assert.match(shut.refusal.message, /已在 2026-12-20 办结/)

  const told = await ask(secretary, contract.recordTold, {
    params,
    body: {
      personIds: gradesOf(round, 0).grades.map(({ personId }) => personId),
      toldOn: '2026-12-20',
      toldBy: '林岚',
      version: round.version,
    },
  })
  assert.equal(told.answer.steps.at(-1)?.state, 'done')

  const reopened = await ask(secretary, contract.reopenAppraisal, {
    params,
    body: { reason: '等次录错一人', version: told.answer.version },
  })
  assert.equal(reopened.answer.reopenings[0]?.reason, '等次录错一人')
  assert.deepEqual(await evidence(), [])

  const wrong = gradesOf(reopened.answer, 9)
  wrong.grades.push({ ...wrong.grades[0]!, personId: probationary.person })
  const refused = await ask(secretary, contract.gradePeople, { params, body: wrong })
  assert.match(refused.refusal.message, /新晓晨不评等次：预备党员/)

  const anew = await ask(secretary, contract.gradePeople, { params, body: gradesOf(reopened.answer, 9) })
  const tenth = anew.answer.seats.filter(({ role }) => role === 'graded')[9]
  assert.equal(tenth?.toldOn, null, 'whoever has another grade is told anew')
  assert.equal(anew.answer.seats.filter(({ toldOn }) => toldOn !== null).length, 28)
})

test('every read and write of a round takes a dozen statements at most', async () => {
  const [line] = (await ask(secretary, contract.listAppraisals, { params: { unit: branch.id } })).answer
    .appraisals
  const round = await readAs(world, secretary, line!.id)
  const params = { appraisal: line!.id }
  const asked = [
    await ask(secretary, contract.listAppraisals, { params: { unit: branch.id } }),
    await ask(secretary, contract.readAppraisal, { params }),
    await ask(secretary, contract.gradePeople, { params, body: gradesOf(round, 9) }),
    await ask(secretary, contract.listOwnAppraisals, {}),
  ]
  for (const { status, queries } of asked) {
    assert.equal(status, 200)
    assert.ok(queries <= 12, `${queries} queries`)
  }
})
