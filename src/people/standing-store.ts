import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

type Standing = {
  full: number
  probationary: number
  others: number
  ending: { name: string; until: string }[]
}

/** How many belong to a unit and those below it on a day, by status; and whose year of probation ends when. */
export const rosterStanding = async (tx: Acting, path: string, on: string): Promise<Standing> => {
  const { rows } = await sql<Standing>`
    with here as (
      select m.person_id, m.status, p.name, p.joined_on
      from membership m join person p on p.organ_id = m.organ_id and p.id = m.person_id
      where m.organ_id = (select acting_organ()) and m.path ^@ ${path}
        and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
        and m.status not in ('transferred-out', 'left', 'stopped'))
    select count(*) filter (where status = 'full')::int as full,
      count(*) filter (where status = 'probationary')::int as probationary,
      count(*) filter (where status not in ('full', 'probationary'))::int as others,
      coalesce(json_agg(json_build_object('name', name, 'until', (joined_on + interval '1 year')::date)
        order by joined_on, name) filter (where status = 'probationary' and joined_on is not null), '[]') as ending
    from here`.execute(tx)
  return rows[0] ?? { full: 0, probationary: 0, others: 0, ending: [] }
}
