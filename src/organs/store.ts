import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Unit, UnitKind, UnitLine } from './contract.ts'

const TREE = ['id', 'line', 'kind', 'name', 'path', 'foundedOn', 'dissolvedOn', 'version'] as const

/** The organ's own name. */
export const organName = async (tx: Acting): Promise<string> =>
  (await tx.selectFrom('organ').select('name').executeTakeFirst())?.name ?? ''

/** The units that existed on the day, with the name and the place of that day; parents before children. */
export const unitsOn = async (tx: Acting, on: string): Promise<Unit[]> => {
  const { rows } = await sql<Unit>`
    select u.id, p.parent_id, u.line, u.kind, coalesce(p.name, u.name) as name, u.path,
      u.founded_on, u.dissolved_on, u.version
    from unit u
      left join unit_place p on p.organ_id = u.organ_id and p.unit_id = u.id
        and p.since <= ${on}::date and (p.until is null or p.until >= ${on}::date)
    where u.organ_id = (select acting_organ())
      and u.founded_on <= ${on}::date and (u.dissolved_on is null or u.dissolved_on >= ${on}::date)
    order by u.path`.execute(tx)
  return rows
}

/** A unit as it is now; undefined where there is none in the organ. */
export const unitOf = async (tx: Acting, id: string) => {
  const row = await tx.selectFrom('unit').select(TREE).where('id', '=', id).executeTakeFirst()
  return row && { ...row, line: row.line as UnitLine, kind: row.kind as UnitKind }
}
export type UnitRow = NonNullable<Awaited<ReturnType<typeof unitOf>>>

/** The unit with its present parent, as answers give it. */
export const shownUnit = async (tx: Acting, id: string): Promise<Unit | undefined> => {
  const unit = await unitOf(tx, id)
  return unit && { ...unit, parentId: (await lastPlaceOf(tx, id))?.parentId ?? null }
}

export const lastPlaceOf = (tx: Acting, unit: string) =>
  tx
    .selectFrom('unitPlace')
    .select(['id', 'parentId', 'name', 'since', 'until'])
    .where('unitId', '=', unit)
    .orderBy('since', 'desc')
    .limit(1)
    .executeTakeFirst()

/** How many units stand below this one today, and how many memberships run in it on the day or later. */
export const burdenOf = async (tx: Acting, unit: UnitRow, on: string) => {
  const { rows } = await sql<{ units: number; members: number }>`
    select
      (select count(*)::int from unit u where u.organ_id = (select acting_organ()) and u.path ^@ ${unit.path}
        and u.id <> ${unit.id}::uuid and u.dissolved_on is null) as units,
      (select count(*)::int from membership m where m.organ_id = (select acting_organ())
        and (m.unit_id = ${unit.id}::uuid or m.group_id = ${unit.id}::uuid)
        and m.status not in ('transferred-out', 'left', 'stopped')
        and (m.until is null or m.until > ${on}::date)) as members`.execute(tx)
  return rows[0]!
}

type NewUnit = { id: string; line: string; kind: string; name: string; path: string; foundedOn: string }

export const insertUnit = (tx: Acting, unit: NewUnit) => tx.insertInto('unit').values(unit).execute()

type NewPlace = { unitId: string; parentId: string | null; name: string; since: string }

export const insertPlace = (tx: Acting, place: NewPlace) => tx.insertInto('unitPlace').values(place).execute()

export const endPlace = (tx: Acting, id: string, until: string) =>
  tx.updateTable('unitPlace').set({ until }).where('id', '=', id).execute()

/** False where someone else changed it since `version` was read. */
export const renameUnit = async (tx: Acting, id: string, name: string, version: number): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('unit')
    .set({ name, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Moves a unit and all below it: the paths of the whole branch of the tree in one statement. */
export const movePaths = (tx: Acting, from: string, to: string) =>
  sql`update unit set path = ${to} || substr(path, ${from.length + 1}), version = version + 1
    where organ_id = (select acting_organ()) and path ^@ ${from}`.execute(tx)

/** Ends the unit, its place and the posts in it; false where it was changed since `version` was read. */
export const endUnit = async (tx: Acting, id: string, on: string, version: number): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('unit')
    .set({ dissolvedOn: on, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await tx
    .updateTable('unitPlace')
    .set({ until: on })
    .where('unitId', '=', id)
    .where('until', 'is', null)
    .execute()
  await tx
    .updateTable('post')
    .set((row) => ({ until: on, version: row('version', '+', 1) }))
    .where('unitId', '=', id)
    .where('until', 'is', null)
    .execute()
  return true
}

const TERM = ['id', 'unitId', 'electedOn', 'endedOn', 'approvedUntil', 'approvalNote', 'version'] as const

/** The terms of a unit, the latest first. */
export const termsOf = (tx: Acting, unit: string) =>
  tx.selectFrom('term').select(TERM).where('unitId', '=', unit).orderBy('electedOn', 'desc').execute()
export type TermRow = Awaited<ReturnType<typeof termsOf>>[number]

export const termOf = (tx: Acting, id: string) =>
  tx.selectFrom('term').select(TERM).where('id', '=', id).executeTakeFirst()

export const endTerm = (tx: Acting, id: string, endedOn: string) =>
  tx
    .updateTable('term')
    .set((row) => ({ endedOn, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

export const insertTerm = (tx: Acting, term: { unitId: string; electedOn: string }) =>
  tx.insertInto('term').values(term).returning(TERM).executeTakeFirstOrThrow()

type Shift = { approvedUntil: string; approvalNote: string; version: number }

/** Undefined where it was changed since `version` was read. */
export const shiftTerm = (tx: Acting, id: string, { approvedUntil, approvalNote, version }: Shift) =>
  tx
    .updateTable('term')
    .set({ approvedUntil, approvalNote, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(TERM)
    .executeTakeFirst()

/** Every choice the organ ever made, the earliest first. */
export const settledOf = async (tx: Acting) => {
  const rows = await tx.selectFrom('parameter').select(['key', 'choice', 'since']).orderBy('since').execute()
  return rows.map(({ key, choice, since }) => ({ key, choice: String(choice), since }))
}

export const insertChoice = (
  tx: Acting,
  { key, choice, since, reason }: { key: string; choice: string; since: string; reason: string | null },
) =>
  tx
    .insertInto('parameter')
    .values({ key, choice: JSON.stringify(choice), since, reason })
    .execute()
