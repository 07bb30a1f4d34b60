import { initialsOf } from './initials.ts'
import type { RosterPerson, RosterRow } from './roster.ts'
import type { Change } from './roster-compare.ts'
import { historyOf, type Stretch, type Told } from './roster-history.ts'
import { type JudgedRow, missingGroups } from './roster-judging.ts'
import type { Branch, Known } from './roster-known.ts'
import { groupKey } from './roster-posts.ts'
import { type Revision, revisedStretches, revisionOf } from './roster-revision.ts'
import { type Appointment, type Seated, seat } from './roster-seats.ts'

/** What accepting a sheet writes, worked out before anything is written. */
export type Plan = {
  groups: { id: string; name: string }[]
  people: Made[]
  changes: Changed[]
  posts: Appointment[]
  /** Rows that change nothing. */
  same: number
  /** What each row does, and what is to be said of it, in the sheet's order. */
  outcomes: Outcome[]
}

export type Made = PersonColumns & {
  row: number
  id: string
  identityNumber: string | null
  memberships: (Stretch & { id: string })[]
}

export type Changed = {
  row: number
  known: Known
  /** Only the columns that change, with their new values. */
  columns: Partial<PersonColumns>
  identityNumber: string | null
  revision: Revision | null
}

export type Outcome = {
  row: RosterRow
  id: string
  outcome: 'new' | 'changed' | 'same'
  changes: Change[]
  /** Said of posts that are held by others. */
  doubts: string[]
  /** True where neither the sheet nor the register knows a status, and nobody said which to take. */
  isOpen: boolean
}

export type PersonColumns = {
  name: string
  initials: string
  sex: string | null
  ethnicity: string | null
  bornOn: string | null
  bornPrecision: string
  phone: string | null
  education: string | null
  nativePlace: string | null
  occupation: string | null
  joinedOn: string | null
  joinedPrecision: string
  fullOn: string | null
  fullPrecision: string
  remark: string | null
  unitId: string
}

type Ground = { branch: Branch; today: string; newId: () => string }

/** Turns judged rows into what is to be written. Rows whose status is open are planned as outcomes only. */
export const planOf = (rows: readonly JudgedRow[], { branch, today, newId }: Ground): Plan => {
  const groups = missingGroups(rows, branch).map((name) => ({ id: newId(), name }))
  const groupIds = new Map([...branch.groups, ...groups].map(({ id, name }) => [groupKey(name), id]))
  const placed = rows.map((judged) => {
    const { group } = judged.row.person
    return {
      ...judged,
      id: judged.known?.id ?? newId(),
      groupId: group === null ? null : (groupIds.get(groupKey(group)) ?? null),
    }
  })
  const seated = seat(
    placed.map(({ row, id, groupId, known }) => ({
      row: row.row,
      personId: id,
      posts: row.person.posts,
      groupId: groupId ?? known?.memberships.at(-1)?.groupId ?? null,
    })),
    branch,
    today,
  )

  const days = { today, founded: branch.foundedOn }
  const plan: Plan = { groups, people: [], changes: [], posts: seated.given, same: 0, outcomes: [] }
  for (const one of placed) {
    const outcome = outcomeOf(one, one.id, seated)
    plan.outcomes.push(outcome)
    if (outcome.outcome === 'same') plan.same += 1
    if (outcome.isOpen) continue
    const { person } = one.row
    if (one.known === null) {
      const history = historyOf(toldOf(person, branch.id, one.groupId), days)
      plan.people.push({
        ...columnsOf(person, one.groupId ?? branch.id),
        row: one.row.row,
        id: one.id,
        identityNumber: person.identityNumber,
        memberships: history.map((stretch) => ({ ...stretch, id: newId() })),
      })
    } else if (outcome.outcome === 'changed') {
      plan.changes.push(
        changedOf(one.row, one.known, outcome.changes, { groupId: one.groupId, branch, today, newId }),
      )
    }
  }
  return plan
}

const outcomeOf = ({ row, known, comparison }: JudgedRow, id: string, seated: Seated): Outcome => {
  const gained = seated.gains.get(row.row) ?? []
  const all = comparison.outcome === 'changed' ? comparison.changes : []
  const changes = all.filter(({ field }) => field !== 'posts')
  if (known && gained.length > 0) changes.push({ field: 'posts', was: null, now: gained.join('、') })
  return {
    row,
    id,
    outcome: known === null ? 'new' : changes.length > 0 ? 'changed' : 'same',
    changes,
    doubts: seated.doubts.get(row.row) ?? [],
    isOpen: row.person.status === null && (known === null || known.memberships.length === 0),
  }
}

const toldOf = (person: RosterPerson, unitId: string, groupId: string | null): Told => ({
  unitId,
  groupId,
  status: person.status ?? 'full',
  joined: person.joined,
  becameFull: person.becameFull,
})

const columnsOf = (person: RosterPerson, unitId: string): PersonColumns => ({
  name: person.name,
  initials: initialsOf(person.name),
  sex: person.sex,
  ethnicity: person.ethnicity,
  bornOn: person.birth?.on ?? null,
  bornPrecision: person.birth?.precision ?? 'day',
  phone: person.phone,
  education: person.education,
  nativePlace: person.nativePlace,
  occupation: person.work,
  joinedOn: person.joined?.on ?? null,
  joinedPrecision: person.joined?.precision ?? 'day',
  fullOn: person.becameFull?.on ?? null,
  fullPrecision: person.becameFull?.precision ?? 'day',
  remark: person.remark,
  unitId,
})

/** Which columns each field of the sheet fills. */
const COLUMNS: Partial<Record<Change['field'], readonly (keyof PersonColumns)[]>> = {
  name: ['name', 'initials'],
  sex: ['sex'],
  ethnicity: ['ethnicity'],
  birth: ['bornOn', 'bornPrecision'],
  education: ['education'],
  nativePlace: ['nativePlace'],
  joined: ['joinedOn', 'joinedPrecision'],
  becameFull: ['fullOn', 'fullPrecision'],
  work: ['occupation'],
  phone: ['phone'],
  remark: ['remark'],
}

type Changing = Ground & { groupId: string | null }

const changedOf = (
  row: RosterRow,
  known: Known,
  changes: readonly Change[],
  { groupId, branch, today, newId }: Changing,
): Changed => {
  const fresh = columnsOf(row.person, branch.id)
  const changing = changes.flatMap(({ field }) => COLUMNS[field] ?? [])
  const stretches = revisedStretches(
    known,
    { ...toldOf(row.person, branch.id, groupId), status: row.person.status },
    changes,
    { today, founded: branch.foundedOn },
  )
  const last = stretches.at(-1)
  const unitId = last?.groupId ?? last?.unitId ?? branch.id
  return {
    row: row.row,
    known,
    columns: {
      ...Object.fromEntries(changing.map((column) => [column, fresh[column]])),
      ...(unitId !== known.unitId && { unitId }),
    },
    identityNumber: changes.some(({ field }) => field === 'identityNumber')
      ? row.person.identityNumber
      : null,
    revision: revisionOf(known.memberships, stretches, newId),
  }
}
