import assert from 'node:assert/strict'
import { test } from 'node:test'
import { branchWorld } from '../meetings/fixtures/branch.ts'
import * as contract from './candidate-contract.ts'
import { openElection } from './contract.ts'
import { readPreparation, recordStep } from './preparation-contract.ts'

const world = await branchWorld()
const { ask, branch, committee, people, groups, watched } = world
const organizer = committee[2]!
const idOf = (name: string): string => people.find((each) => each.name === name)!.person

const opened = await ask(organizer, openElection, {
  params: { unit: branch.id },
  body: { kind: 'renewal', form: 'committee', seats: 5, deputies: 1, plannedOn: '2026-11-20' },
})
const election = opened.answer.id
const params = { election }
const read = async () => (await ask(organizer, contract.readCandidates, { params })).answer
const versioned = async <B extends object>(body: B) => ({ ...body, version: (await read()).version })

const propose = async (
  role: 'member' | 'secretary' | 'deputy-secretary',
  names: string[],
  replacesId: string | null = null,
) =>
  ask(organizer, contract.proposeCandidates, {
    params,
    body: await versioned({ role, people: names.map(idOf), names: [], proposedOn: '2026-10-30', replacesId }),
  })
const nominate = async (group: string, more: object) =>
  ask(organizer, contract.recordNomination, {
    params: { election, group },
    body: await versioned({
      ...{ heldOn: '2026-10-26', hostName: null, entitled: 15, present: 14 },
      nominees: [
        { personId: idOf('林岚'), support: 14 },
        { personId: idOf('顾青'), support: 9 },
      ],
      ...more,
    }),
  })

test('each group nominates with its own numbers; support is summed over all, and the step is done on the last day', async () => {
  const before = await read()
  assert.deepEqual(
    before.groups.map(({ name, entitled, leader }) => [name, entitled, leader]),
    [
      ['第一党小组', 17, '一组长'],
      ['第二党小组', 12, '二组长'],
    ],
  )
  assert.equal((await nominate(groups[0].id, {})).status, 200)
  const half = await ask(organizer, readPreparation, { params })
  assert.equal(half.answer.steps.find(({ step }) => step === 'nomination')!.doneOn, null)
  const { answer } = await nominate(groups[1].id, {
    heldOn: '2026-10-28',
    nominees: [
      { personId: idOf('何畅'), support: 9 },
      { personId: idOf('顾青'), support: 5 },
    ],
  })
  assert.deepEqual(
    answer.summary.map(({ name, support, groups: of }) => [name, support, of]),
    [
      ['林岚', 14, 1],
      ['顾青', 14, 2],
      ['何畅', 9, 1],
    ],
  )
  const whole = await ask(organizer, readPreparation, { params })
  assert.equal(whole.answer.steps.find(({ step }) => step === 'nomination')!.doneOn, '2026-10-28')
})

test('more support than people there, and somebody without the right to be elected, are refused', async () => {
  const many = await nominate(groups[0].id, { nominees: [{ personId: idOf('林岚'), support: 15 }] })
  assert.deepEqual([many.status, many.refusal.field], [400, 'nominees.0.support'])
  const barred = await nominate(groups[0].id, { nominees: [{ personId: watched.person, support: 3 }] })
  assert.match(barred.refusal.message, /贺迟没有被选举权/)
})

test('five candidates for five seats are one too few; a sixth makes the difference of a fifth', async () => {
  const { answer: five } = await propose('member', ['林岚', '周启明', '沈秋月', '何畅', '顾青'])
  const short = five.judgments.find(({ told }) => told.judgment.rule === 'election.surplus')!.told
  assert.deepEqual(
    [short.judgment.holds, short.judgment.needed, short.judgment.numbers.candidates],
    [false, 6, 5],
  )
  const { answer: six } = await propose('member', ['赵小兰'])
  assert.equal(
    six.judgments.find(({ told }) => told.judgment.rule === 'election.surplus')!.told.judgment.holds,
    true,
  )
  assert.deepEqual(
    six.candidates.map(({ name }) => name),
    ['沈秋月', '何畅', '周启明', '林岚', '赵小兰', '顾青'].toSorted(
      new Intl.Collator('zh-u-co-stroke').compare,
    ),
  )
  const { answer: preparation } = await ask(organizer, readPreparation, { params })
  assert.equal(preparation.steps.find(({ step }) => step === 'comparison')!.doneOn, '2026-10-30')
})

