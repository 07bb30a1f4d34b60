import type { Acting } from '../database/acting.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { type Day, day } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { namesOf } from '../people/names-store.ts'
import { book } from '../rules/book.ts'
import { isRecorded } from './held.ts'
import { KIND_OF } from './kinds.ts'
import { ownFollowUps, ownParts } from './own-store.ts'
import { noUnit } from './read-routes.ts'
import { unitOf } from './store.ts'
import * as contract from './theme-contract.ts'
import { fixedDayIn } from './theme-days.ts'
import * as store from './theme-store.ts'
import { monthsOf, ruleShown, rulesShown } from './theme-year.ts'

const { isWorkday, isPublished } = book.calendar

const yearShown = async (tx: Acting, unit: string, year: number, today: Day): Promise<contract.ThemeYear> => {
  const rules = await store.themeRules(tx, unit)
  const planned = await store.themeMonths(tx, unit, year)
  const gatherings = await store.themeGatherings(tx, unit, year)
  return {
    year,
    rule: ruleShown(rules, today.toString()),
    rules: rulesShown(rules),
    published: isPublished(year),
    months: monthsOf(year, rules, planned, gatherings, isWorkday),
  }
}

const readThemeYear = route(contract.readThemeYear, async ({ tx, today, params, query }) => {
  const unit = await unitOf(tx, params.unit, today.toString())
  if (!unit) return noUnit()
  return yearShown(tx, unit.id, query.year, today)
})

const fixThemeDay = route(contract.fixThemeDay, async ({ tx, actor, today, params, body }) => {
  const unit = await unitOf(tx, params.unit, today.toString())
  if (!unit) return noUnit()
  if (!may(actor.grants, 'meeting.record', unit.path)) return notYours(unit.name)
  const wrong = notHeldBy(unit) ?? ruleFault(body, today)
  if (wrong) return wrong
  const { version, ...rule } = body
  if (!(await store.fixDay(tx, { ...rule, unitId: unit.id }, version))) return staleNow()
  return yearShown(tx, unit.id, day(body.since).year, today)
})

const notHeldBy = (unit: { kind: string; name: string }): Refusal | null =>
  KIND_OF['theme-day'].heldBy.includes(unit.kind)
    ? null
    : refuse('invalid', `「${unit.name}」不开主题党日。请换一个党支部或党小组。`, { field: 'unit' })

type Fixing = {
  monthDay: number | null
  week: number | null
  weekday: number | null
  since: string
  fixedParts: string[]
}

const ruleFault = ({ monthDay, week, weekday, since, fixedParts }: Fixing, today: Day): Refusal | null => {
  if (monthDay === null && (week === null || weekday === null))
    return refuse('invalid', '没有定下日期。请选“每月几日”，或选第几周的星期几。', { field: 'monthDay' })
  if (monthDay !== null && (week !== null || weekday !== null))
    return refuse('invalid', '“每月几日”和“第几周星期几”只能选一种。请去掉一种。', { field: 'monthDay' })
  if (Math.abs(today.until(day(since), { largestUnit: 'days' }).days) > 366)
    return refuse('invalid', '「起始日期」离今天超过一年。请核对年份。', { field: 'since' })
  if (new Set(fixedParts).size < fixedParts.length)
    return refuse('invalid', '同一个固定环节写了两次。请去掉一个。', { field: 'fixedParts' })
  return null
}

