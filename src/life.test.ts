import assert from 'node:assert/strict'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from './database/open.ts'
import { emptyDatabase, testDatabase } from './database/testing.ts'
import { endAll, started } from './fixtures/started.ts'

// Real processes on a real data folder, as an operator starts and ends them.

const home = mkdtempSync(join(tmpdir(), 'zhixing-life-'))
after(endAll)
after(() => rmSync(home, { recursive: true, force: true }))
const data = join(home, 'data')
const start = (args: readonly string[] = [], env: Record<string, string> = {}) =>
  started(['--data', data, '--port', '0', ...args], env)
const serverPid = (folder = data) =>
  Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

test('a first start makes a data folder that only its owner can read', async () => {
  const server = await start()
  await server.ready

  assert.equal(statSync(data).mode & 0o777, 0o700)
  for (const name of ['secrets.json', 'logins.json', 'zhixing.log'])
    assert.equal(statSync(join(data, name)).mode & 0o777, 0o600, name)
  assert.equal((await server.healthz()).status, 200)

  assert.equal(await server.end('SIGINT'), 0)
})

test('root is told under which account the database runs', { skip: process.getuid?.() !== 0 }, async () => {
  const server = await start()
  await server.ready

  assert.match(server.said(), /以 root 运行；PostgreSQL 不允许，故以账号 \w+ 运行数据库/)
  assert.notEqual(statSync(join(data, 'postgres')).uid, 0)

  await server.end('SIGTERM')
})

test('a second process on the same data folder is refused and harms nothing', async () => {
  const first = await start()
  await first.ready
  const second = await start()

  assert.equal(await second.exit, 1)
  assert.match(second.said(), /正由另一个知行进程（进程号 \d+）使用。请先停止它，或用 --data 指定另一个目录/)
  assert.equal((await first.healthz()).status, 200)

  await first.end('SIGINT')
})

test('a command uses the database of the running server, and starts its own when there is none', async () => {
  const server = await start()
  await server.ready
  const beside = await openDatabase({ data }, { attach: true })
  await beside.connect('owner').query('create table kept as select 1 as one')
  await beside.close()
  assert.equal((await server.healthz()).status, 200)
  await server.end('SIGINT')

  const alone = await openDatabase({ data }, { attach: true })
  const { rows } = await alone.connect('owner').query('select one from kept')
  await alone.close()

  assert.deepEqual(rows, [{ one: 1 }])
  assert.throws(serverPid, /ENOENT/)
})

test('after kill −9 the next start stops the orphaned database and has all that was saved', async () => {
  const killed = await start()
  await killed.ready
  const beside = await openDatabase({ data }, { attach: true })
  await beside.connect('owner').query('create table saved as select 2 as two')
  await beside.close()
  const orphan = serverPid()
  await killed.end('SIGKILL')

  const next = await start()
  await next.ready

  assert.match(next.said(), new RegExp(`上次异常退出留下的数据库进程 ${orphan} 已停止`))
  const again = await openDatabase({ data }, { attach: true })
  const { rows } = await again.connect('owner').query('select two from saved')
  await again.close()
  assert.deepEqual(rows, [{ two: 2 }])
  await next.end('SIGINT')
})

test('a pid file that names somebody else by now does not stand in the way', async () => {
  writeFileSync(join(data, 'postgres/postmaster.pid'), `${process.pid}\n/elsewhere\n1\n5432\n\n\n\nready\n`)

  const server = await start()

  await server.ready
  await server.end('SIGINT')
})

test('when the database is killed /healthz says so, and the database comes back', async () => {
  const server = await start()
  await server.ready
  process.kill(serverPid(), 'SIGKILL')

  const seen = new Set<number>()
  const deadline = Date.now() + 10_000
  while (!(seen.has(503) && (await server.healthz()).status === 200) && Date.now() < deadline) {
    seen.add((await server.healthz()).status)
    await pause(5)
  }

  assert.deepEqual(
    [...seen].filter((status) => status !== 200),
    [503],
  )
  assert.match(server.said(), /数据库意外中断，正在重新启动\n数据库已重新启动/)
  await server.end('SIGINT')
})

