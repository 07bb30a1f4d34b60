import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AnalysisPaper, analysisDocx, analysisPaperName } from './analysis-paper.ts'
import { textOf } from './fixtures/text.ts'

const data: AnalysisPaper = {
  organName: '示例市妇联',
  unitName: '第二党小组',
  name: '许文静',
  periodName: '2026年',
  doneOn: '2026-11-20',
  parts: [
    { heading: '联系群众', text: '七件里有六件三天内回了。\n剩下一件问了三个部门。' },
    { heading: '今后打算', text: '' },
  ],
  opinions: [{ unitName: '第二党小组', text: '那一件组里一起跑。', byName: '江河清', givenOn: '2026-11-21' }],
}

test('the paper says whose it is, of which period, what she wrote, and what was answered, and nothing else', async () => {
  assert.deepEqual(
    (await textOf(await analysisDocx(data))).filter((line) => line !== ''),
    [
      '党性分析材料',
      '（2026年）',
      '第二党小组　许文静',
      '一、联系群众',
      '七件里有六件三天内回了。',
      '剩下一件问了三个部门。',
      '二、今后打算',
      '〔未记〕',
      '许文静',
      '2026年11月20日',
      '第二党小组意见',
      '那一件组里一起跑。',
      '江河清',
      '2026年11月21日',
    ],
  )
  assert.equal(analysisPaperName(data), '许文静2026年党性分析材料')
})

test('a draft of her own leaves the day open', async () => {
  const draft = await analysisDocx({ ...data, doneOn: null, opinions: [] })
  assert.equal(textOf(draft).at(-1), '〔未记〕')
})
