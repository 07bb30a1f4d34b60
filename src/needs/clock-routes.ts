import { type Route, route } from '../http/serve.ts'
import { day } from '../kernel/day.ts'
import { isRefusal, type Judgment, type Refusal, refuse } from '../kernel/outcome.ts'
import { after } from '../rules/span.ts'
import { toldBy } from '../rules/standing.ts'
import { held, matterOf, writeStep } from './asking-jobs.ts'
import * as contract from './clock-contract.ts'
import { settleDue, waysOf } from './clock-jobs.ts'
import { changeClock, endPause, insertClocks, insertPause } from './clock-store.ts'
import { lastDay, STARTABLE, type Startable, standingOf, stuckSince, type Ways } from './clocks.ts'
import type { Matter } from './matter.ts'
import { isHereafter, stale } from './refusals.ts'
import { cadresOn } from './store.ts'
import { keepWords } from './words-jobs.ts'

const read = route(contract.readClocks, async ({ tx, today, params }) => {
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  const on = today.toString()
  const ways = await waysOf(tx, on)
  return {
    clocks: matter.clocks.map((clock) => standingOf(clock, matter.pauses, ways, on)),
    startable: startable(matter).map((rule) => ({ rule, title: ways.ruleOf(rule)?.title ?? rule })),
    stuckSince: stuckSince(matter, ways, on),
    version: matter.version,
  }
})

const startable = ({ petition, state, clocks }: Matter): Startable[] =>
  petition === 'appeal' && state !== 'closed'
    ? STARTABLE.filter((rule) => !clocks.some((clock) => clock.rule === rule))
    : []

const clockOf = (matter: Matter, id: string): Matter['clocks'][number] | Refusal =>
  matter.clocks.find((clock) => clock.id === id && clock.keptOn === null) ??
  refuse('not-found', '没有这个正在计算的期限。请刷新后再看。')

/** Notices are told to her in writing; other times are simply kept. */
const NOTICES = [
  'petition.notice',
  'petition.pass-down',
  'petition.point-elsewhere',
  'petition.transferred-notice',
]

const keep = route(contract.keepClock, async (asked) => {
  const { tx, today, params, body } = asked
  if (body.keptOn > today.toString()) return isHereafter('keptOn', body.keptOn)
  const matter = await held(asked, params.need, body.version)
  if (isRefusal(matter)) return matter
  const clock = clockOf(matter, params.clock)
  if (isRefusal(clock)) return clock
  if (body.keptOn < clock.eventOn)
    return refuse('invalid', `期限从 ${clock.eventOn} 起算，办到不会更早。请核对日期。`, { field: 'keptOn' })
  const ways = await waysOf(tx, today.toString())
  if (!(await changeClock(tx, clock.id, clock.version, { keptOn: body.keptOn }))) return stale()
  const text = `${ways.ruleOf(clock.rule)?.title ?? clock.rule}。`
  const kind = NOTICES.includes(clock.rule) ? 'notified' : 'kept'
  await writeStep(asked, matter, { kind, text, onDay: body.keptOn })
  await settleDue(asked, matter.id, ways)
  return { version: matter.version }
})

const extend = route(contract.extendClock, async (asked) => {
  const { tx, today, params, body } = asked
  const on = today.toString()
  const matter = await held(asked, params.need, body.version)
  if (isRefusal(matter)) return matter
  const clock = clockOf(matter, params.clock)
  if (isRefusal(clock)) return clock
  const ways = await waysOf(tx, on)
  const { extendableTo } = standingOf(clock, matter.pauses, ways, on)
  if (extendableTo === null)
    return refuse('conflict', '这个期限依规定不能延长，或已经延长过一次。确实办不完的，请上报一级。')
  const head = (await cadresOn(tx, on)).find(({ id }) => id === body.approvedBy)
  const approved = head?.posts.includes('federation-leader') ?? false
  const because = judged(ways, { extended: true, approved, reasoned: true })
  if (!head || !approved)
    return refuse('rule', '延长期限须经单位负责人批准。请选择批准的分管领导。', {
      field: 'approvedBy',
      ...(because ? { because } : {}),
    })
  if (body.until <= clock.dueOn || body.until > extendableTo)
    return refuse('rule', `原期限到 ${clock.dueOn}，最多延到 ${extendableTo}。请改日期。`, { field: 'until' })
  if (!(await changeClock(tx, clock.id, clock.version, { extendedUntil: body.until }))) return stale()
  const text = `延长到 ${body.until}。${head.name}批准。理由：${body.reason}`
  await writeStep(asked, matter, { kind: 'extended', text })
  await settleDue(asked, matter.id, ways)
  return { version: matter.version }
})

