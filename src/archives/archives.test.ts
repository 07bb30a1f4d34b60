import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { strFromU8 } from 'fflate'
import { Client } from 'pg'
import { yearSources } from '../app.ts'
import { acting } from '../database/acting.ts'
import { textOf } from '../documents/fixtures/text.ts'
import { EVERYTHING } from '../example/hand.ts'
import { CHAPTER_IDS, CHAPTERS, NOT_KEPT } from './chapters.ts'
import { downloadArchive, readArchive } from './contract.ts'
import {
  archiveWorld,
  BRANCH,
  filesOf,
  GENERAL,
  KEEPER,
  manifestOf,
  SECRETARY,
  sha256,
} from './fixtures/archive.ts'
import { breakOff, tidy } from './store.ts'

const world = await archiveWorld()
const { example, ask, made, order, jobs, secretary, keeper, above, holding } = world

test('each part of the product tells of the year once', () => {
  const tell = yearSources.flatMap(({ chapters, papers }) => [chapters, papers]).filter((each) => each)

  assert.equal(new Set(tell).size, tell.length)
})

/** Changes a row as the product would, and nothing else. */
const occupation = async (name: string, becomes: string) => {
  const as = { organ: example.organ, person: null, operation: 'test', may: EVERYTHING }
  await acting(example.database, as, async (tx) => {
    await tx
      .updateTable('person')
      .set({ occupation: becomes })
      .where('id', '=', example.person(name))
      .execute()
    return null
  })
}

