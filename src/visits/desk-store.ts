import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

/** The unit that needs and visits are the affair of. */
export const deskOf = async (tx: Acting): Promise<{ id: string; name: string }> => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from unit where organ_id = (select acting_organ()) and id = (select need_unit())`.execute(
    tx,
  )
  return rows[0]!
}
