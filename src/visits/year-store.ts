import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

// Whose visits and contacts these are: those of members of the units.
const OF_UNITS = (person: string) =>
  sql.raw(`exists (select from membership m
    where m.organ_id = (select acting_organ()) and m.person_id = ${person} and m.unit_id = any(asked.units))`)

/** The visits that members of these units made in a year: the day, the place and who went. */
export const visitsIn = async (tx: Acting, units: readonly string[], year: number) => {
  const { rows } = await sql<{ heldOn: string; where: string; visitors: string[] }>`
    with asked as (select ${[...units]}::uuid[] as units)
    select v.held_on, coalesce(p.name, v.place) as "where",
      array(select w.person_name from visit_visitor w where w.organ_id = v.organ_id and w.visit_id = v.id
        order by w.person_name collate strokes) as visitors
    from asked, visit v left join contact_point p on p.organ_id = v.organ_id and p.id = v.point_id
    where v.organ_id = (select acting_organ()) and v.stage = 'held'
      and v.held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
      and exists (select from visit_visitor w where w.organ_id = v.organ_id and w.visit_id = v.id and ${OF_UNITS('w.person_id')})
    order by v.held_on, v.id
    limit 2000`.execute(tx)
  return rows
}

/** What passes on with a hand-over of a unit: the points that its members keep contact with, and promises not told of yet. */
export const contactStanding = async (tx: Acting, unit: string, on: string) => {
  const { rows } = await sql<{ points: number; promises: { owner: string; by: string | null }[] }>`
    with asked as (select array[${unit}::uuid] as units)
    select
      (select count(distinct l.point_id)::int from contact_link l
        where l.organ_id = (select acting_organ()) and l.since <= ${on}::date and (l.until is null or l.until >= ${on}::date)
          and ${OF_UNITS('l.person_id')}) as points,
      (select coalesce(json_agg(json_build_object('owner', c.owner_name, 'by', c.due_on) order by c.due_on nulls last, c.id), '[]')
        from visit_promise c
        where c.organ_id = (select acting_organ()) and c.told_on is null and ${OF_UNITS('c.owner_id')}) as promises
    from asked`.execute(tx)
  return rows[0]!
}
