import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { pino } from 'pino'
import { acting } from '../database/acting.ts'
import { testDatabase } from '../database/testing.ts'
import { PERMISSION_NAMES } from '../kernel/access.ts'
import { refuse } from '../kernel/outcome.ts'
import { auditCommand } from './command.ts'
import { keepTrailsSealed, sealTrails, verifyTrails } from './jobs.ts'
import { sayBreak } from './seal.ts'

const { database, owner, app, url } = await testDatabase()
const organ = crypto.randomUUID()
const everything = Object.fromEntries(PERMISSION_NAMES.map((name) => [name, ['/']]))
const actor = { organ, person: null, operation: '建立组织', may: everything }

const found = (name: string, db = database) =>
  acting(db, actor, async (tx) => {
    const unit = { line: 'party', kind: 'branch', name, path: `/${name}/`, foundedOn: '2020-01-01' }
    await tx.insertInto('unit').values(unit).execute()
    return null
  })

const foundOrgan = (db = database) =>
  acting(db, actor, async (tx) => {
    await tx.insertInto('organ').values({ organId: organ, name: '示例市妇联机关' }).execute()
    return null
  })

const asSuperuser = async (statement: string, at = url): Promise<void> => {
  const client = new Client({ connectionString: at })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

const broken = async (): Promise<string | null> => {
  const [verified] = await verifyTrails(owner)
  return verified?.broken ? sayBreak(verified.broken) : null
}

before(async () => {
  await foundOrgan()
  await found('甲支部')
  // Leaves a number of the trail unused, as every transaction does that is taken back.
  await acting(database, actor, async (tx) => {
    await tx.updateTable('unit').set({ name: '改名' }).execute()
    return refuse('conflict', '不改了。')
  })
  for (const name of ['乙支部', '丙支部']) await found(name)
})

test('sealing takes each row once, and the seals hold on to one another', async () => {
  const [first] = await sealTrails(owner)
  assert.equal(first?.rows, 4)
  assert.equal((await sealTrails(owner))[0]?.rows, 0)
  await found('丁支部')
  const [second] = await sealTrails(owner)
  assert.deepEqual([second?.rows, second?.last?.number], [1, 2])
  const [verified] = await verifyTrails(owner)
  assert.deepEqual([verified?.seals, verified?.rows, verified?.waiting, verified?.broken], [2, 5, 0, null])
})

test('a row numbered before others but written after them is waited for, then sealed with them', async () => {
  const slow = await app.connect()
  await slow.query('begin')
  await slow.query(
    `select set_config('zhixing.organ', $1, true), set_config('zhixing.unit.change', '{/}', true)`,
    [organ],
  )
  await slow.query(
    `insert into unit (line, kind, name, path, founded_on) values ('party', 'branch', '戊', '/e/', '2020-01-01')`,
  )
  await found('己支部')
  const [refused] = await sealTrails(owner, 100)
  assert.deepEqual([refused?.busy, refused?.rows], [true, 0])
  const sealing = sealTrails(owner)
  await slow.query('commit').finally(() => slow.release())
  const [sealed] = await sealing
  assert.deepEqual([sealed?.busy, sealed?.rows], [false, 2])
  assert.equal(await broken(), null)
})

test('whoever alters, removes or slips in a row behind the seal is found, with the number of the row', async () => {
  const rename = (from: string, to: string) =>
    asSuperuser(`update audit set after = after || '{"name":"${to}"}' where after ->> 'name' = '${from}'`)
  await rename('乙支部', '庚支部')
  assert.match((await broken()) ?? '', /^第 1 段留痕被改动：第 \d+ 行（\d{4}-.*建立组织，组织）$/)
  await rename('庚支部', '乙支部')
  assert.equal(await broken(), null)

  const giveBack = () => asSuperuser('insert into audit overriding system value select * from stolen')
  await asSuperuser(`create table stolen as select * from audit where after ->> 'name' = '丁支部'`)
  await asSuperuser(`delete from audit where after ->> 'name' = '丁支部'`)
  assert.match((await broken()) ?? '', /^第 2 段留痕被删除：第 \d+ 行$/)
  await giveBack()
  assert.equal(await broken(), null)

  for (const unused of [0, 3]) {
    await asSuperuser(`update stolen set id = ${unused}`)
    await giveBack()
    const expected = new RegExp(`^第 1 段封存之后被插入留痕：第 ${unused} 行（.*建立组织`)
    assert.match((await broken()) ?? '', expected)
    await asSuperuser(`delete from audit where id = ${unused}`)
  }
  assert.equal(await broken(), null)

  await asSuperuser(
    `update audit_seal set row_ids = row_ids[1:1], row_digests = substring(row_digests for 16) where number = 1`,
  )
  assert.equal(await broken(), '第 1 段封存记录被改动')
})

test('a missing seal is missed, and a cut-off end is told by the code that was noted down', async () => {
  const other = await testDatabase()
  const run = (...argv: string[]) =>
    auditCommand(argv, {
      seal: () => sealTrails(other.owner),
      verify: (hear) => verifyTrails(other.owner, hear),
    })
  await foundOrgan(other.database)
  for (const name of ['一', '二', '三']) {
    await found(name, other.database)
    assert.equal((await run('seal')).code, 0)
  }
  const code = (await verifyTrails(other.owner))[0]?.last?.code ?? ''
  assert.equal((await run('verify', '--code', code)).code, 0)
  await asSuperuser('delete from audit_seal where number = 3', other.url)
  assert.equal((await run('verify')).code, 0)
  const cut = await run('verify', '--code', code)
  assert.deepEqual([cut.code, cut.err.includes(code)], [1, true])

  await asSuperuser('delete from audit_seal where number = 1', other.url)
  const missing = await run('verify')
  assert.equal(missing.code, 1)
  assert.match(missing.err, /第 1 段封存记录缺失/)
  assert.equal((await run('verify', '--code', 'nonsense')).code, 2)
  assert.equal((await run('shred')).code, 2)
})

test('the role that serves pages can neither seal nor change the trail', async () => {
  for (const statement of [
    `update audit set operation = '无'`,
    'delete from audit',
    `insert into audit_seal select * from audit_seal`,
    'delete from audit_seal',
  ])
    await assert.rejects(app.query(statement), /permission denied/)
})

test('the running server seals by itself, soon after its start and again and again, until it is stopped', async () => {
  const { database: db, owner: own } = await testDatabase()
  await foundOrgan(db)
  const clock = keepTrailsSealed(own, pino({ level: 'silent' }), { first: 20, every: 200 })
  const sealed = async (wanted: number): Promise<void> => {
    for (let seals = -1; seals < wanted; await pause(20)) {
      const { rows } = await own.query('select count(*)::int as seals from audit_seal')
      seals = rows[0].seals
    }
  }
  await sealed(1)
  await found('辛', db)
  await sealed(2)
  clock.stop()
})
