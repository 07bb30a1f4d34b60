import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import pg from 'pg'
import { type Acting, acting } from '../database/acting.ts'
import { textOf } from '../documents/fixtures/text.ts'
import type { YearAsked } from '../documents/year-contract.ts'
import { exampleOrgan } from '../example/testing.ts'
import { addressOf } from '../http/call.ts'
import type { Download, Endpoint, Input } from '../http/endpoint.ts'
import { served } from '../http/testing.ts'
import { PERMISSION_NAMES } from '../kernel/access.ts'
import { day } from '../kernel/day.ts'
import * as contract from './contract.ts'
import { studyErrands } from './errands-jobs.ts'
import { studyRoutes } from './routes.ts'
import { studyChapters, studyPapers } from './year-jobs.ts'

const example = await exampleOrgan()
const unit = example.unit('市妇联机关党支部')

const within = async <Of>(work: (tx: Acting) => Promise<Of>, person: string | null = null): Promise<Of> => {
  const may = Object.fromEntries(PERMISSION_NAMES.map((name) => [name, ['/']]))
  const as = { organ: example.organ, person, operation: 'test', may: person === null ? may : {} }
  const outcome = await acting(example.database, as, async (tx) => ({ of: await work(tx) }))
  if ('refused' in outcome) throw new Error(outcome.message)
  return outcome.of
}
const places = await within((tx) => tx.selectFrom('unit').select(['id', 'name', 'path']).execute())
const path = places.find(({ id }) => id === unit)?.path ?? ''
const { ask: asking } = served(example.app, studyRoutes, '2026-11-20')
// Counted on every connection: those of the pool are open before the routes are served.
let statements = 0
const query = pg.Client.prototype.query
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
  statements += 1
  return (query as (...all: unknown[]) => unknown).apply(this, given)
} as typeof query
const ask: typeof asking = async (...given) => {
  const before = statements
  const answered = await asking(...given)
  return { ...answered, queries: statements - before }
}
const asker = (name: string, post: 'secretary' | 'member') => ({
  organ: example.organ,
  person: example.person(name),
  held: [{ post, path }],
})
const secretary = asker('顾明漪', 'secretary')
const of = { params: { unit }, query: { year: 2026 } }
const MOST = 12

const file = async <E extends Endpoint>(endpoint: E, input: Input<E>): Promise<string> => {
  const { status, answer, queries } = await ask(secretary, endpoint, input)
  assert.equal(status, 200, addressOf(endpoint, input))
  // Beginning, settings and end of the transaction are counted too.
  assert.ok(queries <= MOST + 2, `${addressOf(endpoint, input)} takes ${queries} statements`)
  const { name, bytes } = answer as Download
  return name.endsWith('.docx') ? textOf(bytes).join('\n') : sheetText(bytes)
}
const sheetText = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => /sharedStrings|sheet\d/.test(name))
    .map(([, part]) => strFromU8(part))
    .join('\n')

test('the plan stands on paper and as a sheet, one line an item', async () => {
  for (const endpoint of [contract.downloadStudyPlan, contract.downloadStudyPlanSheet])
    assert.match(await file(endpoint, of), /妇女权益保障法里的用人单位责任[\s\S]*邱志成/)
})

test('a session’s record on paper says what was read, who was there, what was asked and decided', async () => {
  const { answer } = await ask(secretary, contract.listStudySessions, of)
  const session = answer.sessions.find(({ topic }) => topic.startsWith('妇女权益保障法'))
  const text = await file(contract.downloadStudyRecord, { params: { session: session?.id ?? '' } })

  assert.match(text, /用人单位歧视案例三则（权益部整理）/)
  assert.match(text, /江若兰、钟丽华/)
  assert.match(text, /走访三家没有哺乳室的企业（林知夏，2026年11月27日前）/)
  assert.match(text, /贺佳宁/)
})

test('the hours sheet has everybody by strokes, and a gap where nothing was declared', async () => {
  const text = await file(contract.downloadStudyHours, of)
  const names = ['丁素云', '尤佳', '钟丽华', '黎昕'].map((name) => text.indexOf(name))
  assert.deepEqual(
    names,
    names.toSorted((one, other) => one - other),
  )
  assert.match(text, /未记/)
})

