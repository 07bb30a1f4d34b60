import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nameable } from '../documents/file-name.ts'
import { retentionsOn, SERIES, SERIES_IDS } from '../documents/series.ts'
import { CHAPTER_IDS, inOrder } from './chapters.ts'
import { filed, type Paper } from './filing.ts'

const retentions = retentionsOn(
  SERIES_IDS.map((id) => ({
    key: SERIES[id].parameter,
    default: id === 'rosters' ? 'permanent' : 'thirty-years',
  })),
  [],
  '2026-11-22',
)
const place = { folder: '01 支部', year: 2026, retentions }
const paper = (series: string, on: string, fileName: string): Paper => ({
  ...{ series, on, fileName },
  title: fileName,
  author: null,
})

test('papers lie by retention and class, and are numbered within the retention by day', () => {
  const papers = filed(place, [
    paper('rosters', '2026-12-31', '名册.xlsx'),
    paper('meetings', '2026-05-02', '五月.docx'),
    paper('meetings', '2026-03-02', '三月.docx'),
    paper('study', '2026-01-02', '学习.docx'),
  ])

  assert.deepEqual(
    papers.map(({ number, path }) => [number, path]),
    [
      ['2026-D30-0001', '01 支部/2 定期30年/02 会议/0001 三月.docx'],
      ['2026-D30-0002', '01 支部/2 定期30年/02 会议/0002 五月.docx'],
      ['2026-D30-0003', '01 支部/2 定期30年/05 学习和宣讲/0003 学习.docx'],
      ['2026-Y-0001', '01 支部/1 永久/07 名册/0001 名册.xlsx'],
    ],
  )
})

test('the order in which papers come changes nothing, and no two lie in one place', () => {
  const anyPaper = fc.record({
    series: fc.constantFrom('meetings', 'study', 'rosters', 'of-no-known-class'),
    on: fc.constantFrom('', '2026-01-01', '2026-02-01'),
    fileName: fc.string({ unit: 'binary', maxLength: 30 }),
    title: fc.string(),
    author: fc.constant(null),
  })
  fc.assert(
    fc.property(fc.array(anyPaper, { maxLength: 12 }), (papers) => {
      const paths = filed(place, papers).map(({ path }) => path)
      assert.equal(new Set(paths).size, papers.length)
      const again = filed(place, papers.toReversed())
      assert.deepEqual(
        again.map(({ path }) => path),
        paths,
      )
    }),
  )
})

test('a name keeps its ending and loses what no folder can hold', () => {
  assert.equal(nameable('支部/大会:记录?.DOCX'), '支部 大会 记录.docx')
  assert.equal(nameable('..'), '未命名')
  assert.ok([...nameable(`${'长'.repeat(300)}.pdf`)].length < 90)
})

test('an organ’s choice of retention holds from its day on', () => {
  const written = [{ key: 'archive.retention.meetings', default: 'thirty-years' }]
  const settled = [{ key: 'archive.retention.meetings', choice: 'ten-years', since: '2026-06-01' }]

  assert.equal(retentionsOn(written, settled, '2026-05-31').meetings, 'thirty-years')
  assert.equal(retentionsOn(written, settled, '2026-06-01').meetings, 'ten-years')
})

test('every chapter stands in the book, told or not, and what two sources tell of one is one chapter', () => {
  const chapters = inOrder([
    { id: 'groups', title: '党小组名册', blocks: [{ kind: 'text', text: '乙' }] },
    { id: 'overview', title: '支部概况', blocks: [{ kind: 'text', text: '甲' }] },
    { id: 'overview', title: '支部概况', blocks: [{ kind: 'text', text: '丙' }] },
    { id: 'of-later-days', title: '新的台账', blocks: [] },
  ])

  assert.deepEqual(
    chapters.map(({ id }) => id),
    [...CHAPTER_IDS, 'of-later-days'],
  )
  assert.equal(chapters[0]!.blocks.length, 2)
  assert.deepEqual(chapters[1]!.blocks, [])
})
