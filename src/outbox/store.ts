import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

/** The reader's own pair of keys; the private one encrypted. */
export const ownKey = async (tx: Acting) =>
  tx
    .selectFrom('deviceKey')
    .select(['publicKey', 'content'])
    .where('personId', '=', sql<string>`acting_person()`)
    .executeTakeFirst()

/** Keeps a first pair; where another request was quicker, that one stands. */
export const insertKey = async (tx: Acting, key: { publicKey: string; content: Buffer }): Promise<void> => {
  await tx
    .insertInto('deviceKey')
    .values(key)
    .onConflict((clash) => clash.columns(['organId', 'personId']).doNothing())
    .execute()
}

/** The names a form chooses from: the organ's own, and the contact points of the day, the reader's first. */
export const namesFor = async (tx: Acting, on: string) => {
  const { rows } = await sql<{
    organ: { id: string; name: string }
    points: { id: string; name: string; hers: boolean }[]
  }>`
    select json_build_object('id', o.organ_id, 'name', o.name) as organ,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'hers', p.hers) order by not p.hers, p.name collate strokes, p.id), '[]')
        from (select c.id, c.name, exists (select from contact_link l
            where l.organ_id = c.organ_id and l.point_id = c.id and l.person_id = (select acting_person())
              and l.since <= ${on}::date and (l.until is null or l.until >= ${on}::date)) as hers
          from contact_point c
          where c.organ_id = o.organ_id and c.since <= ${on}::date and (c.until is null or c.until >= ${on}::date)) p) as points
    from organ o where o.organ_id = (select acting_organ())`.execute(tx)
  const row = rows[0]
  if (!row) throw new Error('an organ without a row')
  return row
}
