import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { Client } from 'pg'
import { CHOICES, type Choice } from '../ballots/ballot.ts'
import { sealedWith } from '../database/sealed.ts'
import { countingIn, countWorld, granted } from './fixtures/counting.ts'
import { readingIn } from './fixtures/reading.ts'
import { sheetsIn } from './pile.ts'
import type { Pass } from './reading-store.ts'

// Who tries to join a voter and a ballot here owns the database: she reads every table before and after each act, with the
// hidden columns in which PostgreSQL keeps order and transaction. Only the key of the sealed columns lies elsewhere.

const world = await countWorld()
const administrator = new Client({ connectionString: world.database.url })
// The database is dropped before the connection is.
administrator.on('error', () => {})
await administrator.connect()
after(() => administrator.end().catch(() => {}))

const { rows: tables } = await administrator.query<{ name: string }>(`
  select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`)

/** Every row of every table, with the place and the transaction that the server keeps beside it. */
const everything = async (): Promise<Map<string, string>> => {
  const seen = new Map<string, string>()
  for (const { name } of tables) {
    const { rows } = await administrator.query(
      `select ctid::text, xmin::text, to_jsonb(t)::text as said from ${name} t`,
    )
    for (const { ctid, xmin, said } of rows) seen.set(`${name} ${ctid} ${xmin}`, `${name} ${said}`)
  }
  return seen
}

/** What one act left behind anywhere. */
const trace = async (act: () => Promise<unknown>): Promise<string[]> => {
  const before = await everything()
  await act()
  return [...(await everything())].filter(([key]) => !before.has(key)).map(([, said]) => said)
}

/** The trace without what differs between any two acts: times, numbers of rows and transactions, versions, the sealed bytes. */
const bare = (said: string): string =>
  said
    .replace(/"content": "\\\\x([0-9a-f]+)"/, (_, bytes: string) => `"content": ${bytes.length}`)
    .replace(/"at": "[^"]+"/g, '"at"')
    .replace(/"(id|transaction)": "?\d+"?/g, '"$1"')
    .replace(/"(version|sheets)": \d+/g, '"$1"')

const voters = world.people.slice(0, 29)
const named = (said: string): string | undefined =>
  voters.find(({ person, name }) => said.includes(person) || said.includes(name))?.name

const begun = async () => {
  const at = await world.plant()
  const counting = countingIn(world, at)
  granted(await counting.start('member', { form: 'sheets' }))
  granted(await counting.enter('member', { issued: 26 }))
  const { id } = await counting.roundNow('member')
  const readings = readingIn(world, { ...at, round: id })
  for (const pass of ['first', 'second'] as const) granted(await readings.begin(pass))
  return { at, round: id, ...counting, ...readings }
}

const written = world.people[20]!
const sheet = fc.record({
  choices: fc.array(fc.constantFrom(...CHOICES), { minLength: 6, maxLength: 6 }),
  writeIns: fc.constantFrom<{ personId: string | null; name: string }[]>(
    [],
    [{ personId: written.person, name: written.name }],
    [{ personId: null, name: '某' }],
  ),
  unreadable: fc.boolean(),
})

test('whoever owns the database finds the same trace of a sheet, whatever stands on it, and no voter in it', async () => {
  const { put } = await begun()
  const found = new Set<string>()
  let place = 0
  await fc.assert(
    fc.asyncProperty(sheet, async ({ choices, ...more }) => {
      place += 1
      const left = await trace(async () => granted(await put('first', place, choices, more)))
      // Who held the keyboard stands in the trail, as for every act; the tellers read aloud what lies before them.
      const told = left.map((said) =>
        said.replaceAll(world.secretary.person, 'KEYBOARD').replaceAll(world.people[0]!.name, 'KEYBOARD'),
      )
      for (const said of told) {
        assert.doesNotMatch(
          said,
          /approve|oppose|abstain"|unreadable|[+0-]{6}/,
          'no mark is written anywhere',
        )
        assert.equal(named(said), undefined, 'no voter, and nobody written in, is named')
      }
      found.add(left.map(bare).sort().join('\n'))
    }),
    { numRuns: 20 },
  )

  assert.equal(found.size, 1, [...found].join('\n\n'))
  const [only = ''] = found
  assert.deepEqual(
    only.split('\n').map((said) => said.split(' ')[0]),
    ['public.audit', 'public.election_reading'],
  )
})

test('the detector is no ornament: a mark kept in the clear, or a voter beside it, is found', async () => {
  await administrator.query('create table leak (voter uuid, mark text)')
  tables.push({ name: 'public.leak' })
  const told = await trace(() =>
    administrator.query('insert into leak values ($1, $2)', [voters[3]!.person, 'approve']),
  )
  tables.pop()
  await administrator.query('drop table leak')
  assert.ok(told.some((said) => /approve/.test(said) && named(said) === voters[3]!.name))
})

