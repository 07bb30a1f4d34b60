import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openLog } from './log.ts'

test('passwords, cookies and what the database repeats of a row never reach the log', (t) => {
  const data = mkdtempSync(join(tmpdir(), 'log-'))
  t.after(() => rmSync(data, { recursive: true }))
  const log = openLog(data, 'file')
  const error = Object.assign(new Error('invalid input syntax for type date: "hush-1"'), {
    severity: 'ERROR',
    code: '22007',
    detail: 'Key (name)=(hush-2) already exists.',
    parameters: ['hush-3'],
  })

  log
    .child({ requestId: 'r1' })
    .error({ err: error, password: 'hush-4', headers: { cookie: 'hush-5' } }, 'failed')

  const written = readFileSync(join(data, 'zhixing.log'), 'utf8')
  assert.match(written, /"requestId":"r1".*"code":"22007"/)
  assert.doesNotMatch(written, /hush/)
})
