import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listOpenings } from '../audit/contract.ts'
import * as contract from './contract.ts'
import { analysisBranch } from './fixtures/branch.ts'
import { layOutline, listOutlines } from './outline-contract.ts'

const world = await analysisBranch()
const { ask, branch, groups, memberOf, plain, secretaryAsks, leaderAsks } = world
const [firstLeader, secondLeader] = leaderAsks as [(typeof leaderAsks)[0], (typeof leaderAsks)[0]]
const from = '2026-01-01'
const params = { from }
const WRITTEN = [
  { heading: '理想信念', text: '读了两遍新修订的章程，讲给女儿听时才发现自己说不清。' },
  { heading: '问题和原因', text: '电话回访拖了三周，怕被埋怨。' },
  { heading: '今后打算', text: '' },
]

/** Writes as this member, from nothing. */
const write = (who: ReturnType<typeof plain>, parts = WRITTEN) =>
  ask(who, contract.keepAnalysis, { params, body: { parts, version: 0 } })
const handIn = (who: ReturnType<typeof plain>, headings = ['理想信念', '问题和原因']) =>
  ask(who, contract.handInAnalysis, { params, body: { headings } })
const listed = async (who = secretaryAsks, unit = branch.id) =>
  (await ask(who, contract.listAnalyses, { params: { unit }, query: {} })).answer.people
const lineOf = async (person: string) => (await listed()).find(({ personId }) => personId === person)!
const open = (who: ReturnType<typeof plain>, analysis: string) =>
  ask(who, contract.openAnalysis, { params: { analysis }, body: { purpose: 'opinion' } })

test('what she writes is kept, comes back, and is nobody’s business until she hands it in', async () => {
  const wang = memberOf(0, 0)
  const { status, answer } = await write(plain(wang))
  assert.deepEqual([status, answer.version], [200, 1])

  const { answer: own } = await ask(plain(wang), contract.readOwnAnalysis, { query: {} })

  assert.equal(own.name, '2026年')
  assert.equal(own.parts.find(({ heading }) => heading === '理想信念')?.text, WRITTEN[0]?.text)
  assert.equal(own.done, null)
  assert.equal((await lineOf(wang.person)).way, null)
})

test('two pages of hers do not overtake each other', async () => {
  const who = plain(memberOf(0, 1))
  await write(who)

  const { status, refusal } = await write(who)

  assert.equal(status, 409)
  assert.match(refusal.message, /另一个页面改过/)
})

test('she hands in the headings she chose; the rest and later changes stay hers', async () => {
  const she = memberOf(0, 2)
  await write(plain(she))
  const { answer } = await handIn(plain(she), ['问题和原因'])
  assert.deepEqual(answer.done?.headings, ['问题和原因'])
  const later = [{ heading: '问题和原因', text: '后来又改了。' }]
  await ask(plain(she), contract.keepAnalysis, { params, body: { parts: later, version: 1 } })

  const line = await lineOf(she.person)
  const { answer: seen } = await open(secretaryAsks, line.id!)

  assert.equal(line.way, 'handed-in')
  assert.deepEqual(seen.parts, [WRITTEN[1]])
})

test('an empty heading is not handed in, nor anything twice', async () => {
  const who = plain(memberOf(0, 3))
  await write(who)
  const empty = await handIn(who, ['今后打算'])
  assert.deepEqual([empty.status, empty.refusal.field], [400, 'headings'])
  await handIn(who)

  const { status, refusal } = await handIn(who)

  assert.equal(status, 409)
  assert.match(refusal.message, /先撤回再交/)
})

test('handing in proves her duty, taking it back takes the proof and the text away', async () => {
  const she = memberOf(0, 4)
  const proofs = () =>
    world.lying(`select kind, held_on::text, title from evidence where person_id = $1`, she.person)
  await write(plain(she))
  const { answer } = await handIn(plain(she))
  assert.deepEqual(await proofs(), [{ kind: 'analysis', held_on: '2026-11-22', title: '2026年党性分析' }])

  const { answer: back } = await ask(plain(she), contract.withdrawOwnAnalysis, { params })

  assert.equal(back.done, null)
  assert.deepEqual(await proofs(), [])
  assert.equal((await open(secretaryAsks, answer.done!.id)).status, 404)
  assert.equal(back.parts.find(({ heading }) => heading === '理想信念')?.text, WRITTEN[0]?.text)
})

