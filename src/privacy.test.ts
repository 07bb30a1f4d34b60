import assert from 'node:assert/strict'
import { createDecipheriv, hkdfSync } from 'node:crypto'
import { test } from 'node:test'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { Client } from 'pg'
import { pino } from 'pino'
import { z } from 'zod'
import { standingOf } from './access/store.ts'
import { errandSources, routes, yearSources } from './app.ts'
import { downloadArchive, JOB_KINDS, makeArchive } from './archives/contract.ts'
import { archiveRoutes } from './archives/routes.ts'
import { openWorkshop } from './archives/workshop-jobs.ts'
import { acting } from './database/acting.ts'
import { digestOf } from './duties/digest.ts'
import { digestRoutes } from './duties/digest-routes.ts'
import { mountFeed } from './duties/feed-routes.ts'
import { openFeed } from './duties/reminder-contract.ts'
import { todayOf } from './duties/today-routes.ts'
import { LAST_DAY } from './example/play.ts'
import { exampleOrgan } from './example/testing.ts'
import { isRead, type KnownIds, readsOf, textIn } from './fixtures/every-read.ts'
import { AUTHOR, type Mark, PARTNER, plant } from './fixtures/planted.ts'
import { addressOf } from './http/call.ts'
import { endpoint } from './http/endpoint.ts'
import { type Env, mount, type Route, route, type SignedIn } from './http/serve.ts'
import { grantsOf, type Post } from './kernel/access.ts'
import { day } from './kernel/day.ts'
import { isRefusal } from './kernel/outcome.ts'
import { rosterRoutes } from './people/roster-routes.ts'

// Texts that nobody else may read are planted in the example organ; then an operator, a superior, another member, the leader of
// another group, the secretaries of this branch and of the other one ask for everything there is.

const example = await exampleOrgan()
const today = () => day(LAST_DAY)
const asks = { on: LAST_DAY }

type Reader = { name: string; who: SignedIn }

/** With the posts of her day, or with one post alone where the design has one that nobody of the example holds alone. */
const readerOf = async (name: string, person: string, post?: [Post, string]): Promise<Reader> => {
  const id = example.person(person)
  const as = { organ: example.organ, person: id, operation: 'test', may: {} }
  const standing = await acting(example.database, as, (tx) => standingOf(tx, id, asks.on))
  if (!standing || isRefusal(standing)) throw new Error(person)
  const held = post ? [{ post: post[0], path: await pathOf(post[1]) }] : standing.held
  return { name, who: { account: id, organ: example.organ, person: id, grants: grantsOf(held) } }
}

/** Rows as they lie in the database, past row security: what a backup holds. */
const lying = async (statement: string, ...values: unknown[]): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: example.url })
  await client.connect()
  try {
    return (await client.query(statement, values)).rows
  } finally {
    await client.end()
  }
}
const pathOf = async (name: string): Promise<string> =>
  String((await lying('select path from unit where id = $1', example.unit(name)))[0]?.path)

const tablesIn = (schema: string) =>
  lying(
    `select c.relname as name, array(select attname::text from pg_attribute a where a.attrelid = c.oid and attnum > 0
       and not attisdropped and atttypid = 'bytea'::regtype) as sealed,
       exists (select from pg_attribute a where a.attrelid = c.oid and attname = 'id' and atttypid = 'uuid'::regtype) as known
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = $1 order by 1`,
    schema,
  )

const log: string[] = []
const heard = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) })
const workshop = openWorkshop(example.database, yearSources, heard)
const everything: readonly Route[] = [
  ...routes,
  ...rosterRoutes(example.columns),
  ...digestRoutes(true),
  ...archiveRoutes(yearSources, workshop),
]

/** The product on the planted organ; `who` is said with each request. */
const served = (all: readonly Route[]) => {
  let asking: SignedIn | null = null
  const ground = { database: example.database, columns: example.columns, signedIn: async () => asking, today }
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('log', heard)
    await next()
  })
  mount(app, ground, all)
  mountFeed(app, ground)
  return async (who: SignedIn, address: string, method = 'get', body?: unknown): Promise<Told> => {
    asking = who
    const response = await app.request(address, {
      method: method.toUpperCase(),
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    })
    return { status: response.status, text: textIn(new Uint8Array(await response.arrayBuffer())) }
  }
}
type Told = { status: number; text: string }
const ask = served(everything)

/** Every id in a table, as far as it has any. */
const idsIn = async (): Promise<Map<string, string[]>> => {
  const ids = new Map<string, string[]>()
  for (const { name, known } of await tablesIn('public'))
    if (known)
      ids.set(
        String(name),
        (await lying(`select id from ${name}`)).map(({ id }) => String(id)),
      )
  return ids
}