const planThemes = route(contract.planThemes, async ({ tx, actor, today, params, body }) => {
  const unit = await unitOf(tx, params.unit, today.toString())
  if (!unit) return noUnit()
  if (!may(actor.grants, 'meeting.record', unit.path)) return notYours(unit.name)
  const twice = new Set(body.months.map(({ month }) => month)).size < body.months.length
  const wrong =
    notHeldBy(unit) ??
    (twice ? refuse('invalid', '同一个月写了两次。请去掉一个。', { field: 'months' }) : null)
  if (wrong) return wrong
  const known = await store.themeMonths(tx, unit.id, body.year)
  const gatherings = await store.themeGatherings(tx, unit.id, body.year)
  const over = body.months.find(({ month }) =>
    gatherings.some((each) => each.month === month && isRecorded(each)),
  )
  if (over)
    return refuse('conflict', `${over.month}月的主题党日已经记录，安排不再改。要改记录请用「更正」。`, {
      field: 'months',
    })
  const ids = body.months.flatMap(({ preparerId, parts }) => [
    ...(preparerId ? [preparerId] : []),
    ...parts.flatMap(({ ownerId }) => ownerId ?? []),
  ])
  const names = await namesOf(tx, [...new Set(ids)])
  if (ids.some((id) => !names.has(id)))
    return refuse('not-found', '所选的准备人不在您能查看的名册里。请从名册中重新选人。', {
      field: 'preparerId',
    })
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const months = body.months.map(({ parts, ...month }): store.NewMonth => {
    const before = known.find((each) => each.month === month.month)
    return {
      ...month,
      id: before?.id ?? crypto.randomUUID(),
      preparerName: nameOf(month.preparerId),
      parts: parts
        // Who sees to the month sees to its own parts, unless somebody else is named.
        .map((part) => ({ ...part, ownerId: part.ownerId ?? (part.fixed ? null : month.preparerId) }))
        // A fixed part stands by itself; only whoever prepares it is kept of the month.
        .filter(({ fixed, ownerId }) => !fixed || ownerId !== null)
        .map((part) => ({
          ...NOT_READY,
          ...kept(part, before?.parts ?? []),
          ...part,
          ownerName: nameOf(part.ownerId),
        })),
    }
  })
  if (!(await store.writeMonths(tx, unit.id, body.year, months))) return staleNow()
  return yearShown(tx, unit.id, body.year, today)
})

const NOT_READY = { readyOn: null, readyNote: null }

/** What was said of the same part in the same hands before the plan was changed. */
const kept = (part: { title: string; ownerId: string | null }, before: readonly store.PartRow[]) => {
  const same = before.find(({ title, ownerId }) => title === part.title && ownerId === part.ownerId)
  return same ?? { id: crypto.randomUUID() }
}

const readyThemePart = route(contract.readyThemePart, async ({ tx, actor, today, params, body }) => {
  const part = await store.partOf(tx, params.part)
  if (!part) return refuse('not-found', '没有这个环节，或不由您准备。请从「我的事项」中选择。')
  if (part.ownerId !== actor.person && !may(actor.grants, 'meeting.record', part.path))
    return refuse('not-permitted', '这个环节由准备人本人、支委会成员或党小组长登记。')
  if (part.readyOn !== null) return refuse('conflict', `这个环节已在 ${part.readyOn} 登记为准备好。`)
  const readyOn = today.toString()
  if (!(await store.readyPart(tx, part.id, body.version, { readyOn, readyNote: body.note || null })))
    return staleNow()
  return { id: part.id, readyOn }
})

const listOwnTasks = route(contract.listOwnTasks, async ({ tx, today }) => {
  const followUps = await ownFollowUps(tx)
  const parts = await ownParts(tx, today)
  return {
    followUps,
    parts: parts.map(({ monthDay, week, weekday, unitId: _, ...part }) => ({
      ...part,
      day:
        monthDay === null && week === null
          ? null
          : fixedDayIn({ monthDay, week, weekday }, part.year, part.month, isWorkday).toString(),
    })),
  }
})

const staleNow = (): Refusal =>
  refuse('stale', '主题党日的安排刚被别人改过，没有保存。请刷新，看过现在的内容再改。', { field: 'version' })
const notYours = (unit: string): Refusal =>
  refuse('not-permitted', `您的职务不能安排「${unit}」的主题党日。请由该组织的支委会成员或党小组长办理。`)

export const themeRoutes: readonly Route[] = [
  readThemeYear,
  fixThemeDay,
  planThemes,
  readyThemePart,
  listOwnTasks,
]
