import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { explained } from './embedded-cluster.ts'
import { mendLinks } from './embedded-programs.ts'

test('links that npm did not make, or that point nowhere, are made', (t) => {
  const home = mkdtempSync(join(tmpdir(), 'links-'))
  t.after(() => rmSync(home, { recursive: true }))
  mkdirSync(join(home, 'native/lib'), { recursive: true })
  writeFileSync(join(home, 'native/lib/libicuuc.so.60.2'), '')
  symlinkSync('libicuuc.so.59.1', join(home, 'native/lib/libicuuc.so'))
  const links = ['libicuuc.so', 'libicuuc.so.60'].map((name) => ({
    source: 'native/lib/libicuuc.so.60.2',
    target: `native/lib/${name}`,
  }))
  writeFileSync(join(home, 'native/pg-symlinks.json'), JSON.stringify(links))

  mendLinks(join(home, 'native'))

  for (const name of ['libicuuc.so', 'libicuuc.so.60'])
    assert.equal(readlinkSync(join(home, 'native/lib', name)), 'libicuuc.so.60.2')
})

test('a full disk is named as such, with what to do', () => {
  const said = 'PANIC:  could not write to file "pg_wal/xlogtemp.1": No space left on device'

  assert.match(explained(said, '数据库没有启动').message, /磁盘已满。已保存的数据没有丢失。请腾出空间/)
})

test('a missing system library is named', () => {
  const said =
    'postgres: error while loading shared libraries: libstdc++.so.6: cannot open shared object file'

  assert.match(explained(said, '数据库没有启动').message, /缺少系统库（libstdc\+\+\.so\.6）/)
})
