import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { exampleOrgan } from '../example/testing.ts'
import { readVisit, syncVisits, withdrawVisit } from './contract.ts'

const organ = await exampleOrgan()
const [lin, qiu] = [organ.person('林知夏'), organ.person('邱志成')]

let statements = 0
const query = pg.Client.prototype.query
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
  statements += 1
  return (query as (...all: unknown[]) => unknown).apply(this, given)
} as typeof query

const draft = (more: object = {}) => ({
  id: crypto.randomUUID(),
  revision: crypto.randomUUID(),
  base: null as object | null,
  version: null as number | null,
  pointId: null,
  place: '社区服务中心',
  heldOn: '2026-11-20',
  visitors: [lin, qiu],
  whom: '一位新手妈妈',
  seen: '想找离家近的托育点。',
  done: '',
  promises: [] as object[],
  consent: 'given',
  ...more,
})

const send = async (drafts: readonly { id: string }[], who = '林知夏') =>
  (await (await organ.as(who)).ask(syncVisits, { body: { drafts: [...drafts] } })).judged
const one = async (of: { id: string }, who?: string) => (await send([of], who))[0]!
const read = async (id: string, who = '林知夏') =>
  (await organ.as(who)).ask(readVisit, { params: { visit: id } })

/** How many writings of a visit are kept, seen by whom row security does not bind. */
const revisionsOf = async (visit: string): Promise<number> => {
  const client = new pg.Client({ connectionString: organ.url })
  await client.connect()
  const { rows } = await client.query('select count(*)::int as n from visit_revision where visit_id = $1', [
    visit,
  ])
  await client.end()
  return rows[0].n
}

/** A change of a visit by who opened it as it stood. */
const changed = (of: ReturnType<typeof draft>, version: number, more: object) => {
  const { id: _, revision: __, base: ___, version: ____, ...base } = of
  return { ...of, ...more, base, version, revision: crypto.randomUUID() }
}

test('a refused draft among good ones says why and where, and the rest go through', async () => {
  const drafts = [
    draft(),
    draft({ heldOn: '2027-01-01' }),
    draft({ place: null }),
    draft({ consent: 'refused' }),
    draft({ seen: undefined }),
    draft(),
  ]
  const judged = await send(drafts)
  assert.deepEqual(
    judged.map(({ outcome, refusal }) => [outcome, refusal?.field]),
    [
      ['taken', undefined],
      ['refused', 'heldOn'],
      ['refused', 'pointId'],
      ['refused', 'whom'],
      ['refused', 'seen'],
      ['taken', undefined],
    ],
  )
})

test('a draft sent twice is one visit; written on after an answer was lost, it is that visit changed', async () => {
  const first = draft()
  assert.equal((await one(first)).outcome, 'taken')
  assert.equal((await one(first)).outcome, 'known')
  const later = { ...first, done: '当场打了电话。', revision: crypto.randomUUID() }
  assert.deepEqual(
    [(await one(later)).outcome, (await read(first.id)).words?.done],
    ['taken', '当场打了电话。'],
  )
  // What was sent first comes once more, late: nothing is written back.
  assert.equal((await one(first)).outcome, 'known')
  assert.equal((await read(first.id)).words?.done, '当场打了电话。')
})

test('two who change different parts have both; two who change one part are shown both values, and nothing is lost', async () => {
  const visit = draft()
  await one(visit)
  assert.equal(
    (await one(changed(visit, 1, { seen: '想找托育点，最好能半日托。' }), '邱志成')).outcome,
    'taken',
  )
  assert.equal((await one(changed(visit, 1, { done: '留了名片。' }))).outcome, 'merged')
  const both = await read(visit.id)
  assert.deepEqual([both.words?.seen, both.words?.done], ['想找托育点，最好能半日托。', '留了名片。'])

  const clash = await one(changed(visit, 1, { seen: '想找一岁半能上的托育点。' }))
  assert.deepEqual([clash.outcome, clash.clashes, clash.byName], ['conflict', ['seen'], '林知夏'])
  assert.equal(clash.theirs?.seen, '想找托育点，最好能半日托。')
  assert.equal((await read(visit.id)).words?.seen, '想找托育点，最好能半日托。')

  const settled = {
    ...draft(),
    ...clash.theirs,
    id: visit.id,
    seen: '两处都留。',
    version: clash.version,
    base: clash.theirs,
  }
  assert.equal((await one(settled)).outcome, 'taken')
  assert.equal((await read(visit.id)).words?.seen, '两处都留。')
  assert.equal(await revisionsOf(visit.id), 4)
})

test('who did not go on the visit changes nothing and is shown no word', async () => {
  const visit = draft({ visitors: [lin] })
  await one(visit)
  const refused = await one(changed(visit, 1, { seen: '别的话' }), '陶然')
  assert.deepEqual([refused.outcome, refused.theirs], ['refused', null])
})

test('where she wants nothing kept, the earlier versions go too', async () => {
  const visit = draft()
  await one(visit)
  await one(changed(visit, 1, { seen: '改过一次' }))
  await (await organ.as('林知夏')).ask(withdrawVisit, {
    params: { visit: visit.id },
    body: { because: 'asked-by-her', version: 2 },
  })
  const again = await one(changed(visit, 2, { seen: '再改' }))
  assert.equal(again.outcome, 'refused')
  assert.equal(await revisionsOf(visit.id), 0)
})

test('two hundred new visits take as many statements as one', async () => {
  const count = async (many: number): Promise<number> => {
    const before = statements
    const judged = await send(Array.from({ length: many }, () => draft()))
    assert.ok(judged.every(({ outcome }) => outcome === 'taken'))
    return statements - before
  }
  assert.equal(await count(200), await count(1))
})
