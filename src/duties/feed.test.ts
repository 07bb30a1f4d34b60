import assert from 'node:assert/strict'
import { test } from 'node:test'
import ical, { type VEvent } from 'node-ical'
import { testDatabase } from '../database/testing.ts'
import { served } from '../http/testing.ts'
import { feedRoutes, mountFeed } from './feed-routes.ts'
import { organOf, prepare } from './fixtures/organ.ts'
import * as contract from './reminder-contract.ts'

const { app: pool, owner, database } = await testDatabase()
const { ask, app, ground } = served(pool, feedRoutes)
mountFeed(app, ground)
const { organ, branch, as } = await organOf(database)
const secretary = as('林岚', 'secretary', branch)
const meeting = crypto.randomUUID()
await prepare(database, organ, (tx) =>
  tx
    .insertInto('meeting')
    .values({
      id: meeting,
      unitId: branch.id,
      title: '十二月支委会；研究,换届',
      heldOn: '2026-12-03',
      startsAt: '15:00',
      endsAt: '16:30',
      place: '三楼会议室',
      sequence: 2,
    })
    .execute(),
)

const open = async () => (await ask(secretary, contract.openFeed, { body: {} })).answer.address
const fetchFeed = async (address: string) => {
  const response = await app.request(address)
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}
const events = (text: string) =>
  Object.values(ical.sync.parseICS(text)).filter((entry) => entry?.type === 'VEVENT') as VEvent[]

test('a calendar program that has only the address gets duties as whole days and meetings at their hour', async () => {
  const { status, type, text } = await fetchFeed(await open())
  assert.equal(status, 200)
  assert.match(type ?? '', /text\/calendar/)
  const december = events(text).find(({ uid }) => uid.startsWith('committee-meeting.monthly.2026-12-01'))
  assert.equal(december?.datetype, 'date')
  assert.match(text, /DTSTART;VALUE=DATE:20261231/)
  const held = events(text).find(({ uid }) => uid === `meeting-${meeting}@zhixing`)
  assert.equal(held?.start.toISOString(), '2026-12-03T07:00:00.000Z')
  assert.equal(held?.summary, '十二月支委会；研究,换届')
  assert.match(text, /DTSTART;TZID=Asia\/Shanghai:20261203T150000/)
  assert.match(text, /BEGIN:VTIMEZONE/)
  assert.match(text, /SEQUENCE:2/)
})

test('entries keep their UIDs from one fetch to the next, and no two are the same', async () => {
  const address = await open()
  const uids = async () => events((await fetchFeed(address)).text).map(({ uid }) => uid)
  const [first, second] = [await uids(), await uids()]
  assert.deepEqual(first, second)
  assert.equal(new Set(first).size, first.length)
})

test('the text says the same under any zone of the server', async () => {
  const address = await open()
  const was = process.env.TZ
  const texts: string[] = []
  for (const zone of ['UTC', 'America/New_York', 'Asia/Shanghai']) {
    process.env.TZ = zone
    texts.push((await fetchFeed(address)).text)
  }
  if (was === undefined) delete process.env.TZ
  else process.env.TZ = was
  assert.equal(new Set(texts).size, 1)
})

test('no line of the calendar is longer than 75 octets', async () => {
  const { text } = await fetchFeed(await open())
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
})

test('a new address stops the old one, and a closed feed is gone', async () => {
  const [first, second] = [await open(), await open()]
  assert.equal((await fetchFeed(first)).status, 404)
  assert.equal((await fetchFeed(second)).status, 200)
  assert.equal((await ask(secretary, contract.readFeedState, {})).answer.open, true)
  await ask(secretary, contract.closeFeed, {})
  assert.equal((await fetchFeed(second)).status, 404)
  assert.equal((await ask(secretary, contract.readFeedState, {})).answer.open, false)
})

test('a wrong or misshapen address gives nothing away', async () => {
  for (const address of [`/api/feeds/${'a'.repeat(43)}.ics`, '/api/feeds/x.ics', '/api/feeds/%00.ics'])
    assert.equal((await fetchFeed(address)).status, 404)
})

test('the secret itself is not kept', async () => {
  const address = await open()
  const secret = address.split('/').at(-1)?.slice(0, 43) ?? ''
  const { rows } = await owner.query<{ kept: string }>(
    "select encode(token_digest, 'escape') as kept from feed",
  )
  assert.ok(rows.length > 0)
  assert.ok(rows.every(({ kept }) => !kept.includes(secret)))
})
