import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listOpenings } from '../audit/contract.ts'
import { auditRoutes } from '../audit/routes.ts'
import { readToday } from '../duties/contract.ts'
import { todayRoutes } from '../duties/today-routes.ts'
import * as contract from './contract.ts'
import { talkErrands } from './errands-jobs.ts'
import { talkWorld } from './fixtures/branch.ts'
import { talkRoutes } from './routes.ts'

const { ask, as, idOf, branch } = await talkWorld([
  ...talkRoutes,
  ...auditRoutes,
  ...todayRoutes([talkErrands]),
])
const secretary = as('林岚')
const keeper = as('沈秋月')
const member = as('何畅')
const params = { unit: branch.id }

const note = { text: '谈到接送孩子和值班的冲突。', follow: '下月排班前再问一次。', cause: 'yearly' as const }
const talk = async () => {
  const { answer } = await ask(secretary, contract.readOwnTalks, {})
  return answer.talks[0]!.id
}

test('what was said is read by the two; the one who did not write it opens it with a purpose, and the writer sees so', async () => {
  const body = { partnerId: idOf('何畅'), heldOn: '2026-11-20', place: null, note }
  const { id } = (await ask(secretary, contract.recordOwnTalk, { body })).answer
  const own = (await ask(secretary, contract.readTalk, { params: { talk: id } })).answer
  assert.equal(own.note?.shown?.text, note.text)

  const hers = await ask(member, contract.readTalk, { params: { talk: id } })
  assert.deepEqual([hers.answer.own, hers.answer.note?.mine, hers.answer.note?.shown], [true, false, null])
  assert.ok(hers.queries <= 12)
  const opened = await ask(member, contract.openNote, { params: { talk: id }, body: { purpose: 'prepare' } })
  assert.equal(opened.answer.note?.text, note.text)
  const { openings } = (await ask(secretary, listOpenings, {})).answer
  assert.deepEqual(
    openings.map(({ readerName, purpose }) => [readerName, purpose]),
    [['何畅', '准备下次谈话']],
  )
  await ask(secretary, contract.openNote, { params: { talk: id }, body: { purpose: 'check' } })
  assert.equal((await ask(member, listOpenings, {})).answer.openings.length, 0)
})

test('either corrects the note; whoever had not seen the other one’s words does not write over them', async () => {
  const id = await talk()
  const written = { ...note, text: '谈到接送孩子和值班的冲突，十二月起调开。' }
  const first = await ask(member, contract.writeNote, {
    params: { talk: id },
    body: { ...written, version: 1 },
  })
  assert.equal(first.answer.note?.shown?.text, written.text)
  const late = await ask(secretary, contract.writeNote, {
    params: { talk: id },
    body: { ...note, version: 1 },
  })
  assert.deepEqual([late.status, late.refusal.refused], [409, 'stale'])
  const others = await ask(keeper, contract.writeNote, {
    params: { talk: id },
    body: { ...note, version: 2 },
  })
  assert.equal(others.status, 404)
})

test('an opinion is passed on only as its speaker words it; then the committee answers', async () => {
  const id = await talk()
  const drafted = await ask(secretary, contract.draftOpinion, {
    params: { talk: id },
    body: { speakerId: idOf('何畅'), text: '希望周五不排晚间学习' },
  })
  const at = { opinion: drafted.answer.id }
  const list = () => ask(as('顾青'), contract.listOpinions, { params, query: { year: 2026 } })
  assert.deepEqual((await list()).answer.opinions, [])

  const inHerName = {
    wording: '希望周五不排晚间学习',
    agreedBy: 'speaker' as const,
    agreedOn: '2026-11-22',
    version: 1,
  }
  assert.equal((await ask(secretary, contract.releaseOpinion, { params: at, body: inHerName })).status, 403)
  const hers = { ...inHerName, wording: '周五晚上有接孩子的需要，集中学习请改到其他晚上。' }
  assert.equal((await ask(as('顾青'), contract.releaseOpinion, { params: at, body: hers })).status, 404)
  assert.equal((await ask(member, contract.releaseOpinion, { params: at, body: hers })).status, 200)
  assert.equal((await ask(member, contract.dropOpinion, { params: at })).status, 409)

  const [released] = (await list()).answer.opinions
  assert.deepEqual([released?.speakerName, released?.wording], ['何畅', hers.wording])
  const { waiting } = (await ask(secretary, readToday, { query: {} })).answer
  assert.ok(waiting.some(({ title }) => title === '谈心中转交的意见建议待答复（1 条）'))
  const answer = {
    outcome: 'taken' as const,
    answer: '十二月起集中学习改到周三。',
    version: released!.version,
  }
  assert.equal((await ask(member, contract.answerOpinion, { params: at, body: answer })).status, 403)
  assert.equal((await ask(as('顾青'), contract.answerOpinion, { params: at, body: answer })).status, 200)
  assert.equal(
    (await ask(member, contract.readTalk, { params: { talk: id } })).answer.released[0]?.answer,
    answer.answer,
  )
})

test('a draft is dropped by who wrote it or who said it, and not by the other one', async () => {
  const id = await talk()
  const drafted = await ask(member, contract.draftOpinion, {
    params: { talk: id },
    body: { speakerId: idOf('何畅'), text: '希望换一间活动室' },
  })
  const at = { params: { opinion: drafted.answer.id } }
  const others = await ask(secretary, contract.dropOpinion, at)
  assert.deepEqual([others.status, others.refusal.refused], [403, 'not-permitted'])
  assert.equal((await ask(member, contract.dropOpinion, at)).status, 200)
})

