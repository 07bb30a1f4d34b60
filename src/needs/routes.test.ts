import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleOrgan } from '../example/testing.ts'
import type { Endpoint, Input } from '../http/endpoint.ts'
import { addStep, openNeed, readNeed, receiveNeed } from './contract.ts'

const organ = await exampleOrgan()

/** Asks as this person, whoever asked before. */
const ask = async <E extends Endpoint>(who: string, endpoint: E, input: Input<E>) =>
  (await organ.as(who)).ask(endpoint, input)

const call = {
  channel: 'call' as const,
  receivedOn: '2026-11-20',
  line: '离职时公司不给结算产假工资',
  category: 'labour' as const,
  facts: '产假结束后被要求离职，最后两个月工资没有结清。',
  asker: { name: '来电人甲', phone: '', note: '' },
}

test('a member takes a call; who handles matters at the desk reads it and writes what she did', async () => {
  const { id, number } = await ask('林知夏', receiveNeed, { body: call })
  assert.match(number, /^〔2026〕\d+$/)

  const need = await ask('邱志成', readNeed, { params: { need: id } })
  assert.equal(need.words?.facts, call.facts)
  await ask('邱志成', addStep, {
    params: { need: id },
    body: { text: '已电话联系公司人事。', onDay: '2026-11-20', version: need.version },
  })
  const after = await ask('邱志成', readNeed, { params: { need: id } })
  assert.deepEqual(
    after.steps.map(({ kind, text }) => [kind, text]),
    [
      ['received', null],
      ['noted', '已电话联系公司人事。'],
    ],
  )
})

test('what is sent twice is one matter', async () => {
  const id = crypto.randomUUID()
  const first = await ask('林知夏', receiveNeed, { body: { ...call, id } })
  const second = await ask('林知夏', receiveNeed, { body: { ...call, id } })
  assert.deepEqual(first, second)
})

test('of a sensitive matter who leads the desk sees that it is there and no word; the receiver opens it with a reason', async () => {
  const { id } = await ask('林知夏', receiveNeed, { body: { ...call, category: 'violence' } })

  const masked = await ask('孟庆芝', readNeed, { params: { need: id } })
  assert.deepEqual([masked.words, masked.category, masked.area, masked.knows], [null, null, null, false])
  await assert.rejects(ask('邱志成', readNeed, { params: { need: id } }), /没有这件需求/)
  await assert.rejects(ask('孟庆芝', openNeed, { params: { need: id }, body: { ground: 'urgent' } }), /封存/)

  const opened = await ask('林知夏', openNeed, { params: { need: id }, body: { ground: 'handling' } })
  assert.equal(opened.words?.facts, call.facts)
  assert.equal(opened.openings.length, 1)
  const again = await ask('林知夏', readNeed, { params: { need: id } })
  assert.deepEqual(
    again.openings.map(({ readerName, ground }) => [readerName, ground]),
    [['林知夏', 'handling']],
  )
})
