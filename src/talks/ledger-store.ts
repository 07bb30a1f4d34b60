import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

/** How the year's talks of a branch stand, by number alone: who is to be talked with, and why, is not for a sheet. */
export const talksStanding = async (tx: Acting, unitId: string, year: number) => {
  const { rows } = await sql<{
    held: number
    planned: number
    by: string | null
    matters: number
    opinions: number
  }>`
    select
      (select count(*)::int from talk where organ_id = (select acting_organ()) and unit_id = ${unitId}::uuid
        and stage = 'held' and extract(year from held_on) = ${year}) as held,
      (select count(*)::int from talk where organ_id = (select acting_organ()) and unit_id = ${unitId}::uuid
        and stage = 'planned') as planned,
      (select max(planned_by) from talk where organ_id = (select acting_organ()) and unit_id = ${unitId}::uuid
        and stage = 'planned') as by,
      (select count(*)::int from talk_matter where organ_id = (select acting_organ()) and unit_id = ${unitId}::uuid
        and withdrawn_on is null and not settled) as matters,
      (select count(*)::int from talk_opinion where organ_id = (select acting_organ()) and unit_id = ${unitId}::uuid
        and agreed_on is not null and answered_on is null) as opinions`.execute(tx)
  return rows[0]!
}
