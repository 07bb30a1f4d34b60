import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleOrgan } from '../example/testing.ts'
import type { Endpoint, Input } from '../http/endpoint.ts'
import { addStep, openNeed, readNeed, receiveNeed } from './contract.ts'
import * as sealed from './sealed-contract.ts'

const organ = await exampleOrgan()
const ask = async <E extends Endpoint>(who: string, endpoint: E, input: Input<E>, on?: string) =>
  (await organ.as(who, on)).ask(endpoint, input)
const call = {
  channel: 'call' as const,
  receivedOn: '2026-11-20',
  line: '丈夫酒后动手，她想知道怎么办',
  category: 'violence' as const,
  area: '云岭街道',
  facts: '昨夜第三次，邻居报过警。',
}
const received = async (more: object = {}) =>
  (await ask('林知夏', receiveNeed, { body: { ...call, ...more } })).id
const seen = (who: string, need: string) => ask(who, readNeed, { params: { need } })
const letIn = async (who: string, need: string, whom: string, ground: 'urgent' | null = null) => {
  const { version } = await seen(who, need)
  return ask(who, sealed.letIn, { params: { need }, body: { personId: organ.person(whom), ground, version } })
}
const leaveOut = async (who: string, need: string, whom: string) => {
  const { version, knowers } = await seen(who, need)
  const knower = knowers.find(({ name, until }) => name === whom && until === null)?.id ?? crypto.randomUUID()
  return ask(who, sealed.leaveOut, { params: { need, knower }, body: { version } })
}
const open = (who: string, need: string) =>
  ask(who, openNeed, { params: { need }, body: { ground: 'handling' } })

test('an opening holds for half an hour for the one who opened, and for nobody else', async () => {
  const need = await received()
  await letIn('林知夏', need, '邱志成')
  assert.equal((await seen('林知夏', need)).words, null)
  const opened = await open('林知夏', need)
  assert.equal(opened.words?.facts, call.facts)
  assert.ok(opened.openedUntil)

  const again = await seen('林知夏', need)
  assert.deepEqual([again.words?.facts, again.category, again.area], [call.facts, 'violence', '云岭街道'])
  assert.equal((await seen('邱志成', need)).words, null)

  await superuser(`update sealed_opening set at = at - interval '31 minutes' where need_id = '${need}'`)
  const later = await seen('林知夏', need)
  assert.deepEqual([later.words, later.openedUntil, later.openings.length], [null, null, 1])
})

test('who knows lets others in and leaves them out; each stands on the record', async () => {
  const need = await received()
  await letIn('林知夏', need, '邱志成')
  await ask('邱志成', addStep, {
    params: { need },
    body: { text: '已陪同就医', onDay: '2026-11-20', version: (await seen('邱志成', need)).version },
  })
  await leaveOut('林知夏', need, '邱志成')
  await assert.rejects(seen('邱志成', need), /没有这件需求/)
  const told = await seen('林知夏', need)
  assert.deepEqual(
    told.steps.map(({ kind, toName }) => [kind, toName]),
    [
      ['received', null],
      ['let-in', '邱志成'],
      ['noted', null],
      ['left-out', '邱志成'],
    ],
  )
  assert.deepEqual(
    new Map(told.knowers.map(({ name, until }) => [name, until])),
    new Map([
      ['林知夏', null],
      ['邱志成', '2026-11-20'],
    ]),
  )
})

test('who leads the desk lets herself in only with a ground, which stands with the openings', async () => {
  const need = await received()
  assert.equal((await seen('孟庆芝', need)).knows, false)
  await assert.rejects(letIn('孟庆芝', need, '孟庆芝'), /让自己知悉要选一个理由/)
  await letIn('孟庆芝', need, '孟庆芝', 'urgent')
  const told = await seen('孟庆芝', need)
  assert.equal(told.words?.facts, call.facts)
  assert.deepEqual(
    told.openings.map(({ readerName, ground }) => [readerName, ground]),
    [['孟庆芝', 'urgent']],
  )
  assert.deepEqual([told.steps.at(-1)?.kind, told.steps.at(-1)?.toName], ['let-in', '孟庆芝'])
})