test('Ctrl-C ends within three seconds, though a browser holds a connection open', async () => {
  const server = await start()
  const { port } = new URL(await server.ready)
  const held = connect(Number(port), '127.0.0.1')
  held.on('error', () => {})
  held.write('POST /api/nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n')
  await pause(50)

  const began = Date.now()
  const status = await server.end('SIGINT')

  assert.equal(status, 0)
  assert.ok(Date.now() - began < 3_000, `${Date.now() - began} ms`)
  assert.throws(serverPid, /ENOENT/)
  held.destroy()
})

test('a port that is taken is named with a remedy, and the database is stopped again', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0

  const server = await start(['--port', String(port)])

  assert.equal(await server.exit, 1)
  assert.match(
    server.said(),
    new RegExp(`端口 ${port} 已被别的程序占用。请换一个端口：npm start -- --port ${port + 1}`),
  )
  assert.throws(serverPid, /ENOENT/)
  other.close()
})

test('wrong settings are named one a line before anything is touched', async () => {
  const server = await started(['--data', join(home, 'none'), '--prot', '1'], {
    PORT: 'eighty',
    SMTP_URL: 'gopher://x',
  })

  assert.equal(await server.exit, 2)
  const lines = server.said().trim().split('\n')
  assert.equal(lines.length, 4)
  assert.match(lines.join('\n'), /--prot[\s\S]*PORT 的值“eighty”不是端口号[\s\S]*SMTP_URL 的开头是 gopher:/)
  assert.throws(() => statSync(join(home, 'none')))
})

test('a folder of something else is not taken for a data folder', async () => {
  const foreign = join(home, 'photos')
  mkdirSync(foreign, { mode: 0o755 })
  writeFileSync(join(foreign, 'one.jpg'), '')

  const server = await start(['--data', foreign])

  assert.equal(await server.exit, 1)
  assert.match(server.said(), /已有别的文件，不是知行的数据目录/)
  assert.equal(statSync(foreign).mode & 0o777, 0o755)
})

test('missing keys beside a database are asked back, not made anew', async () => {
  const keys = readFileSync(join(data, 'secrets.json'))
  rmSync(join(data, 'secrets.json'))

  const server = await start()

  assert.equal(await server.exit, 1)
  assert.match(server.said(), /没有密钥文件.*请从备份中放回/)
  writeFileSync(join(data, 'secrets.json'), keys, { mode: 0o600 })
})

test('a copy of a stopped data folder is a backup, whoever copied it and however openly', async () => {
  const copy = join(home, 'copy')
  cpSync(data, copy, { recursive: true })
  chmodSync(join(copy, 'postgres'), 0o755)
  rmSync(join(copy, 'logins.json'))

  const server = await start(['--data', copy])
  await server.ready

  const beside = await openDatabase({ data: copy }, { attach: true })
  const { rows } = await beside.connect('owner').query('select two from saved')
  await beside.close()
  assert.deepEqual(rows, [{ two: 2 }])
  await server.end('SIGINT')
})

test('an outside database out of reach is named without its password', async () => {
  const server = await start([], { DATABASE_URL: 'postgres://clerk:top-secret@127.0.0.1:9/zhixing' })

  assert.equal(await server.exit, 1)
  assert.match(server.said(), /连不上数据库 127\.0\.0\.1:9\/zhixing：/)
  assert.doesNotMatch(server.said(), /top-secret/)
})

test('a database that a newer version wrote is refused and left as it is', async () => {
  const { owner, url } = await testDatabase()
  await owner.query(`insert into migration (name, digest) values ('9999-from-the-future.sql', 'x')`)

  const server = await start([], { DATABASE_URL: url })

  assert.equal(await server.exit, 1)
  assert.match(server.said(), /数据库由更新的版本建立.*9999-from-the-future/)
})

test('an empty outside database is prepared and served', async () => {
  const { url } = await emptyDatabase()

  const server = await start(['--data', join(home, 'outside')], { DATABASE_URL: url })

  await server.ready
  assert.equal((await server.healthz()).status, 200)
  assert.throws(() => statSync(join(home, 'outside/postgres')))
  assert.equal(await server.end('SIGTERM'), 0)
})

test('a path too long for a socket is served over the loopback', async () => {
  const deep = join(home, 'd'.repeat(120))

  const server = await start(['--data', deep])

  await server.ready
  assert.equal((await server.healthz()).status, 200)
  await server.end('SIGINT')
})
