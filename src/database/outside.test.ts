import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { actingAs, openOutside, unfitness } from './outside.ts'
import { emptyDatabase } from './testing.ts'

test('PostgreSQL 14 is too old and 15 is not', () => {
  assert.match(unfitness(140_012, 'UTF8') ?? '', /版本是 14，至少需要 15/)
  assert.equal(unfitness(150_000, 'UTF8'), undefined)
})

test('a database that cannot hold Chinese is refused', () => {
  assert.match(unfitness(170_000, 'LATIN1') ?? '', /编码是 LATIN1，须为 UTF8/)
})

test('taking on a role keeps the options that a URL has already', () => {
  const url = new URL(actingAs('postgres://clerk@host/zhixing?options=-c%20work_mem%3D8MB', 'app'))

  assert.equal(url.searchParams.get('options'), '-c work_mem=8MB -c role=app -c timezone=UTC')
})

test('sessions of a role own nothing, pass by no row security, and count time in UTC', async (t) => {
  const { url } = await emptyDatabase()
  const server = await openOutside(url)
  t.after(server.close)

  const { rows } = await server.connect('app').query(
    `select current_user as name, rolsuper or rolbypassrls as passes, current_setting('TimeZone') as zone
    from pg_roles where rolname = current_user`,
  )

  assert.deepEqual(rows, [{ name: 'app', passes: false, zone: 'UTC' }])
})

test('a user without the rights to prepare the roles is told what the administrator must run', async (t) => {
  const { url } = await emptyDatabase()
  // Beside the database of the test, which is dropped with every connection to it.
  const admin = new Client({ connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href })
  await admin.connect()
  const name = `stranger_${process.pid}`
  await admin.query(`create role ${name} login password 'stranger'`)
  t.after(async () => {
    await admin.query(`drop role ${name}`)
    await admin.end()
  })
  const theirs = new URL(url)
  theirs.username = name
  theirs.password = 'stranger'

  await assert.rejects(openOutside(theirs.href), /无权准备数据库角色.*grant owner to/)
})
