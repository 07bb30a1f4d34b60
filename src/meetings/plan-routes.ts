import type { Acting } from '../database/acting.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { clashesOf } from './clashes.ts'
import * as contract from './contract.ts'
import { NOBODY, type Standing } from './expected.ts'
import { filledOf, incoherent, named, refilled } from './filling.ts'
import { EMPTY_DRAFT, type Held } from './held.ts'
import { heldMeeting } from './held-store.ts'
import { circleOf } from './kinds.ts'
import { absurdDay, absurdTimes, misfit } from './planning.ts'
import { heldShown, meetingShown, noMeeting, noUnit } from './read-routes.ts'
import { permitOf } from './stages.ts'
import * as store from './store.ts'
import { themeOf } from './theme-store.ts'
import { namedIn } from './view.ts'

const planMeeting = route(contract.planMeeting, async (asked) => {
  const { tx, actor, today, params, body } = asked
  const { kinds, agenda, theme, forYear, ...plan } = body
  const unit = await store.unitOf(tx, params.unit, body.heldOn)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'meeting.record', unit.path)) return notYours(unit.name)
  const wrong =
    misfit(kinds, unit) ?? absurdDay(body.heldOn, today) ?? absurdTimes(body.startsAt, body.endsAt)
  if (wrong) return wrong
  const people = [...(body.hostId ? [body.hostId] : []), actor.person]
  const standings = await store.standingsOf(tx, unit, circleOf(kinds), body.heldOn, people)
  if (!standings.some(({ expected }) => expected))
    return refuse('invalid', NOBODY[circleOf(kinds)], { field: 'heldOn' })
  const nameOf = (id: string | null) => standings.find(({ personId }) => personId === id)?.name ?? null
  if (body.hostId !== null && nameOf(body.hostId) === null)
    return refuse('not-found', '所选的主持人不在您能查看的名册里。请重新选人。', { field: 'hostId' })

  const id = await store.insertMeeting(tx, {
    ...plan,
    unitId: unit.id,
    madeBy: actor.person,
    hostName: nameOf(body.hostId),
    recorderId: actor.person,
    recorderName: nameOf(actor.person),
    draft: { ...EMPTY_DRAFT, agenda: agenda.map(item) },
  })
  // The theme stands in the year's plan already, where there is one.
  const topic =
    theme || (kinds.includes('theme-day') ? await themeOf(tx, unit.id, day(body.heldOn)) : null) || null
  await store.insertParts(tx, { id, unitId: unit.id }, store.partsOf(kinds, forYear).map(about(topic)))
  return meetingShown(asked, id)
})

/** The theme belongs to the part that is a theme day. */
const about =
  (topic: string | null) =>
  (part: contract.Part): contract.Part =>
    part.kind === 'theme-day' ? { ...part, topic } : part

const item = (title: string): contract.AgendaItem => ({ part: 1, title, points: null, differing: null })

const changePlan = route(contract.changePlan, async (asked) => {
  const { kinds, agenda, theme, forYear, version, ...plan } = asked.body
  const held = await heldMeeting(asked.tx, asked.params.meeting)
  if (!held) return noMeeting()
  const before = filledOf(held)
  const kept = (kind: contract.Kind) => held.parts.find((part) => part.kind === kind)
  const filled = {
    ...before,
    ...plan,
    parts: kinds
      .map((kind) => {
        const part = kept(kind) ?? store.partsOf([kind], forYear)[0]!
        return kind === 'life-meeting' ? { ...part, forYear } : part
      })
      .map(about(theme || null)),
    agenda: agenda.map((title) => before.agenda.find((known) => known.title === title) ?? item(title)),
  }
  return fill(asked, held, filled, version, 'same')
})

const draftMeeting = route(contract.draftMeeting, async (asked) => {
  const { version, ...filled } = asked.body
  const held = await heldMeeting(asked.tx, asked.params.meeting)
  return held ? fill(asked, held, filled, version, 'draft') : noMeeting()
})

type Acts = Parameters<typeof heldShown>[0] & { tx: Acting }

/** Puts a form in place of what the meeting held, while it is no record yet. */
const fill = async (
  asked: Acts,
  held: Held,
  filled: contract.Filled,
  version: number,
  to: 'same' | 'draft',
): Promise<contract.Meeting | Refusal> => {
  const anew = await filledAnew(asked, held, filled, version)
  if (isRefusal(anew)) return anew
  const next = to === 'draft' ? { ...anew.held, stage: 'draft' as const } : anew.held
  const { stage, draft, sequence } = next
  const change = { ...headOf(next), stage, draft, sequence }
  if (!(await store.changeMeeting(asked.tx, held.id, version, change))) return staleNow()
  if (!sameParts(next, held)) await store.replaceParts(asked.tx, next, next.parts)
  return heldShown(asked, { ...next, version: version + 1 }, anew.standings)
}

