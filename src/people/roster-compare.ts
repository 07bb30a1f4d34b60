import { agrees, type DatedDay } from './dated.ts'
import type { RosterPerson, RosterRow, RosterStatus } from './roster.ts'
import { groupKey } from './roster-posts.ts'

/** What the register already holds of a person; `identityKey` is whatever `keyOf` makes of an identity number. */
export type KnownPerson = {
  id: string
  identityKey: string | null
  person: Pick<RosterPerson, 'name' | 'posts' | (typeof KEPT)[number]> & { status: RosterStatus | null }
}

/** One value that the sheet would change, in words for the preview. */
export type Change = { field: keyof RosterPerson; was: string | null; now: string }

/**
 * What accepting a row would do. `same` changes nothing; `unsure` means a person of this name is known and neither
 * proved nor ruled out to be the one, so a person must decide.
 */
export type Comparison =
  | { row: number; outcome: 'new' }
  | { row: number; outcome: 'same'; id: string }
  | { row: number; outcome: 'changed'; id: string; changes: Change[] }
  | { row: number; outcome: 'unsure'; candidates: string[] }

export type Compared = {
  rows: Comparison[]
  /** Known people of whom the sheet says nothing. They stay as they are: a sheet never removes anybody. */
  unmentioned: string[]
}

const KEPT = [
  'sex',
  'ethnicity',
  'birth',
  'education',
  'nativePlace',
  'joined',
  'becameFull',
  'group',
  'work',
  'phone',
  'remark',
] as const

/** What a person decided of rows that were unsure, by row: who it is, or that she is new. */
export type Decided = ReadonlyMap<number, string>
export const NEW = 'new'

/** Compares a sheet with the register. What a sheet leaves out, or says less exactly, changes nothing. */
export const compare = (
  rows: readonly RosterRow[],
  known: readonly KnownPerson[],
  keyOf: (identityNumber: string) => string,
  decided: Decided = new Map(),
): Compared => {
  const byKey = new Map(known.flatMap((one) => (one.identityKey ? [[one.identityKey, one] as const] : [])))
  const byName = Map.groupBy(known, ({ person }) => person.name)
  const sheetNames = Map.groupBy(rows, ({ person }) => person.name)
  const met = new Set<string>()
  const matched = new Map<number, KnownPerson | KnownPerson[]>()
  const key = ({ person }: RosterRow) => (person.identityNumber ? keyOf(person.identityNumber) : null)

  for (const row of rows) {
    const one = byKey.get(key(row) ?? '')
    if (!one) continue
    matched.set(row.row, one)
    met.add(one.id)
  }
  const byId = decided.size > 0 ? new Map(known.map((one) => [one.id, one])) : undefined
  for (const row of rows) {
    const one = byId?.get(decided.get(row.row) ?? '')
    if (!one || matched.has(row.row) || met.has(one.id) || contradicts(row.person, key(row), one)) continue
    matched.set(row.row, one)
    met.add(one.id)
  }
  for (const row of rows) {
    if (matched.has(row.row) || decided.get(row.row) === NEW) continue
    const free = (byName.get(row.person.name) ?? []).filter(({ id }) => !met.has(id))
    const possible = free.filter((one) => !contradicts(row.person, key(row), one))
    const alone = possible.length === 1 && sheetNames.get(row.person.name)!.length === 1
    const found = likeliest(row.person, possible, alone)
    if (found) {
      matched.set(row.row, found)
      met.add(found.id)
    } else if (possible.length > 0) matched.set(row.row, possible)
  }
  return {
    rows: rows.map((row) => comparisonOf(row, matched.get(row.row))),
    unmentioned: known.filter(({ id }) => !met.has(id)).map(({ id }) => id),
  }
}

const comparisonOf = (row: RosterRow, found: KnownPerson | KnownPerson[] | undefined): Comparison => {
  if (!found) return { row: row.row, outcome: 'new' }
  if (Array.isArray(found)) return { row: row.row, outcome: 'unsure', candidates: found.map(({ id }) => id) }
  const changes = changesOf(row.person, found)
  if (changes.length === 0) return { row: row.row, outcome: 'same', id: found.id }
  return { row: row.row, outcome: 'changed', id: found.id, changes }
}

/** Two people of one name are surely not the same when their numbers or their births differ. */
const contradicts = (person: RosterPerson, key: string | null, one: KnownPerson): boolean => {
  if (key && one.identityKey && key !== one.identityKey) return true
  return Boolean(person.birth && one.person.birth && !agrees(person.birth, one.person.birth))
}

/** The candidate that the most facts speak for; without any fact only a name that is alone on both sides will do. */
const likeliest = (
  person: RosterPerson,
  possible: readonly KnownPerson[],
  alone: boolean,
): KnownPerson | null => {
  const evidence = possible.map((one) => evidenceFor(person, one))
  const most = Math.max(...evidence)
  const first = possible[evidence.indexOf(most)]
  if (!first) return null
  if (alone) return first
  return most > 0 && evidence.indexOf(most) === evidence.lastIndexOf(most) ? first : null
}

const evidenceFor = (person: RosterPerson, { person: one }: KnownPerson): number => {
  const births = person.birth && one.birth ? 100 : 0
  const phones = person.phone && person.phone === one.phone ? 100 : 0
  return births + phones + KEPT.filter((field) => isSame(person[field], one[field])).length
}

const isSame = (here: string | DatedDay | null, there: string | DatedDay | null): boolean =>
  here !== null && there !== null && JSON.stringify(here) === JSON.stringify(there)

const changesOf = (person: RosterPerson, { person: one, identityKey }: KnownPerson): Change[] => {
  const changes: Change[] = []
  if (person.name !== one.name) changes.push({ field: 'name', was: one.name, now: person.name })
  // A number that is known and agrees never comes here; one that differs was ruled out above.
  if (person.identityNumber && !identityKey) changes.push({ field: 'identityNumber', was: null, now: '补填' })
  for (const field of KEPT) {
    const [was, now] = [one[field], person[field]]
    if (now === null || says(field, was, now)) continue
    changes.push({ field, was: was === null ? null : shown(was), now: shown(now) })
  }
  if (person.status && !impliesStatus(person.status, one.status)) {
    changes.push({ field: 'status', was: one.status, now: person.status })
  }
  const more = person.posts.filter((post) => !one.posts.includes(post))
  if (more.length > 0)
    changes.push({ field: 'posts', was: one.posts.join('、') || null, now: more.join('、') })
  return changes
}

/** True when the register says at least what the sheet says. */
const says = (
  field: (typeof KEPT)[number],
  was: string | DatedDay | null,
  now: string | DatedDay,
): boolean => {
  if (was === null) return false
  if (typeof was === 'string' || typeof now === 'string') {
    return field === 'group' ? groupKey(String(was)) === groupKey(String(now)) : was === now
  }
  return agrees(was, now) && (was.precision === 'day' || now.precision === 'month')
}

/** A roster that says 正式党员 says nothing of 留党察看 or 停止党籍, which stand beside it. */
const impliesStatus = (now: RosterStatus, was: RosterStatus | null): boolean =>
  now === was || (now === 'full' && was !== null && was !== 'probationary')

const shown = (value: string | DatedDay): string => {
  if (typeof value === 'string') return value
  return value.precision === 'month' ? value.on.slice(0, 7) : value.on
}
