import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { exampleOrgan } from '../example/testing.ts'
import { openNeed, readNeed, receiveNeeds } from './contract.ts'

const organ = await exampleOrgan()

let statements = 0
const query = pg.Client.prototype.query
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
  statements += 1
  return (query as (...all: unknown[]) => unknown).apply(this, given)
} as typeof query

const draft = (more: object = {}) => ({
  id: crypto.randomUUID(),
  receivedOn: '2026-11-20',
  line: '想找托育机构',
  category: 'education',
  facts: '孩子一岁半，附近没有托育点。',
  ...more,
})

const send = async (drafts: readonly { id: string }[], who = '林知夏') =>
  (await (await organ.as(who)).ask(receiveNeeds, { body: { drafts: [...drafts] } })).judged

test('a refused draft among good ones says why, and the rest go through', async () => {
  const good = draft()
  const hereafter = draft({ receivedOn: '2027-01-01' })
  const nameless = draft({ line: '' })
  const orphan = draft({ visitId: crypto.randomUUID() })
  const other = draft()

  const judged = await send([good, hereafter, nameless, orphan, other])

  assert.deepEqual(
    judged.map(({ outcome, refusal }) => [outcome, refusal?.field]),
    [
      ['taken', undefined],
      ['refused', 'receivedOn'],
      ['refused', 'line'],
      ['refused', 'visitId'],
      ['taken', undefined],
    ],
  )
  for (const { refusal } of judged) if (refusal) assert.match(refusal.message, /\p{Script=Han}.*。/u)
})

test('a draft sent twice is one matter, in one batch or in two', async () => {
  const once = draft()
  const [taken, ...more] = await send([once, once])
  const [known] = await send([once])

  assert.equal(more.length, 0)
  assert.deepEqual([taken?.outcome, known?.outcome], ['taken', 'known'])
  assert.equal(taken?.number, known?.number)
})

test('the id of a matter that is not hers tells nothing of it', async () => {
  const hers = draft({ category: 'violence' })
  await send([hers])
  const [refused] = await send([{ ...draft(), id: hers.id }], '白玉洁')
  assert.deepEqual([refused?.outcome, refused?.number], ['refused', null])
})

test('a sensitive one goes into the compartment, and its receiver opens it', async () => {
  const sensitive = draft({ category: 'violence', facts: '邻居反映夜里有打骂声。' })
  await send([draft(), sensitive])
  const masked = await (await organ.as('孟庆芝')).ask(readNeed, { params: { need: sensitive.id } })
  assert.equal(masked.words, null)
  const opened = await (await organ.as('林知夏')).ask(openNeed, {
    params: { need: sensitive.id },
    body: { ground: 'handling' },
  })
  assert.equal(opened.words?.facts, sensitive.facts)
})

test('two hundred take as many statements as two, one of them sensitive', async () => {
  const count = async (many: number): Promise<number> => {
    const before = statements
    const judged = await send(
      Array.from({ length: many }, (_, at) => draft(at % 4 ? {} : { category: 'minors' })),
    )
    assert.ok(judged.every(({ outcome }) => outcome === 'taken'))
    return statements - before
  }
  assert.equal(await count(200), await count(2))
})
