import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

export type MatterRow = {
  id: string
  content: Buffer
  since: string
  registeredBy: string
  version: number
  /** When a secretary of the branch first talked with the person since then. */
  talkedOn: string | null
}

// Found by digest: the row itself names nobody.
const talked = sql`(
  select min(t.held_on)
  from talk t join post o on o.organ_id = t.organ_id and o.unit_id = t.unit_id and o.post = 'secretary'
    and o.since <= t.held_on and (o.until is null or o.until >= t.held_on)
    and o.person_id in (t.talker_id, t.partner_id)
  where t.organ_id = m.organ_id and t.unit_id = m.unit_id and t.stage = 'held' and t.held_on >= m.since
    and m.digest = talk_digest(m.id, case when o.person_id = t.talker_id then t.partner_id else t.talker_id end))`

/** The circumstances registered in a branch that were not taken back, the latest first. */
export const mattersOf = async (tx: Acting, branch: string): Promise<MatterRow[]> => {
  const { rows } = await sql<MatterRow>`
    select m.id, m.content, m.since, m.registered_by, m.version, ${talked} as talked_on
    from talk_matter m
    where m.organ_id = (select acting_organ()) and m.unit_id = ${branch}::uuid and m.withdrawn_on is null
    order by m.since desc, m.id`.execute(tx)
  return rows
}

type NewMatter = {
  id: string
  unitId: string
  personId: string
  content: Buffer
  since: string
  registeredOn: string
}

export const insertMatter = (tx: Acting, { personId, ...matter }: NewMatter) =>
  tx
    .insertInto('talkMatter')
    .values({ ...matter, digest: sql`talk_digest(${matter.id}::uuid, ${personId}::uuid)` })
    .execute()

export const matterOf = (tx: Acting, id: string) =>
  tx
    .selectFrom('talkMatter')
    .select(['id', 'unitId', 'version', 'withdrawnOn'])
    .where('id', '=', id)
    .executeTakeFirst()

export const withdrawMatterRow = async (
  tx: Acting,
  id: string,
  on: string,
  version: number,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('talkMatter')
    .set({ withdrawnOn: on, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('withdrawnOn', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether one arranges talks in this very branch on the day, and not from above. */
export const keepsHere = async (
  tx: Acting,
  branch: string,
  on: string,
  keepers: readonly string[],
): Promise<boolean> => {
  const { rows } = await sql`
    select from post o
    where o.organ_id = (select acting_organ()) and o.unit_id = ${branch}::uuid
      and o.person_id = (select acting_person()) and o.post = any (${keepers as string[]}::text[])
      and o.since <= ${on}::date and (o.until is null or o.until >= ${on}::date)
    limit 1`.execute(tx)
  return rows.length > 0
}
