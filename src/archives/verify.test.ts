import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { zipSync } from 'fflate'
import { archiveCommand } from './command-jobs.ts'
import { filesOf } from './fixtures/archive.ts'
import { packed } from './packing-jobs.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhixing-verify-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (text: string) => new TextEncoder().encode(text)
const archive = await packed(
  { organ: '示例市妇联', unit: '第一党支部', year: 2026 },
  [
    { path: '01 支部/0001 会议记录.docx', bytes: bytes('会议记录') },
    { path: '01 支部/0002 附件.pdf', bytes: bytes('附件'.repeat(400_000)) },
  ],
  [],
)

const verify = (name: string, content: Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return archiveCommand(['verify', join(folder, name)])
}

test('an archive as it was made agrees with its manifest', async () => {
  assert.deepEqual(await verify('whole.zip', archive), {
    code: 0,
    out: '示例市妇联 第一党支部 2026年归档：3 个文件与清单一致\n',
    err: '',
  })
})

test('a file that was changed, one that is missing and one that was slipped in are each named', async () => {
  const files = filesOf(archive)
  const { '01 支部/0002 附件.pdf': _gone, ...rest } = files
  const tampered = zipSync({
    ...rest,
    '01 支部/0001 会议记录.docx': bytes('会议纪录'),
    '02 别处/多出来的.txt': bytes('多'),
  })

  assert.deepEqual(await verify('tampered.zip', tampered), {
    code: 1,
    out: [
      '示例市妇联 第一党支部 2026年归档：3 处与清单不符',
      '与清单不一致：01 支部/0001 会议记录.docx',
      '缺失：01 支部/0002 附件.pdf',
      '清单中没有：02 别处/多出来的.txt',
      '',
    ].join('\n'),
    err: '',
  })
})

test('what is no archive of ours cannot be verified, and the command says why', async () => {
  const [none, text, other, usage] = [
    await archiveCommand(['verify', join(folder, 'nowhere.zip')]),
    await verify('text.zip', bytes('不是压缩文件')),
    await verify('other.zip', zipSync({ 'a.txt': bytes('a') })),
    await archiveCommand(['make']),
  ]

  assert.deepEqual([none.code, text.code, other.code, usage.code], [2, 2, 2, 2])
  assert.match(none.err, /打不开.*请核对/)
  assert.match(text.err, /没有本系统的归档清单|不是 zip 文件/)
  assert.match(other.err, /没有本系统的归档清单/)
  assert.match(usage.err, /写法：archive verify/)
})