test('whoever has no right to be elected cannot be a candidate, by its clause; nobody stands twice', async () => {
  const barred = await propose('member', ['贺迟'])
  assert.equal(barred.status, 422)
  assert.match(barred.refusal.message, /贺迟不能作候选人：留党察看期间.*第四十一条/)
  assert.match((await propose('member', ['林岚'])).refusal.message, /林岚已经是委员候选人/)
})

test('heads stand in the order given, in equal number; a secretary not a year a full member is amber', async () => {
  await propose('secretary', ['林岚'])
  const { answer } = await propose('deputy-secretary', ['周启明', '何畅'])
  const equal = answer.judgments.filter(({ told }) => told.judgment.rule === 'election.secretary-equal')
  assert.deepEqual(
    equal.map(({ told }) => told.judgment.holds),
    [true, false],
  )
  const secretary = answer.candidates.find(({ role }) => role === 'secretary')!
  assert.deepEqual(
    secretary.findings.map(({ level }) => level),
    ['amber'],
  )
  const deputies = answer.candidates.filter(({ role }) => role === 'deputy-secretary')
  const order = deputies.map(({ id }) => id).toReversed()
  const turned = await ask(organizer, contract.orderCandidates, {
    params,
    body: await versioned({ role: 'deputy-secretary' as const, order }),
  })
  assert.deepEqual(
    turned.answer.candidates.filter(({ role }) => role === 'deputy-secretary').map(({ name }) => name),
    ['何畅', '周启明'],
  )
  const removed = await ask(organizer, contract.removeCandidate, {
    params: { election, candidate: deputies.find(({ name }) => name === '何畅')!.id },
    query: { version: turned.answer.version },
  })
  assert.equal(removed.status, 200)
})

const record = async (step: 'candidates-request' | 'candidates-reply', doneOn: string, more: object = {}) => {
  const { version } = await read()
  return ask(organizer, recordStep, {
    params: { election, step },
    body: { doneOn, number: null, byWhom: null, note: null, version, ...more },
  })
}

test('the superior agrees to some; the others are still to be agreed', async () => {
  await record('candidates-request', '2026-11-02')
  const { candidates } = await read()
  const agreed = candidates.filter(({ name }) => name !== '赵小兰').map(({ id }) => id)
  assert.equal((await record('candidates-reply', '2026-11-06', { agreed })).status, 200)
  const told = (await read()).judgments.find(
    ({ told: each }) => each.judgment.rule === 'election.candidates-agreed',
  )!.told
  assert.deepEqual([told.judgment.holds, told.judgment.numbers.agreed], [false, 5])
})

test('who was reported above withdraws with a reason, leaves the difference short, and is replaced on the record', async () => {
  const { candidates, version } = await read()
  const gone = candidates.find(({ name, role }) => name === '赵小兰' && role === 'member')!
  const at = { election, candidate: gone.id }
  const removed = await ask(organizer, contract.removeCandidate, { params: at, query: { version } })
  assert.match(removed.refusal.message, /已经报告上级，不能删去/)
  const withdrawn = await ask(organizer, contract.withdrawCandidate, {
    params: at,
    body: await versioned({ withdrawnOn: '2026-11-08', reason: '调往外单位' }),
  })
  const surplus = withdrawn.answer.judgments.find(
    ({ told }) => told.judgment.rule === 'election.surplus',
  )!.told
  assert.deepEqual([surplus.judgment.holds, surplus.judgment.numbers.candidates], [false, 5])
  const { answer } = await propose('member', ['钱小明'], gone.id)
  const instead = answer.candidates.find(({ name }) => name === '钱小明')!
  assert.equal(instead.replacesId, gone.id)
  assert.match((await propose('member', ['孙小兰'], gone.id)).refusal.message, /赵小兰已经有人接替/)
})

test('introduced to the voters on a day, all who stand', async () => {
  const { answer } = await ask(organizer, contract.introduceCandidates, {
    params,
    body: await versioned({ introducedOn: '2026-11-18' }),
  })
  const told = answer.judgments.find(({ told: each }) => each.judgment.rule === 'election.introduction')!.told
  assert.equal(told.judgment.holds, true)
})
