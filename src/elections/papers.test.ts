import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acting } from '../database/acting.ts'
import { testDatabase } from '../database/testing.ts'
import { textOf } from '../documents/fixtures/text.ts'
import { served } from '../http/testing.ts'
import { type Held, PERMISSION_NAMES, type Post } from '../kernel/access.ts'
import * as contract from './paper-contract.ts'
import { electionRoutes } from './routes.ts'

const { database, app } = await testDatabase()
const organ = crypto.randomUUID()
const [branchId, electionId, termId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
const path = '/branch/'
const may = Object.fromEntries(PERMISSION_NAMES.map((permission) => [permission, ['/']]))
const PEOPLE: readonly [string, Post | null, string][] = [
  ['林岚', 'secretary', 'full'],
  ['沈秋月', 'organization', 'full'],
  ['顾青', 'discipline', 'full'],
  ['石远', null, 'full'],
  ['白露', null, 'probationary'],
]
const people = new Map<string, string>()

await acting(database, { organ, person: null, operation: 'test', may }, async (tx) => {
  await tx.insertInto('organ').values({ organId: organ, name: '示例市妇联' }).execute()
  await tx
    .insertInto('unit')
    .values({
      id: branchId,
      line: 'party',
      kind: 'branch',
      name: '机关第一党支部',
      path,
      foundedOn: '2020-01-01',
    })
    .execute()
  await tx.insertInto('term').values({ id: termId, unitId: branchId, electedOn: '2023-12-20' }).execute()
  for (const [name, post, status] of PEOPLE) {
    const id = crypto.randomUUID()
    people.set(name, id)
    await tx.insertInto('person').values({ id, name, unitId: branchId }).execute()
    await tx
      .insertInto('membership')
      .values({ personId: id, unitId: branchId, status, since: '2021-01-01' })
      .execute()
    if (post)
      await tx
        .insertInto('post')
        .values({ personId: id, unitId: branchId, post, since: '2023-12-20' })
        .execute()
  }
  await tx
    .insertInto('election')
    .values({
      id: electionId,
      unitId: branchId,
      kind: 'renewal',
      form: 'committee',
      seats: 3,
      termId,
      plannedOn: '2026-12-18',
    })
    .execute()
})

const { ask } = served(app, electionRoutes)
const asker = (name: string, post: Post): { organ: string; person: string; held: Held[] } => ({
  organ,
  person: people.get(name)!,
  held: [{ post, path }],
})
const organizer = asker('沈秋月', 'organization')
const params = { election: electionId }

test('the papers of an election stand in the order of their numbers, each with its gaps', async () => {
  const { status, answer, queries } = await ask(organizer, contract.listPapers, { params })

  assert.equal(status, 200)
  const numbers = answer.papers.map(({ number }) => number)
  assert.deepEqual(
    numbers,
    numbers.toSorted((one, other) => one - other),
  )
  assert.ok(queries <= 12, `${queries} statements`)
})

test('a paper prints what is recorded, and shows a gap for what is not', async () => {
  const { answer, queries } = await ask(organizer, contract.downloadPaper, {
    params: { ...params, paper: 'term-calendar' },
  })

  assert.equal(answer.name, '机关第一党支部届次和换届选举日程.docx')
  const text = textOf(answer.bytes).join('\n')
  assert.match(text, /2023年12月20日/)
  assert.match(text, /2026年12月20日/)
  assert.match(text, /〔未记〕/)
  assert.ok(queries <= 12, `${queries} statements`)
})

test('the list that tells why somebody has no vote is for those who lead the election', async () => {
  const inner = { ...params, paper: 'voters-inner' as const }
  const reader = asker('顾青', 'discipline')
  const { answer } = await ask(reader, contract.listPapers, { params })
  const refused = await ask(reader, contract.downloadPaper, { params: inner })
  const given = await ask(organizer, contract.downloadPaper, { params: inner })

  assert.ok(!answer.papers.some(({ id }) => id === 'voters-inner'))
  assert.equal(refused.refusal.refused, 'not-permitted')
  assert.match(textOf(given.answer.bytes).join('\n'), /白露\n预备党员没有表决权/)
})

test('a reply that was not registered has no paper, and says what to do', async () => {
  const { refusal } = await ask(organizer, contract.downloadPaper, { params: { ...params, paper: 'reply' } })

  assert.equal(refusal.refused, 'conflict')
  assert.match(refusal.message, /请先在“筹备”里记下批复的日子和文号/)
})

test('an election of another organ has no papers', async () => {
  const stranger = { organ: crypto.randomUUID(), person: crypto.randomUUID(), held: organizer.held }
  const { status } = await ask(stranger, contract.listPapers, { params })

  assert.equal(status, 404)
})
