import { TERMS } from '../glossary.ts'
import { type Day, day } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { Kind } from './contract.ts'
import { KIND_OF, kindsFor, sameCircle } from './kinds.ts'

const named = (kinds: readonly Kind[]): string => kinds.map((kind) => TERMS[kind]).join('、')

/** Why these kinds cannot be one gathering of such a unit; null when they can. */
export const misfit = (kinds: readonly Kind[], unit: { kind: string; name: string }): Refusal | null => {
  const foreign = kinds.filter((kind) => !KIND_OF[kind].heldBy.includes(unit.kind))
  if (foreign.length > 0) {
    const offered = kindsFor(unit.kind)
    const remedy = offered.length > 0 ? `可以选${named(offered)}` : '请换一个党支部或党小组'
    return refuse('invalid', `「${unit.name}」不开${named(foreign)}，${remedy}。`, { field: 'kinds' })
  }
  if (new Set(kinds).size < kinds.length)
    return refuse('invalid', '同一类会议选了两次，请去掉一个。', { field: 'kinds' })
  if (sameCircle(kinds)) return null
  return refuse(
    'invalid',
    `${named(kinds)}应到的人不同，不能合并成一次记录。请分开筹备：支委会一次，党员参加的会一次。`,
    { field: 'kinds' },
  )
}

/** Why the day cannot be the day of a meeting: before any record could be, or further ahead than anyone plans. */
export const absurdDay = (heldOn: string, today: Day): Refusal | null => {
  const on = day(heldOn)
  if (on.year >= 1990 && today.until(on).days <= 366) return null
  return refuse('invalid', '「召开日期」离今天太远：最早 1990 年，最晚一年以后。请核对年份。', {
    field: 'heldOn',
  })
}

/** Why the times do not fit together. */
export const absurdTimes = (startsAt: string, endsAt: string | null): Refusal | null =>
  endsAt === null || endsAt >= startsAt
    ? null
    : refuse('invalid', `「结束时间」${endsAt} 早于「开始时间」${startsAt}。请核对。`, { field: 'endsAt' })
