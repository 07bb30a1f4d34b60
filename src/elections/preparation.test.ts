import assert from 'node:assert/strict'
import { test } from 'node:test'
import { branchWorld } from '../meetings/fixtures/branch.ts'
import { openElection } from './contract.ts'
import type { StepId } from './facts.ts'
import {
  type Preparation,
  planElection,
  readPreparation,
  recordStep,
  withdrawStep,
} from './preparation-contract.ts'

const world = await branchWorld()
const { ask, branch, committee, people } = world
const [secretary, , organizer] = committee as [
  (typeof committee)[0],
  (typeof committee)[0],
  (typeof committee)[0],
]

const opened = async (more: object = {}): Promise<string> => {
  const { answer, refusal } = await ask(organizer, openElection, {
    params: { unit: branch.id },
    body: { kind: 'renewal', form: 'committee', seats: 5, deputies: 1, plannedOn: '2026-11-20', ...more },
  })
  return answer.id ?? assert.fail(refusal.message)
}
const read = async (election: string): Promise<Preparation> =>
  (await ask(organizer, readPreparation, { params: { election } })).answer
const record = async (election: string, step: StepId, doneOn: string, more: object = {}) => {
  const { version } = await read(election)
  return ask(organizer, recordStep, {
    params: { election, step },
    body: { doneOn, number: null, byWhom: null, note: null, version, ...more },
  })
}
const stepIn = ({ steps }: Preparation, id: string) => steps.find(({ step }) => step === id)!

const election = await opened()

test('the steps stand in the order of the work; the first is next, and each says who acts and by which clause', async () => {
  const preparation = await read(election)
  assert.deepEqual(
    preparation.steps.map(({ state }) => state),
    ['next', ...Array(17).fill('later')],
  )
  const request = stepIn(preparation, 'request')
  assert.deepEqual(request.needs, ['委员会决定换届'])
  assert.deepEqual(request.by, {
    on: '2026-09-21',
    says: '换届请示的提前天数',
    citation: stepIn(preparation, 'decision').by!.citation,
  })
  assert.match(request.who, /先由党组讨论决定，再报机关工委审批/)
  assert.match(stepIn(preparation, 'reply').clause!.citation, /第三十七条第一款$/)
})

test('a step recorded with its true day moves on to the next; one late for its lead time is told, not refused', async () => {
  assert.equal((await record(election, 'decision', '2026-09-10')).status, 200)
  const { answer } = await record(election, 'request', '2026-10-08', { number: '某支〔2026〕3号' })
  assert.equal(stepIn(answer, 'request').number, '某支〔2026〕3号')
  assert.equal(stepIn(answer, 'reply').state, 'next')
  const [doubt] = stepIn(answer, 'request').doubts
  assert.equal(doubt?.level, 'amber')
  assert.match(doubt!.words, /2026年10月8日 \(周四\)请示，晚于按提前天数算出的 2026年9月21日/)
})

test('a reply before its request, a day to come and a number where no paper has one are refused with the field', async () => {
  const early = await record(election, 'reply', '2026-10-07')
  assert.deepEqual([early.status, early.refusal.field], [400, 'doneOn'])
  assert.match(early.refusal.message, /换届批复不能早于换届请示（2026年10月8日/)
  assert.equal((await record(election, 'notice', '2026-11-23')).refusal.field, 'doneOn')
  assert.equal((await record(election, 'voters', '2026-11-01', { number: '1号' })).refusal.field, 'number')
  assert.match((await record(election, 'result-report', '2026-11-21')).refusal.message, /大会还没有召开/)
})

test('a reply with conditions; afterwards the seats change only with a reason, which stays with the reply', async () => {
  await record(election, 'reply', '2026-10-20', { note: '委员中女党员不少于二人', byWhom: '机关工委' })
  const before = await read(election)
  const plan = { form: 'committee', seats: 3, deputies: 1, plannedOn: '2026-11-20', superior: null } as const
  const body = { ...plan, version: before.version }
  const bare = await ask(organizer, planElection, { params: { election }, body })
  assert.deepEqual([bare.status, bare.refusal.field], [400, 'reason'])
  assert.match(bare.refusal.message, /换届批复已经登记，改动应选人数须说明缘由/)
  const { answer } = await ask(organizer, planElection, {
    params: { election },
    body: { ...body, reason: '上级核减两个名额' },
  })
  assert.equal(answer.plan.seats, 3)
  assert.equal(
    stepIn(answer, 'reply').note,
    '委员中女党员不少于二人\n2026-11-22 改动应选人数：上级核减两个名额',
  )
})

test('a step recorded by mistake is taken back; two who work at once are told so', async () => {
  await record(election, 'notice', '2026-10-25')
  const { version } = await read(election)
  const params = { election, step: 'notice' } as const
  const { answer } = await ask(organizer, withdrawStep, {
    params,
    query: { version: String(version) as never },
  })
  assert.equal(stepIn(answer, 'notice').doneOn, null)
  const again = await ask(secretary, withdrawStep, { params, query: { version: String(version) as never } })
  assert.equal(again.status, 409)
})

test('a plain member neither reads nor records', async () => {
  const member = people.find(({ name }) => name === '赵小兰')!
  assert.equal((await ask(member, readPreparation, { params: { election } })).status, 403)
})
