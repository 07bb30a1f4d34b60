import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { CAPABILITIES, PERMISSION_NAMES, type Permission } from '../kernel/access.ts'
import { type Acting, acting, type Database } from './acting.ts'
import { testDatabase } from './testing.ts'
import { actorOf, type Planted, type Someone, twoOrgans, type World } from './two-organs.ts'

const SRC = join(import.meta.dirname, '..')
const { database, owner } = await testDatabase()
const world = await twoOrgans(database)

/** Which permission reads and which writes a table's rows, said a second time and independently of the policies. */
const RIGHTS: Record<
  string,
  { key: string; read: Permission[]; write: Permission; own?: true; ownChange?: true }
> = {
  person: { key: 'id', read: ['roster.read'], write: 'roster.change', own: true },
  person_identity: {
    key: 'person_id',
    read: ['roster.identity'],
    write: 'roster.change',
  },
  membership: { key: 'id', read: ['roster.read'], write: 'roster.change' },
  import_batch: {
    key: 'id',
    read: ['roster.change'],
    write: 'roster.change',
  },
  import_row: { key: 'id', read: ['roster.change'], write: 'roster.change' },
  evidence: {
    key: 'id',
    read: ['duty.read', 'duty.summary'],
    write: 'meeting.record',
  },
  excuse: {
    key: 'id',
    read: ['duty.read', 'duty.summary'],
    write: 'duty.excuse',
  },
  meeting: { key: 'id', read: ['meeting.read'], write: 'meeting.record' },
  meeting_part: {
    key: 'meeting_id',
    read: ['meeting.read'],
    write: 'meeting.record',
  },
  agenda_item: {
    key: 'meeting_id',
    read: ['meeting.read'],
    write: 'meeting.record',
  },
  attendance: {
    key: 'meeting_id',
    read: ['meeting.read'],
    write: 'meeting.record',
    own: true,
  },
  resolution: { key: 'meeting_id', read: ['meeting.read'], write: 'meeting.record' },
  follow_up: {
    key: 'id',
    read: ['meeting.read'],
    write: 'meeting.record',
    own: true,
    ownChange: true,
  },
  amendment: { key: 'id', read: ['meeting.read'], write: 'meeting.record' },
  theme_day_rule: { key: 'id', read: ['unit.read'], write: 'meeting.record' },
  theme_month: { key: 'id', read: ['meeting.read'], write: 'meeting.record', own: true },
  theme_part: { key: 'id', read: ['meeting.read'], write: 'meeting.record', own: true, ownChange: true },
  follow_up_return: { key: 'id', read: ['meeting.read'], write: 'meeting.record' },
  file: { key: 'id', read: ['meeting.read'], write: 'meeting.record' },
  probation: { key: 'id', read: ['change.lead'], write: 'change.lead', own: true },
  transfer_out: { key: 'id', read: ['change.lead'], write: 'change.lead', own: true },
  introduction_letter: { key: 'id', read: ['change.lead'], write: 'change.lead', own: true },
  transfer_in: { key: 'id', read: ['change.lead'], write: 'change.lead', own: true },
  floating: { key: 'id', read: ['roster.read'], write: 'change.lead', own: true },
  floating_contact: { key: 'floating_id', read: ['roster.read'], write: 'meeting.record' },
  care_visit: { key: 'id', read: ['care.read'], write: 'care.record' },
  election: { key: 'id', read: ['election.read'], write: 'election.lead' },
  election_step: { key: 'election_id', read: ['election.read'], write: 'election.lead' },
  election_exclusion: { key: 'election_id', read: ['election.lead'], write: 'election.lead' },
  election_delegate: { key: 'election_id', read: ['election.read'], write: 'election.lead' },
  election_nomination: { key: 'election_id', read: ['election.read'], write: 'election.lead' },
  election_nominee: { key: 'election_id', read: ['election.read'], write: 'election.lead' },
  election_candidate: { key: 'id', read: ['election.read'], write: 'election.lead' },
  election_gathering: { key: 'id', read: ['election.read'], write: 'election.lead' },
  election_seat: { key: 'gathering_id', read: ['election.read'], write: 'election.lead' },
  election_officer: { key: 'gathering_id', read: ['election.read'], write: 'election.lead' },
  election_motion: { key: 'gathering_id', read: ['election.read'], write: 'election.lead' },
  election_round: { key: 'id', read: ['election.read'], write: 'election.lead' },
  election_name: { key: 'round_id', read: ['election.read'], write: 'election.lead' },
  election_reading: { key: 'round_id', read: ['election.lead'], write: 'election.lead' },
  election_result: { key: 'election_id', read: ['election.read'], write: 'election.lead' },
  life_check: { key: 'round_id', read: ['life.read'], write: 'life.lead' },
  life_problem: { key: 'id', read: ['life.read'], write: 'life.lead', own: true, ownChange: true },
  archive_job: { key: 'id', read: ['archive.take'], write: 'archive.take' },
  archive_piece: { key: 'job_id', read: ['archive.take'], write: 'archive.take' },
  talk: { key: 'id', read: ['talk.read'], write: 'talk.arrange', own: true, ownChange: true },
  study_plan_item: { key: 'id', read: ['study.read'], write: 'study.record' },
  study_session: { key: 'id', read: ['study.read'], write: 'study.record', own: true },
  study_material: { key: 'session_id', read: ['study.read'], write: 'study.record' },
  study_attendee: { key: 'session_id', read: ['study.read'], write: 'study.record', own: true },
  study_question: { key: 'session_id', read: ['study.read'], write: 'study.record' },
  study_follow_up: { key: 'id', read: ['study.read'], write: 'study.record', own: true, ownChange: true },
  outreach_lecture: { key: 'id', read: ['study.read'], write: 'study.record', own: true },
  outreach_question: { key: 'id', read: ['study.read'], write: 'study.record', own: true, ownChange: true },
}

