import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { TemplateKind } from '../documents/template-kinds.ts'

export type Purpose = 'attachment' | TemplateKind

type NewFile = {
  unitId: string
  meetingId: string | null
  name: string
  kind: string
  purpose: Purpose
  bytes: Uint8Array
  byPerson: string
}

/** Keeps a file; gives what lists show of it. */
export const insertFile = async (tx: Acting, { bytes, ...file }: NewFile) => {
  const row = await tx
    .insertInto('file')
    .values({ ...file, size: bytes.byteLength, content: Buffer.from(bytes) })
    .returning(['id', 'at'])
    .executeTakeFirstOrThrow()
  return { id: row.id, name: file.name, kind: file.kind, size: bytes.byteLength, at: row.at.toISOString() }
}

/** The meeting that a file is to hang on, as far as that decides; undefined where the reader sees none. */
export const meetingOf = (tx: Acting, id: string) =>
  tx
    .selectFrom('meeting')
    .innerJoin('unit', (join) =>
      join.onRef('unit.organId', '=', 'meeting.organId').onRef('unit.id', '=', 'meeting.unitId'),
    )
    .select(['meeting.id', 'meeting.unitId', 'meeting.stage', 'unit.path', 'unit.name as unitName'])
    .where('meeting.id', '=', id)
    .executeTakeFirst()

/** The bytes of a file that was not removed. */
export const contentOf = (tx: Acting, id: string) =>
  tx
    .selectFrom('file')
    .select(['name', 'kind', 'content'])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()

/** Where a file lies, with its unit's path, which decides who may remove it; undefined where the reader sees none. */
export const fileOf = (tx: Acting, id: string) =>
  tx
    .selectFrom('file')
    .innerJoin('unit', (join) =>
      join.onRef('unit.organId', '=', 'file.organId').onRef('unit.id', '=', 'file.unitId'),
    )
    .select(['file.id', 'file.unitId', 'purpose', 'removedAt', 'path'])
    .where('file.id', '=', id)
    .executeTakeFirst()

/** The file is no longer shown; its bytes and who removed it stay. */
export const removeFile = async (tx: Acting, id: string, reason: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('file')
    .set((row) => ({ removedAt: sql`now()`, removedReason: reason, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes the unit's present template of a purpose out of use, before another comes in its place. */
export const retireTemplate = (tx: Acting, unit: string, purpose: Purpose) =>
  tx
    .updateTable('file')
    .set((row) => ({ removedAt: sql`now()`, removedReason: '换用新模板', version: row('version', '+', 1) }))
    .where('unitId', '=', unit)
    .where('purpose', '=', purpose)
    .where('removedAt', 'is', null)
    .execute()

/** The templates a unit has in use. */
export const templatesOf = async (tx: Acting, unit: string) => {
  const rows = await tx
    .selectFrom('file')
    .select(['id', 'name', 'kind', 'size', 'at', 'purpose'])
    .where('unitId', '=', unit)
    .where('purpose', '<>', 'attachment')
    .where('removedAt', 'is', null)
    .orderBy('purpose')
    .execute()
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

/** The template in use for a unit: its own, or that of the nearest unit above which has one. */
export const templateFor = async (tx: Acting, unit: string, purpose: Purpose): Promise<Uint8Array | null> => {
  const { rows } = await sql<{ content: Buffer }>`
    select f.content
    from unit own join unit u on u.organ_id = own.organ_id and own.path ^@ u.path
      join file f on f.organ_id = u.organ_id and f.unit_id = u.id
    where own.organ_id = (select acting_organ()) and own.id = ${unit}::uuid
      and f.purpose = ${purpose} and f.removed_at is null
    order by length(u.path) desc
    limit 1`.execute(tx)
  return rows[0]?.content ?? null
}

/** The templates in use for a unit of several kinds at once: of each its own, or that of the nearest unit above which has one. */
export const templatesFor = async (
  tx: Acting,
  unit: string,
  purposes: readonly Purpose[],
): Promise<Map<string, Uint8Array>> => {
  const { rows } = await sql<{ purpose: string; content: Buffer }>`
    select distinct on (f.purpose) f.purpose, f.content
    from unit own join unit u on u.organ_id = own.organ_id and own.path ^@ u.path
      join file f on f.organ_id = u.organ_id and f.unit_id = u.id
    where own.organ_id = (select acting_organ()) and own.id = ${unit}::uuid
      and f.purpose = any (${[...purposes]}::text[]) and f.removed_at is null
    order by f.purpose, length(u.path) desc`.execute(tx)
  return new Map(rows.map(({ purpose, content }) => [purpose, content]))
}

/** What hangs on the meetings that the units held in the year and was not removed; without the bytes. */
export const attachmentsOf = async (tx: Acting, units: readonly string[], year: number) => {
  const { rows } = await sql<{ id: string; name: string; heldOn: string; title: string }>`
    select f.id, f.name, m.held_on, m.title
    from meeting m join file f on f.organ_id = m.organ_id and f.meeting_id = m.id
    where m.organ_id = (select acting_organ()) and m.unit_id = any (${units}::uuid[])
      and m.held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
      and m.stage <> 'cancelled' and f.removed_at is null
    order by m.held_on, m.id, f.at, f.id`.execute(tx)
  return rows
}
