import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acting } from '../database/acting.ts'
import { textOf } from '../documents/fixtures/text.ts'
import type { Block, Chapter, YearPaper } from '../documents/year-contract.ts'
import { EVERYTHING } from '../example/hand.ts'
import { exampleOrgan } from '../example/testing.ts'
import { handoversChapters, handoversPapers } from '../handovers/year-jobs.ts'
import { meetingsChapters, meetingsPapers } from './year-jobs.ts'

const example = await exampleOrgan()
const unitId = example.unit('市妇联机关党支部')
const groups = ['第一党小组', '第二党小组', '第三党小组'].map(example.unit)
const asked = {
  organName: '澄川市妇女联合会',
  unitId,
  unitName: '市妇联机关党支部',
  path: '/',
  units: [unitId, ...groups],
  year: 2026,
  today: '2026-11-20',
}
const told = (await acting(
  example.database,
  { organ: example.organ, person: null, operation: 'test', may: EVERYTHING },
  async (tx) => ({
    chapters: [...(await meetingsChapters(tx, asked)), ...(await handoversChapters(tx, asked))],
    papers: [...(await meetingsPapers(tx, asked)), ...(await handoversPapers(tx, asked))],
  }),
)) as { chapters: Chapter[]; papers: YearPaper[] }

const wordsOf = (id: string): string =>
  (told.chapters.find((chapter) => chapter.id === id)?.blocks ?? [])
    .map((block: Block) =>
      block.kind === 'table' ? block.rows.map((row) => row.join('|')).join('\n') : block.text,
    )
    .join('\n')

test('the book has each record with its differing opinions, votes, absences and what was decided', () => {
  const general = wordsOf('general-meetings')
  assert.match(general, /第1次　2026年3月27日（周五）下午2:30至4:00　地点：三楼会议室/)
  assert.match(general, /不同意见：苏婉清认为每月固定一个下午/)
  assert.match(general, /决议未通过/)
  assert.match(general, /请假：[\s\S]*钟丽华（病休）/)
  assert.match(wordsOf('group-meetings'), /第一党小组：/)
  assert.match(wordsOf('committee-meetings'), /2026年6月24日会后补录，原因：组织委员当天外出培训/)
})

test('what was joined to a theme day stands whole in one book and by reference in the other', () => {
  assert.match(wordsOf('lectures'), /讲课人：顾明漪[\s\S]*与主题党日合开/)
  assert.match(wordsOf('theme-days'), /每月第二个周五，逢不上班顺延。固定环节：集中学习、民主议事。/)
  assert.match(wordsOf('theme-days'), /8月\|〔未记〕\|到水库移民村走访/)
  assert.match(wordsOf('theme-days'), /回头看：重复文件清单报办公室审定/)
  assert.match(wordsOf('follow-ups'), /重复文件清单报办公室审定\|袁立新\|11月13日\|未办结/)
  assert.match(wordsOf('handovers'), /书记\|沈静澜\|2026年4月20日\|顾明漪\|2026年5月29日/)
})

test('the archive takes the minutes of every record, a form for each theme day, and each signed sheet; nothing half written', async () => {
  const minutes = told.papers.filter(({ fileName }) => /记录\.docx$/.test(fileName))
  const forms = told.papers.filter(({ fileName }) => /主题党日活动记录\.docx$/.test(fileName))
  const sheets = told.papers.filter(({ series }) => series === 'handovers')
  assert.ok(minutes.length > 60)
  assert.equal(forms.length, 10)
  assert.equal(sheets.length, 1)
  assert.ok(told.papers.every(({ on }) => on <= '2026-11-20'))
  assert.match(textOf(await sheets[0]!.bytes()).join('\n'), /支部印章：办公室保密柜/)
  const [form] = forms
  assert.deepEqual(textOf(await form!.bytes()), textOf(await form!.bytes()))
})