const allowed = (someone: Someone, permissions: readonly Permission[], row: Planted): boolean =>
  row.organ === someone.organ &&
  permissions.some((permission) =>
    (someone.grants[permission] ?? []).some((prefix) => row.path.startsWith(prefix)),
  )

const readable = (someone: Someone, row: Planted): boolean => {
  const rights = RIGHTS[row.table]
  if (!rights || row.organ !== someone.organ) return false
  return allowed(someone, rights.read, row) || (rights.own === true && row.person === someone.person)
}

/** Reads a whole table as someone and names every row that should not have been seen, or was hidden wrongly. */
const readAll = async (db: Database, someone: Someone, table: string): Promise<string[]> => {
  const key = RIGHTS[table]?.key ?? 'id'
  const seen = await acting(db, actorOf(someone), async (tx) => {
    const { rows } = await sql<{
      key: string
    }>`select ${sql.ref(key)} as key from ${sql.table(table)}`.execute(tx)
    return rows.map((row) => row.key)
  })
  if (!Array.isArray(seen)) return ['refused']
  const due = world.rows.filter((row) => row.table === table && readable(someone, row)).map((row) => row.key)
  const leaked = seen.filter((key) => !due.includes(key)).map((key) => `${someone.name} saw ${table} ${key}`)
  const hidden = due
    .filter((key) => !seen.includes(key))
    .map((key) => `${someone.name} missed ${table} ${key}`)
  return [...leaked, ...hidden]
}

/** The column by which a table can be touched without changing it; absent where rows are never changed. */
const touchable = new Map(
  (
    await owner.query<{ name: string; field: string }>(`
      select distinct on (table_name) table_name as name, column_name as field
      from information_schema.column_privileges
      where grantee = 'app' and privilege_type = 'UPDATE' and table_schema = 'public'
      order by table_name, column_name`)
  ).rows.map(({ name, field }) => [name, field]),
)

/** Tries to change one row as someone and says if the database and the model disagree. */
const tryChange = async (db: Database, someone: Someone, row: Planted): Promise<string[]> => {
  const rights = RIGHTS[row.table]
  const field = touchable.get(row.table)
  if (!rights || !field) return []
  const assignment = sql`${sql.ref(field)} = ${sql.ref(field)}`
  const changed = await acting(db, actorOf(someone), async (tx) => {
    const statement = sql`update ${sql.table(row.table)} set ${assignment} where ${sql.ref(rights.key)} = ${row.key}`
    const { numAffectedRows } = await statement.execute(tx)
    return Number(numAffectedRows)
  })
  // Who carries a follow-up may finish it, whatever her post.
  const ours = rights.ownChange === true && row.organ === someone.organ && row.person === someone.person
  const due = readable(someone, row) && (ours || allowed(someone, [rights.write], row))
  return (changed !== 0) === due
    ? []
    : [`${someone.name} changed ${changed} of ${row.table} ${row.key}, due ${due}`]
}

/** Tries to slip a meeting into a unit as someone. */
const tryInsert = async (db: Database, someone: Someone, unit: World['units'][number]): Promise<string[]> => {
  const values = { unitId: unit.id, title: '会议', heldOn: '2026-05-01', startsAt: '09:00' }
  const insert = async (tx: Acting) => {
    await tx
      .insertInto('meeting')
      .values({ ...values, organId: unit.organ })
      .execute()
    throw new Undone()
  }
  const written = await acting(db, actorOf(someone), insert).then(
    () => false,
    (error) => error instanceof Undone,
  )
  const due = allowed(someone, ['meeting.record'], { table: 'meeting', key: '', person: null, ...unit })
  return written === due ? [] : [`${someone.name} could ${written ? '' : 'not '}write into ${unit.path}`]
}

