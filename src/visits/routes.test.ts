import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleOrgan } from '../example/testing.ts'
import type { Endpoint, Input } from '../http/endpoint.ts'
import { listCadres, readNeed, receiveNeed } from '../needs/contract.ts'
import * as contract from './contract.ts'

const organ = await exampleOrgan()

/** Asks as this person, whoever asked before. */
const ask = async <E extends Endpoint>(who: string, endpoint: E, input: Input<E>) =>
  (await organ.as(who)).ask(endpoint, input)

const { cadres } = await ask('林知夏', listCadres, {})
const idOf = (name: string) => cadres.find((cadre) => cadre.name === name)!.id

const drafted = (more: Partial<contract.VisitDraft> = {}): contract.VisitDraft => ({
  id: crypto.randomUUID(),
  pointId: null,
  place: '沿河社区居民议事厅',
  heldOn: '2026-11-18',
  visitors: [idOf('林知夏'), idOf('邱志成')],
  whom: '几位带孩子的妈妈',
  seen: '放学后到六点没有人照看孩子。',
  done: '说了社区托管班的报名办法。',
  promises: [
    { id: crypto.randomUUID(), what: '问清楚托管班还有没有名额', dueOn: '2026-11-25', ownerId: null },
  ],
  consent: 'given',
  version: null,
  ...more,
})

const record = (who: string, ...drafts: contract.VisitDraft[]) =>
  ask(who, contract.recordVisits, { body: { drafts } })
const read = (who: string, visit: string) => ask(who, contract.readVisit, { params: { visit } })

test('a visit is read by who made it and by who arranges the contacts, and by nobody else', async () => {
  const draft = drafted()
  await record('林知夏', draft)

  for (const who of ['林知夏', '邱志成', '顾明漪', '沈静澜']) {
    const visit = await read(who, draft.id)
    assert.equal(visit.words?.seen, draft.seen)
    assert.equal(visit.promises[0]?.what, '问清楚托管班还有没有名额')
  }
  await assert.rejects(read('白玉洁', draft.id), /没有这次走访/)
  const { visits } = await ask('白玉洁', contract.listVisits, { query: { scope: 'all' } })
  assert.ok(!visits.some(({ id }) => id === draft.id))
})

test('a draft sent twice is one visit, and a correction by her companion is read by both', async () => {
  const draft = drafted()
  const first = await record('林知夏', draft)
  assert.deepEqual(await record('林知夏', draft), first)

  const corrected = { ...draft, done: '当场打了电话。', promises: [], version: 1 }
  assert.deepEqual((await record('邱志成', corrected)).visits, [{ id: draft.id, version: 2 }])
  const visit = await read('林知夏', draft.id)
  assert.deepEqual(
    [visit.words?.done, visit.promises.length, visit.recordedByName],
    ['当场打了电话。', 0, '林知夏'],
  )
  await assert.rejects(record('林知夏', { ...draft, seen: '别的', version: 1 }), /别人更新过/)
  await assert.rejects(record('顾明漪', { ...draft, seen: '别的', version: 2 }), /更正/)
})

test('what cannot be is refused in words, with the field', async () => {
  await assert.rejects(record('林知夏', drafted({ heldOn: '2026-12-24' })), /在今天之后/)
  await assert.rejects(record('林知夏', drafted({ place: null })), /还没有写走访的地方/)
  await assert.rejects(record('林知夏', drafted({ pointId: crypto.randomUUID() })), /没有这个联系点/)
  await assert.rejects(record('林知夏', drafted({ visitors: [crypto.randomUUID()] })), /机关干部名单/)
  await assert.rejects(record('林知夏', drafted({ consent: 'refused' })), /不写见了谁/)
})

test('a planned visit becomes a held one; who told of it has recorded it', async () => {
  const plan = { plannedOn: '2026-12-04', pointId: null, place: '沿河社区', visitors: [idOf('林知夏')] }
  const { id } = await ask('顾明漪', contract.planVisit, { body: plan })
  const planned = await read('林知夏', id)
  assert.deepEqual([planned.stage, planned.words, planned.version], ['planned', null, 1])

  const draft = drafted({ id, visitors: [idOf('林知夏')], version: 1 })
  await record('林知夏', draft)
  const visit = await read('林知夏', id)
  assert.deepEqual(
    [visit.stage, visit.recordedByName, visit.plannedOn, visit.version],
    ['held', '林知夏', '2026-12-04', 2],
  )
  assert.deepEqual((await record('林知夏', draft)).visits, [{ id, version: 2 }])
})

test('a promise is passed on, done and told by its owner, who sees nothing else of the visit', async () => {
  const draft = drafted({ visitors: [idOf('林知夏')] })
  await record('林知夏', draft)
  const promise = draft.promises[0]!.id
  await ask('林知夏', contract.passPromise, {
    params: { promise },
    body: { ownerId: idOf('白玉洁'), version: 1 },
  })
  const own = async () =>
    (await ask('白玉洁', contract.listOwnPromises, {})).promises.find(({ id }) => id === promise)!
  assert.deepEqual([(await own()).what, (await own()).where], ['问清楚托管班还有没有名额', null])

  const keep = (doneOn: string, toldOn: string | null, version: number) =>
    ask('白玉洁', contract.keepPromise, { params: { promise }, body: { doneOn, toldOn, version } })
  await assert.rejects(keep('2026-11-19', '2026-11-18', 2), /告知的日期在办到之前/)
  await keep('2026-11-19', null, 2)
  await keep('2026-11-19', '2026-11-20', 3)
  assert.equal((await own()).toldOn, '2026-11-20')
})

test('where she takes her consent back, what was written of her goes', async () => {
  const draft = drafted()
  await record('林知夏', draft)
  await ask('林知夏', contract.withdrawVisit, {
    params: { visit: draft.id },
    body: { because: 'asked-by-her', version: 1 },
  })
  const visit = await read('林知夏', draft.id)
  assert.deepEqual([visit.stage, visit.words, visit.promises], ['withdrawn', null, []])
  await assert.rejects(record('林知夏', { ...draft, seen: '别的', version: 2 }), /已经撤销/)
})

test('the needs brought home stand on the visit by number, for who may know of them', async () => {
  const draft = drafted()
  await record('林知夏', draft)
  const need = {
    channel: 'visit' as const,
    receivedOn: '2026-11-18',
    line: '孩子放学没人接',
    category: 'education' as const,
  }
  const { id } = await ask('林知夏', receiveNeed, { body: { ...need, visitId: draft.id } })
  const { number } = await ask('林知夏', readNeed, { params: { need: id } })
  const { needs } = await read('林知夏', draft.id)
  assert.deepEqual(needs, [{ id, year: 2026, number, state: 'received' }])
})
