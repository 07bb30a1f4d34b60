import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { Client, type Pool } from 'pg'
import { type Database, databaseOf } from './acting.ts'
import { startEmbedded } from './embedded.ts'
import { readLogins, SUPERUSER } from './embedded-cluster.ts'
import { holderOf } from './lock.ts'
import { migrate } from './migrate.ts'
import { openOutside } from './outside.ts'
import type { Server } from './server.ts'

export type TestDatabase = Server & {
  /** The pools of the three roles. */
  owner: Pool
  app: Pool
  identity: Pool
  /** Kysely over the pool of `app`, as `acting` takes it. */
  database: Database
  /** The database's URL with its administrator's rights, e.g. for a process under test. */
  url: string
}

/** What a database holds from the start: made by the first file that asks and copied from then on, while `key` stays. */
export type Filling = { key: string; fill: (server: Server) => Promise<void> }

/**
 * A fresh, migrated database of its own for one test file, in some 50 ms: a copy of a template that the first file of a run
 * makes. It is dropped when the file's tests are over. The server is the one that TEST_DATABASE_URL names; else the one that
 * the whole run shares (`ZHIXING_TEST_SERVER`); else one started here for this file. With a filling it holds that too.
 */
export const testDatabase = async (filling?: Filling): Promise<TestDatabase> => {
  const base = process.env.TEST_DATABASE_URL ?? process.env.ZHIXING_TEST_SERVER ?? (await serverOfThisFile())
  const name = `zhixing_test_${process.pid}_${randomBytes(4).toString('hex')}`
  const template = await ensureTemplate(base, filling)
  await administer(base, (client) => copyDatabase(client, template, name))
  const url = urlOf(base, name)
  const server = await openOutside(url)
  const close = async () => {
    await server.close()
    await administer(base, (client) => client.query(`drop database if exists ${name} with (force)`)).catch(
      () => {},
    )
  }
  after(close)
  const [owner, app, identity] = [server.connect('owner'), server.connect('app'), server.connect('identity')]
  return { ...server, close, owner, app, identity, database: databaseOf(app), url }
}

/** An empty database without the schema, to test migrations themselves and the opening of odd databases. */
export const emptyDatabase = async (): Promise<{ url: string }> => {
  const base = process.env.TEST_DATABASE_URL ?? process.env.ZHIXING_TEST_SERVER ?? (await serverOfThisFile())
  const name = `zhixing_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await administer(base, (client) => copyDatabase(client, 'template0', name))
  after(() =>
    administer(base, (client) => client.query(`drop database if exists ${name} with (force)`)).catch(
      () => {},
    ),
  )
  return { url: urlOf(base, name) }
}

/** A server for tests in a folder of its own, fast and forgetful. Gives its administrator's URL. */
export const startTestServer = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  sweep()
  const data = mkdtempSync(join(tmpdir(), `zhixing-test-${process.pid}-`))
  const server = await startEmbedded({ data, purpose: 'server', note: () => {}, durable: false })
  const holder = holderOf(data)
  const logins = readLogins(data)
  if (!server || !holder || !logins) throw new Error('the test server did not start')
  const url = new URL('postgres://localhost/postgres')
  url.username = SUPERUSER
  url.password = logins.superuser
  url.searchParams.set('host', holder.host)
  url.searchParams.set('port', String(holder.port))
  const stop = async () => {
    await server.close()
    rmSync(data, { recursive: true, force: true })
  }
  return { url: url.href, stop }
}

/** Drops the template, and those filled on top of it, from a server that others keep. */
export const dropTemplate = (base: string): Promise<void> =>
  administer(base, async (client) => {
    const name = templateName()
    const { rows } = await client.query(
      'select datname as made from pg_database where datname = $1 or starts_with(datname, $2)',
      [name, `${name}_`],
    )
    for (const { made } of rows) await client.query(`drop database if exists ${made} with (force)`)
  })

let ofThisFile: Promise<string> | undefined

const serverOfThisFile = (): Promise<string> => {
  ofThisFile ??= startTestServer().then(({ url, stop }) => {
    // Registered before the databases' own, and run after them.
    process.once('beforeExit', stop)
    return url
  })
  return ofThisFile
}

// Folders of test runs that were killed; the server in them, if it still runs, ends when its folder is gone.
const sweep = (): void => {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.match(/^zhixing-test-(\d+)-/)?.[1])
    if (pid && !runs(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const urlOf = (base: string, database: string): string => {
  const url = new URL(base)
  url.pathname = `/${database}`
  return url.href
}

const administer = async <T>(base: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: base })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const LOCK = 20_181_127

const copyDatabase = async (client: Client, template: string, name: string): Promise<void> => {
  const sort = template === 'template0' ? `encoding 'UTF8'` : ''
  // Copying by files is quicker than through the log for a database of a few megabytes, when nothing need survive.
  await client.query(`create database ${name} template ${template} ${sort} strategy file_copy`)
}

/** The migrated template for the present state of the schema's files, or one filled on top of it. */
const ensureTemplate = async (base: string, filling?: Filling): Promise<string> => {
  const name = templateName()
  await madeOnce(base, name, 'template0', (server) => migrate(server.connect('owner')))
  if (!filling) return name
  const filled = `${name}_${filling.key}`
  await madeOnce(base, filled, name, filling.fill)
  return filled
}

const madeOnce = (base: string, name: string, from: string, fill: Filling['fill']): Promise<void> =>
  administer(base, async (client) => {
    const exists = async () =>
      (await client.query('select from pg_database where datname = $1', [name])).rowCount === 1
    if (await exists()) return
    await client.query('select pg_advisory_lock($1)', [LOCK])
    if (await exists()) return
    const half = `${name}_half`
    await client.query(`drop database if exists ${half} with (force)`)
    await copyDatabase(client, from, half)
    const server = await openOutside(urlOf(base, half))
    try {
      await fill(server)
    } finally {
      await server.close()
    }
    await client.query(`alter database ${half} rename to ${name}`)
  })

const templateName = (): string => `zhixing_template_${schemaDigest()}`

const schemaDigest = (): string => {
  const root = join(import.meta.dirname, '../..')
  const hash = createHash('sha256')
  for (const folder of ['db/migrations', 'src'])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      const path = join(root, folder, name)
      if (/\.sql$|database\/migrate\.ts$/.test(name) && statSync(path).isFile())
        hash.update(name).update(readFileSync(path))
    }
  return hash.digest('hex').slice(0, 16)
}
