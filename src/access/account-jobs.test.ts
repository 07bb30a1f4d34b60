import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runCommand } from '../command.ts'
import { exampleOrgan } from '../example/testing.ts'

const example = await exampleOrgan()
const run = (...argv: string[]) => runCommand(['account', ...argv], { DATABASE_URL: example.url })

test('whoever holds the data folder can print a way back for one who forgot her password', async () => {
  const { code, out } = await run('--unit', '市妇联机关党支部', '--name', '丁素云')

  assert.equal(code, 0)
  assert.match(out, /\/invitation#[\w-]{43}\n/)
  const { rows } = await example.owner.query(
    `select operation, person_id from audit where table_name = 'invitation'`,
  )
  assert.deepEqual(rows, [{ operation: '命令行发出账号链接', person_id: null }])
  const { rows: kept } = await example.identity.query(
    'select person_id from identity.invitation where used_at is null',
  )
  assert.deepEqual(kept, [{ person_id: example.person('丁素云') }])
})

test('a name that nobody bears there, and words left out, are each told in one line', async () => {
  assert.match((await run('--unit', '市妇联机关党支部', '--name', '无此人')).err, /没有叫“无此人”的人/)
  assert.match((await run('--unit', '市妇联机关党支部')).err, /^写法：account/)
  assert.equal((await run('--name', '丁素云', '--oops')).code, 2)
})
