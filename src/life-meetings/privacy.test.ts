import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { acting } from '../database/acting.ts'
import { grantsOf } from '../kernel/access.ts'
import * as contract from './contract.ts'
import { lifeWorld, type Person } from './fixtures/branch.ts'
import { lifeMeetingRoutes } from './routes.ts'

const world = await lifeWorld()
const {
  ask,
  done,
  opened,
  secretary,
  organizer,
  publicity,
  discipline,
  members,
  leaders,
  branch,
  groups,
  database,
  admin,
} = world
const [zhao, qian, sun] = members as [Person, Person, Person]
const round = await opened()
const params = { round: round.id }
const purpose = { purpose: 'prepare' as const }

const NOTES = '我的提纲：想换岗位的念头'
const OPINION = '说话急，会上常打断别人'
const MATTER = '答应的走访拖了两个月'

await done(zhao, contract.writeOwnNotes, { params, body: { text: NOTES, version: null } })
const about = await done(organizer, contract.addLifeOpinion, {
  params,
  body: { source: 'member', about: 'person', aboutId: qian.person, text: OPINION },
})
await done(secretary, contract.noteRemark, {
  params,
  body: { unitId: branch.id, giverId: sun.person, receiverId: qian.person, matter: MATTER, answer: '接受' },
})

/** What each of these people gets from every endpoint that reads, and from the tables by the role that serves pages. */
const told = async (as: Person): Promise<string> => {
  const answers: unknown[] = []
  const inputs = {
    params: {
      unit: branch.id,
      round: round.id,
      notes: about.opinions[0]!.id,
      opinion: about.opinions[0]!.id,
      paper: 'report',
    },
  }
  for (const { endpoint } of lifeMeetingRoutes.filter(
    ({ endpoint }) => endpoint.method === 'get' || endpoint.path.endsWith('/opening'),
  ))
    answers.push(
      (await ask(as, endpoint, { ...inputs, ...(endpoint.method === 'post' && { body: purpose }) } as never))
        .answer,
    )
  const actor = { organ: as.organ, person: as.person, operation: 'test', may: grantsOf(as.held) }
  const rows = await acting(database.database, actor, async (tx) => {
    const { rows: seen } = await sql`
      select (select json_agg(n) from life_notes n) as notes, (select json_agg(o) from life_opinion o) as opinions,
        (select json_agg(k) from life_remark k) as remarks, (select json_agg(a) from audit a) as trail`.execute(
      tx,
    )
    return seen
  })
  return JSON.stringify([answers, rows])
}

test('a private outline, an opinion about a person and a remark reach nobody whom they do not concern', async () => {
  const strangers = [
    world.outsider,
    world.superior,
    world.operator,
    leaders[0]!,
    leaders[1]!,
    publicity,
    members[3]!,
  ]
  for (const stranger of strangers) {
    const seen = await told(stranger)
    for (const secret of [NOTES, OPINION, MATTER])
      assert.ok(!seen.includes(secret), `${stranger.name} read ${secret}`)
  }
})

test('an outline is the member’s alone until she hands it in; opened then, it is logged for her to see', async () => {
  const before = await told(secretary)
  const [own] = (await done(zhao, contract.readOwnLife, {})).rounds
  await done(zhao, contract.handInOwnNotes, { params, body: { handIn: true, version: own!.notes!.version } })
  const listed = (await done(discipline, contract.readLifeRound, { params })).notes.find(
    ({ name }) => name === zhao.name,
  )
  const opened = await done(discipline, contract.readNotes, {
    params: { notes: listed?.notesId ?? '' },
    body: purpose,
  })
  const { rows } = await admin.query(
    `select reader_name, purpose from opening where about_id = $1 and record_kind = 'life-notes'`,
    [zhao.person],
  )
  const barred = await ask(publicity, contract.readNotes, {
    params: { notes: listed?.notesId ?? '' },
    body: purpose,
  })

  assert.ok(!before.includes(NOTES))
  assert.equal(listed?.state, 'handed-in')
  assert.equal(opened.text, NOTES)
  assert.deepEqual(rows, [{ reader_name: discipline.name, purpose: '筹备组织生活会' }])
  assert.equal(barred.status, 403)
})

test('handed-in notes are taken back until the day of the meeting; then not', async () => {
  const [own] = (await done(zhao, contract.readOwnLife, {})).rounds
  const back = await done(zhao, contract.handInOwnNotes, {
    params,
    body: { handIn: false, version: own!.notes!.version },
  })
  assert.equal(back.handedInOn, null)
  assert.ok(!(await told(secretary)).includes(NOTES))

  const shown = await done(organizer, contract.readLifeRound, { params })
  await done(zhao, contract.handInOwnNotes, { params, body: { handIn: true, version: back.version } })
  const { form, topic, studies } = shown
  await done(organizer, contract.planLifeRound, {
    params,
    body: { form, topic, studies, meetOn: '2026-11-20', version: shown.version },
  })
  const late = await ask(zhao, contract.handInOwnNotes, {
    params,
    body: { handIn: false, version: back.version + 1 },
  })
  assert.equal(late.status, 409)
})

