import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

export type MatterRow = {
  id: string
  content: Buffer
  since: string
  settled: boolean
  registeredBy: string
  version: number
}

/** The circumstances registered in a branch that were not taken back, the latest first; only to who arranges its talks. */
export const mattersOf = (tx: Acting, branch: string): Promise<MatterRow[]> =>
  tx
    .selectFrom('talkMatter')
    .select(['id', 'content', 'since', 'settled', 'registeredBy', 'version'])
    .where('unitId', '=', branch)
    .where('withdrawnOn', 'is', null)
    .orderBy('since', 'desc')
    .orderBy('id')
    .execute()

/** The same as far as it takes to settle them, for whoever enters a talk of the branch. */
export const sealedMatters = async (tx: Acting, branch: string) => {
  const { rows } = await sql<Pick<MatterRow, 'id' | 'content' | 'since' | 'settled'>>`
    select id, content, since, settled from talk_matters_of(${branch}::uuid)`.execute(tx)
  return rows
}

export const settleMatters = async (tx: Acting, ids: readonly string[], so: boolean): Promise<void> => {
  if (ids.length > 0) await sql`select settle_talk_matters(${ids as string[]}::uuid[], ${so})`.execute(tx)
}

/** Which of the circumstances a secretary of the branch has talked about with their person since, whoever asks. */
export const talkedSince = async (
  tx: Acting,
  branch: string,
  matters: readonly { id: string; personId: string; since: string }[],
): Promise<ReadonlySet<string>> => {
  const asked = JSON.stringify(matters.map(({ id, personId, since }) => ({ id, whom: personId, since })))
  const { rows } = await sql<{ id: string }>`
    select m.id from jsonb_to_recordset(${asked}::jsonb) as m (id uuid, whom uuid, since date)
    where secretary_talked(${branch}::uuid, m.whom, m.since)`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** With whom a secretary of the branch talked, and when, as far as the reader sees. */
export const secretaryTalks = async (tx: Acting, branch: string) => {
  const { rows } = await sql<{ personId: string; heldOn: string }>`
    select case when o.person_id = t.talker_id then t.partner_id else t.talker_id end as person_id, t.held_on
    from talk t join post o on o.organ_id = t.organ_id and o.unit_id = t.unit_id and o.post = 'secretary'
      and o.since <= t.held_on and (o.until is null or o.until >= t.held_on)
      and o.person_id in (t.talker_id, t.partner_id)
    where t.organ_id = (select acting_organ()) and t.unit_id = ${branch}::uuid and t.stage = 'held'
    order by t.held_on`.execute(tx)
  return rows
}

type NewMatter = {
  id: string
  unitId: string
  content: Buffer
  since: string
  registeredOn: string
}

export const insertMatter = (tx: Acting, matter: NewMatter) =>
  tx.insertInto('talkMatter').values(matter).execute()

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