test('said to be written and kept, it counts as done and there is nothing to open or to answer', async () => {
  const she = memberOf(0, 5)
  const { answer } = await ask(plain(she), contract.sayAnalysisKept, { params })
  const analysis = answer.done!.id

  const opening = await open(secretaryAsks, analysis)
  const answering = await ask(secretaryAsks, contract.answerAnalysis, {
    params: { analysis, unit: branch.id },
    body: { text: '好', version: null },
  })

  assert.equal((await lineOf(she.person)).way, 'kept')
  assert.deepEqual([opening.status, answering.status], [409, 409])
})

test('the group’s leader opens those of her group, answers for the group, and nothing beyond', async () => {
  const she = memberOf(1, 0)
  await write(plain(she))
  const analysis = (await handIn(plain(she))).answer.done!.id

  const foreign = await open(firstLeader, analysis)
  const own = await open(secondLeader, analysis)
  const forBranch = await ask(secondLeader, contract.answerAnalysis, {
    params: { analysis, unit: branch.id },
    body: { text: '支部的意见', version: null },
  })
  const forGroup = await ask(secondLeader, contract.answerAnalysis, {
    params: { analysis, unit: groups[1].id },
    body: { text: '回访的事组里可以一起商量。', version: null },
  })

  assert.equal(foreign.status, 404)
  assert.deepEqual(
    own.answer.answers.map(({ unitId }) => unitId),
    [groups[1].id],
  )
  assert.deepEqual([forBranch.status, forGroup.status], [403, 200])
  const read = await ask(plain(she), contract.readOwnAnalysis, { query: {} })
  assert.deepEqual(
    read.answer.done?.opinions.map(({ unitName, text }) => `${unitName}：${text}`),
    ['第二党小组：回访的事组里可以一起商量。'],
  )
  assert.equal((await ask(plain(she), contract.withdrawOwnAnalysis, { params })).status, 409)
})

test('an opinion is changed by whoever read its last wording, and no one answers her own', async () => {
  const she = memberOf(0, 6)
  await write(plain(she))
  const analysis = (await handIn(plain(she))).answer.done!.id
  const say = (text: string, version: number | null) =>
    ask(secretaryAsks, contract.answerAnalysis, {
      params: { analysis, unit: branch.id },
      body: { text, version },
    })
  await say('一', null)

  assert.equal((await say('二', null)).status, 409)
  assert.equal((await say('二', 1)).answer.version, 2)

  await write(secretaryAsks)
  const own = (await handIn(secretaryAsks)).answer.done!.id
  const mine = await ask(secretaryAsks, contract.answerAnalysis, {
    params: { analysis: own, unit: branch.id },
    body: { text: '很好', version: null },
  })
  assert.equal(mine.status, 403)
})

test('each opening by another is told to the person concerned, with its purpose; her own is not', async () => {
  const she = memberOf(0, 7)
  await write(plain(she))
  const analysis = (await handIn(plain(she))).answer.done!.id
  await ask(secretaryAsks, contract.openAnalysis, { params: { analysis }, body: { purpose: 'appraisal' } })
  await open(firstLeader, analysis)

  const { answer } = await ask(plain(she), listOpenings, {})

  assert.deepEqual(
    answer.openings.map(({ readerName, recordKind, purpose }) => [readerName, recordKind, purpose]),
    [
      ['一组长', 'analysis', '提出意见'],
      ['林岚', 'analysis', '准备民主评议'],
    ],
  )
})

test('an officer enters what came on paper, several at once, and takes back only that', async () => {
  const [one, two] = [memberOf(1, 1), memberOf(1, 2)]
  const { answer } = await ask(secondLeader, contract.enterPapers, {
    params: { unit: groups[1].id },
    body: { personIds: [one.person, two.person], from, doneOn: '2026-11-20' },
  })
  assert.equal(answer.entered, 2)
  const line = await lineOf(one.person)
  assert.deepEqual([line.way, line.doneOn], ['paper', '2026-11-20'])

  const hers = await ask(plain(one), contract.withdrawOwnAnalysis, { params })
  const undone = await ask(secretaryAsks, contract.undoPaper, { params: { analysis: line.id! } })

  assert.deepEqual([hers.status, undone.status], [403, 200])
  assert.equal((await lineOf(one.person)).way, null)
})

