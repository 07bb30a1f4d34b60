import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from './fixtures/text.ts'
import type { PetitionData, PetitionPaper } from './petition.ts'
import { petitionDocx, petitionName } from './petition-paper.ts'

const bare: PetitionData = {
  unitName: '某某市妇女联合会',
  number: '〔2026〕12',
  name: null,
  receivedOn: '2026-11-02',
  channel: '来信',
  acceptedOn: '2026-11-10',
  dueOn: '2027-01-09',
  extendedUntil: null,
  extensionReason: null,
  approvedBy: null,
  owner: '邱志成',
  office: null,
  passedOn: true,
  claim: null,
  facts: null,
  opinion: null,
  basis: null,
  on: '2026-11-12',
}
const read = async (paper: PetitionPaper, more: Partial<PetitionData> = {}) =>
  textOf(await petitionDocx(paper, { ...bare, ...more })).join('\n')

test('the notice of acceptance names the days that bind us and the way of review', async () => {
  const text = await read('acceptance', { name: '曹女士' })
  assert.match(text, /曹女士：/)
  assert.match(text, /自2026年11月10日起受理/)
  assert.match(text, /即2027年1月9日前/)
  assert.match(text, /三十日内请求上一级机关、单位复查/)
})

test('passed on and not taken up are two papers; to whom nobody recorded stays a gap', async () => {
  assert.match(await read('passing-on'), /已转送〔未记〕办理/)
  const not = await read('passing-on', { passedOn: false, office: '云岭县农业农村局' })
  assert.match(not, /不予受理。请向有权处理的机关、单位提出：云岭县农业农村局/)
  assert.equal(petitionName('passing-on', { ...bare, passedOn: false }), '信访事项不予受理告知书〔2026〕12')
})

test('the opinion has its four parts, each from the record or a gap', async () => {
  const text = await read('opinion', { claim: '要回承包地。' })
  for (const part of ['一、请求', '二、事实和理由', '三、处理意见', '四、法律依据'])
    assert.match(text, new RegExp(part))
  assert.match(text, /要回承包地。/)
  assert.equal(text.match(/〔未记〕/g)?.length, 5)
})