test('she may also let in another without knowing a word herself', async () => {
  const need = await received()
  await letIn('孟庆芝', need, '苏婉清')
  assert.equal((await seen('孟庆芝', need)).knows, false)
  assert.equal((await open('苏婉清', need)).words?.facts, call.facts)
})

test('who neither knows nor leads lets nobody in; the last who knows stays, and nobody is let in twice', async () => {
  const need = await received()
  await assert.rejects(letIn('邱志成', need, '邱志成', 'urgent'), /没有这件需求/)
  await assert.rejects(leaveOut('林知夏', need, '林知夏'), /知悉的只剩这一位/)
  await assert.rejects(letIn('林知夏', need, '林知夏', 'urgent'), /已经在知悉范围内/)
  await letIn('林知夏', need, '邱志成')
  await leaveOut('林知夏', need, '林知夏')
  // She received it, so she still sees that it is there.
  assert.equal((await seen('林知夏', need)).knows, false)
})

test('an ordinary matter is laid apart whole, and those who handle it know it from then on', async () => {
  const need = await received({ category: 'marriage' })
  const step = { text: '她说出了真正的情况：被打。', onDay: '2026-11-20', version: 1 }
  await ask('邱志成', addStep, { params: { need }, body: step })
  await ask('邱志成', sealed.sealNeed, { params: { need }, body: { version: 2 } })

  await assert.rejects(seen('苏婉清', need), /没有这件需求/)
  const masked = await seen('邱志成', need)
  assert.deepEqual(
    [masked.sensitive, masked.words, masked.category, masked.area, masked.knows],
    [true, null, null, null, true],
  )
  const opened = await open('邱志成', need)
  assert.deepEqual([opened.words?.facts, opened.category, opened.area], [call.facts, 'marriage', '云岭街道'])
  assert.deepEqual(
    opened.steps.map(({ kind, text }) => [kind, text]),
    [
      ['received', null],
      ['noted', step.text],
      ['sealed', null],
    ],
  )
  const { rows } = await superuser(
    `select n.content, n.category, n.area, (select count(*)::int from need_step where need_id = n.id and content is not null) as left
     from need n where id = '${need}'`,
  )
  assert.deepEqual(rows, [{ content: null, category: null, area: null, left: 0 }])
  await assert.rejects(ask('邱志成', sealed.sealNeed, { params: { need }, body: { version: 3 } }), /已经封存/)
})

test('a member who only brought it does not lay it apart', async () => {
  const need = await received({ category: 'marriage' })
  await assert.rejects(ask('林知夏', sealed.sealNeed, { params: { need }, body: { version: 1 } }), /由承办人/)
})

const order = {
  kind: 'protection-order' as const,
  office: '云岭区人民法院',
  applicant: 'herself' as const,
  appliedOn: '2026-11-18',
  acceptedOn: '2026-11-19',
  urgent: true,
  madeOn: null,
  refusedOn: null,
  until: null,
  renewalOn: null,
  visitedOn: null,
  nextOn: null,
  receipt: '',
  note: '',
}
const newest = async (who: string, need: string) => {
  const { measures, dueOn, version } = await seen(who, need)
  return { measure: measures.at(-1), dueOn, version }
}