test('the outreach register names no asker, and says what became of the questions', async () => {
  for (const endpoint of [contract.downloadOutreach, contract.downloadOutreachSheet]) {
    const text = await file(endpoint, of)
    assert.match(text, /厂里没有哺乳室/)
    assert.match(text, /2026年10月16日告知本人/)
    assert.match(text, /待答复/)
    assert.doesNotMatch(text, /刘姐|14100002101|三年级一位家长/)
  }
})

test('no page of the slice takes more than twelve statements', async () => {
  const sessions = await ask(secretary, contract.listStudySessions, of)
  const outreach = await ask(secretary, contract.listOutreach, of)
  const lectures = outreach.answer.lectures
  const reads = [
    sessions,
    outreach,
    await ask(secretary, contract.readStudyPlan, of),
    await ask(secretary, contract.readStudyHours, of),
    await ask(secretary, contract.readStudySession, {
      params: { session: sessions.answer.sessions[0]?.id ?? '' },
    }),
    await ask(secretary, contract.readLecture, { params: { lecture: lectures[0]?.id ?? '' } }),
    await ask(asker('林知夏', 'member'), contract.readOwnStudy, { query: { year: 2026 } }),
    await ask(asker('苏婉清', 'member'), contract.listOwnQuestions, {}),
  ]
  for (const { status, queries } of reads) {
    assert.equal(status, 200)
    assert.ok(queries <= MOST + 2, `${queries} statements`)
  }
  assert.deepEqual(
    reads.map(({ queries }) => queries - 2),
    [3, 3, 2, 3, 1, 1, 4, 1],
  )
})

const asked: YearAsked = {
  organName: '澄川市妇女联合会',
  unitId: unit,
  unitName: '市妇联机关党支部',
  path,
  units: places.filter((place) => place.path.startsWith(path)).map(({ id }) => id),
  year: 2026,
  today: '2026-11-20',
}

test('the branch book has plan, sessions, hours, lectures and questions, and nobody who asked', async () => {
  const chapters = await within((tx) => studyChapters(tx, asked))
  const text = JSON.stringify(chapters)

  assert.deepEqual(
    chapters.map(({ id }) => id),
    ['study', 'outreach'],
  )
  assert.deepEqual(
    chapters.flatMap(({ blocks }) => blocks.map((block) => ('title' in block ? block.title : ''))),
    ['学习计划', '学习和培训', '学时登记', '主题宣讲', '带回的问题'],
  )
  assert.match(text, /读《调查研究纪要》前两章/)
  assert.doesNotMatch(text, /刘姐|14100002101/)
})

test('each session is a paper of the archive, the same bytes when asked again; meetings are filed elsewhere', async () => {
  const papers = await within((tx) => studyPapers(tx, asked))
  const titles = papers.map(({ title }) => title)

  assert.ok(titles.includes('市妇联机关党支部2026年学时登记表'))
  assert.ok(titles.includes('学习记录：调查研究怎么问、怎么记'))
  assert.ok(!titles.some((title) => title.includes('三会一课怎么开')))
  for (const paper of papers) assert.ok((await paper.bytes()).length > 1000, paper.title)
})

test('what somebody took on or is to answer waits on her today, without what was asked', async () => {
  const errandsOf = (name: string) =>
    within(
      (tx) =>
        studyErrands(tx, {
          actor: { person: example.person(name) },
          today: day('2026-11-20'),
          until: day('2026-12-18'),
        }),
      example.person(name),
    )
  assert.deepEqual(
    (await errandsOf('林知夏')).map(({ title, by, coming }) => [title, by, coming]),
    [['走访三家没有哺乳室的企业', '2026-11-27', false]],
  )
  assert.deepEqual(
    (await errandsOf('黎昕')).map(({ title, by, coming }) => [title, by, coming]),
    [['宣讲「女职工劳动保护特别规定」带回的问题待答复', '2026-12-04', true]],
  )
  assert.deepEqual(await errandsOf('苏婉清'), [])
})
