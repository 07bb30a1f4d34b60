import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Printed, runCommand } from '../command.ts'
import { testDatabase } from '../database/testing.ts'
import { secretsOf } from '../secrets.ts'
import { organBeforeImport, textFile } from './fixtures/rostered.ts'
import { rosterFrom } from './fixtures/rosters.ts'

const o = await organBeforeImport()
const data = mkdtempSync(join(tmpdir(), 'zhixing-roster-'))
secretsOf(data)
const run = (...argv: string[]): Promise<Printed> =>
  runCommand([...argv, '--data', data], { DATABASE_URL: o.url })
const sheet = (name: string) => join(import.meta.dirname, 'fixtures', name)
const TEXT = sheet('roster-gb18030.csv')
const people = async () => (await o.rows('select from person')).length

test('a dry run prints what would be taken, as one line of JSON of three parts, and writes nothing', async () => {
  const before = await people()
  const { code, out, err } = await run('import', TEXT, '--unit', '第一党支部', '--dry-run', '--json')

  assert.deepEqual([code, err, out.trim().split('\n').length], [0, '', 1])
  assert.deepEqual(JSON.parse(out), {
    taken: 29,
    doubles: [{ row: 33, sameAs: 5, name: '曾丽', by: 'identity-number', differs: [] }],
    handedBack: [
      { row: 9, reasons: ['身份证号校验码不符，至少有一位写错，请对照证件逐位核对'] },
      { row: 14, reasons: ['入党日期「2030-13-45」不是日历上的日子'] },
    ],
  })
  assert.equal(await people(), before)
})

test('an import takes the same people, once; the trail names the command', async () => {
  const { code, out } = await run('import', TEXT, '--unit=第一党支部', '--json')
  const again = await run('import', TEXT, '--unit', '第一党支部')

  assert.deepEqual([code, JSON.parse(out).taken], [0, 29])
  assert.match(again.out, /收 29 人（新增 0，更改 0，无变化 29），重复 1 行，退回 2 行\n重复：第 33 行 曾丽/)
  const batches = await o.rows<{ by: string; operation: string }>(
    `select b.by_person as by, a.operation from import_batch b join audit a on a.row_key ->> 'id' = b.id::text`,
  )
  assert.deepEqual(batches, [{ by: null, operation: '命令行导入名册' }])
})

test('a roster is written as a sheet that only its owner reads, and never over a file that is there', async () => {
  const file = join(data, '名册.xlsx')
  const { code, out } = await run('export', file, '--unit', '第一党支部')
  const again = await run('export', file, '--unit', '第一党支部')

  assert.deepEqual([code, JSON.parse(out).people], [0, 29])
  assert.equal((await rosterFrom(readFileSync(file))).rows.length, 29)
  assert.equal(statSync(file).mode & 0o077, 0)
  assert.deepEqual([again.code, /已经存在，没有覆盖/.test(again.err)], [2, true])
})

test('a sheet that is silent on status asks for --presumed, and is taken with it', async () => {
  const file = join(data, 'silent.csv')
  writeFileSync(file, textFile('姓名,性别', '温澜,女'))
  const silent = await run('import', file, '--unit', '第一党支部', '--json')
  const said = await run('import', file, '--unit', '第一党支部', '--json', '--presumed', 'full')

  assert.deepEqual([silent.code, silent.out], [2, ''])
  assert.match(silent.err, /--presumed full/)
  assert.deepEqual([said.code, JSON.parse(said.out)], [0, { taken: 1, doubles: [], handedBack: [] }])
})

test('whatever is wrong is one line in Chinese and exit 2', async () => {
  const pdf = join(data, 'not.xlsx')
  writeFileSync(pdf, '%PDF-1.7')
  const unit = ['--unit', '第一党支部']
  const wrong: [string[], RegExp][] = [
    [['import'], /请写出名册文件/],
    [['import', TEXT], /请用 --unit/],
    [['import', TEXT, TEXT, ...unit], /一次只能写一个文件/],
    [['import', TEXT, '--unit', '第三党支部'], /没有名为「第三党支部」的组织。现有：/],
    [['import', TEXT, '--unit', '机关党总支'], /不是党支部/],
    [['import', join(data, 'nowhere.xlsx'), ...unit], /没有文件/],
    [['import', data, ...unit], /不是文件/],
    [['import', pdf, ...unit], /PDF/],
    [['import', TEXT, ...unit, '--presumed', 'maybe'], /--presumed 只能写/],
    [['import', TEXT, ...unit, '--sheet', '没有'], /没有工作表/],
    [['import', TEXT, ...unit, '--colour'], /不认识 "--colour"/],
    [['export', join(data, 'a.csv'), ...unit], /\.xlsx/],
    [['export', join(data, 'a.xlsx'), ...unit, '--on', '2026-02-30'], /日历上有的日期/],
    [['export', join(data, 'no', 'a.xlsx'), ...unit], /写不下去/],
  ]
  for (const [argv, says] of wrong) {
    const { code, out, err } = await run(...argv)
    assert.deepEqual([code, out], [2, ''], argv.join(' '))
    assert.match(err, says)
    assert.equal(err.trim().split('\n').length, 1)
  }
})

test('an empty house says what comes first; a folder without keys is not given any', async () => {
  const { url } = await testDatabase()
  const asked = ['import', TEXT, '--unit', '第一党支部']
  const empty = await runCommand([...asked, '--data', data], { DATABASE_URL: url })
  const keyless = await runCommand([...asked, '--data', join(data, 'elsewhere')], { DATABASE_URL: o.url })

  assert.match(empty.err, /这里还没有建立组织，请先用 npm start 启动，在浏览器里完成首次设置/)
  assert.match(keyless.err, /没有密钥文件/)
  assert.deepEqual([empty.code, keyless.code], [2, 2])
})