/** The meeting as filled in now, judged fit to be kept; used by the draft and by handing in. */
export const filledAnew = async (
  { tx, actor, today }: Acts,
  held: Held,
  filled: contract.Filled,
  version: number,
): Promise<{ held: Held; standings: Standing[] } | Refusal> => {
  const barred = barredFrom('change', held, actor.grants, today.toString())
  if (barred) return barred
  if (held.version !== version) return stale(filled, held)
  const unit = { id: held.unitId, path: held.path, kind: held.unitKind, name: held.unitName }
  const kinds = filled.parts.map(({ kind }) => kind)
  const wrong =
    misfit(kinds, unit) ??
    absurdDay(filled.heldOn, today) ??
    absurdTimes(filled.startsAt, filled.endsAt) ??
    incoherent(filled, held.returns)
  if (wrong) return wrong
  const next = refilled(held, filled)
  const moved = (['heldOn', 'startsAt', 'endsAt', 'place', 'title'] as const).some(
    (field) => next[field] !== held[field],
  )
  const standings = await store.standingsOf(tx, unit, circleOf(kinds), next.heldOn, namedIn(next))
  const told = named({ ...next, sequence: held.sequence + (moved ? 1 : 0) }, held, standings)
  return isRefusal(told) ? told : { held: told, standings }
}

export const headOf = (held: Held): store.Head => ({
  title: held.title,
  heldOn: held.heldOn,
  startsAt: held.startsAt,
  endsAt: held.endsAt,
  place: held.place,
  guests: held.guests,
  hostId: held.hostId,
  hostName: held.hostName,
  recorderId: held.recorderId,
  recorderName: held.recorderName,
})

export const sameParts = (one: Held, other: Held): boolean =>
  JSON.stringify(one.parts) === JSON.stringify(other.parts)

const sendNotice = route(contract.sendNotice, async (asked) => {
  const { tx, actor, today, now, params, body } = asked
  const held = await heldMeeting(tx, params.meeting)
  if (!held) return noMeeting()
  const barred = barredFrom('notice', held, actor.grants, today.toString())
  if (barred) return barred
  const sent = { noticeSentAt: now.toString(), sequence: held.sequence + 1 }
  if (!(await store.changeMeeting(tx, held.id, body.version, sent))) return staleNow()
  return heldShown(asked, { ...held, ...sent, version: body.version + 1 })
})

const cancelMeeting = route(contract.cancelMeeting, async (asked) => {
  const { tx, actor, today, params, body } = asked
  const held = await heldMeeting(tx, params.meeting)
  if (!held) return noMeeting()
  const barred = barredFrom('cancel', held, actor.grants, today.toString())
  if (barred) return barred
  const cancelled = { stage: 'cancelled' as const, cancelledReason: body.reason, sequence: held.sequence + 1 }
  if (!(await store.changeMeeting(tx, held.id, body.version, cancelled))) return staleNow()
  return heldShown(asked, { ...held, ...cancelled, version: body.version + 1 })
})

/** The refusal of an act that stage, day or post forbid, with the reason that pages show beside the button. */
export const barredFrom = (
  act: contract.Act,
  held: Held,
  grants: Parameters<typeof permitOf>[2],
  today: string,
): Refusal | null => {
  const { may: allowed, reason } = permitOf(act, held, grants, today)
  if (allowed) return null
  const byPost = permitOf(act, held, { 'meeting.record': ['/'], 'meeting.note': ['/'] }, today).may
  return refuse(byPost ? 'not-permitted' : 'conflict', `${reason}。`)
}

const notYours = (unit: string): Refusal =>
  refuse('not-permitted', `您的职务不能筹备「${unit}」的会议。请由该组织的支委会成员或党小组长办理。`)

/** Names what differs, with both values, so that nobody's words are lost unseen. */
const stale = (mine: contract.Filled, theirs: Held): Refusal => {
  const clashes = clashesOf(mine, filledOf(theirs))
  const told = clashes
    .slice(0, 3)
    .map(({ label, mine: one, theirs: other }) => `「${label}」您填的是「${one}」，已保存的是「${other}」`)
  return refuse(
    'stale',
    told.length === 0
      ? '这份记录刚被别人改过，没有保存。请刷新后再改。'
      : `这份记录刚被别人改过，没有保存：${told.join('；')}。请逐项选定再保存。`,
    clashes[0] ? { field: clashes[0].name } : {},
  )
}

export const staleNow = (): Refusal =>
  refuse('stale', '这次会议刚被别人改过，没有保存。请刷新，看过现在的内容再办理。')

export const planRoutes: readonly Route[] = [planMeeting, changePlan, draftMeeting, sendNotice, cancelMeeting]
