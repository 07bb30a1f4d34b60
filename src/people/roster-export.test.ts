import assert from 'node:assert/strict'
import { test } from 'node:test'
import { organBeforeImport, textFile } from './fixtures/rostered.ts'
import { fixture, identityNumberOf, rosterFrom } from './fixtures/rosters.ts'
import { handedBackSheet } from './roster-contract.ts'
import { readSheet } from './sheet.ts'

/** The cells of a workbook's first sheet. */
const cellsOf = async (bytes: Uint8Array): Promise<unknown[][]> => {
  const book = await readSheet(bytes)
  if ('refused' in book) throw new Error(book.message)
  return book.sheets[0]!.rows
}

test('the roster comes out in the register’s columns, with masked numbers, and goes in again without changing anything', async () => {
  const o = await organBeforeImport()
  await o.take('roster-register-export.xlsx')
  await o.take('roster-branch-book.xlsx')
  const { status, answer } = await o.exported()
  const again = await o.accept(answer.bytes)

  assert.deepEqual([status, answer.name], [200, '第一党支部名册2026-11-22.xlsx'])
  const reading = await rosterFrom(answer.bytes)
  assert.equal(reading.rows.length, 31)
  assert.ok(reading.columns.every(({ field, sure }) => field && sure))
  const rows = await cellsOf(answer.bytes)
  const numbers = rows.slice(1).map((row) => row[1])
  assert.ok(numbers.every((number) => /^\d{6}\*{8}\d{3}[\dX]$/.test(String(number))))
  assert.deepEqual([again.answer.batch, again.answer.same, again.answer.handedBack], [null, 31, 0])
})

test('the roster of a past day has the status of that day', async () => {
  const o = await organBeforeImport()
  await o.accept(textFile('姓名,类别,入党时间,转正时间', '温澜,正式党员,2018-07-01,2019-07-01'))
  const on = async (day: string) => {
    const { answer } = await o.exported(o.keeper, o.ids.branch, day)
    return (await rosterFrom(answer.bytes)).rows.map(({ person }) => person.status)
  }
  assert.deepEqual(
    [await on('2018-01-01'), await on('2018-12-31'), await on('2019-07-01')],
    [[], ['probationary'], ['full']],
  )
})

test('words that look like formulas stay words in every sheet that comes out', async () => {
  const o = await organBeforeImport()
  const evil = '=HYPERLINK("http://example.org")'
  const sheet = textFile(
    '姓名,身份证号,类别,备注',
    `温澜,,正式党员,@SUM(1)${evil}`,
    `石岫,${identityNumberOf('1990-03-04', '001').slice(0, 17)}?,正式党员,"+1+1"`,
  )
  await o.accept(sheet)
  const back = await o.ask(o.keeper, handedBackSheet, o.asked(sheet))
  const { answer } = await o.exported()

  for (const { bytes } of [back.answer, answer]) {
    const text = Buffer.from(bytes).toString('latin1')
    assert.ok(text.startsWith('PK'))
    const cells = (await cellsOf(bytes)).flat()
    assert.ok(cells.every((cell) => cell === null || typeof cell === 'string'))
  }
  assert.ok((await cellsOf(answer.bytes)).flat().some((cell) => String(cell).includes('@SUM(1)=HYPERLINK')))
})

test('rows handed back come as they were with their reasons, and go in again once mended', async () => {
  const o = await organBeforeImport()
  const bytes = fixture('roster-gb18030.csv')
  await o.accept(bytes)
  const { answer } = await o.ask(o.keeper, handedBackSheet, o.asked(bytes))
  const rows = await cellsOf(answer.bytes)

  assert.equal(answer.name, '第一党支部名册退回的行.xlsx')
  assert.deepEqual(rows[0]?.slice(-2), ['退回原因', '原表行号'])
  assert.deepEqual(
    rows.slice(1).map((row) => row.at(-1)),
    ['9', '14'],
  )
  const [header = [], , second = []] = rows
  const mended = second.map((cell, at) => (header[at] === '入党日期' ? '2010-07-01' : cell))
  const again = await o.accept(textFile(header.join(','), mended.join(',')))
  assert.deepEqual([again.answer.new, again.answer.handedBack], [1, 0])
})

test('only those who may see the roster take it out, and who may not see numbers gets none', async () => {
  const o = await organBeforeImport()
  await o.take('roster-register-export.xlsx')
  for (const who of [o.as('member'), o.as('superior', '/g/'), o.as('secretary', '/g/2/')])
    assert.equal((await o.exported(who)).status, 403)
  const { answer } = await o.exported(o.as('publicity'))
  const rows = await cellsOf(answer.bytes)
  assert.equal(rows.length, 32)
  assert.ok(rows.slice(1).every((row) => !row[1]))
})
