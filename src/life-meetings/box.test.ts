import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { packed, unpacked } from './box.ts'
import * as contract from './contract.ts'
import { lifeWorld, type Person } from './fixtures/branch.ts'

const slip = fc.record({
  about: fc.constantFrom(...contract.ABOUTS),
  aboutName: fc.option(fc.string({ maxLength: 30 })),
  text: fc.string({ minLength: 1, maxLength: 1000 }),
})

test('the box’s content depends on which slips lie in it, never on the order in which they came', () => {
  fc.assert(
    fc.property(
      fc
        .array(slip, { maxLength: 40 })
        .chain((slips) =>
          fc.tuple(
            fc.constant(slips),
            fc.shuffledSubarray(slips, { minLength: slips.length, maxLength: slips.length }),
          ),
        ),
      ([slips, otherwise]) => {
        assert.equal(packed(slips), packed(otherwise))
        assert.equal(unpacked(packed(slips)).length, slips.length)
        assert.deepEqual(packed(unpacked(packed(slips))), packed(slips))
        assert.equal(Buffer.byteLength(packed(slips)) % 16_384, 0)
      },
    ),
  )
})

const world = await lifeWorld()
const { ask, done, opened, organizer, members, leaders, publicity, admin, outsider, superior, operator } =
  world

type Dump = Record<string, { xmin: string; row: string }[]>

/** Everything that the highest rights can read, row by row in the order in which it lies, with the transaction that wrote it. */
const everything = async (): Promise<Dump> => {
  const { rows: tables } = await admin.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'identity') order by 1`)
  const dump: Dump = {}
  for (const { name } of tables)
    dump[name] = (
      await admin.query(`select xmin::text, to_jsonb(t)::text as row from ${name} t order by ctid`)
    ).rows
  return dump
}

const drop = (
  as: Person,
  round: string,
  text: string,
  about: contract.About = 'committee',
  aboutName: string | null = null,
) => done(as, contract.dropLifeOpinions, { params: { round }, body: { slips: [{ about, aboutName, text }] } })

test('with every right of the owner nothing joins an anonymous opinion to its author', async () => {
  const { id } = await opened(2026)
  const before = await everything()
  const authors = [members[3]!, members[0]!, leaders[1]!, publicity, members[1]!]
  const texts = ['丁：通知太晚', '丙：材料太长', '甲：学习不够', '戊：走访太少', '乙：党课少互动']
  for (const [at, author] of authors.entries()) await drop(author, id, texts[at]!)
  // Somebody else only looks, after the last slip.
  await done(members[2]!, contract.readOwnLife, {})
  const after = await everything()

  const changed = Object.keys(after).filter(
    (table) => JSON.stringify(after[table]) !== JSON.stringify(before[table]),
  )
  assert.deepEqual(changed, ['public.life_box'], 'a slip leaves something in another table')
  const [box] = after['public.life_box']!
  assert.deepEqual(Object.keys(JSON.parse(box!.row)).sort(), ['content', 'organ_id', 'round_id', 'unit_id'])
  const written = Object.values(after).flat()
  assert.equal(
    written.filter(({ xmin }) => xmin === box!.xmin).length,
    1,
    'the last transaction of the box wrote more',
  )
  for (const text of texts) assert.ok(!written.some(({ row }) => row.includes(text)), 'an opinion lies open')
  assert.equal(
    before['public.life_box']![0]!.row.length,
    box!.row.length,
    'the size of the box tells that something was put in',
  )

  const round = await done(organizer, contract.readLifeRound, { params: { round: id } })
  const emptied = await done(organizer, contract.openLifeBox, {
    params: { round: id },
    body: { version: round.version },
  })
  const out = emptied.opinions.filter(({ source }) => source === 'box')
  assert.deepEqual(out.map(({ text }) => text).sort(), [...texts].sort())

  // Taken out, they are the opener's rows of one transaction, lying in the order of their own words.
  const late = await everything()
  const rows = late['public.life_opinion']!
  assert.equal(new Set(rows.map(({ xmin }) => xmin)).size, 1)
  const trail = late['public.audit']!.map(({ row }) => JSON.parse(row)).filter(
    ({ table_name }) => table_name === 'life_opinion',
  )
  assert.deepEqual([...new Set(trail.map(({ person_id }) => person_id))], [organizer.person])
  const lying = rows.map(({ row }) => out.find(({ id: of }) => of === JSON.parse(row).id)?.text)
  assert.deepEqual(lying, [...texts].sort(), 'they lie in the order of writing')
  for (const author of authors)
    assert.ok(!rows.some(({ row }) => row.includes(author.person)), `${author.name} stands beside an opinion`)
})

test('an opened box takes nothing more', async () => {
  const { rounds } = await done(members[0]!, contract.readOwnLife, {})
  const { status, refusal } = await ask(members[0]!, contract.dropLifeOpinions, {
    params: { round: rounds[0]!.id },
    body: { slips: [{ about: 'branch', aboutName: null, text: '再说一句' }] },
  })

  assert.equal(rounds[0]?.boxOpen, false)
  assert.equal(status, 409)
  assert.match(refusal.message, /意见箱已在 2026-11-20 打开/)
})

test('two slips dropped at once both stay', async () => {
  const { id, version } = await opened(2024)
  await Promise.all(members.map((member, at) => drop(member, id, `同时写的第${at}条`)))
  const emptied = await done(organizer, contract.openLifeBox, { params: { round: id }, body: { version } })

  assert.equal(emptied.opinions.length, members.length)
})

/** Until as many requests wait for a row that somebody holds. */
const waiting = async (many: number): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await admin.query(
      `select count(*)::int as many from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rows[0].many >= many) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`${many} requests were to wait`)
}

test('a slip dropped while the box is being opened is refused, and never lies in an opened box', async () => {
  const { id, version } = await opened(2022)
  await admin.query('begin')
  await admin.query('select from life_box where round_id = $1 for update', [id])
  const opening = ask(organizer, contract.openLifeBox, { params: { round: id }, body: { version } })
  await waiting(1)
  const late = ask(members[0]!, contract.dropLifeOpinions, {
    params: { round: id },
    body: { slips: [{ about: 'branch', aboutName: null, text: '差一步' }] },
  })
  await waiting(2)
  await admin.query('commit')

  assert.equal((await opening).status, 200)
  const { status, refusal } = await late
  assert.equal(status, 409)
  assert.match(refusal.message, /意见箱已在 2026-11-20 打开/)
})

test('who does not belong to the branch neither finds the box nor puts anything in', async () => {
  const { id } = await opened(2023)
  for (const stranger of [outsider, superior, operator]) {
    const { status } = await ask(stranger, contract.dropLifeOpinions, {
      params: { round: id },
      body: { slips: [{ about: 'branch', aboutName: null, text: '路过' }] },
    })
    assert.equal(status, 404, stranger.name)
  }
})
