import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { runCommand } from './command.ts'
import { compartmentWith, type OuterKeys } from './database/compartment.ts'
import { exampleOrgan } from './example/testing.ts'
import { Fault } from './fault.ts'
import { receiveNeed } from './needs/contract.ts'
import { proveOuterKeys, rewrapAll } from './needs/keys-jobs.ts'
import { sampleOfEach } from './needs/keys-store.ts'
import { keepOuterKeys, newOuterKey, outerKeysIn, outerKeysOf } from './outer-keys.ts'
import { secretsIn } from './secrets.ts'

const example = await exampleOrgan()
// What the example was sealed with: without outer keys the columns' key stands in as the first.
const first: OuterKeys = [{ id: 1, secret: example.columns }]
for (const line of ['一', '二', '三', '四', '五'])
  await (await example.as('林知夏')).ask(receiveNeed, {
    body: { channel: 'call', receivedOn: '2026-11-20', line: `封存的第${line}件`, category: 'violence' },
  })

const folder = (cases?: unknown): string => {
  const data = mkdtempSync(join(tmpdir(), 'zhixing-keys-'))
  const session = Buffer.alloc(32, 1).toString('base64')
  const keys = { session, columns: example.columns, ...(cases !== undefined && { cases }) }
  writeFileSync(join(data, 'secrets.json'), JSON.stringify(keys), { mode: 0o600 })
  return data
}
const keys = (data: string, what: string) =>
  runCommand(['keys', what, '--data', data], { DATABASE_URL: example.url })

/** How many sealed matters these outer keys open. */
const opened = async (ring: OuterKeys): Promise<number> => {
  const { rows } = await example.owner.query('select need_id, cipher, content from sealed_case')
  const compartment = compartmentWith(ring)
  const reads = rows.filter(({ need_id: id, cipher, content }) => {
    try {
      return compartment.reveal(cipher, id, content, `need ${id} content`).includes('line')
    } catch {
      return false
    }
  })
  return reads.length
}
const all = await opened(first)

test('a folder from before gets an outer key; nothing else in its file changes, nobody else may read it', () => {
  const data = folder()
  const before = secretsIn(data)
  const [key, ...more] = outerKeysOf(data)()
  assert.equal(more.length, 0)
  assert.deepEqual([key.id, Buffer.from(key.secret, 'base64').length], [1, 32])
  assert.deepEqual({ ...secretsIn(data), cases: undefined }, { ...before, cases: undefined })
  assert.equal(statSync(join(data, 'secrets.json')).mode & 0o777, 0o600)
  assert.deepEqual(readdirSync(data), ['secrets.json'])
  assert.deepEqual(outerKeysOf(data)(), [key])
})

test('damaged outer keys are said in words, and left as they are', () => {
  for (const cases of [
    [],
    {},
    [{ id: 1, secret: 'kurz' }],
    [{ id: 256, secret: example.columns }],
    [first[0], first[0]],
    [null],
  ]) {
    const data = folder(cases)
    const before = readFileSync(join(data, 'secrets.json'), 'utf8')
    assert.throws(
      () => outerKeysOf(data),
      (error) => error instanceof Fault && /已损坏.*从备份中放回/.test(error.message),
    )
    assert.equal(readFileSync(join(data, 'secrets.json'), 'utf8'), before)
  }
})

test('keys that are not those of the sealed matters are refused at the start', async () => {
  await proveOuterKeys(example.owner, first)
  await proveOuterKeys(example.owner, [newOuterKey(first), ...first])
  for (const wrong of [[newOuterKey([])], [newOuterKey(first)]] as const)
    await assert.rejects(proveOuterKeys(example.owner, wrong), /没有打开它的封存密钥（第 1 号）/)
})

test('a rotation that was ended in the middle loses nothing, goes on, and then the old key can go', async (t) => {
  const data = folder(first)
  const serving = outerKeysOf(data)
  assert.match((await keys(data, 'prune')).out, /删去了 0 把/)

  // Ended after the key was written and some matters were wrapped anew.
  keepOuterKeys(data, [newOuterKey(first), ...first])
  const { rows } = await example.owner.query('select organ_id, need_id, cipher from sealed_case limit 2')
  for (const { organ_id, need_id, cipher } of rows)
    await example.owner.query('update sealed_case set cipher = $3 where organ_id = $1 and need_id = $2', [
      organ_id,
      need_id,
      compartmentWith(outerKeysIn(data)).rewrap(cipher, need_id),
    ])
  assert.equal(await opened(serving()), all)
  const early = await keys(data, 'prune')
  assert.deepEqual([early.code, outerKeysIn(data).length], [2, 2])
  assert.match(early.err, /还有封存需求用着第 1 号旧密钥/)

  const rotated = await keys(data, 'rotate')
  assert.match(rotated.out, /接着上次没有做完的更换，用第 2 号/)
  assert.match(rotated.out, new RegExp(`重新加密了 ${all - 2} 件`))
  t.diagnostic(rotated.out)
  assert.deepEqual(
    (await sampleOfEach(example.owner)).map(({ cipher }) => cipher[0]),
    [2],
  )

  const pruned = await keys(data, 'prune')
  assert.match(pruned.out, /删去了 1 把旧密钥，只留第 2 号/)
  assert.deepEqual([await opened(serving()), await opened(first)], [all, 0])
})

test('keys of another day change nothing', async () => {
  const data = folder(first)
  const before = readFileSync(join(data, 'secrets.json'), 'utf8')
  for (const what of ['rotate', 'prune']) {
    const refused = await keys(data, what)
    assert.deepEqual([refused.code, refused.out], [2, ''])
    assert.match(refused.err, /没有打开它的封存密钥（第 2 号）/)
  }
  assert.equal(readFileSync(join(data, 'secrets.json'), 'utf8'), before)
})

test('what is wrapped in small batches is wrapped once each', async () => {
  const other = newOuterKey(first)
  const { rows } = await example.owner.query('select organ_id, need_id from sealed_case')
  for (const { organ_id, need_id } of rows)
    await example.owner.query('update sealed_case set cipher = $3 where organ_id = $1 and need_id = $2', [
      organ_id,
      need_id,
      compartmentWith(first).begin(need_id),
    ])
  assert.deepEqual(await rewrapAll(example.owner, [other, ...first], 2), { renewed: all, closed: 0 })
  assert.deepEqual(await rewrapAll(example.owner, [other, ...first], 2), { renewed: 0, closed: 0 })
})

test('a wrong call is one line', async () => {
  const data = folder(first)
  assert.deepEqual(await runCommand(['keys', 'burn', '--data', data], { DATABASE_URL: example.url }), {
    code: 2,
    out: '',
    err: '写法：keys rotate | keys prune\n',
  })
  chmodSync(data, 0o700)
  assert.match((await keys(folder(), 'rotate')).err, /还没有封存密钥。请先用 npm start/)
})
