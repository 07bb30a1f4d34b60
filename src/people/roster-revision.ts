import type { RosterStatus } from './roster.ts'
import type { Change } from './roster-compare.ts'
import {
  type Days,
  historyOf,
  isAsTold,
  type Stretch,
  type Told,
  withGroup,
  withStatus,
} from './roster-history.ts'
import { dated, type Known, lastStatus } from './roster-known.ts'

type Kept = Known['memberships'][number]

/** The least that turns one history into another. */
export type Revision = {
  removed: Kept[]
  /** Stretches that stay, with another end, status or group. */
  altered: (Stretch & { id: string; version: number })[]
  added: (Stretch & { id: string })[]
}

/** A known person's history after what the sheet says. Days that she got by hand stay; days that a roster told may be bettered by one. */
export const revisedStretches = (
  known: Known,
  told: Omit<Told, 'status'> & { status: RosterStatus | null },
  changes: readonly Change[],
  days: Days,
): Stretch[] => {
  const before = known.memberships
  const last = before.at(-1)
  const status = told.status ?? (lastStatus(known) as RosterStatus)
  const joined = dated(known.joinedOn, known.joinedPrecision)
  const becameFull = dated(known.fullOn, known.fullPrecision)
  const has = (field: Change['field']): boolean => changes.some((change) => change.field === field)
  const whole: Told = {
    unitId: last?.unitId ?? told.unitId,
    groupId: last?.groupId ?? told.groupId,
    // A roster that says 正式党员 says nothing of 留党察看, which stands beside it.
    status: has('status') || !last ? status : (last.status as RosterStatus),
    joined: has('joined') ? told.joined : joined,
    becameFull: has('becameFull') ? told.becameFull : becameFull,
  }
  if (!last) return historyOf(whole, days)

  const asTold = isAsTold(before, { ...whole, status: last.status as RosterStatus, joined, becameFull }, days)
  const bettered = has('joined') || has('becameFull')
  const base =
    asTold && bettered ? historyOf(whole, days) : has('status') ? withStatus(before, whole, days) : before
  return told.groupId ? withGroup(base, told.groupId, days) : [...base]
}

/** Null where both histories are one. A stretch is known again by its first day. */
export const revisionOf = (
  before: readonly Kept[],
  after: readonly Stretch[],
  newId: () => string,
): Revision | null => {
  const bySince = new Map(before.map((one) => [one.since, one]))
  const wanted = new Set(after.map(({ since }) => since))
  const revision: Revision = {
    removed: before.filter(({ since }) => !wanted.has(since)),
    altered: [],
    added: [],
  }
  for (const stretch of after) {
    const kept = bySince.get(stretch.since)
    const { unitId, groupId, status, since, until, reason } = stretch
    const plain = { unitId, groupId, status, since, until, reason }
    if (!kept) revision.added.push({ ...plain, id: newId() })
    else if (kept.status !== status || kept.until !== until || kept.groupId !== groupId)
      revision.altered.push({ ...plain, id: kept.id, version: kept.version })
  }
  return Object.values(revision).some((part) => part.length > 0) ? revision : null
}