const judged = ({ ruleOf }: Ways, facts: Record<string, boolean>): Judgment | undefined =>
  toldBy(ruleOf, 'petition.extension-approved', facts)?.judgment

const start = route(contract.startClock, async (asked) => {
  const { tx, today, params, body } = asked
  const on = today.toString()
  if (body.eventOn > on) return isHereafter('eventOn', body.eventOn)
  const matter = await held(asked, params.need, body.version)
  if (isRefusal(matter)) return matter
  if (!startable(matter).includes(body.rule))
    return refuse('conflict', '这个期限已经在计算，或者这件不是申诉求决类信访事项。')
  if (body.eventOn < matter.receivedOn)
    return refuse('invalid', `不会早于接收（${matter.receivedOn}）。请核对日期。`, { field: 'eventOn' })
  const ways = await waysOf(tx, on)
  const dueOn = lastDay(body.rule, body.eventOn, ways)
  if (dueOn === undefined)
    return refuse('conflict', '这一天还没有适用的规定。请核对日期。', { field: 'eventOn' })
  await insertClocks(tx, [{ needId: matter.id, rule: body.rule, eventOn: body.eventOn, dueOn }])
  await settleDue(asked, matter.id, ways)
  return { version: matter.version }
})

const pause = route(contract.pauseNeed, async (asked) => {
  const { tx, today, params, body } = asked
  if (body.since > today.toString()) return isHereafter('since', body.since)
  const matter = await held(asked, params.need, body.version)
  if (isRefusal(matter)) return matter
  const latest = matter.pauses.at(-1)
  if (latest && latest.until === null) return refuse('conflict', '这件需求已经暂停。要改原因的，请先恢复。')
  const earliest = latest?.until ? after(day(latest.until), { days: 1 }).toString() : matter.receivedOn
  if (body.since < earliest)
    return refuse('invalid', `暂停不能早于 ${earliest}。请核对日期。`, { field: 'since' })
  const id = crypto.randomUUID()
  const content = await keepWords(asked, matter, id, body.reason)
  await insertPause(tx, { id, needId: matter.id, kind: body.kind, since: body.since, content })
  await writeStep(asked, matter, { kind: 'paused', text: body.reason, onDay: body.since })
  await settleDue(asked, matter.id)
  return { version: matter.version }
})

const resume = route(contract.resumeNeed, async (asked) => {
  const { tx, today, params, body } = asked
  if (body.until > today.toString()) return isHereafter('until', body.until)
  const matter = await held(asked, params.need, body.version)
  if (isRefusal(matter)) return matter
  const open = matter.pauses.find(({ until }) => until === null)
  if (!open) return refuse('conflict', '这件需求没有暂停。请刷新后再看。')
  if (body.until < open.since)
    return refuse('invalid', `恢复不会早于暂停（${open.since}）。请核对日期。`, { field: 'until' })
  await endPause(tx, open.id, body.until)
  await writeStep(asked, matter, { kind: 'resumed', onDay: body.until })
  await settleDue(asked, matter.id)
  return { version: matter.version }
})

export const clockRoutes: readonly Route[] = [read, keep, extend, start, pause, resume]
