import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import type { RegisterData, RegisterRow } from './contract.ts'
import { registerXlsx } from './register.ts'
import { inert } from './ruled-sheet.ts'

const row: RegisterRow = {
  heldOn: '2026-11-25',
  kinds: ['general-meeting', 'lecture'],
  title: '2026年第四季度支部党员大会',
  hostName: '王若兰',
  recorderName: '李晓',
  entitled: 30,
  present: 27,
  excused: 3,
  absent: 0,
  resolutions: [
    { text: '通过2027年工作计划。', passed: true },
    { text: '同意设立党员活动室。', passed: false },
  ],
  recordedOn: '2026-12-02',
  late: true,
  stage: 'noted',
}

const register = (rows: readonly RegisterRow[]): RegisterData => ({
  organName: '示例市妇女联合会',
  unitName: '机关党支部',
  year: 2026,
  rows,
})

const read = async (rows: readonly RegisterRow[]) =>
  (await readXlsx(await registerXlsx(register(rows)))).sheets[0]!

test('each meeting is a line with its day, kinds, people, counts, resolutions and states', async () => {
  const sheet = await read([row])

  assert.equal(sheet.rows[0]![0], '机关党支部2026年会议登记表')
  assert.deepEqual(sheet.rows[1], [
    ...[
      '序号',
      '日期',
      '类型',
      '议题',
      '主持',
      '记录',
      '应到',
      '实到',
      '请假',
      '缺席',
      '决议',
      '补录',
      '状态',
    ],
  ])
  const [at, heldOn, kinds, title, host, recorder, ...rest] = sheet.rows[2]!
  assert.deepEqual([at, kinds, title, host, recorder], [1, '支部党员大会暨党课', row.title, '王若兰', '李晓'])
  assert.equal(new Date(heldOn as Date).toISOString().slice(0, 10), '2026-11-25')
  assert.deepEqual(rest.slice(0, 5), [
    ...[30, 27, 3, 0],
    '1.通过2027年工作计划。（通过）\n2.同意设立党员活动室。（未通过）',
  ])
  assert.equal(new Date(rest[5] as Date).toISOString().slice(0, 10), '2026-12-02')
  assert.equal(rest[6], '已审阅')
})

test('a count that nobody stated reads 未记 and not 0, and a record in time shows no day of late entry', async () => {
  const sheet = await read([{ ...row, present: null, absent: null, hostName: null, late: false }])
  const cells = sheet.rows[2]!

  assert.deepEqual([cells[4], cells[7], cells[8], cells[9]], ['未记', '未记', 3, '未记'])
  assert.ok(cells[11] === '' || cells[11] === null)
})

test('no typed text becomes a formula', async () => {
  const title = '=HYPERLINK("http://example.invalid","点此")'
  const bytes = await registerXlsx(register([{ ...row, title, hostName: '@王', recorderName: '+1' }]))
  const cells = (await readXlsx(bytes)).sheets[0]!.rows[2]!

  assert.deepEqual([cells[3], cells[4], cells[5]], [`'${title}`, "'@王", "'+1"])
  assert.doesNotMatch(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!), /<f[ >]/)
  assert.equal(inert('讨论 =A1'), '讨论 =A1')
})

test('it prints on A4 across, one page wide, with its head frozen and repeated', async () => {
  const parts = unzipSync(await registerXlsx(register([row])))
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!)

  assert.match(sheet, /<pane [^>]*ySplit="2"[^>]*state="frozen"/)
  assert.match(sheet, /<pageSetup [^>]*orientation="landscape"/)
  assert.match(sheet, /paperSize="9"/)
  assert.match(sheet, /fitToPage="(1|true)"/)
  assert.match(strFromU8(parts['xl/workbook.xml']!), /_xlnm\.Print_Titles[^<]*>[^<]*\$1:\$2/)
})

test('a year without meetings is a register with its head alone', async () => {
  assert.equal((await read([])).rows.length, 2)
})
