import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleOrgan } from '../example/testing.ts'
import type { Endpoint, Input } from '../http/endpoint.ts'
import * as clocks from './clock-contract.ts'
import { listCadres, openNeed, readNeed, receiveNeed } from './contract.ts'
import { papersOf, petitionData } from './petition.ts'
import { downloadPetitionPaper } from './petition-contract.ts'
import { raiseNeed, recordCall, triageNeed } from './triage-contract.ts'

const organ = await exampleOrgan()

/** Asks as this person, whoever asked before. */
const ask = async <E extends Endpoint>(who: string, endpoint: E, input: Input<E>) =>
  (await organ.as(who)).ask(endpoint, input)

const call = {
  channel: 'call' as const,
  receivedOn: '2026-11-18',
  line: '离职时公司不给结算产假工资',
  category: 'labour' as const,
  facts: '产假结束后被要求离职，最后两个月工资没有结清。',
  asker: { name: '来电人甲', phone: '', note: '' },
}
const received = async (more: object = {}, by = '苏婉清') =>
  (await ask(by, receiveNeed, { body: { ...call, ...more } })).id
const need = (id: string, who = '邱志成') => ask(who, readNeed, { params: { need: id } })
const triaged = async (id: string, body: object, who = '邱志成') => {
  const { version } = await need(id, who)
  return ask(who, triageNeed, {
    params: { need: id },
    body: { level: 'R2', petition: 'no', ...body, version } as Input<typeof triageNeed>['body'],
  })
}
const shown = (id: string, who = '邱志成') => ask(who, clocks.readClocks, { params: { need: id } })
const personId = async (name: string) =>
  (await ask('孟庆芝', listCadres, {})).cadres.find((cadre) => cadre.name === name)!.id

test('triage opens the clocks of level and petition, takes the matter on, and sets the nearest day', async () => {
  const id = await received()
  assert.equal((await need(id)).dueOn, '2026-11-19')
  await triaged(id, { level: 'R2', petition: 'appeal', acceptedOn: '2026-11-20' })

  const after = await need(id)
  assert.deepEqual(
    [after.state, after.level, after.petition, after.ownerName],
    ['handling', 'R2', 'appeal', '邱志成'],
  )
  assert.equal(after.dueOn, '2026-11-23')
  assert.deepEqual(after.steps.map(({ kind }) => kind).sort(), ['assigned', 'received', 'triaged'])
  const { clocks: standing } = await shown(id)
  assert.deepEqual(
    standing.map(({ rule, lastOn, state }) => [rule, lastOn, state]),
    [
      ['triage.rights', '2026-11-23', 'running'],
      ['petition.notice', '2026-12-03', 'running'],
      ['petition.decide', '2027-01-19', 'running'],
    ],
  )
  assert.match(standing[1]!.citation, /《信访工作条例》第二十三条/)
})

test('judged anew, what no longer runs is taken away and what was kept stays', async () => {
  const id = await received()
  await triaged(id, { petition: 'appeal' })
  const { clocks: before, version } = await shown(id)
  const notice = before.find(({ rule }) => rule === 'petition.notice')!
  await ask('邱志成', clocks.keepClock, {
    params: { need: id, clock: notice.id },
    body: { keptOn: '2026-11-20', version },
  })
  await triaged(id, { level: 'R3', petition: 'no' })
  assert.deepEqual(
    (await shown(id)).clocks.map(({ rule, state }) => [rule, state]),
    [['petition.notice', 'kept']],
  )
  assert.equal((await need(id)).dueOn, null)
})

test('a leader gives it to a colleague at the desk; an officer takes it herself, and nobody else', async () => {
  const id = await received()
  const su = await personId('苏婉清')
  await assert.rejects(triaged(id, { ownerId: su }), /由维权部门负责人或分管领导指派/)
  await assert.rejects(triaged(id, { ownerId: await personId('林知夏') }, '孟庆芝'), /接待部门任职/)
  await triaged(id, { ownerId: su }, '孟庆芝')
  assert.equal((await need(id)).ownerName, '苏婉清')
  await assert.rejects(triaged(id, {}, '林知夏'), /没有这件需求|权限|不能/)
})

test('danger waits for a call and is kept by it, also when the receiver recorded it before triage', async () => {
  const id = await received({ danger: true, receivedOn: '2026-11-20' }, '林知夏')
  assert.equal((await need(id, '林知夏')).dueOn, '2026-11-20')
  const { version } = await need(id, '林知夏')
  await ask('林知夏', recordCall, {
    params: { need: id },
    body: { called: 'police', onDay: '2026-11-20', clock: '20:45', note: '派出所已出警。', version },
  })
  await triaged(id, { level: 'R0' })
  const [danger] = (await shown(id)).clocks
  assert.deepEqual([danger?.rule, danger?.state, danger?.ofLaw], ['triage.danger', 'kept', false])
  const { steps } = await need(id)
  assert.equal(steps.find(({ kind }) => kind === 'called')?.text, '20:45 联系110（公安机关）。派出所已出警。')
})