test('an officer marks notes that came on paper, without their text', async () => {
  const shown = await done(organizer, contract.markPaperNotes, {
    params,
    body: { personIds: [sun.person, zhao.person] },
  })

  assert.equal(shown.notes.find(({ name }) => name === sun.name)?.state, 'paper')
  assert.equal(shown.notes.find(({ name }) => name === zhao.name)?.state, 'handed-in')
  assert.equal((await done(sun, contract.readOwnLife, {})).rounds[0]?.onPaper, true)
})

test('a mark set by mistake is taken back; what a member wrote herself stays', async () => {
  const take = (person: Person, as: Person = organizer) =>
    ask(as, contract.unmarkPaperNotes, { params: { ...params, person: person.person } })
  const barred = await take(sun, publicity)
  const back = await take(sun)
  const twice = await take(sun)
  const written = await take(zhao)
  const stateOf = (of: Person) => written.answer.notes.find(({ name }) => name === of.name)?.state

  assert.equal(barred.status, 403)
  assert.equal(back.status, 200)
  assert.equal(twice.status, 404)
  assert.deepEqual([stateOf(sun), stateOf(zhao)], ['none', 'handed-in'])
  assert.equal((await done(sun, contract.readOwnLife, {})).rounds[0]?.onPaper, false)
})

test('an opinion about a person is read with a purpose, and by herself once it is passed on', async () => {
  const before = (await done(qian, contract.readOwnLife, {})).rounds[0]?.opinions
  const { opinions } = await done(secretary, contract.readPersonalOpinions, { params, body: purpose })
  const [listed] = (await done(secretary, contract.readLifeRound, { params })).opinions
  await done(secretary, contract.passLifeOpinion, {
    params: { opinion: listed!.id },
    body: { aboutId: null, version: listed!.version },
  })
  const after = (await done(qian, contract.readOwnLife, {})).rounds[0]?.opinions
  const { rows } = await admin.query(
    `select reader_name from opening where about_id = $1 and record_kind = 'life-opinion'`,
    [qian.person],
  )

  assert.deepEqual(before, [])
  assert.deepEqual(
    opinions.map(({ name, text }) => [name, text]),
    [[qian.name, OPINION]],
  )
  assert.equal(listed?.text, null, 'the round itself shows no words about a person')
  assert.deepEqual(
    after?.map(({ text }) => text),
    [OPINION],
  )
  assert.deepEqual([...new Set(rows.map(({ reader_name }) => reader_name))], [secretary.name])
})

test('a remark is for the two concerned and the round’s leaders; a group leader notes her own group’s', async () => {
  const giver = (await done(sun, contract.readOwnLife, {})).rounds[0]?.remarks
  const receiver = (await done(qian, contract.readOwnLife, {})).rounds[0]?.remarks
  const bystander = (await done(zhao, contract.readOwnLife, {})).rounds[0]?.remarks
  const inGroup = {
    unitId: groups[0]!.id,
    giverId: zhao.person,
    receiverId: zhao.person,
    matter: '计划性不强',
    answer: null,
  }
  const own = await ask(leaders[0]!, contract.noteRemark, { params, body: inGroup })
  const foreign = await ask(leaders[1]!, contract.noteRemark, { params, body: inGroup })
  const { remarks } = await done(leaders[0]!, contract.readRemarks, { params, body: purpose })

  assert.deepEqual([giver?.[0]?.matter, receiver?.[0]?.answer], [MATTER, '接受'])
  assert.deepEqual(bystander, [])
  assert.equal(own.status, 200)
  assert.equal(foreign.status, 403)
  assert.deepEqual(
    remarks.map(({ matter }) => matter),
    ['计划性不强'],
  )
})

test('sensitive words lie nowhere in the database in the open, nor in the trail', async () => {
  const { rows } = await admin.query(`
    select (select coalesce(json_agg(a), '[]')::text from audit a) || (select coalesce(json_agg(o), '[]')::text from life_opinion o)
      || (select coalesce(json_agg(n), '[]')::text from life_notes n) || (select coalesce(json_agg(k), '[]')::text from life_remark k) as all`)
  for (const secret of [NOTES, OPINION, MATTER]) assert.ok(!String(rows[0].all).includes(secret))
})
