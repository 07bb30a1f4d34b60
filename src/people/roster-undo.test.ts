import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acting } from '../database/acting.ts'
import { organBeforeImport, textFile } from './fixtures/rostered.ts'
import { identityNumberOf } from './fixtures/rosters.ts'

const REGISTER = 'roster-register-export.xlsx'
const BOOK = 'roster-branch-book.xlsx'

type Organ = Awaited<ReturnType<typeof organBeforeImport>>

/** All that the people slice holds, but for batches. */
const held = async (o: Organ) => ({
  people: await o.rows('select * from person order by id'),
  numbers: await o.rows('select person_id, unit_id, digest from person_identity order by person_id'),
  memberships: await o.rows('select * from membership order by id'),
  posts: await o.rows('select * from post order by id'),
  units: await o.rows('select * from unit order by id'),
})

test('an import taken back leaves everything as it was: people, numbers, posts and groups', async () => {
  const o = await organBeforeImport()
  const before = await held(o)
  const { answer } = await o.take(BOOK)
  const undone = await o.undo(answer.batch!)

  assert.deepEqual([undone.status, undone.answer], [200, { removed: 30, restored: 1 }])
  assert.deepEqual(await held(o), before)
})

test('two imports are taken back last to first; the earlier one alone is refused by name', async () => {
  const o = await organBeforeImport()
  const [empty, first] = [await held(o), await o.take(REGISTER)]
  const [between, second] = [await held(o), await o.take(BOOK)]
  const early = await o.undo(first.answer.batch!)

  assert.equal(early.status, 409)
  assert.match(early.refusal.message, /付叶梅（个人信息后来又改过）|等 31 人/)
  assert.equal((await o.undo(second.answer.batch!)).status, 200)
  assert.deepEqual(await held(o), between)
  assert.equal((await o.undo(first.answer.batch!)).status, 200)
  assert.deepEqual(await held(o), empty)
})

test('what cannot be taken back is named: records that use a person, a post given later, a change by hand', async () => {
  const o = await organBeforeImport()
  const { answer } = await o.take(REGISTER)
  const one = async (name: string) =>
    (await o.rows<{ id: string }>('select id from person where name = $1', name))[0]!.id
  const zengLi = await one('曾丽')
  const attempt = async () => (await o.undo(answer.batch!)).refusal.message
  const write = (work: Parameters<typeof acting>[2]) => acting(o.database, o.actor, work)

  await write(async (tx) => {
    const evidence = { kind: 'training', heldOn: '2026-05-01', recordedOn: '2026-05-01', title: '培训' }
    const source = { sourceKind: 'training', sourceId: crypto.randomUUID() }
    await tx
      .insertInto('evidence')
      .values({ unitId: o.ids.branch, personId: zengLi, ...evidence, ...source })
      .execute()
    return null
  })
  assert.match(await attempt(), /曾丽（有完成记录）/)

  await write(async (tx) => {
    await tx
      .insertInto('post')
      .values({ personId: zengLi, unitId: o.ids.branch, post: 'publicity', since: '2026-06-01' })
      .execute()
    return null
  })
  assert.match(await attempt(), /曾丽（后来登记过任职）/)

  await write(async (tx) => {
    await tx
      .updateTable('person')
      .set({ phone: '14100000000', version: 2 })
      .where('id', '=', zengLi)
      .execute()
    return null
  })
  assert.match(await attempt(), /曾丽（个人信息后来又改过）/)
  assert.equal((await o.rows('select from person')).length, 32)
})

test('an import is taken back once, and only by those who keep the roster', async () => {
  const o = await organBeforeImport()
  const { answer } = await o.take(REGISTER)

  for (const who of [o.as('group-leader'), o.as('member'), o.as('discipline')])
    assert.equal((await o.undo(answer.batch!, who)).status, 403)
  assert.equal((await o.undo(answer.batch!, o.as('secretary', '/g/2/'))).status, 404)
  assert.equal((await o.undo(answer.batch!)).status, 200)
  const again = await o.undo(answer.batch!)
  assert.deepEqual([again.status, again.refusal.message], [409, `「${REGISTER}」这批导入已经撤销过。`])
})

test('a status and a number that a sheet added go again, and the history is as it was', async () => {
  const o = await organBeforeImport()
  await o.accept(textFile('姓名,类别,入党时间', '温澜,预备党员,2025-07-01'))
  const before = await held(o)
  const sheet = textFile(
    '姓名,身份证号,类别,入党时间,转正时间,党小组',
    `温澜,${identityNumberOf('1990-03-04', '002')},正式党员,2025-07-01,2026-07-01,第一党小组`,
  )
  const seen = await o.preview(sheet)
  const { answer } = await o.accept(sheet)
  const history = await o.rows<{ said: string }>(
    `select m.status || ' ' || m.since as said from membership m join person p on p.id = m.person_id
     where p.name = '温澜' order by m.since`,
  )

  assert.deepEqual(seen.answer.handedBack, [])
  assert.deepEqual(
    history.map(({ said }) => said),
    ['probationary 2025-07-01', 'full 2026-07-01'],
  )
  await o.undo(answer.batch!)
  assert.deepEqual(await held(o), before)
})