test('a pause stops the time of the desk and not that of the law; taken up again it runs on', async () => {
  const id = await received({ receivedOn: '2026-11-18' })
  await triaged(id, { petition: 'suggestion' })
  const paused = await need(id)
  await ask('邱志成', clocks.pauseNeed, {
    params: { need: id },
    body: { kind: 'waiting', since: '2026-11-19', reason: '等她补工资条。', version: paused.version },
  })
  const states = async () => (await shown(id)).clocks.map(({ rule, state, lastOn }) => [rule, state, lastOn])
  assert.deepEqual(await states(), [
    ['triage.rights', 'paused', null],
    ['petition.notice', 'running', '2026-12-03'],
  ])
  assert.equal((await need(id)).dueOn, '2026-12-03')
  const { version } = await need(id)
  await ask('邱志成', clocks.resumeNeed, { params: { need: id }, body: { until: '2026-11-20', version } })
  assert.deepEqual((await states())[0], ['triage.rights', 'running', '2026-11-24'])
})

test('sixty days may be put off once, by at most thirty, with a head who approved and a reason', async () => {
  const id = await received({ receivedOn: '2026-11-10' })
  await triaged(id, { level: 'R3', petition: 'appeal', acceptedOn: '2026-11-10' })
  const { clocks: standing } = await shown(id)
  const decide = standing.find(({ rule }) => rule === 'petition.decide')!
  assert.deepEqual([decide.lastOn, decide.extendableTo], ['2027-01-09', '2027-02-08'])
  const extend = async (more: object) => {
    const { version } = await need(id)
    return ask('邱志成', clocks.extendClock, {
      params: { need: id, clock: decide.id },
      body: {
        until: '2027-02-08',
        approvedBy: await personId('沈静澜'),
        reason: '需要向两地核实用工情况。',
        ...more,
        version,
      },
    })
  }
  await assert.rejects(extend({ until: '2027-02-09' }), /最多延到 2027-02-08/)
  await assert.rejects(extend({ approvedBy: await personId('苏婉清') }), /须经单位负责人批准/)
  await extend({})
  assert.equal((await shown(id)).clocks.find(({ rule }) => rule === 'petition.decide')?.lastOn, '2027-02-08')
  await assert.rejects(extend({}), /不能延长，或已经延长过/)
})

test('a stuck matter rises to the next post, and not beyond the last', async () => {
  const id = await received({ receivedOn: '2026-11-02' })
  await triaged(id, {})
  const raise = async () => {
    const { version } = await need(id)
    return ask('邱志成', raiseNeed, { params: { need: id }, body: { reason: '公司不回应。', version } })
  }
  await raise()
  assert.equal((await need(id)).raisedTo, 'rights-head')
  await raise()
  assert.equal((await need(id)).raisedTo, 'federation-leader')
  await assert.rejects(raise(), /没有更上一级/)
})

test('the words of triage and of a call in a sensitive matter lie apart, and only who was let in triages it', async () => {
  const id = await received({ category: 'violence', danger: true, receivedOn: '2026-11-20' })
  await assert.rejects(triaged(id, { level: 'R0' }, '孟庆芝'), /不在知悉范围/)
  await triaged(id, { level: 'R0' }, '苏婉清')
  const masked = await need(id, '苏婉清')
  assert.equal(
    masked.steps.every(({ text }) => text === null),
    true,
  )
  const opened = await ask('苏婉清', openNeed, { params: { need: id }, body: { ground: 'handling' } })
  assert.match(opened.steps.find(({ kind }) => kind === 'triaged')?.text ?? '', /^R0/)
})

test('papers are those the petition gives cause for, filled from its record; of a sealed one only once it was opened', async () => {
  const id = await received({ receivedOn: '2026-11-10', wish: '补发两个月工资。' })
  const paper = (kind: 'acceptance' | 'opinion' | 'passing-on', need = id, who = '邱志成') =>
    ask(who, downloadPetitionPaper, { params: { need, paper: kind } })
  await assert.rejects(paper('acceptance'), /现在不需要这份文书/)
  await triaged(id, { petition: 'appeal', acceptedOn: '2026-11-12' })
  assert.deepEqual(papersOf(await need(id)), ['acceptance', 'opinion'])
  const data = petitionData(await need(id), '2026-11-20')
  assert.deepEqual(
    [data.name, data.claim, data.dueOn, data.opinion],
    ['来电人甲', '补发两个月工资。', '2027-01-11', null],
  )
  // A document is no JSON: what comes begins with the mark of a .docx.
  await assert.rejects(paper('opinion'), /"PK/)
  await assert.rejects(paper('passing-on'), /现在不需要这份文书/)

  const apart = await received({ category: 'harassment', receivedOn: '2026-11-10' })
  await triaged(apart, { petition: 'appeal', acceptedOn: '2026-11-12' }, '苏婉清')
  await assert.rejects(paper('acceptance', apart, '苏婉清'), /请先在页面上说明理由打开/)
  await ask('苏婉清', openNeed, { params: { need: apart }, body: { ground: 'handling' } })
  await assert.rejects(paper('acceptance', apart, '苏婉清'), /"PK/)
})
