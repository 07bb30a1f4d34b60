import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { Refused } from '../http/call.ts'
import { refuse } from '../kernel/outcome.ts'
import { errorsIn, errorsOf, refusalIn } from './errors.ts'

const Form = z.strictObject({
  title: z.string().min(1).max(5),
  heldOn: z.iso.date(),
  entitled: z.int().min(0).max(9),
  kinds: z.array(z.enum(['lecture', 'theme-day'])).min(1),
  votes: z.array(z.strictObject({ approve: z.int() })),
  place: z.string().regex(/^\S*$/, '地点中不能有空格'),
})

const filled = {
  title: '例会',
  heldOn: '2026-11-22',
  entitled: 3,
  kinds: ['lecture'],
  votes: [{ approve: 2 }],
  place: '三楼',
}

const errorsWith = (change: object) => errorsIn(Form, { ...filled, ...change })

test('a form that meets the contract has no errors', () => {
  assert.deepEqual(errorsWith({}), {})
})

test('each fault is told in Chinese under the name of its field', () => {
  assert.deepEqual(errorsWith({ title: '' }), { title: '没有填写' })
  assert.deepEqual(errorsWith({ title: '第三季度例会' }), { title: '过长，最多 5 个字' })
  assert.deepEqual(errorsWith({ title: undefined }), { title: '没有填写' })
  assert.deepEqual(errorsWith({ heldOn: '2026-02-30' }), { heldOn: '须是真实的日期，写作 2026-11-22' })
  assert.deepEqual(errorsWith({ entitled: -1 }), { entitled: '不能小于 0' })
  assert.deepEqual(errorsWith({ entitled: 10 }), { entitled: '不能大于 9' })
  assert.deepEqual(errorsWith({ kinds: [] }), { kinds: '至少选 1 项' })
  assert.deepEqual(errorsWith({ kinds: ['talk'] }), { 'kinds.0': '请从给出的选项中选择' })
  assert.deepEqual(errorsWith({ votes: [{ approve: 'x' }] }), { 'votes.0.approve': '请填写数字' })
  assert.deepEqual(errorsWith({ place: '三 楼' }), { place: '地点中不能有空格' })
})

test('a refusal is found in the failed call that carries it, and stands at the field it names', () => {
  const refusal = refuse('invalid', '日期在届满之后。', { field: 'heldOn' })
  assert.deepEqual(refusalIn(new Refused(refusal)), refusal)
  assert.deepEqual(errorsOf(new Refused(refusal)), { heldOn: '日期在届满之后。' })
  assert.deepEqual(errorsOf(new Refused(refuse('conflict', '有人先改了。'))), {})
  assert.equal(refusalIn(new Error('x')), undefined)
})
