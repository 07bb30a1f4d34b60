import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool, PoolClient } from 'pg'

const ROOT = join(import.meta.dirname, '../..')
const MIGRATIONS = join(ROOT, 'db/migrations')
const SLICES = join(ROOT, 'src')

// Any number will do as long as every version of the product asks for the same one.
const LOCK = 20_181_125

/** The database was migrated by a newer version of the product; this one would misread it. */
export class NewerSchema extends Error {
  override name = 'NewerSchema'
}

/**
 * Brings the database to this version's schema, as the role `owner`. Two servers starting at once wait for one another.
 * @throws NewerSchema when the database holds a migration that this version does not know.
 */
export const migrate = async (owner: Pool): Promise<void> => {
  const connection = await owner.connect()
  try {
    await connection.query('select pg_advisory_lock($1)', [LOCK])
    await applyMigrations(connection)
    await applyGuard(connection)
  } finally {
    await connection.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {})
    connection.release()
  }
}

const applyMigrations = async (connection: PoolClient): Promise<void> => {
  await connection.query(`create table if not exists migration (
    name text primary key, digest text not null, applied_at timestamptz not null default now())`)
  const applied = await connection.query<{ name: string }>('select name from migration')
  const known = await sqlFiles(MIGRATIONS)
  const unknown = applied.rows.map(({ name }) => name).filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new NewerSchema(
      `数据库由更新的版本建立（含 ${unknown.sort().at(-1)}），本版本只认得到 ${known.at(-1)}。请换用新版本启动；数据未改动。`,
    )
  const done = new Set(applied.rows.map(({ name }) => name))
  for (const name of known.filter((each) => !done.has(each))) {
    const text = await readFile(join(MIGRATIONS, name), 'utf8')
    await within(connection, async () => {
      await connection.query('insert into migration (name, digest) values ($1, $2)', [name, digest(text)])
      await connection.query(text)
    })
  }
}

// Policies are dropped and granted afresh, but only when their text changed: it costs a lock on every table.
const applyGuard = async (connection: PoolClient): Promise<void> => {
  const slices = (await readdir(SLICES, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const texts = [await readFile(join(SLICES, 'database/guard.sql'), 'utf8')]
  for (const slice of slices.sort())
    for (const name of await sqlFiles(join(SLICES, slice)))
      if (name.endsWith('policies.sql')) texts.push(await readFile(join(SLICES, slice, name), 'utf8'))
  const names = await sqlFiles(MIGRATIONS)
  const stands = digest([...texts, ...names].join('\n'))

  await connection.query('create table if not exists guard (digest text primary key)')
  const { rows } = await connection.query('select 1 from guard where digest = $1', [stands])
  if (rows.length > 0) return
  await within(connection, async () => {
    for (const text of texts.filter((each) => each.trim() !== '')) await connection.query(text)
    await connection.query('delete from guard')
    await connection.query('insert into guard (digest) values ($1)', [stands])
  })
}

const sqlFiles = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

const within = async (connection: PoolClient, work: () => Promise<void>): Promise<void> => {
  await connection.query('begin')
  try {
    await work()
    await connection.query('commit')
  } catch (error) {
    await connection.query('rollback')
    throw error
  }
}