class Undone extends Error {}

const anyone = fc.constantFrom(...world.people)
const anyRow = fc.constantFrom(...world.rows)
const anyUnit = fc.constantFrom(...world.units)
const anyTable = fc.constantFrom(...Object.keys(RIGHTS))

test('no table is without forced row security and an audit trigger', async () => {
  const { rows } = await owner.query<{ name: string; forced: boolean; audited: number }>(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select count(*)::int from pg_trigger t where t.tgrelid = c.oid and t.tgname like 'audit\\_%') as audited
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('public', 'identity')`)
  // The ledger of migrations and the guard's digest hold no organ's row; the trail cannot be its own trail, nor its seal.
  const ofTheHouse = ['public.migration', 'public.guard']
  const records = rows.filter(({ name }) => !ofTheHouse.includes(name))

  assert.ok(records.length >= 24, `only ${records.length} tables seen`)
  assert.deepEqual(
    records.filter(({ forced }) => !forced).map(({ name }) => name),
    [],
  )
  assert.deepEqual(
    records
      .filter(({ name, audited }) => audited !== 3 && !['public.audit', 'public.audit_seal'].includes(name))
      .map(({ name }) => name),
    [],
  )
})

test('every key of a record begins with its organ', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_index i on i.indrelid = c.oid and i.indisprimary
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relkind = 'r' and n.nspname = 'public' and a.attname <> 'organ_id'`)
  assert.deepEqual(rows.map(({ name }) => name).sort(), ['guard', 'migration'])
})

test('every policy asks for the setting once a query, not once a row', () => {
  const slices = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('policies.sql'),
  )
  for (const name of slices) {
    const text = readFileSync(join(SRC, name), 'utf8')
    const bare =
      text.match(/(?<!\(select )(acting_organ\(\)|acting_person\(\)|may\('|current_setting\()/g) ?? []
    assert.deepEqual(bare, [], name)
  }
})

test('every policy names a permission that exists', () => {
  const slices = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('policies.sql'),
  )
  const named = slices.flatMap((name) => [
    ...readFileSync(join(SRC, name), 'utf8').matchAll(/may\('([^']+)'\)/g),
  ])
  const unknown = named
    .map(([, permission]) => permission ?? '')
    .filter((each) => !([...PERMISSION_NAMES, ...CAPABILITIES] as string[]).includes(each))
  assert.deepEqual(unknown, [])
})

test('each post of each organ sees and changes exactly what the table of rights says', async () => {
  const faults: string[] = []
  for (const someone of world.people)
    for (const table of Object.keys(RIGHTS)) faults.push(...(await readAll(database, someone, table)))
  assert.deepEqual(faults, [])
})

test('thousands of random reads and writes across two organs and all posts find no leak', {
  timeout: 60_000,
}, async () => {
  const step = fc.oneof(
    fc.record({ someone: anyone, table: anyTable }),
    fc.record({ someone: anyone, row: anyRow }),
    fc.record({ someone: anyone, unit: anyUnit }),
  )
  await fc.assert(
    fc.asyncProperty(step, async (asked) => {
      if ('table' in asked) assert.deepEqual(await readAll(database, asked.someone, asked.table), [])
      if ('row' in asked) assert.deepEqual(await tryChange(database, asked.someone, asked.row), [])
      if ('unit' in asked) assert.deepEqual(await tryInsert(database, asked.someone, asked.unit), [])
    }),
    { numRuns: 3000 },
  )
})

test('one who acts for nobody sees nothing at all', async () => {
  const nobody = { organ: '', person: null, operation: 'test', may: {} }
  for (const table of Object.keys(RIGHTS)) {
    const seen = await acting(database, nobody, async (tx) => {
      const { rows } = await sql`select 1 from ${sql.table(table)}`.execute(tx)
      return rows.length
    })
    assert.equal(seen, 0, table)
  }
})

test('a planted hole is found: a policy that forgets the unit', async () => {
  const planted = await testDatabase()
  const before = world.rows.length
  const theirs = await twoOrgans(planted.database)
  await planted.owner.query(
    'create policy hole on meeting for select to app using (organ_id = (select acting_organ()))',
  )
  const member = theirs.people.find(({ held }) => held[0]?.post === 'member')
  assert.ok(member)
  world.rows.push(...theirs.rows)
  const faults = await readAll(planted.database, member, 'meeting')
  world.rows.length = before
  assert.ok(faults.length > 0)
})

test('a table that nobody thought of is closed', async () => {
  const forgotten = await testDatabase()
  await forgotten.owner.query('create table secret (organ_id uuid primary key)')
  const reader = world.people[0]
  assert.ok(reader)
  const read = acting(forgotten.database, actorOf(reader), (tx) => sql`select 1 from secret`.execute(tx))
  await assert.rejects(read, /permission denied/)
})