test('a speaker without an account agrees on paper, with the day she signed', async () => {
  const id = await talk()
  const body = { speakerId: idOf('何畅'), text: '希望配一台打印机' }
  const drafted = await ask(secretary, contract.draftOpinion, { params: { talk: id }, body })
  const release = async (agreedOn: string) =>
    ask(secretary, contract.releaseOpinion, {
      params: { opinion: drafted.answer.id },
      body: { wording: '活动室请配一台打印机。', agreedBy: 'paper', agreedOn, version: 1 },
    })
  assert.equal((await release('2026-11-19')).refusal.field, 'agreedOn')
  assert.equal((await release('2026-11-21')).status, 200)
})

test('a circumstance that asks for a talk is told to who arranges talks here; the secretary has a neutral errand until she talked', async () => {
  const registered = await ask(keeper, contract.registerMatter, {
    params,
    body: { personId: idOf('陆小满'), cause: 'health', since: '2026-11-18' },
  })
  assert.equal(registered.status, 200)
  const errands = async (name: string) =>
    (await ask(as(name), readToday, { query: {} })).answer.waiting.filter(({ kind }) => kind === 'errand')
  assert.ok((await errands('林岚')).some(({ title }) => title === '有一次应谈的谈话'))
  assert.ok(!(await errands('沈秋月')).some(({ title }) => title.includes('应谈')))
  assert.deepEqual((await ask(secretary, contract.readTalks, { params, query: {} })).answer.matters?.open, 1)

  const opened = await ask(secretary, contract.openMatters, { params, body: { purpose: 'arrange' } })
  assert.deepEqual(
    opened.answer.matters.map(({ personName, cause, talkedOn }) => [personName, cause, talkedOn]),
    [['陆小满', 'health', null]],
  )
  assert.equal((await ask(as('陆小满'), listOpenings, {})).answer.openings[0]?.purpose, '安排谈话')

  const body = {
    pairs: [{ talkerId: idOf('林岚'), partnerId: idOf('陆小满') }],
    heldOn: '2026-11-21',
    place: null,
  }
  assert.equal((await ask(keeper, contract.recordTalks, { params, body })).status, 200)
  assert.ok(!(await errands('林岚')).some(({ title }) => title.includes('应谈')))
  const { matters } = (await ask(secretary, contract.readTalks, { params, query: {} })).answer
  assert.deepEqual([matters?.open, matters?.talked], [0, 1])
  assert.match(matters?.clause?.citation ?? '', /第十九条/)

  const [matter] = (await ask(keeper, contract.openMatters, { params, body: { purpose: 'check' } })).answer
    .matters
  const back = { params: { matter: matter!.id }, body: { version: matter!.version } }
  assert.equal((await ask(as('顾青'), contract.withdrawMatter, back)).status, 403)
  assert.equal((await ask(keeper, contract.withdrawMatter, back)).status, 200)
  assert.equal((await ask(keeper, contract.withdrawMatter, back)).status, 404)
})

test('a talk entered by members, who see only their own, leaves a settled circumstance settled', async () => {
  await ask(keeper, contract.registerMatter, {
    params,
    body: { personId: idOf('叶桐'), cause: 'health', since: '2026-11-18' },
  })
  // Those of other tests aside, hers alone is open.
  const settled = async () =>
    (await ask(secretary, contract.readTalks, { params, query: {} })).answer.matters?.open === 0
  assert.equal(await settled(), false)
  const body = {
    pairs: [{ talkerId: idOf('林岚'), partnerId: idOf('叶桐') }],
    heldOn: '2026-11-20',
    place: null,
  }
  await ask(keeper, contract.recordTalks, { params, body })
  assert.equal(await settled(), true)

  const own = { partnerId: idOf('叶桐'), heldOn: '2026-11-22', place: null, note: null }
  const entered = await ask(as('宋知远'), contract.recordOwnTalk, { body: own })
  assert.equal(await settled(), true)
  const { talks } = (await ask(as('宋知远'), contract.readOwnTalks, {})).answer
  const { id, version } = talks.find(({ id }) => id === entered.answer.id)!
  const back = { params: { talk: id }, body: { because: 'double' as const, version } }
  assert.equal((await ask(as('宋知远'), contract.withdrawTalk, back)).status, 200)
  assert.equal(await settled(), true)

  const hers = (await ask(as('叶桐'), contract.readOwnTalks, {})).answer.talks.find(
    ({ talkerId }) => talkerId === idOf('林岚'),
  )!
  const last = { params: { talk: hers.id }, body: { because: 'not-held' as const, version: hers.version } }
  assert.equal((await ask(secretary, contract.withdrawTalk, last)).status, 200)
  assert.equal(await settled(), false)
})

test('withdrawn by one of the two, a talk takes its text with it; an officer is held from destroying it', async () => {
  const body = {
    pairs: [{ talkerId: idOf('顾青'), partnerId: idOf('白露') }],
    heldOn: '2026-11-21',
    place: null,
  }
  await ask(keeper, contract.recordTalks, { params, body })
  const { talks } = (await ask(as('白露'), contract.readOwnTalks, {})).answer
  const at = { talk: talks[0]!.id }
  const version = talks[0]!.version
  await ask(as('白露'), contract.writeNote, { params: at, body: { ...note, version: null } })
  const because = 'double' as const
  const held = await ask(keeper, contract.withdrawTalk, { params: at, body: { because, version } })
  assert.match(held.refusal.message, /由他们本人撤回/)
  assert.equal(
    (await ask(as('顾青'), contract.withdrawTalk, { params: at, body: { because, version } })).status,
    200,
  )
  assert.equal((await ask(as('白露'), contract.readTalk, { params: at })).status, 404)
})
