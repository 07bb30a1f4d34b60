import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from './contract.ts'
import { lifeWorld } from './fixtures/branch.ts'

const world = await lifeWorld()
const { ask, done, opened, secretary, organizer, publicity, branch, top, members, leaders, groups } = world
const [zhao, qian] = members as [(typeof members)[number], (typeof members)[number]]
const round = await opened(2025, { meetOn: '2026-01-20' })
const params = { round: round.id }
const stepOf = (shown: contract.LifeRound, id: contract.StepId) => shown.steps.find((step) => step.id === id)

const promise = (
  more: Partial<{
    about: contract.About
    ownerId: string | null
    dueOn: string | null
    measure: string | null
  }> = {},
) => ({
  about: 'branch' as const,
  problem: '会议通知发得晚',
  measure: '提前三个工作日发通知' as string | null,
  ownerId: publicity.person as string | null,
  dueOn: '2026-03-31' as string | null,
  ...more,
})

test('a round is opened once a year for a branch, and not for the general branch', async () => {
  const body = { forYear: 2025, form: 'members' as const, topic: '主题', meetOn: null }
  const again = await ask(organizer, contract.openLifeRound, { params: { unit: branch.id }, body })
  const above = await ask(
    { ...secretary, held: [{ post: 'secretary', path: top.path }] },
    contract.openLifeRound,
    {
      params: { unit: top.id },
      body,
    },
  )

  assert.equal(again.status, 409)
  assert.match(again.refusal.message, /2025 年度组织生活会已经在筹备/)
  assert.equal(above.status, 400)
  assert.equal(above.refusal.field, 'unit')
})

test('the clause asks for three preparations and says how many there are', async () => {
  const before = await done(organizer, contract.readLifeRound, { params })
  await done(organizer, contract.addLifeOpinion, {
    params,
    body: { source: 'masses', about: 'branch', aboutId: null, text: '活动安排早一点说' },
  })
  const after = await done(organizer, contract.planLifeRound, {
    params,
    body: {
      form: 'members',
      topic: '对照查摆',
      meetOn: '2026-01-20',
      studies: [{ material: '支部工作条例第十七条', on: '2025-12-20', done: true }],
      version: before.version,
    },
  })

  assert.equal(before.judgments[0]?.judgment.numbers.prepared, 0)
  assert.equal(after.judgments[0]?.judgment.numbers.prepared, 2)
  assert.match(after.judgments[0]?.judgment.citation ?? '', /第十七条/)
  assert.equal(stepOf(after, 'study')?.state, 'done')
  assert.equal(stepOf(after, 'problems')?.state, 'later')
})

test('a problem closes only with evidence stated, and reopens with a reason', async () => {
  const listed = await done(organizer, contract.addProblem, { params, body: promise() })
  const [problem] = listed.problems as [contract.Problem]
  const bare = await ask(organizer, contract.closeProblem, {
    params: { problem: problem.id },
    body: { doneText: null, version: problem.version },
  })
  const said = await done(publicity, contract.reportMeasure, {
    params: { problem: problem.id },
    body: {
      doneText: '4月起的通知都提前三天发出，见会议通知记录',
      meetingId: null,
      version: problem.version,
    },
  })
  const byOwner = await ask(publicity, contract.closeProblem, {
    params: { problem: problem.id },
    body: { doneText: null, version: said.version },
  })
  const closed = await done(organizer, contract.closeProblem, {
    params: { problem: problem.id },
    body: { doneText: null, version: said.version },
  })
  const reopened = await done(organizer, contract.reopenProblem, {
    params: { problem: problem.id },
    body: { reason: '9月又有两次当天才通知', version: closed.version },
  })

  assert.equal(problem.overdue, true)
  assert.equal(bare.status, 409)
  assert.match(bare.refusal.message, /还没有办理情况/)
  assert.equal(byOwner.status, 403)
  assert.equal(closed.closedOn, '2026-11-20')
  assert.deepEqual([reopened.closedOn, reopened.reopenReason], [null, '9月又有两次当天才通知'])
})

test('next year opens with last year’s promises: what was closed is told, what is open is carried over', async () => {
  const two = await done(organizer, contract.addProblem, { params, body: promise({ dueOn: '2026-12-31' }) })
  const second = two.problems.at(-1)!
  await done(organizer, contract.closeProblem, {
    params: { problem: second.id },
    body: { doneText: '已印发名册核对办法', version: second.version },
  })
  const next = await opened(2026)

  assert.equal(next.promises?.forYear, 2025)
  assert.deepEqual(
    next.promises?.problems.map(({ closedOn }) => closedOn !== null),
    [false, true],
  )
  assert.deepEqual(
    next.problems.map(({ forYear, problem, overdue }) => [forYear, problem, overdue]),
    [[2025, '会议通知发得晚', true]],
  )
  assert.equal(stepOf(next, 'promises')?.note, '已销号 1 项，1 项没有完成，转入本年')
})

test('a measure that a plain member took on is hers to report and nobody else’s', async () => {
  const listed = await done(organizer, contract.addProblem, {
    params,
    body: promise({ ownerId: zhao.person }),
  })
  const own = listed.problems.at(-1)!
  const { measures } = await done(zhao, contract.readOwnLife, {})
  const other = await ask(qian, contract.reportMeasure, {
    params: { problem: own.id },
    body: { doneText: '做了', meetingId: null, version: own.version },
  })

  assert.deepEqual(
    measures.map(({ id, overdue }) => [id, overdue]),
    [[own.id, true]],
  )
  assert.equal(other.status, 404)
})

test('a round in groups is done when each group has handed in its record, and says which has not', async () => {
  const here = await lifeWorld()
  const grouped = await here.opened(2026, { form: 'groups' })
  const { refusal, status } = await here.ask(here.organizer, contract.finishGroups, {
    params: { round: grouped.id },
    body: { version: grouped.version },
  })
  assert.equal(status, 409)
  assert.match(refusal.message, /第一党小组、第二党小组还没有提交/)
})

test('a group leader sees the round and her own group, not the branch’s opinions and problems', async () => {
  const seen = await done(leaders[0]!, contract.readLifeRound, { params })

  assert.equal(seen.reach, 'group')
  assert.deepEqual([seen.opinions, seen.check, seen.notes], [[], null, []])
  assert.deepEqual(seen.problems, [])
  assert.equal(seen.groups.length, groups.length)
})

test('no read of a round takes more than twelve statements, however much is in it', async () => {
  const { queries } = await ask(organizer, contract.readLifeRound, { params })
  const own = await ask(zhao, contract.readOwnLife, {})
  const list = await ask(organizer, contract.listLifeRounds, { params: { unit: branch.id } })

  assert.ok(queries <= 12, `${queries} statements`)
  assert.ok(own.queries <= 12, `${own.queries} statements`)
  assert.ok(list.queries <= 12, `${list.queries} statements`)
  assert.equal(list.answer.rounds.length, 2)
})