const asAdmin = async (statement: string) => {
  const client = new Client({ connectionString: example.url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

test('the book of a branch holds every chapter in its order and says at the end what it does not keep', async () => {
  const { name, bytes } = await made(keeper, 'book')
  const text = textOf(bytes)
  const at = (chapter: string) => text.findLastIndex((line) => line.endsWith(`、${chapter}`))
  const places = CHAPTER_IDS.map((id) => at(CHAPTERS[id]))

  assert.equal(name, '市妇联机关党支部2026年支部工作手册.docx')
  assert.ok(places.every((place) => place > 0))
  assert.deepEqual(
    places,
    places.toSorted((one, other) => one - other),
  )
  assert.ok(text.some((line) => NOT_KEPT.every((ledger) => line.includes(ledger))))
})

test('people stand in the book without their identity numbers, and duties as they are', async () => {
  const text = textOf((await made(secretary, 'book')).bytes).join('\n')

  assert.match(text, /顾明漪/)
  assert.doesNotMatch(text, /\d{6}\*{8}\d{3}[\dX]|\d{17}[\dX]/)
  assert.match(text, /未做/)
  assert.match(text, /补记/)
})

test('the sheets are a zip of one file a ledger', async () => {
  const { name, bytes } = await made(keeper, 'sheets')
  const names = Object.keys(filesOf(bytes))

  assert.equal(name, '市妇联机关党支部2026年台账.zip')
  assert.equal(names[0], '00 台账目录.xlsx')
  assert.ok(names.includes('03 党员名册.xlsx'))
})

test('a general branch has the book of each branch below it, and one archive of them all', async () => {
  const books = await made(above, 'book', { unit: GENERAL })
  const archive = await made(above, 'archive', { unit: GENERAL })
  const folders = new Set(manifestOf(archive.bytes).files.map(({ path }) => path.split('/')[0]))

  assert.deepEqual(Object.keys(filesOf(books.bytes)), [
    '01 市妇联机关党总支2026年工作手册.docx',
    '02 市妇联机关党支部2026年支部工作手册.docx',
    '03 妇女儿童活动中心党支部2026年支部工作手册.docx',
  ])
  assert.deepEqual(
    [...folders],
    ['01 市妇联机关党总支', '02 市妇联机关党支部', '03 妇女儿童活动中心党支部', '清单.txt'],
  )
})

test('each file of an archive has the digest and the size its manifest states, and the list names it', async () => {
  const { bytes } = await made(keeper, 'archive')
  const files = filesOf(bytes)
  const manifest = manifestOf(bytes)
  const papers = manifest.files.filter(({ number }) => number !== null)

  assert.deepEqual(
    manifest.files.map(({ path }) => path).toSorted(),
    Object.keys(files)
      .filter((path) => path !== 'manifest.json')
      .toSorted(),
  )
  for (const { path, size, sha256: stated } of manifest.files)
    assert.deepEqual([sha256(files[path]!), files[path]!.length], [stated, size], path)
  const list = textOf(files[`01 ${BRANCH}/${BRANCH}2026年归档文件目录.docx`]!)
  for (const { number, title } of papers) assert.ok(list.includes(number!) && list.includes(title!), title!)
  assert.match(strFromU8(files['清单.txt']!), /^[0-9a-f]{64} {2}01 市妇联机关党支部\//m)
})

test('made again later, by another hand and in another time zone, an archive has the same bytes', async () => {
  const first = await made(keeper, 'archive')
  const zone = process.env.TZ
  await pause(2_100)
  process.env.TZ = 'America/New_York'
  const again = await made(secretary, 'archive')
  process.env.TZ = zone ?? 'UTC'

  assert.equal(sha256(again.bytes), sha256(first.bytes))
})

test('a change of one record changes the files that tell of it, the manifest and nothing else', async () => {
  const before = manifestOf((await made(keeper, 'archive')).bytes)
  await occupation('林知夏', '权益部工作人员（挂职）')
  const after = manifestOf((await made(keeper, 'archive')).bytes)
  const was = new Map(before.files.map(({ path, sha256 }) => [path, sha256]))
  const changed = after.files.filter(({ path, sha256 }) => was.get(path) !== sha256).map(({ path }) => path)

  assert.deepEqual(
    changed.map((path) => path.replace(/^.*\/\d{4} /, '')),
    ['台账 03 党员名册.xlsx', `${BRANCH}2026年支部工作手册.docx`, '清单.txt'],
  )
})

test('what a day has passed over is gone, and whoever asks is told how to have it again', async () => {
  const { answer } = await order(keeper, 'sheets')
  await world.workshop.idle()
  await asAdmin(`update archive_job set expires_at = now() - interval '1 minute' where id = '${answer.id}'`)
  const late = await ask(keeper, downloadArchive, { params: { job: answer.id } })
  const removed = await tidy(example.owner)
  const { rows } = await example.owner.query('select from archive_piece where job_id = $1', [answer.id])

  assert.equal(late.status, 409)
  assert.match(late.refusal.message, /只保留一天.*再生成一次/)
  assert.ok(removed >= 1)
  assert.equal(rows.length, 0)
  assert.equal((await jobs(keeper)).find(({ id }) => id === answer.id)?.stage, 'removed')
})

test('a job that the end of the process broke off says so after the next start', async () => {
  await asAdmin(`insert into archive_job (organ_id, unit_id, kind, for_year, made_by, made_by_name)
    values ('${example.organ}', '${example.unit(BRANCH)}', 'book', 2026, '${example.person(KEEPER)}', '${KEEPER}')`)
  const meanwhile = await order(secretary, 'book')
  await breakOff(example.owner)
  const [last] = await jobs(keeper)

  assert.equal(meanwhile.status, 409)
  assert.match(meanwhile.refusal.message, /正在生成另一份/)
  assert.equal(last?.stage, 'interrupted')
})

test('each download stands in the trail with who took it', async () => {
  const { name } = await made(secretary, 'sheets')
  const as = { organ: example.organ, person: null, operation: 'test', may: EVERYTHING }
  const taken = await acting(example.database, as, (tx) =>
    tx
      .selectFrom('audit')
      .select(['personId', 'operation', 'after'])
      .where('tableName', '=', 'archive_download')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(),
  )

  assert.ok(!('refused' in taken))
  assert.deepEqual([taken.personId, taken.operation], [example.person(SECRETARY), '下载手册或归档'])
  assert.equal((taken.after as { file_name: string }).file_name, name)
})

test('only keepers and the discipline member of the unit make books and take them away', async () => {
  const { answer } = await order(keeper, 'sheets')
  await world.workshop.idle()
  const strangers = [
    holding('白玉洁', 'group-leader'),
    holding('林知夏', 'member'),
    holding('林知夏', 'publicity'),
    holding('林知夏', 'operator'),
    holding('林知夏', 'superior', GENERAL),
    holding('林知夏', 'secretary', '妇女儿童活动中心党支部'),
  ]
  for (const stranger of strangers) {
    const { status } = await order(stranger, 'book')
    const taken = await ask(stranger, downloadArchive, { params: { job: answer.id } })
    assert.ok([403, 404].includes(status) && [403, 404].includes(taken.status), stranger.held[0]!.post)
  }
  const discipline = holding('林知夏', 'discipline')
  const taken = await ask(discipline, downloadArchive, { params: { job: answer.id } })
  assert.equal(taken.status, 403)
  assert.match(taken.refusal.message, /请自己生成一份/)
  const own = await order(discipline, 'sheets')
  await world.workshop.idle()
  assert.equal((await ask(discipline, downloadArchive, { params: { job: own.answer.id } })).status, 200)
})

test('a group, a year to come and a unit not yet founded get no book, and are told why', async () => {
  const group = await order(above, 'book', { unit: '第一党小组' })
  const future = await order(keeper, 'book', { year: 2027 })
  const early = await order(keeper, 'book', { year: 1990 })

  assert.deepEqual([group.status, future.status, early.status], [409, 409, 409])
  assert.match(group.refusal.message, /党小组没有单独的工作手册.*请选择支部/)
  assert.match(future.refusal.message, /还没有到/)
  assert.match(early.refusal.message, /还没有成立/)
})

test('the page is read with few statements and counts what each chapter would hold', async () => {
  const params = { unit: example.unit(BRANCH) }
  const { answer, queries } = await ask(keeper, readArchive, { params, query: { year: 2026 } })
  const records = Object.fromEntries(answer.chapters.map(({ id, records }) => [id, records]))

  assert.ok(queries <= 12, `${queries} statements`)
  assert.equal(records.members, 31)
  assert.ok((records['committee-meetings'] ?? 0) >= 9)
  assert.deepEqual(answer.retentions.find(({ series }) => series === 'rosters')?.retention, '永久')
})
