import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from '../documents/fixtures/text.ts'
import { listExpected } from '../meetings/contract.ts'
import * as contract from './contract.ts'
import { changesWorld } from './fixtures/world.ts'

const world = await changesWorld()
const { ask, organizer, secretary, member, people, branch, groups, clock, standing } = world
clock.today = '2026-11-20'

const leaving = (at: number) => people.filter(({ name }) => name.includes('小'))[at]!
const begin = (personId: string, more: object = {}) =>
  ask(organizer, contract.beginTransfer, {
    params: { unit: branch.id },
    body: {
      personId,
      toUnit: '某街道党工委',
      reason: 'work',
      appliedOn: '2026-11-02',
      duesMonth: '2026-11',
      issuedOn: '2026-11-03',
      ...more,
    },
  })
const receive = (transfer: contract.TransferOut, receivedOn: string) =>
  ask(organizer, contract.receiveReceipt, {
    params: { transfer: transfer.id },
    body: { receivedOn, version: transfer.version },
  })
const base = async (on: string) => {
  const { answer } = await ask(organizer, listExpected, {
    params: { unit: branch.id },
    query: { on, kinds: 'general-meeting' },
  })
  return answer.expected.length
}

test('a member stays in the base until the receipt has come, and is gone from that day', async () => {
  const { answer: sent } = await begin(leaving(0).person)
  assert.equal(sent.state, 'sent')
  assert.equal(sent.letters[0]?.validUntil, '2027-02-01')
  assert.equal(await base('2026-11-12'), 31)

  const done = await receive(sent, '2026-11-13')
  assert.equal(done.answer.state, 'received')
  assert.equal(await base('2026-11-12'), 31)
  assert.equal(await base('2026-11-13'), 30)
  const rows = await standing(leaving(0).person)
  assert.deepEqual([rows.at(-1)?.status, rows.at(-1)?.since], ['transferred-out', '2026-11-13'])
  assert.equal((await receive(done.answer, '2026-11-14')).status, 409)
})

test('whoever holds a post lays it down before the receipt takes her off the roster', async () => {
  const { answer: sent } = await begin(secretary.person)
  const { refusal } = await receive(sent, '2026-11-15')
  assert.match(refusal.message, /仍任机关第一党支部书记.*免职/)
  await ask(organizer, contract.withdrawTransfer, {
    params: { transfer: sent.id },
    body: { withdrawnBecause: '不再调动', version: sent.version },
  })
})

test('a lost letter is void, keeps its number, and another takes the next one', async () => {
  const { answer: sent } = await begin(leaving(1).person)
  const [first] = sent.letters
  const again = await ask(organizer, contract.issueLetter, {
    params: { transfer: sent.id },
    body: { issuedOn: '2026-11-18', voidBecause: 'lost', version: sent.version },
  })
  assert.deepEqual(
    again.answer.letters.map(({ number, voidBecause }) => [number, voidBecause]),
    [
      [first!.number + 1, null],
      [first!.number, 'lost'],
    ],
  )
  const paper = await ask(organizer, contract.downloadLetter, { params: { transfer: sent.id } })
  const text = textOf(paper.answer as never).join('\n')
  for (const part of ['存根', '回执联', '某街道党工委', '2026年11月', '90天'])
    assert.ok(text.includes(part), part)
  assert.ok(text.includes(`第00${first!.number + 1}号`))
})

test('letters issued at one moment are numbered without gap or double, whatever is refused between them', async () => {
  const before = await world.within((tx) => tx.selectFrom('introductionLetter').select('number').execute())
  const asked = Array.from({ length: 12 }, (_, at) =>
    // Every third asks for someone who is leaving already: it is refused and takes no number with it.
    begin(leaving(at % 3 === 2 ? 1 : at + 3).person, at % 3 === 2 ? {} : { issuedOn: '2026-11-19' }),
  )
  const answers = await Promise.all(asked)
  assert.equal(answers.filter(({ status }) => status === 200).length, 8)
  const after = await world.within((tx) =>
    tx.selectFrom('introductionLetter').select('number').orderBy('number').execute(),
  )
  assert.deepEqual(
    after.map(({ number }) => number),
    Array.from({ length: before.length + 8 }, (_, at) => at + 1),
  )
})

const brought = {
  name: '钱来',
  fromUnit: '某局机关党支部',
  letterNumber: '第12号',
  letterOn: '2026-10-30',
  validDays: 90,
  broughtOn: '2026-11-09',
}
const person = {
  personId: null,
  sex: 'female' as const,
  status: 'full' as const,
  joinedOn: '2010-06-01',
  fullOn: '2011-06-01',
  phone: null,
  duesMonth: '2026-10',
}

test('a letter from elsewhere brings a person onto the roster from the day she is taken in', async () => {
  const { answer, status, refusal } = await ask(organizer, contract.acceptTransfer, {
    params: { unit: branch.id },
    body: { ...brought, ...person, acceptedOn: '2026-11-10', groupId: groups[0].id },
  })
  assert.equal(status, 200, refusal?.message)
  assert.deepEqual([answer.valid, answer.days], [true, 10])
  const rows = await standing(answer.personId!)
  assert.deepEqual(rows, [{ status: 'full', since: '2026-11-10', until: null, groupId: groups[0].id }])
  const slip = await ask(organizer, contract.downloadReceipt, { params: { transfer: answer.id } })
  assert.match(
    textOf(slip.answer as never).join('\n'),
    /某局机关党支部[\s\S]*钱来同志的党员组织关系已转到我处/,
  )
})

test('someone who left comes back to her own history', async () => {
  const { answer } = await ask(organizer, contract.acceptTransfer, {
    params: { unit: branch.id },
    body: {
      ...brought,
      ...person,
      name: leaving(0).name,
      personId: leaving(0).person,
      letterOn: '2026-11-14',
      broughtOn: '2026-11-18',
      acceptedOn: '2026-11-18',
      groupId: groups[1].id,
    },
  })
  assert.equal(answer.personId, leaving(0).person)
  assert.deepEqual(
    (await standing(leaving(0).person)).map(({ status }) => status),
    ['full', 'transferred-out', 'full'],
  )
})

test('a valid letter is not sent back as expired; an expired one is taken in and said to be so', async () => {
  const back = await ask(organizer, contract.returnTransfer, {
    params: { unit: branch.id },
    body: { ...brought, returnedOn: '2026-11-10', returnedBecause: 'expired' },
  })
  assert.equal(back.refusal.because?.rule, 'transfer.letter-validity')
  const late = { ...brought, name: '孙迟', letterOn: '2026-05-01' }
  const { answer } = await ask(organizer, contract.acceptTransfer, {
    params: { unit: branch.id },
    body: { ...late, ...person, acceptedOn: '2026-11-10', groupId: null },
  })
  assert.equal(answer.valid, false)
})

test('a plain member sees no one else’s transfer', async () => {
  assert.equal((await ask(member, contract.listTransfers, { params: { unit: branch.id } })).status, 403)
})
