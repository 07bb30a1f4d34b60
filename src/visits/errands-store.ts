import { type RawBuilder, sql } from 'kysely'

/** What of visits waits on the actor: a point that she keeps contact with, a visit she is to make, what she promised. */
export type Waiting = {
  kind: 'point' | 'plan' | 'done' | 'promised'
  id: string
  /** The point's or the place's name; null of a promise, which is known by its visit. */
  name: string | null
  since: string | null
  lastOn: string | null
  /** When it is planned or due. */
  on: string | null
  /** The visit that it belongs to, where she may read it. */
  visitId: string | null
  unitId: string
  unitName: string
  /** What the organ chose of the rhythm, in time. */
  choices: { key: string; choice: string; since: string }[]
}

/** All of it in one read, fit to stand in one statement with others. */
export const waitingRead = (today: string, until: string): RawBuilder<Waiting> => sql<Waiting>`
  select w.kind, w.id, w.name, w.since, w.last_on, w.on_day as "on", w.visit_id, u.id as unit_id, u.name as unit_name,
    (select coalesce(json_agg(json_build_object('key', c.key, 'choice', c.choice #>> '{}', 'since', c.since) order by c.since), '[]')
      from parameter c where c.organ_id = (select acting_organ()) and c.key = 'contact.rhythm') as choices
  from (
    select 'point' as kind, p.id, p.name, p.since, d.last_on, null::date as on_day, null::uuid as visit_id
    from contact_link l
      join contact_point p on p.organ_id = l.organ_id and p.id = l.point_id
      left join contact_days() d on d.point_id = p.id
    where l.organ_id = (select acting_organ()) and l.person_id = (select acting_person()) and p.until is null
      and l.since <= ${today}::date and (l.until is null or l.until >= ${today}::date)
      and (d.next_on is null or d.next_on < ${today}::date)
    union all
    select 'plan', v.id, coalesce(p.name, v.place), null, null, v.planned_on, v.id
    from visit_visitor w
      join visit v on v.organ_id = w.organ_id and v.id = w.visit_id
      left join contact_point p on p.organ_id = v.organ_id and p.id = v.point_id
    where w.organ_id = (select acting_organ()) and w.person_id = (select acting_person()) and v.stage = 'planned'
      and v.planned_on <= ${until}::date
    union all
    select case when c.done_on is null then 'promised' else 'done' end, c.id, null, null, null, c.due_on, v.id
    from visit_promise c left join visit v on v.organ_id = c.organ_id and v.id = c.visit_id
    where c.organ_id = (select acting_organ()) and c.owner_id = (select acting_person()) and c.told_on is null
      and (v.stage is null or v.stage = 'held') and (c.done_on is not null or c.due_on <= ${until}::date)
  ) w join unit u on u.organ_id = (select acting_organ()) and u.id = (select need_unit())
  order by w.on_day nulls first, w.name, w.id
  limit 200`
