import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readToday } from '../duties/contract.ts'
import * as closing from './closing-contract.ts'
import { readNeed, receiveNeed } from './contract.ts'
import { desk } from './fixtures/desk.ts'
import { numberOf } from './matter.ts'

const { ask, call, handledBy, version } = await desk()
const of = (need: string) => ({ params: { need } })

/** What 今日 tells somebody of a matter, after its number. */
const told = async (who: string, id: string, on?: string) => {
  const { waiting } = await ask(who, readToday, { query: {} }, on)
  return waiting.filter(({ to }) => to === `/needs/${id}`).map(({ title }) => title)
}
const titleOf = async (id: string, what: string, who = '孟庆芝') =>
  `需求${numberOf(await ask(who, readNeed, of(id)))} ${what}`

test('what she says is not solved stands on 今日 of the owner and the desk until it is taken up again', async () => {
  const id = await handledBy('邱志成')
  const now = async () => ({ version: await version('邱志成', id) })
  const ended = { outcome: 'resolved' as const, text: '已支付。', onDay: '2026-11-20' }
  await ask('邱志成', closing.resolveNeed, { ...of(id), body: { ...ended, ...(await now()) } })
  const phone = { told: 'phone' as const, onDay: '2026-11-20' }
  assert.deepEqual(await told('邱志成', id), [await titleOf(id, '待告知本人')])
  await ask('邱志成', closing.tellResult, { ...of(id), body: { ...phone, ...(await now()) } })
  assert.deepEqual(await told('邱志成', id), [])

  const said = { solved: 'no' as const, satisfied: 'fair' as const, onDay: '2026-11-20' }
  await ask('苏婉清', closing.takeAnswer, { ...of(id), body: { ...said, ...(await now()) } })
  const unsolved = [await titleOf(id, '本人答复没有解决')]
  for (const who of ['邱志成', '苏婉清', '孟庆芝']) assert.deepEqual(await told(who, id), unsolved, who)
  assert.deepEqual(await told('顾明漪', id), [])
  assert.deepEqual(await told('邱志成', id, '2027-01-19'), unsolved)
  assert.deepEqual(await told('邱志成', id, '2027-01-20'), [])

  const body = { text: '只到了一个月。', ...(await now()) }
  await ask('邱志成', closing.reopenNeed, { ...of(id), body })
  assert.ok(!(await told('邱志成', id)).includes(unsolved[0]!))
})

test('of a sensitive matter not yet triaged the head of the desk is told its number alone; who was not let in, nothing', async () => {
  const body = { ...call, receivedOn: '2026-11-20', category: 'violence' as const, danger: true }
  const { id } = await ask('林知夏', receiveNeed, { body })
  assert.deepEqual(await told('孟庆芝', id), [await titleOf(id, '紧急，待联络和分诊')])
  assert.deepEqual(await told('邱志成', id), [])
})
