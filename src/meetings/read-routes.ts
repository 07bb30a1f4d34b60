import type { Acting } from '../database/acting.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { type Asked, type Route, route } from '../http/serve.ts'
import { day, isDay } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { settledOf } from '../organs/store.ts'
import { book } from '../rules/book.ts'
import { effective } from '../rules/effective.ts'
import { rulesOn } from '../rules/rulebook.ts'
import { settledOn } from '../rules/standing.ts'
import * as contract from './contract.ts'
import { expectedOf, type Standing } from './expected.ts'
import { feedsOf, isLate } from './feeds.ts'
import { type Held, isRecorded } from './held.ts'
import { heldMeeting } from './held-store.ts'
import { circleOf } from './kinds.ts'
import * as list from './list-store.ts'
import { misfit } from './planning.ts'
import * as store from './store.ts'
import { drafted, type Light, namedIn, rulesFor, shown } from './view.ts'

type Asking = Pick<Asked<Endpoint>, 'tx' | 'actor' | 'today'>

/** What a meeting is seen by: the book, the organ's choices of its day, the reader's rights. */
export const lightFor = (
  { actor, today }: Pick<Asking, 'actor' | 'today'>,
  choices: Held['choices'],
  on: string,
): Light => ({ book, settled: settledOn(choices, on), grants: actor.grants, today })

/** A draft's people and votes as of its day; a record as it is. */
const asItStands = async (
  tx: Acting,
  held: Held,
  light: Light,
  known?: readonly Standing[],
): Promise<Held> => {
  if (isRecorded(held)) return held
  const circle = circleOf(held.parts.map(({ kind }) => kind))
  const unit = { id: held.unitId, path: held.path }
  const standings = known ?? (await store.standingsOf(tx, unit, circle, held.heldOn, namedIn(held)))
  return drafted(held, standings, rulesFor(light, held.heldOn))
}

/** The whole meeting as the reader may see it. */
export const meetingShown = async (asked: Asking, id: string): Promise<contract.Meeting | Refusal> => {
  const held = await heldMeeting(asked.tx, id)
  return held ? heldShown(asked, held) : noMeeting()
}

/** The same from a meeting already in hand, and the people of its day where they are in hand too. */
export const heldShown = async (
  asked: Asking,
  held: Held,
  known?: readonly Standing[],
): Promise<contract.Meeting> => {
  const light = lightFor(asked, held.choices, held.heldOn)
  const standing = await asItStands(asked.tx, held, light, known)
  const written = standing.agenda.flatMap(({ points }, at) => (points ? [{ item: at + 1, points }] : []))
  const echoes = held.stage === 'draft' ? await list.echoesOf(asked.tx, held, written) : []
  return shown(standing, light, echoes)
}

export const noMeeting = (): Refusal =>
  refuse('not-found', '没有这次会议，或您的职务不能查看。请从会议列表中选择。', { field: 'meeting' })

export const noUnit = (): Refusal =>
  refuse('not-found', '没有这个组织，或不属于本机关。请从组织架构中选择。', { field: 'unit' })

const listMeetings = route(contract.listMeetings, async (asked) => {
  const { tx, today, params, query } = asked
  const unit = await store.unitOf(tx, params.unit, today.toString())
  if (!unit) return noUnit()
  const { year, kind, after, limit } = query
  const { rows, next } = await list.meetingsWithin(tx, unit.path, { year, kind, after, limit })
  const light = lightFor(asked, await settledOf(tx), today.toString())
  return { meetings: rows.map((row) => lineOf(row, light)), next }
})

/** A line of the list; whether it was late is asked of the duties that its kinds feed. */
export const lineOf = (
  { unitKind, ...row }: list.Row,
  { settled }: Pick<Light, 'settled'>,
): contract.MeetingLine => {
  const heldOn = day(row.heldOn)
  const rules = rulesOn(book.rules, heldOn).map((rule) => effective(rule, settled, book.parameters))
  const late =
    row.recordedOn !== null &&
    isLate(heldOn, day(row.recordedOn), feedsOf(rules, row.kinds, unitKind, heldOn))
  return { ...row, late }
}

const readMeeting = route(contract.readMeeting, (asked) => meetingShown(asked, asked.params.meeting))

const listExpected = route(contract.listExpected, async ({ tx, params, query }) => {
  const unit = await store.unitOf(tx, params.unit, query.on)
  if (!unit) return noUnit()
  const kinds = query.kinds.split(',').filter((kind) => kind !== '') as contract.Kind[]
  const unknown = kinds.find((kind) => !contract.KINDS.includes(kind))
  if (kinds.length === 0 || unknown !== undefined || !isDay(query.on))
    return refuse('invalid', '没有认得的会议类型。请从列出的类型中选择。', { field: 'kinds' })
  const wrong = misfit(kinds, unit)
  if (wrong) return wrong
  const expected = expectedOf(await store.standingsOf(tx, unit, circleOf(kinds), query.on))
  const settled = settledOn(await settledOf(tx), query.on)
  const rules = rulesOn(book.rules, day(query.on)).map((rule) => effective(rule, settled, book.parameters))
  const feeds = feedsOf(rules, kinds, unit.kind, day(query.on))
  return {
    expected,
    feeds: feeds.map(({ rule, title, period, citation }) => ({ rule, title, period, citation })),
    open: await list.openFollowUps(tx, unit.id, query.on),
  }
})

export const readRoutes: readonly Route[] = [listMeetings, readMeeting, listExpected]
