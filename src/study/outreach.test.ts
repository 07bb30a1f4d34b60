import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { branchWorld } from '../meetings/fixtures/branch.ts'
import * as contract from './contract.ts'

const world = await branchWorld()
const { ask, secretary, organizer, member, branch } = world
const stranger = world.people.at(-4)!
// With an administrator's rights, which no row security holds back.
const administered = async (text: string) => {
  const client = new pg.Client({ connectionString: world.database.url })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

const ASKED = {
  text: '单位没有哺乳室，可以向谁反映',
  askerName: '纺织厂的刘大姐',
  contact: '14100001111',
  consents: true,
  ownerId: member.person,
  dueOn: '2026-12-10',
}
const LECTURE = {
  topic: '女职工劳动保护特别规定',
  heldOn: '2026-11-12',
  place: '纺织园区职工之家',
  lecturerId: secretary.person,
  lecturerName: null,
  audience: 'enterprise' as const,
  heads: null,
}

const record = (questions: (typeof ASKED | object)[] = [ASKED], more: object = {}) =>
  ask(organizer, contract.recordLecture, {
    params: { unit: branch.id },
    body: { ...LECTURE, ...more, questions } as never,
  })
const shown = async (lecture: string) =>
  (await ask(organizer, contract.readLecture, { params: { lecture } })).answer

test('a lecture stands in the register with its questions; who asked is not among them', async () => {
  const { answer } = await record()
  const lecture = await shown(answer.id)

  assert.equal(lecture.lecturerName, secretary.name)
  assert.equal(lecture.heads, null)
  assert.deepEqual(
    lecture.questions.map(({ text, state, hasAsker, ownerName }) => [text, state, hasAsker, ownerName]),
    [[ASKED.text, 'open', true, member.name]],
  )
  assert.doesNotMatch(JSON.stringify(lecture), /刘大姐|14100001111/)
})

test('neither table nor trail holds who asked or how she is reached', async () => {
  await record()
  const { rows } = await administered(`
    select (select string_agg(q::text, ' ') from outreach_question q)
      || (select string_agg(to_jsonb(a)::text, ' ') from audit a) as all`)
  assert.match(rows[0].all, /哺乳室/)
  assert.doesNotMatch(rows[0].all, /刘大姐|14100001111/)
})

test('who asked is opened with a purpose, by the one who answers or who records, and the one who took it home is told', async () => {
  const { answer } = await record()
  const question = (await shown(answer.id)).questions[0]!.id
  const open = (as = member) =>
    ask(as, contract.openAsker, { params: { question }, body: { purpose: 'tell-back' } })

  const hers = await open()
  const others = await open(stranger)
  const { rows } = await administered(
    `select about_id, reader_id, purpose from opening where record_id = '${question}'`,
  )

  assert.deepEqual(hers.answer, { askerName: ASKED.askerName, contact: ASKED.contact })
  assert.equal(others.status, 404)
  assert.deepEqual(rows, [{ about_id: organizer.person, reader_id: member.person, purpose: '回复提问人' }])
})

test('a contact is kept only where she agreed', async () => {
  const { status, refusal } = await record([{ ...ASKED, consents: false }])
  assert.equal(status, 400)
  assert.equal(refusal.field, 'questions.0.contact')
  const nameless = await record([{ ...ASKED, contact: null, consents: false, askerName: null }])
  assert.equal((await shown(nameless.answer.id)).questions[0]?.hasAsker, false)
})

test('a question goes from open to answered to told back, by its owner, in this order', async () => {
  const { answer } = await record()
  const id = (await shown(answer.id)).questions[0]!.id
  const tell = (toldBackOn: string, version: number) =>
    ask(member, contract.tellBack, { params: { question: id }, body: { toldBackOn, version } })

  const early = await tell('2026-11-20', 1)
  await ask(member, contract.answerQuestion, {
    params: { question: id },
    body: { answer: '已联系园区工会，十二月设一间', answeredOn: '2026-11-20', version: 1 },
  })
  const mine = await ask(member, contract.listOwnQuestions, {})
  const backwards = await tell('2026-11-19', 2)
  const done = await tell('2026-11-21', 2)

  assert.equal(early.status, 409)
  assert.equal(mine.answer.questions.find((each) => each.id === id)?.state, 'answered')
  assert.equal(backwards.refusal.field, 'toldBackOn')
  assert.equal(done.status, 200)
  assert.equal((await shown(answer.id)).questions[0]?.state, 'told-back')
})

test('who has spoken on what is drawn from the lectures, also of those from outside', async () => {
  await record([], { lecturerId: null, lecturerName: '宋律师', topic: '婚姻家庭编' })
  const { answer } = await ask(organizer, contract.listOutreach, { params: { unit: branch.id } })

  const outside = answer.lecturers.find(({ name }) => name === '宋律师')
  assert.deepEqual(outside?.topics, ['婚姻家庭编'])
  assert.ok(answer.lectures.length >= 2)
})

test('a lecture without a lecturer, or of tomorrow, is refused with its field', async () => {
  const nobody = await record([], { lecturerId: null })
  const tomorrow = await record([], { heldOn: '2026-11-23' })
  assert.equal(nobody.refusal.field, 'lecturerId')
  assert.equal(tomorrow.refusal.field, 'heldOn')
  assert.match(nobody.refusal.message, /。$/)
})

test('a member reads no register', async () => {
  const { status } = await ask(stranger, contract.listOutreach, { params: { unit: branch.id } })
  assert.equal(status, 403)
})