/** The rows that came with the planting, and two that were there before. */
const knownIds = async (): Promise<KnownIds> => {
  const ids = new Map<string, string[]>()
  for (const [table, now] of await idsIn()) {
    const before = known.get(table) ?? []
    ids.set(table, [...now.filter((id) => !before.includes(id)).slice(0, 10), ...before.slice(0, 2)])
  }
  ids.set(
    'unit',
    ['市妇联机关党总支', '市妇联机关党支部', '第二党小组', '第三党小组', '妇女儿童活动中心党支部'].map(
      example.unit,
    ),
  )
  ids.set('person', [AUTHOR, PARTNER, '顾明漪'].map(example.person))
  return ids
}

/** Every mark that the reader sees in the text and should not, by what it is. */
const leaksIn = (text: string, { name }: Reader): string[] =>
  marks.filter((mark) => !mark.may.includes(name) && text.includes(mark.text)).map(({ what }) => what)

/** Asks for everything that can be read, and tells what came out that should not. */
const tryAll = async (
  reader: Reader,
  all: readonly Route[],
  asks: ReturnType<typeof served> = ask,
): Promise<{ leaks: string[]; answered: number; seen: Set<string> }> => {
  const ids = await knownIds()
  const leaks: string[] = []
  const seen = new Set<string>()
  let answered = 0
  for (const { endpoint } of all.filter((each) => isRead(each.endpoint)))
    for (const { input } of readsOf(endpoint, ids)) {
      const told = await asks(reader.who, addressOf(endpoint, input as never), endpoint.method, input.body)
      assert.notEqual(told.status, 500, `${endpoint.summary} ${told.text}`)
      if (told.status === 200) answered += 1
      for (const what of leaksIn(told.text, reader))
        leaks.push(`${reader.name}: ${what}, by ${endpoint.path}`)
      for (const mark of marks) if (told.text.includes(mark.text)) seen.add(mark.what)
    }
  return { leaks, answered, seen }
}

/** Seen by nobody in clear: sealed boxes that each author reads and puts back when she drops her own slip or sheet in. */
const BOXES = ['life_box', 'appraisal_urn']

