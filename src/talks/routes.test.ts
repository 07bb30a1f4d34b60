import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readToday, readYear } from '../duties/contract.ts'
import { dutyRoutes } from '../duties/routes.ts'
import { todayRoutes } from '../duties/today-routes.ts'
import * as contract from './contract.ts'
import { talkErrands } from './errands-jobs.ts'
import { talkWorld } from './fixtures/branch.ts'
import { talkRoutes } from './routes.ts'

const { ask, as, idOf, branch, general, groups } = await talkWorld([
  ...talkRoutes,
  ...dutyRoutes,
  ...todayRoutes([talkErrands]),
])
const secretary = as('林岚')
const keeper = as('沈秋月')
const params = { unit: branch.id }
const pair = (talker: string, partner: string) => ({ talkerId: idOf(talker), partnerId: idOf(partner) })

const year = async () => (await ask(secretary, contract.readTalks, { params, query: {} })).answer
const dutyOf = async (rule: string, name: string) => {
  const { answer } = await ask(secretary, readYear, { params, query: { year: 2026 } })
  return answer.rows.find((row) => row.rule === rule && row.personName === name)?.duties[0]
}

test('an officer enters several talks of a day as she was told; kinds follow from the posts and duties from the kinds', async () => {
  const body = {
    pairs: [pair('林岚', '沈秋月'), pair('林岚', '何畅'), pair('何畅', '宋知远')],
    heldOn: '2026-11-20',
    place: '二楼小会议室',
  }
  const entered = await ask(keeper, contract.recordTalks, { params, body })
  assert.deepEqual(entered.answer, { recorded: 3 })
  assert.ok(entered.queries <= 12, `${entered.queries} statements`)

  const { talks } = await year()
  assert.deepEqual(talks.map(({ kind, stage }) => [kind, stage]).sort(), [
    ['committee', 'held'],
    ['committee-member', 'held'],
    ['member', 'held'],
  ])
  assert.equal((await dutyOf('talk.committee-member', '何畅'))?.state, 'done')
  assert.equal((await dutyOf('talk.between-members', '何畅'))?.state, 'done')
  assert.equal((await dutyOf('talk.between-members', '陆小满'))?.state, 'due')
  const within = await dutyOf('talk.within-committee', '林岚')
  assert.deepEqual([within?.state, within?.counted, within?.needed], ['due', 1, 2])
})

test('the same two on the same day, one with herself, tomorrow, and a stranger are refused with what to do', async () => {
  const enter = async (talker: string, partner: string, heldOn: string) =>
    (
      await ask(keeper, contract.recordTalks, {
        params,
        body: { pairs: [pair(talker, partner)], heldOn, place: null },
      })
    ).refusal
  assert.match((await enter('沈秋月', '林岚', '2026-11-20')).message, /已经登记过/)
  assert.match((await enter('林岚', '林岚', '2026-11-19')).message, /两个不同的人/)
  assert.match((await enter('林岚', '顾青', '2026-11-23')).message, /在今天之后/)
  assert.match((await enter('林岚', '顾青', '2024-11-23')).message, /太早/)
  assert.equal((await enter('林岚', '严守一', '2026-11-19')).field, 'partnerId')
})

test('planned talks stand as errands of the two, and holding one keeps its row', async () => {
  const body = { pairs: [pair('顾青', '陆小满'), pair('林岚', '顾青')], plannedBy: '2026-11-28' }
  assert.deepEqual((await ask(keeper, contract.planTalks, { params, body })).answer, { planned: 2 })
  assert.deepEqual((await ask(keeper, contract.planTalks, { params, body })).answer, { planned: 0 })
  const member = as('陆小满')
  const { waiting } = (await ask(member, readToday, { query: {} })).answer
  const errand = waiting.find(({ kind }) => kind === 'errand')
  assert.deepEqual(
    [errand?.title, errand?.to, errand?.by],
    ['安排给您的谈心谈话（1 次）', '/me/talks', '2026-11-28'],
  )

  const own = await ask(member, contract.recordOwnTalk, {
    body: { partnerId: idOf('顾青'), heldOn: '2026-11-22', place: null, note: null },
  })
  assert.equal(own.status, 200)
  assert.ok(own.queries <= 12, `${own.queries} statements`)
  const { talks } = await year()
  assert.equal(talks.filter(({ partnerId }) => partnerId === idOf('陆小满')).length, 1)
  assert.equal(talks.find(({ id }) => id === own.answer.id)?.talkerName, '顾青')
  assert.equal((await dutyOf('talk.committee-member', '陆小满'))?.state, 'done')
})

test('a plain member enters her own talk and sees her own alone; her comrades are offered to choose from', async () => {
  const member = as('叶桐')
  const own = await ask(member, contract.recordOwnTalk, {
    body: { partnerId: idOf('白露'), heldOn: '2026-11-21', place: null, note: null },
  })
  assert.equal(own.status, 200)
  const { answer, queries } = await ask(member, contract.readOwnTalks, {})
  assert.deepEqual(
    answer.talks.map(({ talkerName, partnerName }) => [talkerName, partnerName]),
    [['叶桐', '白露']],
  )
  assert.equal(answer.people.length, 8)
  assert.ok(queries <= 8, `${queries} statements`)
  assert.equal((await ask(member, contract.readTalks, { params, query: {} })).status, 403)
})

test('a talk entered wrongly is withdrawn with its evidence; that of others only by those who arrange talks', async () => {
  const { talks } = await year()
  const talk = talks.find(({ partnerName }) => partnerName === '宋知远')!
  const because = 'wrong-person' as const
  const body = { because, version: talk.version }
  const at = { params: { talk: talk.id }, body }
  assert.equal((await ask(as('顾青'), contract.withdrawTalk, at)).status, 403)
  assert.equal((await ask(as('白露'), contract.withdrawTalk, at)).status, 404)
  assert.equal((await ask(keeper, contract.withdrawTalk, at)).status, 200)
  assert.equal((await dutyOf('talk.between-members', '宋知远'))?.state, 'due')
  assert.equal((await ask(keeper, contract.withdrawTalk, at)).status, 404)
})

test('one of the two takes her own back, and the evidence of the other one with it', async () => {
  const { talks } = (await ask(as('白露'), contract.readOwnTalks, {})).answer
  const [talk] = talks
  const at = { params: { talk: talk!.id }, body: { because: 'wrong-day' as const, version: talk!.version } }
  assert.equal((await dutyOf('talk.between-members', '叶桐'))?.state, 'done')
  assert.equal((await ask(keeper, contract.withdrawTalk, at)).status, 403)
  assert.equal((await ask(as('白露'), contract.withdrawTalk, at)).status, 200)
  assert.equal((await dutyOf('talk.between-members', '叶桐'))?.state, 'due')
})

test('the page of a branch takes few statements, and is only of branches', async () => {
  const { answer, queries } = await ask(secretary, contract.readTalks, { params, query: { year: 2026 } })
  assert.ok(queries <= 12, `${queries} statements`)
  assert.equal(answer.reading, 'person')
  assert.equal(answer.people.length, 8)
  assert.match(answer.clauses.committee?.citation ?? '', /第十九条/)
  const wrong = await ask(secretary, contract.readTalks, { params: { unit: groups[0]!.id }, query: {} })
  assert.match(wrong.refusal.message, /不是党支部/)
  const above = await ask(secretary, contract.readTalks, { params: { unit: general.id }, query: {} })
  assert.equal(above.status, 400)
})
