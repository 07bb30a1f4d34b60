import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { fixture, rosterFrom, rosterOf } from './fixtures/rosters.ts'
import { writeHandedBack, writeRoster } from './roster-sheet.ts'

const people = async (name: string) => (await rosterFrom(fixture(name))).rows.map(({ person }) => person)
const sheetXml = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)

test('a roster written out and read again is the same roster', async () => {
  for (const name of [
    'roster-register-export.xlsx',
    'roster-branch-book.xlsx',
    'roster-gb18030.csv',
    'branch-two-headers.xls',
    'typed-as-numbers.xlsx',
  ]) {
    const before = await people(name)

    const after = await rosterFrom(await writeRoster('机关党支部名册', before, 'whole'))

    assert.deepEqual(
      after.rows.map(({ person }) => person),
      before,
      name,
    )
    assert.deepEqual(after.handedBack, [])
  }
})

test('a masked roster shows no number whole, and read again says nothing of numbers', async () => {
  const before = await people('roster-register-export.xlsx')

  const bytes = await writeRoster('名册', before, 'masked')
  const after = await rosterFrom(bytes)

  const text = Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('')
  assert.ok(before.every(({ identityNumber }) => !text.includes(identityNumber!)))
  assert.equal(after.rows.length, 31)
  assert.ok(after.rows.every(({ person }) => person.identityNumber === null))
})

test('words that begin like formulas are written as text, in cells that stay text', async () => {
  const dangerous = ['=HYPERLINK("http://x.example","看")', '+86', '-1', '@SUM(A1)', "=cmd|'/c calc'!A1"]
  const { rows } = rosterOf([
    ['姓名', '备注'],
    ...dangerous.map((remark, index) => [`王${'甲乙丙丁戊'[index]}`, remark]),
  ])

  const bytes = await writeRoster(
    '名册',
    rows.map(({ person }) => person),
    'whole',
  )

  assert.ok(!sheetXml(bytes).includes('<f'))
  assert.match(strFromU8(unzipSync(bytes)['xl/styles.xml']!), /formatCode="@"/)
  assert.deepEqual(
    (await rosterFrom(bytes)).rows.map(({ person }) => person.remark),
    dangerous,
  )
})

test('rows handed back keep their cells, with the reasons and their row, and once mended are taken', async () => {
  const reading = await rosterFrom(fixture('roster-gb18030.csv'))

  const back = await rosterFrom(await writeHandedBack(reading))

  assert.deepEqual(
    back.columns.map(({ header }) => header),
    ['党员姓名', '身份证号', '党员类型', '入党日期', '部门', '电话', '退回原因', '原表行号'],
  )
  assert.deepEqual(
    back.handedBack.map(({ cells }) => [cells[0], cells[1], cells.at(-1)]),
    [
      ['杨雁园', '320299197005144621', '9'],
      ['陈娟婵', '320299198612278382', '14'],
    ],
  )
  assert.match(back.handedBack[0]?.cells.at(-2) ?? '', /校验码不符/)
})