/** What a careless route could tell this reader: all her rows of all tables, and the sealed ones unsealed. */
const rowsSeen = async ({ who }: Reader): Promise<string> => {
  const as = { organ: who.organ, person: who.person, operation: 'test', may: who.grants }
  const texts: string[] = []
  for (const { name, sealed } of await tablesIn('public')) {
    if (BOXES.includes(String(name))) continue
    const rows = await acting(example.database, as, async (tx) => {
      const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(String(name))}`.execute(
        tx,
      )
      return rows
    }).catch(() => [])
    if (isRefusal(rows)) continue
    texts.push(JSON.stringify(rows))
    for (const row of rows)
      for (const column of sealed as string[]) if (row[column]) texts.push(unsealed(row[column] as Buffer))
  }
  return texts.join('\n')
}

const KEY = Buffer.from(
  hkdfSync('sha256', Buffer.from(example.columns, 'base64'), '', 'zhixing sealed text', 32),
)

/** As src/database/sealed.ts writes it, but without asking whether it stands in its place. */
const unsealed = (bytes: Buffer): string => {
  if (bytes[0] !== 1 || bytes.length < 30) return ''
  const cipher = createDecipheriv('aes-256-gcm', KEY, bytes.subarray(1, 13))
  return cipher.update(bytes.subarray(29)).toString('utf8')
}

/** The ids of before the planting. */
const known: KnownIds = await idsIn()
const marks: Mark[] = await plant(example)
const author = await readerOf('author', AUTHOR)
const readers: Reader[] = [
  await readerOf('operator', '袁立新'),
  await readerOf('superior', '倪晓雯', ['superior', '市妇联机关党总支']),
  await readerOf('member', '陶然'),
  await readerOf('foreignLeader', '许慧敏'),
  await readerOf('otherSecretary', '邵长青'),
  await readerOf('committee', '贺佳宁'),
  await readerOf('secretary', '顾明漪'),
]

test('whose texts they are reads them, so that what follows would find them', async () => {
  const { seen } = await tryAll(author, everything)
  const rows = await rowsSeen(author)

  const own = marks.filter(({ what }) => !/slip|opinion on a person|visited|asker/.test(what))
  assert.ok(own.length >= 8)
  for (const { what, text } of own) assert.ok(seen.has(what) || rows.includes(text), what)
})

test('a backup holds nothing of them in clear text, the trail included', async () => {
  for (const schema of ['public', 'identity'])
    for (const { name } of await tablesIn(schema)) {
      const rows = await lying(`select t::text as line from ${schema}."${name}" t`)
      const text = rows.map(({ line }) => line).join('\n')
      for (const mark of marks) assert.ok(!text.includes(mark.text), `${name} holds ${mark.what}`)
    }
})

test('row security gives each reader no row of them, sealed or not, that the design does not give her', async () => {
  for (const reader of readers) assert.deepEqual(leaksIn(await rowsSeen(reader), reader), [], reader.name)
})

test('no weekly letter, no list of the day and no calendar tells of them, to anyone', async () => {
  for (const reader of [author, ...readers]) {
    const as = { organ: example.organ, person: reader.who.person, operation: 'test', may: reader.who.grants }
    const lists = await acting(example.database, as, (tx) => todayOf(tx, reader.who, today(), errandSources))
    if (isRefusal(lists)) throw new Error(lists.message)
    const letter = digestOf('示例', lists, today(), null)
    const { text } = await ask(reader.who, openFeed.path, 'post', {})
    const { address } = JSON.parse(text) as { address: string }
    const calendar = await ask(reader.who, new URL(address, 'http://localhost').pathname)
    assert.equal(calendar.status, 200)
    for (const each of [JSON.stringify(lists), letter?.text ?? '', calendar.text])
      for (const mark of marks) assert.ok(!each.includes(mark.text), `${reader.name}: ${mark.what}`)
  }
})

test('the book and the archive of the year hold none of them, made by whoever may read some', async () => {
  const secretary = readers.find(({ name }) => name === 'secretary')!
  const params = { unit: example.unit('市妇联机关党支部') }
  for (const kind of JOB_KINDS) {
    const { status, text } = await ask(secretary.who, addressOf(makeArchive, { params } as never), 'post', {
      kind,
      year: 2026,
    })
    assert.equal(status, 200, text)
    await workshop.idle()
    const { id } = JSON.parse(text) as { id: string }
    const file = await ask(secretary.who, addressOf(downloadArchive, { params: { job: id } }))
    assert.equal(file.status, 200, file.text)
    assert.match(file.text, /林知夏/)
    for (const mark of marks) assert.ok(!file.text.includes(mark.text), `${kind} holds ${mark.what}`)
  }
})

test('no endpoint, document or export gives them to whoever is not meant to read them', async (t) => {
  // Twice for those who come after the box was opened, when more lies outside it than before.
  const after = readers.filter(({ name }) => ['committee', 'member', 'superior'].includes(name))
  for (const reader of [...readers, ...after]) {
    const { leaks, answered, seen } = await tryAll(reader, everything)
    t.diagnostic(`${reader.name}: ${answered} answers, ${seen.size} texts that are hers to read`)
    assert.deepEqual([...new Set(leaks)], [])
    assert.ok(answered > 10, reader.name)
    // What the design gives her is found, or the search would prove nothing.
    if (reader.name === 'secretary')
      assert.deepEqual(
        [...seen].sort(),
        marks
          .filter(({ may }) => may.includes('secretary'))
          .map(({ what }) => what)
          .sort(),
      )
  }
  for (const mark of marks) assert.ok(!log.join('\n').includes(mark.text), `the log tells ${mark.what}`)
})

test('a planted hole is found: a policy that opens a table, and a route that forgets whose it is', async () => {
  const member = readers.find(({ name }) => name === 'member')!
  const careless = route(CARELESS, async ({ tx, sealed }) => {
    const rows = await tx.selectFrom('selfCheck').selectAll().execute()
    return {
      told: rows.map((row) => sealed.reveal(row.content, `self_check ${row.personId} ${row.year} content`)),
    }
  })
  const closed = await tryAll(member, [careless], served([careless]))
  await lying('create policy hole on self_check for select to app using (true)')

  const open = await tryAll(member, [careless], served([careless]))
  const rows = leaksIn(await rowsSeen(member), member)
  await lying('drop policy hole on self_check')

  assert.deepEqual(closed.leaks, [])
  assert.deepEqual(open.leaks, ['member: a self-check, by /api/hole'])
  assert.deepEqual(rows, ['a self-check'])
})

const CARELESS = endpoint({
  method: 'get',
  path: '/api/hole',
  summary: '漏洞',
  asks: 'signed-in',
  answer: z.object({ told: z.array(z.string()) }),
})
