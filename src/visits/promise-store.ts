import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { KeptPromise, NewPromise } from './visit.ts'

/** Enters promises in one statement; one whose id is known already is left as it is. */
export const insertPromises = async (tx: Acting, promises: readonly NewPromise[]): Promise<void> => {
  if (promises.length === 0) return
  await tx
    .insertInto('visitPromise')
    .values([...promises])
    .onConflict((clash) => clash.columns(['organId', 'id']).doNothing())
    .execute()
}

export const changePromise = async (
  tx: Acting,
  id: string,
  version: number,
  change: Partial<Omit<NewPromise, 'id' | 'visitId'>> & { doneOn?: string; toldOn?: string | null },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('visitPromise')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const removePromises = async (tx: Acting, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0) await tx.deleteFrom('visitPromise').where('id', 'in', ids).execute()
}

export type OwnPromise = KeptPromise & { visitId: string; where: string | null; heldOn: string | null }

/** What a person promised or took over: what is open first, by its day. */
export const promisesOf = async (tx: Acting, person: string, limit = 100): Promise<OwnPromise[]> => {
  const { rows } = await sql<OwnPromise>`
    select c.id, c.visit_id, c.content, c.due_on, c.owner_id, c.owner_name, c.done_on, c.told_on, c.version,
      coalesce(p.name, v.place) as "where", v.held_on
    from visit_promise c
      left join visit v on v.organ_id = c.organ_id and v.id = c.visit_id
      left join contact_point p on p.organ_id = v.organ_id and p.id = v.point_id
    where c.organ_id = (select acting_organ()) and c.owner_id = ${person}::uuid
    order by c.told_on desc nulls first, c.due_on nulls last, c.id
    limit ${limit}`.execute(tx)
  return rows
}

/** A promise with what decides about it; undefined where there is none that the reader may see. */
export const promiseOf = async (tx: Acting, id: string) => {
  const { rows } = await sql<KeptPromise & { visitId: string; heldOn: string | null; hers: boolean }>`
    select c.id, c.visit_id, c.content, c.due_on, c.owner_id, c.owner_name, c.done_on, c.told_on, c.version, v.held_on,
      c.owner_id = (select acting_person()) or v.recorded_by = (select acting_person()) or exists (
        select from visit_visitor w where w.organ_id = c.organ_id and w.visit_id = c.visit_id
          and w.person_id = (select acting_person())) as hers
    from visit_promise c left join visit v on v.organ_id = c.organ_id and v.id = c.visit_id
    where c.organ_id = (select acting_organ()) and c.id = ${id}::uuid`.execute(tx)
  return rows[0]
}