test('paper is refused for a day to come, for strangers and for who has done it', async () => {
  const enter = (personId: string, doneOn = '2026-11-20', asks = secondLeader, unit: string = groups[1].id) =>
    ask(asks, contract.enterPapers, { params: { unit }, body: { personIds: [personId], from, doneOn } })
  const foreign = await enter(memberOf(0, 0).person)
  const future = await enter(memberOf(1, 3).person, '2026-11-23')
  const early = await enter(memberOf(1, 3).person, '2025-12-31')
  const done = await enter(memberOf(1, 2).person)
  const notHers = await enter(memberOf(1, 3).person, '2026-11-20', firstLeader)

  assert.deepEqual(
    [foreign, future, early, done, notHers].map(({ status, refusal }) => [status, refusal.field]),
    [
      [404, 'personIds'],
      [400, 'doneOn'],
      [400, 'doneOn'],
      [409, 'personIds'],
      [403, undefined],
    ],
  )
})

test('the unit’s own headings hold from the day they are laid down; what was written before stays under its heading', async () => {
  const she = memberOf(1, 4)
  await write(plain(she))
  const laid = await ask(secretaryAsks, layOutline, {
    params: { unit: branch.id, kind: 'analysis' },
    body: {
      items: [
        { text: '服务群众', source: null },
        { text: '问题和原因', source: null },
      ],
    },
  })
  assert.equal(laid.status, 200)

  const { answer } = await ask(plain(she), contract.readOwnAnalysis, { query: {} })

  assert.deepEqual(
    answer.parts.map(({ heading, asked, text }) => [heading, asked, text !== '']),
    [
      ['服务群众', true, false],
      ['问题和原因', true, true],
      ['理想信念', false, true],
    ],
  )
  const { answer: lists } = await ask(firstLeader, listOutlines, { params: { unit: groups[0].id } })
  assert.equal(lists.outlines[0]?.unitName, '机关第一党支部')
  const leader = await ask(firstLeader, layOutline, {
    params: { unit: groups[0].id, kind: 'analysis' },
    body: { items: [{ text: '别的', source: null }] },
  })
  assert.equal(leader.status, 403)
})

test('under another rhythm she still sees what she wrote the last time before', async () => {
  const who = plain(memberOf(1, 7))
  const last = { heading: '问题和原因', text: '去年写的：走访少了。' }
  const kept = await ask(who, contract.keepAnalysis, {
    params: { from: '2025-01-01' },
    body: { parts: [last], version: 0 },
  })
  assert.equal(kept.status, 200)
  await world.lying(
    `insert into parameter (organ_id, key, choice, since) values ($1, 'analysis.period', '"half-year"', '2026-01-01')`,
    who.organ,
  )
  const { answer } = await ask(who, contract.readOwnAnalysis, { query: { from: '2026-01-01' } })
  await world.lying('delete from parameter where organ_id = $1', who.organ)

  assert.equal(answer.name, '2026年上半年')
  assert.equal(answer.parts.find(({ heading }) => heading === last.heading)?.former, last.text)
})

test('a period that has not begun, has no such first day or lies far back is refused with its field', async () => {
  const who = plain(memberOf(1, 5))
  for (const day of ['2027-01-01', '2026-02-01', '2020-01-01']) {
    const { status, refusal } = await ask(who, contract.readOwnAnalysis, { query: { from: day } })
    assert.deepEqual([status, refusal.field], [400, 'from'], day)
  }
})

test('every request of the slice takes at most twelve statements', async (t) => {
  const she = memberOf(1, 6)
  const who = plain(she)
  const asked = [
    await write(who),
    await handIn(who),
    await ask(who, contract.readOwnAnalysis, { query: {} }),
    await ask(secretaryAsks, contract.listAnalyses, { params: { unit: branch.id }, query: {} }),
    await open(secretaryAsks, (await lineOf(she.person)).id!),
    await ask(who, contract.withdrawOwnAnalysis, { params }),
  ]
  t.diagnostic(`statements: ${asked.map(({ queries }) => queries).join(' ')}`)
  // Beginning and end of the transaction aside.
  assert.ok(asked.every(({ queries }) => queries - 2 <= 12))
})
