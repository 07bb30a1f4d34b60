import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from '../documents/fixtures/text.ts'
import * as contract from './contract.ts'
import { changesWorld } from './fixtures/world.ts'

const world = await changesWorld()
const { ask, organizer, member, branch, clock, probationary, standing } = world
const params = { person: probationary.person }

const handed = (more: object = {}) => ({
  params,
  body: {
    beganOn: '2025-10-10',
    appliedOn: '2026-09-28',
    groupOpinionOn: '2026-10-08',
    contactsOpinionOn: null,
    publicityFrom: null,
    publicityTo: null,
    version: 0,
    ...more,
  },
})
const decide = (meetingId: string, version: number, more: object = {}) =>
  ask(organizer, contract.decideProbation, {
    params,
    body: { meetingId, resolution: 1, outcome: 'convert', extendedTo: null, version, ...more },
  })

test('a probation goes from the papers to the roster: extended once, never twice, then converted', async () => {
  clock.today = '2026-10-20'
  const { answer: prepared } = await ask(organizer, contract.prepareConversion, handed())
  assert.equal(prepared.endsOn, '2026-10-10')
  assert.equal(prepared.state, 'ended')

  const early = await world.resolved('2026-10-09', '同意新晓晨按期转正')
  assert.match((await decide(early.id, 1)).refusal.message, /2026-10-10 才满.*早了 1 天/)
  const lost = await world.resolved('2026-10-12', '同意新晓晨按期转正', 14)
  const turned = await decide(lost.id, 1)
  assert.equal(turned.status, 422)
  assert.deepEqual(turned.refusal.because?.numbers, { entitled: 29, approve: 14 })

  const longer = await world.resolved('2026-10-16', '新晓晨预备期延长六个月')
  const wrong = await decide(longer.id, 1, { outcome: 'extend', extendedTo: '2027-04-09' })
  assert.match(wrong.refusal.message, /2027-04-10 至 2027-10-10/)
  const { answer: decided } = await decide(longer.id, 1, { outcome: 'extend', extendedTo: '2027-04-10' })
  assert.equal(decided.state, 'decided')
  const sent = await ask(organizer, contract.submitProbation, {
    params,
    body: { submittedOn: '2026-10-19', version: decided.version },
  })
  assert.equal(sent.answer.approveBy, '2027-01-19')
  clock.today = '2026-11-20'
  const approval = {
    approvedOn: '2026-11-18',
    approvalNumber: '澄直工〔2026〕41号',
    version: sent.answer.version,
  }
  const extended = await ask(organizer, contract.approveProbation, { params, body: approval })
  assert.deepEqual(
    [extended.answer.endsOn, extended.answer.extensions, extended.answer.state],
    ['2027-04-10', 1, 'running'],
  )
  assert.equal((await standing(probationary.person)).length, 1, 'an extension leaves her on probation')
  const told = await ask(organizer, contract.downloadConversionPaper, {
    params: { ...params, paper: 'notice' },
  })
  assert.match(textOf(told.answer as never).join('\n'), /延长预备期至2027年4月10日.*澄直工〔2026〕41号/s)

  clock.today = '2027-04-30'
  const again = await ask(
    organizer,
    contract.prepareConversion,
    handed({ appliedOn: '2027-04-02', version: 1 }),
  )
  assert.equal(again.answer.endsOn, '2027-04-10', 'the end of an extension is not reckoned anew')
  const meeting = await world.resolved('2027-04-20', '同意新晓晨转为正式党员')
  const twice = await decide(meeting.id, 2, { outcome: 'extend', extendedTo: '2027-11-10' })
  assert.equal(twice.refusal.because?.rule, 'probation.extensions')
  await decide(meeting.id, 2)
  await ask(organizer, contract.submitProbation, { params, body: { submittedOn: '2027-04-21', version: 3 } })
  const done = await ask(organizer, contract.approveProbation, {
    params,
    body: { approvedOn: '2027-04-28', approvalNumber: null, version: 4 },
  })

  assert.equal(done.answer.state, 'approved')
  const rows = await standing(probationary.person)
  assert.deepEqual(
    rows.map(({ status, since, until }) => [status, since, until]),
    [
      ['probationary', '2020-01-01', '2027-04-19'],
      ['full', '2027-04-20', null],
    ],
  )
  const request = await ask(organizer, contract.downloadConversionPaper, {
    params: { ...params, paper: 'request' },
  })
  const text = textOf(request.answer as never).join('\n')
  assert.match(text, /关于新晓晨同志.*转为正式党员的请示/s)
  assert.match(text, /赞成20票/)
  assert.match(text, /培养联系人提出意见的日子是〔未记〕/)
})

test('a plain member neither lists nor leads probations', async () => {
  const list = await ask(member, contract.listProbations, { params: { unit: branch.id } })
  assert.equal(list.status, 403)
  assert.equal((await ask(member, contract.readProbation, { params })).status, 403)
})
