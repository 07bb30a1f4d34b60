import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { Client } from 'pg'
import { sealedWith } from '../database/sealed.ts'
import type { Asker } from '../http/testing.ts'
import type * as contract from './contract.ts'
import { ballotFor, readAs, roundWorld } from './fixtures/round.ts'
import { CHOICES, type Choice } from './kinds.ts'
import * as poll from './poll-contract.ts'
import { ballotsIn, tallied } from './urn.ts'

// The one who tries to join voter and choice here holds every right over the database: she reads all tables of all schemas
// before and after each vote, with the hidden columns that PostgreSQL keeps of order and transaction. The key lies elsewhere.

const world = await roundWorld()
const { ask, secretary } = world
const administrator = new Client({ connectionString: world.database.url })
// The database is dropped before the connection is.
administrator.on('error', () => {})
await administrator.connect()
after(() => administrator.end().catch(() => {}))
const round = await world.open()
const params = { appraisal: round.id }
const people = round.seats.filter(({ role }) => role === 'graded').length
const voters = round.seats.filter(({ mayVote }) => mayVote).map(({ personId }) => world.asker(personId))

const { rows: tables } = await administrator.query<{ name: string }>(`
  select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`)

/** Every row of every table, with the order and the transaction that the server keeps beside it. */
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

/** What one vote left behind anywhere. */
const trace = async (vote: () => Promise<unknown>): Promise<string[]> => {
  const before = await everything()
  await vote()
  return [...(await everything())].filter(([key]) => !before.has(key)).map(([, said]) => said)
}

/** The trace without what differs between any two votes: times, random ids, numbers of transactions, the sealed bytes. */
const bare = (said: string, voter: Asker): string =>
  said
    .replaceAll(voter.person, 'VOTER')
    .replace(/"content": "\\\\x([0-9a-f]+)"/, (_, bytes: string) => `"content": ${bytes.length}`)
    .replace(/"at": "[^"]+"/g, '"at"')
    .replace(/"(id|transaction)": "?\d+"?/g, '"$1"')

const open = (form: 'devices' | 'room') =>
  ask(secretary, poll.openPoll, { params, body: { form, polledOn: '2026-12-10' } })
const cast = async (as: Asker, choices: readonly Choice[]) => {
  const { status, refusal } = await ask(as, poll.castBallot, {
    params,
    body: { ballot: ballotFor(round, choices) },
  })
  assert.equal(status, 200, refusal?.message)
}
const ballot = fc.array(fc.constantFrom(...CHOICES), { minLength: people, maxLength: people })

test('whoever owns the database and watches each vote finds the same trace, whatever was chosen', async () => {
  const found = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(ballot, { minLength: 3, maxLength: 5 }), async (ballots) => {
      assert.equal((await open('devices')).status, 200)
      for (const [at, choices] of ballots.entries()) {
        const left = await trace(() => cast(voters[at]!, choices))
        for (const said of left) {
          assert.doesNotMatch(
            said,
            /excellent|unqualified|abstain|[equba-]{20}/,
            'no choice is written anywhere',
          )
        }
        found.add(
          left
            .map((said) => bare(said, voters[at]!))
            .sort()
            .join('\n'),
        )
      }
      await ask(secretary, poll.dropPoll, { params })
    }),
    { numRuns: 8 },
  )

  assert.equal(found.size, 1, 'two votes can be told apart by what they leave')
  const [only = ''] = found
  assert.deepEqual(
    only.split('\n').map((said) => said.split(' ')[0]),
    ['public.appraisal_urn', 'public.appraisal_voted', 'public.audit'],
  )
})

test('the detector is no ornament: a ballot kept in the clear is found', async () => {
  await administrator.query('create table leak (voter uuid, choice text)')
  tables.push({ name: 'public.leak' })
  const told = await trace(() =>
    administrator.query('insert into leak values (gen_random_uuid(), $1)', ['unqualified']),
  )
  tables.pop()
  await administrator.query('drop table leak')
  assert.ok(told.some((said) => /unqualified/.test(said)))
})

