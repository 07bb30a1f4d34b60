import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { slipDocx, type TalkRecord, talkRecordDocx } from '../documents/talk-paper.ts'
import { TALK_TAGS } from '../documents/talk-tags.ts'
import type { Talks } from './contract.ts'
import { registerOf } from './papers.ts'

const record: TalkRecord = {
  organName: '示例市妇联',
  unitName: '示例支部',
  talkerName: '林岚',
  partnerName: '何畅',
  kind: '支委与党员',
  heldOn: '2026-11-20',
  place: null,
  cause: '年度谈心',
  text: '谈到接送孩子和值班的冲突。',
  follow: null,
  opinions: [{ speakerName: '何畅', text: '周五不排晚间学习。', note: '未转交' }],
}

const wordsOf = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['word/document.xml']!).replace(/<[^>]*>/g, '')

test('the record of a talk prints what was written, and a gap where nothing was', async () => {
  const words = wordsOf(await talkRecordDocx(record))
  for (const said of ['林岚', '2026年11月20日', record.text!, '1. 何畅：周五不排晚间学习。（未转交）'])
    assert.ok(words.includes(said), said)
  assert.equal(words.match(/〔未记〕/g)?.length, 2)
})

test('a slip carries the speaker’s wording and a place to sign', async () => {
  const words = wordsOf(
    await slipDocx({
      unitName: '示例支部',
      speakerName: '何畅',
      heldOn: '2026-11-20',
      wording: '请配打印机。',
    }),
  )
  assert.ok(
    words.includes('请配打印机。') && words.includes('提出人签字') && words.includes('不签字的，不转交'),
  )
})

test('a unit’s own template may name every field of the record', () => {
  const told = Object.fromEntries(TALK_TAGS.single.map(({ tag, of }) => [tag, of(record)]))
  assert.deepEqual([told.谈话人, told.地点, told.缘由], ['林岚', '〔未记〕', '年度谈心'])
  assert.deepEqual(TALK_TAGS.repeated[0]?.rows(record), [
    { 序号: '1', 提出人: '何畅', 内容: '周五不排晚间学习。', 办理: '未转交' },
  ])
})

test('the sheet tells who, with whom and when, what is planned and what is lacking', () => {
  const person = (id: string, committee: boolean) => ({
    id,
    name: id,
    initials: '',
    groupName: null,
    committee,
    counts: true,
  })
  const talk = (partnerId: string, stage: 'planned' | 'held') => ({
    id: partnerId,
    talkerId: '林岚',
    talkerName: '林岚',
    partnerId,
    partnerName: partnerId,
    kind: 'committee-member' as const,
    stage,
    plannedBy: stage === 'planned' ? '2026-11-30' : null,
    heldOn: stage === 'held' ? '2026-11-20' : null,
    recordedOn: stage === 'held' ? '2026-11-21' : null,
    version: 1,
  })
  const shown: Talks = {
    unitId: crypto.randomUUID(),
    unitName: '示例支部',
    year: 2026,
    reading: 'person',
    people: [person('林岚', true), person('何畅', false), person('白露', false)],
    talks: [talk('何畅', 'held'), talk('白露', 'planned')],
    clauses: {},
    matters: null,
  }
  const { rows, matrix, needs } = registerOf(shown, '示例市妇联')
  assert.deepEqual(
    rows.map(({ partnerName, heldOn }) => [partnerName, heldOn]),
    [['何畅', '2026-11-20']],
  )
  assert.deepEqual(matrix[0], { name: '林岚', post: '支委', cells: ['—', '11.20', '已安排'] })
  assert.deepEqual(
    needs.map(({ needed, done, lacking }) => [needed, done, lacking]),
    [
      ['0 对', '0 对', ''],
      ['2 人', '1 人', '白露'],
      ['2 人', '0 人', '何畅、白露'],
    ],
  )
})
