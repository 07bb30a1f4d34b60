import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { acting } from '../database/acting.ts'
import { textOf } from '../documents/fixtures/text.ts'
import type { Download } from '../http/endpoint.ts'
import { grantsOf } from '../kernel/access.ts'
import { recordTalks } from '../talks/contract.ts'
import * as contract from './contract.ts'
import { lifeWorld } from './fixtures/branch.ts'
import { lifeMeetingChapters, lifeMeetingPapers } from './year-jobs.ts'

const KEPT = join(import.meta.dirname, '../../.cache/papers')
const world = await lifeWorld()
const { ask, done, opened, organizer, publicity, leaders, secretary, members, branch, database } = world

const first = await opened(2025)
const promise = {
  about: 'branch' as const,
  problem: '会期临时改动，通知发得晚',
  measure: '会议定了当天发通知',
  ownerId: publicity.person,
  dueOn: '2026-03-31',
}
const listed = await done(organizer, contract.addProblem, { params: { round: first.id }, body: promise })
await done(organizer, contract.closeProblem, {
  params: { problem: listed.problems[0]!.id },
  body: { doneText: '六次会议的通知都提前三天发出', version: listed.problems[0]!.version },
})
const round = await opened(2026)
const params = { round: round.id }
const SECRET = '说话急，会上常打断别人'
const OWN = '走访半年没有去'
await done(organizer, contract.addLifeOpinion, {
  params,
  body: { source: 'served', about: 'branch', aboutId: null, text: '报名电话中午没有人接' },
})
await done(organizer, contract.addLifeOpinion, {
  params,
  body: { source: 'member', about: 'person', aboutId: members[0]!.person, text: SECRET },
})
await done(organizer, contract.addProblem, {
  params,
  body: { ...promise, problem: '走访集中在节前', dueOn: '2027-06-30' },
})
await done(organizer, contract.addProblem, {
  params,
  body: { ...promise, about: 'person', problem: OWN, ownerId: members[0]!.person },
})
await done(organizer, contract.writeCheck, {
  params,
  body: { text: '一、走访集中在节前。\n二、材料寄送没有坚持。', final: true, version: null },
})

await done(organizer, recordTalks, {
  params: { unit: branch.id },
  body: {
    pairs: [{ talkerId: secretary.person, partnerId: members[0]!.person }],
    heldOn: '2026-11-18',
  },
})

const paper = async (name: (typeof contract.PAPERS)[number]): Promise<Download> => {
  const { answer } = await ask(organizer, contract.downloadLifePaper, { params: { ...params, paper: name } })
  mkdirSync(KEPT, { recursive: true })
  writeFileSync(join(KEPT, `life-${name}.docx`), answer.bytes)
  return answer
}

test('each paper prints what is recorded, gaps as gaps, and nothing of a person', async () => {
  const texts = await Promise.all(
    contract.PAPERS.map(async (name) => [name, textOf((await paper(name)).bytes).join('')] as const),
  )
  const said = Object.fromEntries(texts)

  for (const [name, text] of texts)
    for (const secret of [SECRET, OWN]) assert.ok(!text.includes(secret), `${name} tells ${secret}`)
  assert.match(said.plan ?? '', /2026年12月4日召开，采用支部党员大会形式/)
  assert.match(said.plan ?? '', /2025年度整改1项，已销号1项/)
  assert.match(said.opinions ?? '', /报名电话中午没有人接（服务对象）/)
  assert.match(said.opinions ?? '', /三、对个人的意见1条，只反馈给本人/)
  assert.match(said.check ?? '', /材料寄送没有坚持/)
  assert.match(said.rectification ?? '', /另有个人的整改事项1项/)
  assert.match(said.report ?? '', /征求到意见2条，其中对支部和支部委员会1条、对个人1条/)
  assert.match(said.report ?? '', /党员12人，登记谈心谈话的2人/)
  assert.match(said.report ?? '', /二、召开情况〔未记〕/)
})

test('the whole set is one file, the same twice; the sheet opens with both years', async () => {
  const one = await done(organizer, contract.downloadLifeSet, { params })
  const two = await done(organizer, contract.downloadLifeSet, { params })
  const { queries } = await ask(organizer, contract.downloadLifeSet, { params })

  assert.deepEqual(Buffer.from((one as Download).bytes), Buffer.from((two as Download).bytes))
  assert.equal(Object.keys(unzipSync((one as Download).bytes)).length, contract.PAPERS.length + 1)
  assert.ok(queries <= 12, `${queries} statements`)
})

test('papers are for the round’s leaders', async () => {
  for (const other of [publicity, leaders[0]!, members[0]!]) {
    const { status } = await ask(other, contract.downloadLifePaper, {
      params: { ...params, paper: 'report' },
    })
    assert.equal(status, 403, other.name)
  }
})

test('book and archive tell of rounds in numbers and promises, never of opinions, outlines or remarks', async () => {
  const asked = {
    organName: '示例市妇联',
    unitId: branch.id,
    unitName: branch.name,
    path: branch.path,
    units: [branch.id],
    year: 2026,
    today: '2026-11-20',
  }
  const actor = {
    organ: secretary.organ,
    person: secretary.person,
    operation: 'test',
    may: grantsOf(secretary.held),
  }
  const told = await acting(database.database, actor, async (tx) => {
    const papers = await lifeMeetingPapers(tx, asked)
    const texts = []
    for (const { fileName, bytes } of papers)
      if (fileName.endsWith('.docx')) texts.push(textOf(await bytes()).join(''))
    return { chapters: await lifeMeetingChapters(tx, asked), titles: papers.map(({ title }) => title), texts }
  })
  if ('refused' in told) throw new Error(told.message)

  const all = JSON.stringify(told)
  for (const secret of [SECRET, OWN, '报名电话']) assert.ok(!all.includes(secret), secret)
  assert.match(JSON.stringify(told.chapters), /走访集中在节前/)
  assert.ok(
    told.chapters[0]?.blocks.some(({ kind }) => kind === 'gap'),
    'a year without a gathering shows its gap',
  )
  assert.equal(told.titles.length, 4)
})
