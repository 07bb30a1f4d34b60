import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { strFromU8, unzipSync } from 'fflate'
import { digest, sample, word } from './fixtures/steady.ts'
import { steady } from './steady.ts'

test('made a second later, and after other documents, a file has the same bytes', async () => {
  const first = await sample()
  await pause(1_100)

  assert.notEqual(
    digest(await word()),
    digest(await word()),
    'untreated files differ, or this test shows nothing',
  )
  assert.equal(await sample(), first)
})

test('made in another time zone, it has the same bytes', async () => {
  const elsewhere = (zone: string) =>
    execFileSync(process.execPath, [join(import.meta.dirname, 'fixtures/steady.ts')], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    })

  assert.equal(elsewhere('America/New_York'), await sample())
  assert.equal(elsewhere('Pacific/Auckland'), await sample())
})

test('nothing but the statement of its making is taken out of a file', async () => {
  const before = unzipSync(await word())
  const after = unzipSync(steady('一.docx', await word()))
  const changed = Object.keys(before).filter((name) => digest(before[name]!) !== digest(after[name]!))

  assert.deepEqual(Object.keys(after).toSorted(), Object.keys(before).toSorted())
  assert.deepEqual(
    changed.filter((name) => name !== 'word/document.xml'),
    ['docProps/core.xml'],
  )
  assert.match(strFromU8(after['word/document.xml']!), /w:name="two" w:id="2"/)
  assert.match(strFromU8(after['docProps/core.xml']!), /<dc:title>手册<\/dc:title>/)
})

test('a file of another kind, or one that only calls itself Word, passes as it is', () => {
  const bytes = new TextEncoder().encode('不是压缩文件')

  assert.equal(steady('说明.txt', bytes), bytes)
  assert.equal(steady('附件.docx', bytes), bytes)
})
