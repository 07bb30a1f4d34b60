import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import { book } from './fixtures/book.ts'
import { measured } from './fixtures/measure.ts'
import { bookDocx } from './year-book.ts'
import { yearSheets } from './year-sheets.ts'

const { set } = await measured({ set: await bookDocx(book) })
const textOf = (at: number) => set[at]!.lines.map(({ text }) => text.replaceAll(' ', ''))
const TITLES = ['支部概况', '党员名册', '谈心谈话', '学习记录', '不在本手册内的台账']

test('the cover names the organ, the unit and the year and carries no page number', () => {
  assert.deepEqual(textOf(0), ['示例市妇女联合会', '示例市妇联机关第一党支部', '支部工作手册', '2026年'])
})

test('the contents give for each chapter the page on which it begins', () => {
  const [heading, ...lines] = textOf(1)
  const given = lines.slice(0, TITLES.length).map((line) => Number(/(\d+)$/.exec(line)?.[1]))
  const begun = TITLES.map((title) =>
    set.findIndex((page, at) => at > 1 && page.lines[0]!.text.includes(title)),
  )

  assert.equal(heading?.replace('　', ''), '目录')
  assert.deepEqual(given, begun)
})

test('a chapter without records stands in its place and says so', () => {
  const at = set.findIndex((page, at) => at > 1 && page.lines[0]!.text.includes('谈心谈话'))

  assert.deepEqual(textOf(at).slice(0, 2), ['三、谈心谈话', '本年没有记录。'])
  assert.ok(textOf(1).some((line) => line.startsWith('三、谈心谈话（没有记录）')))
})

test('a field that was not recorded is a gap, and ledgers kept elsewhere are named at the end', () => {
  const all = set.flatMap((_page, at) => textOf(at)).join('')

  assert.match(all, /支部活动场所〔未记〕/)
  assert.match(all, /以下台账不在本系统内.*党费收缴、发展党员。/)
})

test('a wide table lies across and begins each of its pages with its head; text stands upright', () => {
  const wide = set.filter(({ width, height }) => width > height)

  assert.ok(wide.length >= 2)
  for (const { lines } of wide) assert.ok(lines.slice(0, 2).some(({ text }) => text.includes('序号')))
  for (const { lines, width } of wide) for (const { right } of lines) assert.ok(right <= width - 34)
  assert.ok(set.filter(({ width, height }) => width < height).length >= 5)
})

test('each table is a sheet of its chapter’s file; a list says what there is and what there is not', async () => {
  const files = yearSheets(book)
  const list = await readXlsx(await files[0]!.bytes())
  const study = await readXlsx(await files.at(-1)!.bytes())

  assert.deepEqual(
    files.map(({ name }) => name),
    ['00 台账目录.xlsx', '01 支部概况.xlsx', '02 党员名册.xlsx', '03 学习记录.xlsx'],
  )
  const told = list.sheets[0]!.rows.slice(2).map((row) => [row[1], row[2] ?? '', row[3] ?? ''])
  assert.deepEqual(told[2], ['谈心谈话', '', '本年没有记录'])
  assert.deepEqual(told.at(-1), ['发展党员', '', '不在本系统内'])
  assert.deepEqual(study.sheets[0]!.rows.at(-1), ['2026-03-05', "'=示例主题"])
})
