import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordTalks } from '../talks/contract.ts'
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

test('a round begun for an earlier year takes nothing over from a later one, nor what a later one took over', async () => {
  const here = await lifeWorld()
  const listing = async (id: string, problem: string) =>
    here.done(here.organizer, contract.addProblem, {
      params: { round: id },
      body: { ...promise({ ownerId: here.publicity.person, dueOn: '2027-06-30' }), problem },
    })
  const oldest = await here.opened(2023)
  await listing(oldest.id, '2023年的问题')
  const latest = await here.opened(2026)
  await listing(latest.id, '2026年的问题')
  const belated = await here.opened(2025)
  const after = await here.done(here.organizer, contract.readLifeRound, { params: { round: latest.id } })

  assert.deepEqual(belated.problems, [])
  assert.deepEqual(
    after.problems.map(({ problem }) => problem),
    ['2023年的问题', '2026年的问题'],
  )
})

test('a talk recorded among the talks counts in the round of its year', async () => {
  const here = await lifeWorld()
  const before = await here.opened(2026)
  await here.done(here.organizer, recordTalks, {
    params: { unit: here.branch.id },
    body: {
      pairs: [
        { talkerId: here.secretary.person, partnerId: here.members[0]!.person },
        { talkerId: here.members[1]!.person, partnerId: here.members[2]!.person },
      ],
      heldOn: '2026-11-18',
    },
  })
  const after = await here.done(here.organizer, contract.readLifeRound, { params: { round: before.id } })
  const other = await here.opened(2025)

  assert.deepEqual(before.talks, { talked: 0, members: 12 })
  assert.deepEqual(after.talks, { talked: 4, members: 12 })
  assert.equal(stepOf(after, 'talks')?.note, '12 人中 4 人谈过')
  assert.equal(after.judgments[0]?.judgment.numbers.prepared, 1)
  assert.equal(other.talks.talked, 0)
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

test('that all groups have met fixes the form, and is taken back with what it proved', async () => {
  const here = await lifeWorld()
  const { id } = await here.opened(2026, { form: 'groups', meetOn: '2026-11-18' })
  const params = { round: id }
  for (const group of here.groups) await here.sat(group.id, '2026-11-18')
  const proofs = async () =>
    (
      await here.admin.query(
        `select kind, for_year from evidence where source_kind = 'life-round' and source_id = $1`,
        [id],
      )
    ).rows
  const { topic, meetOn, studies, version } = await here.done(here.organizer, contract.readLifeRound, {
    params,
  })
  const finished = await here.done(here.organizer, contract.finishGroups, { params, body: { version } })
  const proved = await proofs()
  const plan = { topic: `${topic}（改）`, meetOn, studies }
  const changed = await here.ask(here.organizer, contract.planLifeRound, {
    params,
    body: { ...plan, form: 'members', version: finished.version },
  })
  const retitled = await here.done(here.organizer, contract.planLifeRound, {
    params,
    body: { ...plan, form: 'groups', version: finished.version },
  })
  const undone = await here.done(here.organizer, contract.unfinishGroups, {
    params,
    body: { version: retitled.version },
  })
  const twice = await here.ask(here.organizer, contract.unfinishGroups, {
    params,
    body: { version: undone.version },
  })
  const free = await here.done(here.organizer, contract.planLifeRound, {
    params,
    body: { ...plan, form: 'members', version: undone.version },
  })

  assert.equal(finished.groupsDoneOn, '2026-11-18')
  assert.deepEqual(proved, [{ kind: 'life-meeting', for_year: 2026 }])
  assert.deepEqual([changed.status, changed.refusal.field], [409, 'form'])
  assert.equal(undone.groupsDoneOn, null)
  assert.deepEqual(await proofs(), [])
  assert.equal(twice.status, 409)
  assert.equal(free.form, 'members')
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