test('even with the key, a reading holds sheets in the order of the pile and no voter, ballot number or time', async () => {
  const { put, round } = await begun()
  for (const place of [1, 2, 3]) granted(await put('first', place, marks(place)))
  const { rows } = await administrator.query(
    `select content from election_reading where round_id = $1 and pass = 'first'`,
    [round],
  )
  const key = sealedWith(Buffer.alloc(32, 7).toString('base64'))
  const text = key.reveal(rows[0].content, `election_reading ${round} first content`)
  assert.deepEqual(
    sheetsIn(text).map(({ choices }) => choices),
    [1, 2, 3].map(marks),
  )
  assert.equal(named(text), undefined)
  assert.match(text, /^\[(\["[+0-]{6}[.x]"\],?)*\] *$/)
  // Moved to the other teller's place, or to another ballot, it can no longer be read.
  assert.throws(() => key.reveal(rows[0].content, `election_reading ${round} second content`))
})

const marks = (turn: number): Choice[] => Array.from({ length: 6 }, (_, at) => CHOICES[(at + turn) % 3]!)

test('closed, nothing of a sheet is left but the sums; neither reading is in the trail', async () => {
  const { at, round, put, finish, enter, close } = await begun()
  granted(await enter('member', { issued: 26, returned: 4 }))
  for (const pass of ['first', 'second'] as const) {
    for (const place of [1, 2, 3, 4]) granted(await put(pass, place, marks(place)))
    granted(await finish(pass))
  }
  const left = await trace(async () => granted(await close('member')))

  const { rowCount } = await administrator.query('select from election_reading where round_id = $1', [round])
  assert.equal(rowCount, 0)
  for (const said of left.filter((each) => each.startsWith('public.audit')))
    assert.doesNotMatch(said, /\\\\x01|[+0-]{6}[.x]/, 'no sealed value or sheet is told')
  const { rows } = await administrator.query(
    `select said from (select to_jsonb(a)::text as said from audit a) as a where said like '%election_reading%'`,
  )
  assert.ok(rows.length > 0)
  for (const { said } of rows) assert.doesNotMatch(said, /"content"/)
  assert.ok(at)
})

test('by no key, from no table, does a way lead from a ballot to a voter', async () => {
  // Every foreign key of what is kept of a ballot: the round, its names, its readings.
  const { rows: ways } = await administrator.query<{ from: string; column: string; to: string }>(`
    select c.conrelid::regclass::text as from, a.attname as column, c.confrelid::regclass::text as to
    from pg_constraint c join unnest(c.conkey) k on true
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k
    where c.contype = 'f' and a.attname <> 'organ_id'
      and (c.conrelid::regclass::text in ('election_round', 'election_name', 'election_reading')
        or c.confrelid::regclass::text in ('election_round', 'election_name', 'election_reading'))`)
  assert.deepEqual([...new Set(ways.map(({ from, column, to }) => `${from}.${column} ${to}`))].toSorted(), [
    // Whom the votes are for, and the ballot they were cast at.
    'election_name.candidate_id election_candidate',
    'election_name.person_id person',
    'election_name.round_id election_round',
    // Who read the pile; the ballot and the meeting it belongs to.
    'election_reading.round_id election_round',
    'election_reading.teller_id election_officer',
    'election_result.head_round_id election_round',
    'election_result.member_round_id election_round',
    'election_round.election_id election_gathering',
    'election_round.gathering_id election_gathering',
  ])
  const { rows: columns } = await administrator.query<{ name: string }>(`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_name in ('election_round', 'election_name', 'election_reading')
      and column_name ~ 'voter|seat_id|_at$|_by$|session|serial|number'`)
  assert.deepEqual(columns.map(({ name }) => name).toSorted(), [
    // Who sat at the keyboard for a reading of the whole pile.
    'election_reading.begun_by',
    'election_round.closed_at',
    'election_round.signed_by',
  ])
})

test('attendance and ballots are written in transactions of their own: no order of the one tells the other', async () => {
  const { at, round, put } = await begun()
  for (const pass of ['first', 'second'] as Pass[])
    for (const place of [1, 2, 3]) granted(await put(pass, place, marks(place)))
  const { rows } = await administrator.query(
    `select count(*) from election_seat s
     join (select xmin from election_reading where round_id = $1 union all
           select xmin from election_name where round_id = $1 union all
           select xmin from election_round where id = $1) b on b.xmin = s.xmin
     where s.gathering_id = $2`,
    [round, at.gathering],
  )
  assert.equal(Number(rows[0].count), 0)
})
