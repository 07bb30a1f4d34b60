import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

/** The unit at whose desk needs are received: in its name reports go out. */
export const deskUnitOf = async (tx: Acting): Promise<{ id: string; name: string }> => {
  const { rows } = await sql<{ id: string; name: string | null }>`
    select d.id, (select u.name from unit u where u.organ_id = (select acting_organ()) and u.id = d.id) as name
    from (select need_unit() as id) d`.execute(tx)
  const { id, name } = rows[0]!
  return { id, name: name ?? '' }
}
