import { day } from '../kernel/day.ts'
import type { Status } from './contract.ts'
import type { DatedDay } from './dated.ts'
import type { RosterStatus } from './roster.ts'

/** One stretch of a person's membership. */
export type Stretch = {
  unitId: string
  groupId: string | null
  status: Status
  since: string
  until: string | null
  reason: string | null
}

/** What a roster tells of a membership. */
export type Told = {
  unitId: string
  groupId: string | null
  status: RosterStatus
  joined: DatedDay | null
  becameFull: DatedDay | null
}

export type Days = { today: string; founded: string }

/**
 * A membership as a roster tells it. With both days known it has two stretches, probationary and then full; a month stands
 * on its first day. A full member without 转正时间 is full from admission; someone without any day, from the unit's founding.
 * Since when somebody is under 留党察看 or suspended no roster says: that begins today, and before it she was full. Nor does
 * one say when people came to this branch or group: the present place is taken throughout.
 */
export const historyOf = (told: Told, { today, founded }: Days): Stretch[] => {
  const { unitId, groupId, status, joined, becameFull } = told
  const place = { unitId, groupId, reason: null }
  if (status !== 'full' && status !== 'probationary') {
    const full = historyOf({ ...told, status: 'full' }, { today, founded })
    return withStatus(full, told, { today, founded })
  }
  const since = earlier(joined?.on ?? becameFull?.on ?? founded, today)
  const full = becameFull && earlier(becameFull.on, today)
  if (status === 'probationary' || !full || full <= since) return [{ ...place, status, since, until: null }]
  return [
    { ...place, status: 'probationary', since, until: dayBefore(full) },
    { ...place, status, since: full, until: null },
  ]
}

/** The last stretch's status changes: from 转正时间 or admission where the sheet names it, else from today. */
export const withStatus = (stretches: readonly Stretch[], told: Told, days: Days): Stretch[] => {
  const last = stretches.at(-1)
  if (!last || last.status === told.status) return [...stretches]
  const named = told.status === 'full' ? told.becameFull : null
  const since = earlier(named?.on ?? days.today, days.today)
  if (since <= last.since) return [...stretches.slice(0, -1), { ...last, status: told.status }]
  return [
    ...stretches.slice(0, -1),
    { ...last, until: dayBefore(since) },
    { ...last, status: told.status, since, until: null, reason: null },
  ]
}

/** The group changes: filled in throughout where there was none, else from today on. */
export const withGroup = (stretches: readonly Stretch[], groupId: string, { today }: Days): Stretch[] => {
  const last = stretches.at(-1)
  if (!last || last.groupId === groupId) return [...stretches]
  if (last.groupId === null) return stretches.map((one) => ({ ...one, groupId: one.groupId ?? groupId }))
  if (last.since >= today) return [...stretches.slice(0, -1), { ...last, groupId }]
  return [
    ...stretches.slice(0, -1),
    { ...last, until: dayBefore(today) },
    { ...last, groupId, since: today, until: null, reason: null },
  ]
}

/** True when the stretches are just what a roster told, so that better days in a new one may replace them. */
export const isAsTold = (stretches: readonly Stretch[], told: Told, days: Days): boolean => {
  const wanted = historyOf(told, days)
  return (
    wanted.length === stretches.length &&
    wanted.every((one, index) => {
      const { status, since, until } = stretches[index]!
      return one.status === status && one.since === since && one.until === until
    })
  )
}

const earlier = (one: string, other: string): string => (one < other ? one : other)
const dayBefore = (on: string): string => day(on).subtract({ days: 1 }).toString()
