import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { readNeed, receiveNeed } from './contract.ts'
import { desk } from './fixtures/desk.ts'
import * as contract from './handling-contract.ts'
import { AGENCIES } from './kinds.ts'

const { organ, ask, call, received, handledBy, version } = await desk()
const of = (need: string) => ({ params: { need } })
const kindsOf = async (who: string, id: string) =>
  (await ask(who, readNeed, of(id))).steps.map(({ kind, toName }) => [kind, toName])

test('who handles at the desk takes a matter, who leads assigns it, and the owner hands it on', async () => {
  const id = await received('R2')
  const assign = async (who: string, to: string) =>
    ask(who, contract.assignNeed, {
      ...of(id),
      body: { personId: organ.person(to), version: await version(who, id) },
    })

  await assert.rejects(assign('林知夏', '林知夏'), /不在接待部门任职/)
  await assert.rejects(assign('邱志成', '苏婉清'), /由承办人自己移交/)
  await assign('邱志成', '邱志成')
  await assert.rejects(assign('邱志成', '邱志成'), /已经是承办人/)
  await assign('邱志成', '苏婉清')
  await assign('孟庆芝', '邱志成')

  const need = await ask('邱志成', readNeed, of(id))
  assert.deepEqual([need.ownerName, need.state], ['邱志成', 'handling'])
  assert.deepEqual(await kindsOf('邱志成', id), [
    ['received', null],
    ['assigned', '邱志成'],
    ['assigned', '苏婉清'],
    ['assigned', '邱志成'],
  ])
})

test('of two who take the same matter at once, the second is told that it has changed', async () => {
  const id = await received('R2')
  const seen = await version('邱志成', id)
  await ask('邱志成', contract.assignNeed, {
    ...of(id),
    body: { personId: organ.person('邱志成'), version: seen },
  })
  const late = ask('苏婉清', contract.assignNeed, {
    ...of(id),
    body: { personId: organ.person('苏婉清'), version: seen },
  })
  await assert.rejects(late, /别人更新过/)
})

test('a helper joins and leaves; while she helps she sees the matter', async () => {
  const { id } = await ask('苏婉清', receiveNeed, { body: call })
  await assert.rejects(ask('戚雨桐', readNeed, of(id)), /没有这件需求/)
  const body = { personId: organ.person('戚雨桐'), version: 1 }
  await ask('苏婉清', contract.addHelper, { ...of(id), body })
  await assert.rejects(
    ask('苏婉清', contract.addHelper, { ...of(id), body: { ...body, version: 2 } }),
    /已经在承办或协办/,
  )
  const need = await ask('戚雨桐', readNeed, of(id))
  const params = { need: id, helper: need.helpers[0]!.id }
  await ask('戚雨桐', contract.removeHelper, { params, body: { version: need.version } })
  await assert.rejects(ask('戚雨桐', readNeed, of(id)), /没有这件需求/)
  assert.deepEqual((await kindsOf('苏婉清', id)).slice(1), [
    ['helper-joined', '戚雨桐'],
    ['helper-left', '戚雨桐'],
  ])
})

test('whoever is not let in to a sensitive matter neither owns it nor helps with it', async () => {
  const { id } = await ask('苏婉清', receiveNeed, { body: { ...call, category: 'violence' } })
  const body = { personId: organ.person('邱志成'), version: 1 }
  for (const endpoint of [contract.assignNeed, contract.addHelper])
    await assert.rejects(ask('苏婉清', endpoint, { ...of(id), body }), /准许知悉/)
  await assert.rejects(ask('孟庆芝', contract.assignNeed, { ...of(id), body }), /准许知悉/)
  await ask('苏婉清', contract.assignNeed, {
    ...of(id),
    body: { personId: organ.person('苏婉清'), version: 1 },
  })
  assert.equal((await ask('孟庆芝', readNeed, of(id))).ownerName, '苏婉清')
})