test('a protection order has its days: the court decides, it ends, it is renewed in time', async () => {
  const need = await received()
  await letIn('林知夏', need, '邱志成')
  await open('邱志成', need)
  const add = async (words: typeof order) =>
    ask('邱志成', sealed.addMeasure, {
      params: { need },
      body: { words, version: (await seen('邱志成', need)).version },
    })
  await add(order)
  const asked = await newest('邱志成', need)
  assert.deepEqual([asked.measure?.words.office, asked.measure?.dueOn], ['云岭区人民法院', '2026-11-20'])

  const change = async (words: object) =>
    ask('邱志成', sealed.changeMeasure, {
      params: { need, measure: asked.measure!.id },
      body: { words: { ...order, ...words }, version: (await seen('邱志成', need)).version },
    })
  await assert.rejects(
    change({ madeOn: '2026-11-20', until: '2027-05-21' }),
    /最长六个月.*2027-05-20.*第三十条/,
  )
  await change({ madeOn: '2026-11-20', until: '2027-05-20' })
  assert.equal((await newest('邱志成', need)).measure?.dueOn, '2027-04-20')
  await change({ refusedOn: '2026-11-20' })
  assert.equal((await newest('邱志成', need)).measure?.dueOn, '2026-11-25')

  const { rows } = await superuser(`select a::text as text from audit a where table_name = 'sealed_measure'`)
  assert.ok(rows.length > 0 && !rows.some(({ text }) => text.includes('法院')))
})

test('what was put away is there for who leads the desk alone, and is destroyed after its time', async () => {
  const need = await received()
  await letIn('孟庆芝', need, '孟庆芝', 'urgent')
  const keep = (who: string, version: number, on?: string) =>
    ask(who, sealed.putAway, { params: { need }, body: { version } }, on)
  await assert.rejects(keep('孟庆芝', 2), /办结以后才能转入保管/)
  await superuser(
    `update need set state = 'closed', owner_id = received_by, owner_name = 'x', outcome = 'resolved',
       resolved_on = '2026-11-20', told_on = '2026-11-20', closed_on = '2026-11-20' where id = '${need}'`,
  )
  await keep('孟庆芝', 2)
  const away = await seen('孟庆芝', need)
  assert.deepEqual([away.sealedOn, away.keepUntil], ['2026-11-20', '2036-12-31'])
  assert.equal((await open('孟庆芝', need)).words?.facts, call.facts)
  await assert.rejects(open('林知夏', need), /不在知悉范围/)

  const destroy = (witness: string, on: string) =>
    ask(
      '孟庆芝',
      sealed.destroyNeed,
      {
        params: { need },
        body: { witnessId: organ.person(witness), version: 3 },
      },
      on,
    )
  await assert.rejects(destroy('邱志成', '2026-11-20'), /保管到 2036-12-31/)
  await superuser(`update sealed_case set keep_until = '2026-11-19' where need_id = '${need}'`)
  await assert.rejects(destroy('孟庆芝', '2026-11-20'), /监销人要另选/)
  await destroy('邱志成', '2026-11-20')

  const gone = await seen('孟庆芝', need)
  assert.deepEqual([gone.words, gone.knows], [null, false])
  assert.deepEqual(gone.destroyed, {
    on: '2026-11-20',
    keptUntil: '2026-11-19',
    byName: '孟庆芝',
    witnessName: '邱志成',
    texts: 1,
    files: 0,
  })
  for (const table of ['sealed_case', 'sealed_text', 'sealed_measure', 'need_file'])
    assert.equal((await superuser(`select from ${table} where need_id = '${need}'`)).rowCount, 0, table)
})

test('masked, a matter does not lead to the visit on which she was met', async () => {
  const { rows } = await superuser(
    `select id from visit where stage = 'held' and recorded_by = '${organ.person('林知夏')}' limit 1`,
  )
  const visitId: string = rows[0].id
  const need = await received({ channel: 'visit', visitId })
  assert.equal((await seen('孟庆芝', need)).visitId, null)
  await open('林知夏', need)
  assert.equal((await seen('林知夏', need)).visitId, visitId)
})

async function superuser(query: string) {
  const { Client } = await import('pg')
  const client = new Client({ connectionString: organ.url })
  await client.connect()
  try {
    return await client.query(query)
  } finally {
    await client.end()
  }
}
