import { createHash, randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import type { Acting } from '../database/acting.ts'
import { calendarOf } from '../documents/calendar.ts'
import { type Env, type Ground, type Route, refusal, route } from '../http/serve.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { asPerson, type Reader } from './absent-jobs.ts'
import { concernOf } from './concern.ts'
import { readDuties } from './duties-store.ts'
import { dutyEntry, meetingEntry } from './feed.ts'
import * as store from './feed-store.ts'
import * as contract from './reminder-contract.ts'
import { rulesBehind } from './year.ts'

// The secret is 256 random bits: it needs no slow hash, only never to be kept as it is.
const digestOf = (secret: string): Uint8Array => createHash('sha256').update(secret).digest()

/** Gives a new address; the one before stops at once. */
const openFeed = route(contract.openFeed, async ({ tx, actor }) => {
  const secret = randomBytes(32).toString('base64url')
  await store.closeFeedOf(tx, actor.person)
  await store.insertFeed(tx, actor.person, digestOf(secret))
  return { address: contract.readFeed.path.replace('{token}', `${secret}.ics`) }
})

const closeFeed = route(contract.closeFeed, async ({ tx, actor }) => {
  await store.closeFeedOf(tx, actor.person)
  return { open: false }
})

const readFeedState = route(contract.readFeedState, async ({ tx, actor }) => {
  const feed = await store.openFeedOf(tx, actor.person)
  return { open: feed !== undefined, since: feed?.madeAt.toISOString() ?? null }
})

export const feedRoutes: readonly Route[] = [openFeed, closeFeed, readFeedState]

/** How far back and ahead a feed reaches. */
const BACK_DAYS = 31
const AHEAD_DAYS = 183

/** The feed itself, outside the sessions: whoever holds the address reads as that person, with her rights of today. */
export const mountFeed = (app: Hono<Env>, { database, today }: Pick<Ground, 'database' | 'today'>): void => {
  const path = contract.readFeed.path.replace('{token}', ':token')
  app.get(path, async (c) => {
    const asked = contract.readFeed.params.safeParse(c.req.param())
    const secret = asked.success ? asked.data.token.slice(0, -'.ics'.length) : null
    const feed = secret && (await store.feedBehind(database, digestOf(secret)))
    if (!feed) return refusal(c, refuse('not-found', '没有这个日历，或已停用。请在「设置」里重新开通。'))
    const calendar = await asPerson(database, feed, today(), contract.readFeed.summary, (tx, person) =>
      calendarFor(tx, person, today()),
    )
    if (isRefusal(calendar)) return refusal(c, calendar)
    return c.body(calendar, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="zhixing.ics"',
      'cache-control': 'private, max-age=900',
      'referrer-policy': 'no-referrer',
    })
  })
}

const calendarFor = async (tx: Acting, reader: Reader, on: Day): Promise<string> => {
  const stretch = { from: on.subtract({ days: BACK_DAYS }), to: on.add({ days: AHEAD_DAYS }) }
  const paths = [...new Set(reader.held.map(({ path }) => path))]
  const { plan, facts, duties } = await readDuties(tx, paths, stretch, on)
  const rules = new Map(rulesBehind(plan, duties).map((rule) => [rule.rule, rule]))
  const names = new Map(facts.units.map(({ id, name }) => [id, name]))
  const concern = concernOf(reader.person, reader.held, facts, on.toString())
  const changedAt = `${on}T00:00:00Z`
  const open = duties.flatMap((duty) => {
    const rule = rules.get(duty.rule)
    const isHers = duty.personId === null ? concern.units.has(duty.unitId) : duty.personId === reader.person
    const isOpen = duty.state === 'due' || duty.state === 'not-yet'
    return rule && isHers && isOpen ? [dutyEntry(duty, rule, names.get(duty.unitId) ?? '', changedAt)] : []
  })
  const meetings = await store.calendarMeetings(tx, stretch.from.toString(), stretch.to.toString())
  return calendarOf([...open, ...meetings.map(meetingEntry)], { name: `知行 · ${reader.personName}` })
}