test('the owner with an interest steps back and hands on in one act; the matter does not come back to her', async () => {
  const id = await handledBy('邱志成')
  const recuse = async (who: string, to: string) =>
    ask(who, contract.recuseFromNeed, {
      ...of(id),
      body: {
        personId: organ.person(to),
        reason: '公司的人事主管是我的亲属。',
        version: await version(who, id),
      },
    })
  await assert.rejects(recuse('苏婉清', '邱志成'), /只有承办人自己/)
  await recuse('邱志成', '苏婉清')
  const need = await ask('苏婉清', readNeed, of(id))
  const last = need.steps.at(-1)
  assert.deepEqual(
    [need.ownerName, last?.kind, last?.byName, last?.toName],
    ['苏婉清', 'recused', '邱志成', '苏婉清'],
  )
  const back = { personId: organ.person('邱志成'), version: need.version }
  await assert.rejects(ask('孟庆芝', contract.assignNeed, { ...of(id), body: back }), /已经回避/)
  await assert.rejects(ask('孟庆芝', contract.addHelper, { ...of(id), body: back }), /已经回避/)
})

const letter = {
  agency: 'human-resources' as const,
  office: '市人社局劳动保障监察支队',
  asks: '请依法核查拖欠产假工资一事，并告知处理结果',
  gives: ['name' as const, 'contact' as const, 'facts' as const],
  basis: 'agreed' as const,
  sentOn: '2026-11-19',
  dueOn: '2026-12-04',
}

test('a referral is sent, accepted and answered as the other office told us, and says what of her was given away', async () => {
  const id = await handledBy('邱志成')
  const at = async () => ({ ...of(id), version: await version('邱志成', id) })
  const send = async (more: object = {}) => {
    const { version: now, ...params } = await at()
    return ask('邱志成', contract.referNeed, { ...params, body: { ...letter, ...more, version: now } })
  }
  await assert.rejects(send({ sentOn: '2026-11-21' }), /在今天之后/)
  await assert.rejects(send({ dueOn: '2026-11-01' }), /在转出日期之前/)
  await send()
  const sent = await ask('邱志成', readNeed, of(id))
  assert.deepEqual([sent.dueOn, sent.referrals[0]?.words?.office], ['2026-12-04', letter.office])
  assert.equal(
    sent.steps.at(-1)?.text,
    '市人社局劳动保障监察支队：请依法核查拖欠产假工资一事，并告知处理结果。提供：姓名、联系方式、情况（本人同意）。',
  )
  const reply = async (kind: contract.Reply, text: string, onDay = '2026-11-20') =>
    ask('邱志成', contract.recordReply, {
      params: { need: id, referral: sent.referrals[0]!.id },
      body: { reply: kind, text, onDay, version: await version('邱志成', id) },
    })
  await assert.rejects(reply('answered', ''), /原话要点/)
  await assert.rejects(reply('accepted', '', '2026-11-18'), /在转出之前/)
  await reply('accepted', '')
  await reply('answered', '已责令企业七日内支付。')
  await assert.rejects(reply('objected', '不归我们管。'), /已经有了结果/)
  const answered = await ask('邱志成', readNeed, of(id))
  assert.deepEqual(
    [answered.referrals[0]?.state, answered.referrals[0]?.words?.reply, answered.referrals[0]?.settledOn],
    ['answered', '已责令企业七日内支付。', '2026-11-20'],
  )
})

test('the office of a sensitive matter stands with its words alone', async () => {
  const { id } = await ask('苏婉清', receiveNeed, { body: { ...call, category: 'violence' } })
  await ask('苏婉清', contract.referNeed, { ...of(id), body: { ...letter, agency: 'police', version: 1 } })
  const server = new Client({ connectionString: organ.url })
  await server.connect()
  const { rows } = await server.query('select agency, content from need_referral where need_id = $1', [id])
  await server.end()
  assert.deepEqual(rows, [{ agency: null, content: null }])
  const masked = await ask('孟庆芝', readNeed, of(id))
  assert.deepEqual([masked.referrals, masked.steps], [[], []])
})

test('where an office does not act, the federation puts its opinion on record', async () => {
  const id = await handledBy('邱志成')
  await ask('邱志成', contract.referNeed, {
    ...of(id),
    body: { ...letter, version: await version('邱志成', id) },
  })
  const { referrals, version: now } = await ask('邱志成', readNeed, of(id))
  const params = { need: id, referral: referrals[0]!.id }
  const body = { text: '请依法核查并书面答复处理情况。', onDay: '2026-11-20', version: now }
  await ask('邱志成', contract.urgeAgency, { params, body })
  const { steps } = await ask('邱志成', readNeed, of(id))
  assert.deepEqual(steps.at(-1)?.text, '市人社局劳动保障监察支队：请依法核查并书面答复处理情况。')
})

test('every office that a matter is referred to has its name', () => {
  assert.equal(new Set(AGENCIES).size, AGENCIES.length)
})
