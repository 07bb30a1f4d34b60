import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

export type ErrandRow = {
  roundId: string
  unitId: string
  unitName: string
  path: string
  kind: 'measure' | 'overdue' | 'meeting'
  forYear: number
  on: string
  count: number
}

/** A person's measures due until the day; of every round the reader sees, its day to come and how much is past its time. */
export const errandRows = async (
  tx: Acting,
  person: string,
  today: string,
  until: string,
): Promise<ErrandRow[]> => {
  const { rows } = await sql<ErrandRow>`
    select r.id as round_id, u.id as unit_id, u.name as unit_name, u.path, 'measure' as kind, r.for_year, p.due_on as "on", 1 as count
    from life_problem p
      join life_round r on r.organ_id = p.organ_id and r.id = p.round_id
      join unit u on u.organ_id = p.organ_id and u.id = p.unit_id
    where p.organ_id = (select acting_organ()) and p.owner_id = ${person}::uuid and p.closed_on is null
      and p.done_text is null and p.due_on <= ${until}::date
    union all
    select coalesce(p.carried_into, p.round_id), u.id, u.name, u.path, 'overdue', max(r.for_year), min(p.due_on), count(*)::int
    from life_problem p
      join life_round r on r.organ_id = p.organ_id and r.id = coalesce(p.carried_into, p.round_id)
      join unit u on u.organ_id = p.organ_id and u.id = p.unit_id
    where p.organ_id = (select acting_organ()) and p.closed_on is null and p.due_on < ${today}::date
    group by coalesce(p.carried_into, p.round_id), u.id, u.name, u.path
    union all
    select r.id, u.id, u.name, u.path, 'meeting', r.for_year, r.meet_on, 1
    from life_round r join unit u on u.organ_id = r.organ_id and u.id = r.unit_id
    where r.organ_id = (select acting_organ()) and r.meet_on <= ${until}::date and r.groups_done_on is null
      and not exists (select from meeting m
        join meeting_part q on q.organ_id = m.organ_id and q.meeting_id = m.id and q.kind = 'life-meeting'
        where m.organ_id = r.organ_id and m.unit_id = r.unit_id and m.stage in ('recorded', 'noted')
          and coalesce(q.for_year, extract(year from m.held_on)) = r.for_year)`.execute(tx)
  return rows
}
