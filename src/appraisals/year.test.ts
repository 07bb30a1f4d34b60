import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { acting } from '../database/acting.ts'
import { textOf } from '../documents/fixtures/text.ts'
import { grantsOf } from '../kernel/access.ts'
import * as contract from './contract.ts'
import { appraisalErrands } from './errands-jobs.ts'
import { gradesOf, polled, readAs, roundWorld } from './fixtures/round.ts'
import * as papers from './paper-contract.ts'
import * as poll from './poll-contract.ts'
import { appraisalChapters, appraisalPapers } from './year-jobs.ts'

const world = await roundWorld()
const { ask, secretary, branch } = world
const SECRET = '家中老人久病，上半年下村少了'
const member = world.asker(world.people[10]!.person)

const as = <T>(who: typeof member, work: Parameters<typeof acting<T>>[2]) =>
  acting(
    world.database.database,
    { organ: who.organ, person: who.person, operation: 'test', may: grantsOf(who.held) },
    work,
  ) as Promise<T>

const asked = {
  organName: '示例市妇联',
  unitId: branch.id,
  unitName: branch.name,
  path: branch.path,
  units: [branch.id],
  year: 2026,
  today: '2026-12-20',
}

test('an open vote waits on each member who has not voted, and the round on whoever leads it', async () => {
  const round = await world.open()
  const params = { appraisal: round.id }
  await ask(secretary, poll.openPoll, { params, body: { form: 'devices', polledOn: '2026-12-10' } })

  const hers = await as(member, appraisalErrands)
  const leads = await as(secretary, appraisalErrands)

  assert.deepEqual(
    hers.map(({ title, act }) => [title, act]),
    [['2026 年度民主测评，请投票', '去投票']],
  )
  assert.equal(leads.length, 2, 'she votes, and she leads')
  await ask(secretary, poll.dropPoll, { params })
  assert.deepEqual(await as(member, appraisalErrands), [], 'nobody is nagged for a self-appraisal')
})

test('the book tells how the round went and how many of each grade; a grade with a name stands in the archive alone', async () => {
  const [line] = (await ask(secretary, contract.listAppraisals, { params: { unit: branch.id } })).answer
    .appraisals
  const params = { appraisal: line!.id }
  await ask(member, contract.handInSelf, { params, body: { text: SECRET } })
  const round = await polled(world, await readAs(world, secretary, line!.id))
  const graded = await ask(secretary, contract.gradePeople, { params, body: gradesOf(round, 8) })
  await ask(secretary, contract.closeAppraisal, {
    params,
    body: { lateReason: null, version: graded.answer.version },
  })

  const [chapter] = await as(secretary, (tx) => appraisalChapters(tx, asked))
  const book = JSON.stringify(chapter)
  assert.match(book, /优秀8人，合格21人/)
  assert.doesNotMatch(book, new RegExp(`${SECRET}|：优秀"`))

  const kept = await as(secretary, (tx) => appraisalPapers(tx, asked))
  assert.deepEqual(
    kept.map(({ series }) => series),
    ['appraisals', 'appraisals'],
  )
  const forms = textOf(await kept[1]!.bytes()).join('\n')
  assert.equal(forms.match(/评定等次：优秀/g)?.length, 8)
  assert.doesNotMatch(forms, /家中老人/, 'what members wrote of themselves stays sealed')
})

test('the whole set is one file; whose words stand in it learns who took it', async () => {
  const [line] = (await ask(secretary, contract.listAppraisals, { params: { unit: branch.id } })).answer
    .appraisals
  const params = { appraisal: line!.id }
  const set = await ask(secretary, papers.takeSet, { params, body: { purpose: 'file' } })
  assert.equal(set.status, 200)
  assert.ok(set.queries <= 12, `${set.queries}`)
  const files = unzipSync((set.answer as unknown as { bytes: Uint8Array }).bytes)
  const names = Object.keys(files)
  assert.equal(names.filter((name) => name.startsWith('4 登记表/')).length, 31)
  const own = names.find((name) => name.includes(world.people[10]!.name))!
  assert.match(strFromU8(unzipSync(files[own]!)['word/document.xml']!), /家中老人久病/)
  const openings = await as(member, (tx) =>
    tx.selectFrom('opening').select(['purpose', 'recordKind']).execute(),
  )
  assert.deepEqual(openings, [{ purpose: '归档装订', recordKind: 'self-appraisal' }])
  for (const refused of [
    await ask(member, papers.takeSet, { params, body: { purpose: 'file' } }),
    await ask(member, papers.downloadSummary, { params }),
  ])
    assert.equal(refused.status, 403)
})