test('even with the key, the open urn names no voter and keeps no order; closed, nothing of it is left but the sums', async () => {
  await open('devices')
  // Each ballot tells its voter apart: the first says 优秀 of the first person only, and so on.
  const ballots = voters
    .slice(0, 12)
    .map((_, at) =>
      Array.from({ length: people }, (__, person): Choice => (person === at ? 'excellent' : 'qualified')),
    )
  for (const [at, choices] of ballots.entries()) await cast(voters[at]!, choices)

  const { rows } = await administrator.query('select content from appraisal_urn')
  const key = sealedWith(Buffer.alloc(32, 7).toString('base64'))
  const urn = key.reveal(rows[0].content, `appraisal_urn ${round.id} content`)
  const order = ballotsIn(urn, people).map((each) => each.indexOf('e'))
  assert.deepEqual(
    order.toSorted((one, other) => one - other),
    ballots.map((_, at) => at),
  )
  assert.notDeepEqual(
    order,
    ballots.map((_, at) => at),
    'the order of the urn is not the order of voting',
  )

  const closed = await ask(secretary, poll.closePoll, { params, body: { issued: null, returned: null } })
  const counts = closed.answer.seats.filter(({ role }) => role === 'graded').map((seat) => seat.counts)
  assert.deepEqual(
    counts.map((each) => each?.excellent),
    tallied(urn, people).map(({ excellent }) => excellent),
  )
  assert.ok(counts.every((each) => each !== null && each.excellent + each.qualified === 12))
  for (const gone of ['appraisal_urn', 'appraisal_voted'])
    assert.equal((await administrator.query(`select from ${gone}`)).rowCount, 0)
  const { rows: columns } = await administrator.query(
    `select column_name as name from information_schema.columns where table_name in ('appraisal_count', 'appraisal_poll')`,
  )
  assert.deepEqual(
    columns.map(({ name }) => name).filter((name) => /voter|_at$|by_|session/.test(name)),
    [],
  )
})

test('nobody votes twice, nobody votes who may not, and no figure is shown while the poll runs', async () => {
  const own = await world.open(2025)
  const at = { appraisal: own.id }
  await ask(secretary, poll.openPoll, { params: at, body: { form: 'devices', polledOn: '2026-12-10' } })
  const vote = (as: Asker) =>
    ask(as, poll.castBallot, { params: at, body: { ballot: ballotFor(own, ['unqualified']) } })

  assert.equal((await vote(voters[0]!)).status, 200)
  assert.match((await vote(voters[0]!)).refusal.message, /已经投过票/)
  assert.equal((await vote(world.asker(world.watched.person))).status, 404)
  const running = await readAs(world, secretary, own.id)
  assert.equal(running.poll?.totals, null)
  assert.ok(running.seats.every(({ counts }) => counts === null))
  const half = await ask(voters[1]!, poll.castBallot, {
    params: at,
    body: { ballot: ballotFor(own, []).slice(1) },
  })
  assert.match(half.refusal.message, /每个人都要选一项/)

  await vote(voters[1]!)
  await ask(secretary, poll.castSheet, { params: at, body: { ballot: ballotFor(own, []) } })
  const stuffed = await ask(secretary, poll.closePoll, { params: at, body: { issued: null, returned: null } })
  assert.match(stuffed.refusal.message, /票有 3 张，名单上交票的只有 2 人/)
  await ask(secretary, poll.dropPoll, { params: at })
  await ask(secretary, poll.openPoll, { params: at, body: { form: 'devices', polledOn: '2026-12-10' } })
  await vote(voters[0]!)
  await vote(voters[1]!)
  const two = await ask(secretary, poll.closePoll, { params: at, body: { issued: null, returned: null } })
  assert.equal(two.answer.poll?.detail, 'none')
  assert.equal(two.answer.poll?.totals, null, 'two ballots are not even added up')
})

test('fewer than five ballots give only a total, and a total no figure of anyone', async () => {
  const own = await world.open(2024)
  const at = { appraisal: own.id }
  await ask(secretary, poll.openPoll, { params: at, body: { form: 'room', polledOn: '2026-12-10' } })
  for (let sheet = 0; sheet < 4; sheet += 1)
    await ask(secretary, poll.castSheet, { params: at, body: { ballot: ballotFor(own, ['excellent']) } })
  const counted = await ask(secretary, poll.countSheets, { params: at })
  assert.deepEqual(counted.answer, { cast: 4, voters: 30 })

  const closed = await ask(secretary, poll.closePoll, { params: at, body: { issued: 5, returned: 5 } })
  assert.equal(closed.answer.poll?.detail, 'total')
  assert.equal(closed.answer.poll?.totals?.excellent, 4)
  assert.ok(closed.answer.seats.every((seat: contract.Seat) => seat.counts === null))
})
