import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import * as contract from './contract.ts'
import { branchWorld } from './fixtures/branch.ts'
import { filled, planned, recorded } from './fixtures/filling.ts'

const world = await branchWorld()
const { ask, organizer, branch } = world

/** How many statements reach the database while something is asked. */
const counted = async (work: () => Promise<{ status: number }>): Promise<number> => {
  const query = pg.Client.prototype.query
  let statements = 0
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    statements += 1
    return (query as (...all: unknown[]) => unknown).apply(this, given)
  } as typeof query
  try {
    assert.equal((await work()).status, 200)
  } finally {
    pg.Client.prototype.query = query
  }
  return statements
}

const record = (meeting: contract.Meeting, more: Parameters<typeof filled>[1] = {}) =>
  counted(() =>
    ask(organizer, contract.recordMeeting, {
      params: { meeting: meeting.id },
      body: { filled: filled(meeting, more), lateReason: null, version: meeting.version },
    }),
  )
const agenda = Array.from({ length: 12 }, (_, at) => ({
  part: 1,
  title: `事项 ${at}`,
  points: null,
  differing: null,
}))
const resolutions = Array.from({ length: 8 }, (_, at) => ({
  part: 1,
  text: `决议 ${at}`,
  approve: 1,
  oppose: 0,
  abstain: 0,
}))
const followUps = Array.from({ length: 8 }, (_, at) => ({ what: `任务 ${at}`, ownerId: null, dueOn: null }))

test('recording thirty people with much decided takes no more statements than five with nothing', async () => {
  const few = await record(await planned(world, ['committee-meeting']))
  const many = await record(await planned(world, ['general-meeting']), { agenda, resolutions, followUps })

  assert.equal(many, few)
  assert.ok(many <= 8, `${many} statements`)
})

test('reading, drafting and listing ask as much of many rows as of few', async () => {
  const read = (meeting: string) =>
    counted(() => ask(organizer, contract.readMeeting, { params: { meeting } }))
  const list = () => counted(() => ask(organizer, contract.listMeetings, { params: { unit: branch.id } }))
  const draft = (meeting: contract.Meeting, more: Parameters<typeof filled>[1] = {}) =>
    counted(() =>
      ask(organizer, contract.draftMeeting, {
        params: { meeting: meeting.id },
        body: { ...filled(meeting, more), version: meeting.version },
      }),
    )
  const small = await planned(world, ['committee-meeting'])
  const large = await planned(world, ['general-meeting'])
  const before = await list()

  assert.equal(await draft(large, { agenda, resolutions, followUps }), await draft(small))
  assert.equal(await read(large.id), await read(small.id))
  for (let more = 0; more < 5; more += 1) await recorded(world, await planned(world, ['theme-day']))
  assert.equal(await list(), before)
})

test('the list is read page by page without a gap or a double', async () => {
  const seen: string[] = []
  let after: string | undefined
  do {
    const { answer } = await ask(organizer, contract.listMeetings, {
      params: { unit: branch.id },
      query: { limit: 3, ...(after ? { after } : {}) },
    })
    seen.push(...answer.meetings.map(({ id }) => id))
    after = answer.next ?? undefined
  } while (after)
  const whole = await ask(organizer, contract.listMeetings, {
    params: { unit: branch.id },
    query: { limit: 200 },
  })

  assert.ok(seen.length > 6)
  assert.deepEqual(
    seen,
    whole.answer.meetings.map(({ id }) => id),
  )
})
