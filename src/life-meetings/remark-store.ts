import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

type NewRemark = {
  id: string
  roundId: string
  unitId: string
  giverId: string
  receiverId: string
  content: Buffer
}

export const insertRemark = (tx: Acting, remark: NewRemark) =>
  tx.insertInto('lifeRemark').values(remark).execute()

/** How many members' self-criticism is noted and how many remarks between members, as far as the reader may see them. */
export const remarkCounts = async (tx: Acting, round: string) => {
  const { rows } = await sql<{ selves: number; between: number }>`
    select (count(distinct giver_id) filter (where giver_id = receiver_id))::int as selves,
      (count(*) filter (where giver_id <> receiver_id))::int as between
    from life_remark where organ_id = (select acting_organ()) and round_id = ${round}::uuid`.execute(tx)
  return rows[0] ?? { selves: 0, between: 0 }
}

export const remarksOf = (tx: Acting, round: string) =>
  tx
    .selectFrom('lifeRemark')
    .select(['id', 'giverId', 'receiverId', 'content', 'madeBy'])
    .where('roundId', '=', round)
    .orderBy('receiverId')
    .orderBy('giverId')
    .orderBy('id')
    .execute()

export const remarkOf = (tx: Acting, id: string) =>
  tx
    .selectFrom('lifeRemark as k')
    .innerJoin('unit as u', (join) =>
      join.onRef('u.organId', '=', 'k.organId').onRef('u.id', '=', 'k.unitId'),
    )
    .select(['k.id', 'k.madeBy', 'u.path'])
    .where('k.id', '=', id)
    .executeTakeFirst()

export const removeRemark = (tx: Acting, id: string) =>
  tx.deleteFrom('lifeRemark').where('id', '=', id).execute()
