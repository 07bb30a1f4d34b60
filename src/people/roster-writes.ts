import { stepOf } from '../kernel/unit-path.ts'
import type { Changed, Plan } from './roster-plan.ts'

/**
 * What an import writes, as JSON text in pieces that the database takes as tables. Text passes between threads at no cost,
 * and the thread that serves others need not touch a hundred thousand rows.
 */
export type Writes = {
  groups: string
  people: string[]
  /** The ids of all new people, as a JSON list. */
  made: string
  changes: string[]
  identities: string[]
  removed: string[]
  altered: string[]
  memberships: string[]
  posts: string
  rows: string[]
  /** How many rows each list of `changes` and `altered` must find at their versions. */
  expected: { changes: number; altered: number; removed: number }
}

type Sealing = {
  /** Of an identity number: what is kept of it, in hexadecimal. */
  seal: (number: string) => { cipher: string; digest: string; masked: string }
  branchId: string
}

const PIECE = 5_000

/** The rows of every table, ready to be written. A made row's version is 1; a changed one's follows its own. */
export const writesOf = (plan: Plan, { seal, branchId }: Sealing): Writes => {
  const removed = plan.changes.flatMap(({ revision }) => revision?.removed ?? [])
  const altered = plan.changes.flatMap(({ revision }) => revision?.altered ?? [])
  const added = plan.changes.flatMap(({ known, revision }) =>
    (revision?.added ?? []).map((stretch) => ({ ...stretch, personId: known.id })),
  )
  const made = plan.people.flatMap(({ id, memberships }) =>
    memberships.map((stretch) => ({ ...stretch, personId: id })),
  )
  const numbered = [
    ...plan.people.map(({ id, unitId, identityNumber }) => ({ id, unitId, identityNumber })),
    ...plan.changes.map(({ known, columns, identityNumber }) => ({
      id: known.id,
      unitId: columns.unitId ?? known.unitId,
      identityNumber,
    })),
  ].flatMap(({ id, unitId, identityNumber }) =>
    identityNumber ? [{ personId: id, unitId, ...seal(identityNumber) }] : [],
  )
  return {
    groups: JSON.stringify(plan.groups.map(({ id, name }) => ({ id, name, step: stepOf(id, name) }))),
    people: pieces(plan.people.map(({ row: _, identityNumber: __, memberships: ___, ...person }) => person)),
    made: JSON.stringify(plan.people.map(({ id }) => id)),
    changes: pieces(
      plan.changes.map(({ known, columns }) => ({ id: known.id, version: known.version, ...columns })),
    ),
    identities: pieces(numbered),
    removed: pieces(removed.map(({ id, version }) => ({ id, version }))),
    altered: pieces(altered.map(({ reason: _, unitId: __, ...stretch }) => stretch)),
    memberships: pieces([...made, ...added]),
    posts: JSON.stringify(plan.posts.map(snake)),
    rows: pieces(plan.changes.map((change) => changedRow(change, branchId))),
    expected: { changes: plan.changes.length, altered: altered.length, removed: removed.length },
  }
}

/** What was there before, so that it can be restored, and what was left, so that a later change is noticed. */
export type Before = {
  version: number
  person: Record<string, unknown>
  /** All of the history, where it changed. */
  memberships: unknown[] | null
  /** The memberships as the import left them. */
  left: { id: string; version: number }[] | null
  identity: boolean
}

const changedRow = ({ row, known, columns, identityNumber, revision }: Changed, unitId: string) => {
  const altered = new Map(revision?.altered.map(({ id, version }) => [id, version + 1]))
  const gone = new Set(revision?.removed.map(({ id }) => id))
  const stayed = known.memberships.filter(({ id }) => !gone.has(id))
  const before: Before = {
    version: known.version + 1,
    person: snake(
      Object.fromEntries(
        Object.keys(columns).map((name) => [name, known[name as keyof typeof known] ?? null]),
      ),
    ),
    memberships: revision && known.memberships.map(snake),
    left: revision && [
      ...stayed.map(({ id, version }) => ({ id, version: altered.get(id) ?? version })),
      ...revision.added.map(({ id }) => ({ id, version: 1 })),
    ],
    identity: identityNumber !== null,
  }
  return { row, personId: known.id, unitId, before }
}

const pieces = (rows: readonly object[]): string[] =>
  Array.from({ length: Math.ceil(rows.length / PIECE) }, (_, index) =>
    JSON.stringify(rows.slice(index * PIECE, (index + 1) * PIECE).map(snake)),
  )

/** Column names as the database spells them. */
const snake = (row: object): Record<string, unknown> => {
  const made: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(row)) made[snakeName(name)] = value
  return made
}

const names = new Map<string, string>()
const snakeName = (name: string): string => {
  const known = names.get(name)
  if (known !== undefined) return known
  const made = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  names.set(name, made)
  return made
}
