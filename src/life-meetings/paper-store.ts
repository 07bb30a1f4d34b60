import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { LifePaper } from '../documents/life-paper.ts'

/** A round as its papers tell it; the words of opinions are sealed yet. */
export type PaperRow = Omit<LifePaper, 'opinions'> & {
  id: string
  unitId: string
  opinions: { id: string; source: string; about: 'branch' | 'committee'; content: string }[]
}

const problems = (round: string) => sql`(
  select coalesce(json_agg(json_build_object('forYear', o.for_year, 'about', p.about, 'problem', p.problem,
    'measure', p.measure, 'ownerName', p.owner_name, 'dueOn', p.due_on, 'doneText', p.done_text, 'closedOn', p.closed_on)
    order by o.for_year, p.ordinal, p.id), '[]')
  from life_problem p join life_round o on o.organ_id = p.organ_id and o.id = p.round_id
  where p.organ_id = r.organ_id and ${sql.raw(round)} in (p.round_id, p.carried_into) and p.about <> 'person')`

/**
 * One round, or all rounds of a year of these units: everything their papers print, in one statement. Members are counted
 * as of the day of the gathering, so that the same records give the same paper whenever it is asked for.
 */
export const papersOf = async (
  tx: Acting,
  of: { round: string } | { units: readonly string[]; year: number },
): Promise<PaperRow[]> => {
  const asked =
    'round' in of
      ? sql`r.id = ${of.round}::uuid`
      : sql`r.unit_id = any(${of.units as string[]}::uuid[]) and r.for_year = ${of.year}`
  const { rows } = await sql<PaperRow>`
    select r.id, r.unit_id, u.name as unit_name, r.for_year, r.form, r.topic, r.meet_on, r.studies, r.report_sent_on, r.report_sent_to,
      (select o.name from organ o where o.organ_id = r.organ_id) as organ_name,
      (select coalesce(json_agg(json_build_object('id', o.id, 'source', o.source, 'about', o.about,
        'content', encode(o.content, 'hex')) order by o.about, o.came_on, o.id), '[]')
       from life_opinion o where o.organ_id = r.organ_id and o.round_id = r.id and o.about <> 'person') as opinions,
      (select json_build_object('shared', count(*) filter (where o.about <> 'person'),
        'personal', count(*) filter (where o.about = 'person'))
       from life_opinion o where o.organ_id = r.organ_id and o.round_id = r.id) as opinion_counts,
      m.members, m.talked,
      (select count(distinct n.person_id)::int from life_notes n
       where n.organ_id = r.organ_id and n.round_id = r.id and n.handed_in_on is not null) as handed_in,
      (select json_build_object('text', c.content, 'finalOn', c.final_on)
       from life_check c where c.organ_id = r.organ_id and c.round_id = r.id) as check,
      (select coalesce(json_agg(json_build_object('unitName', g.name, 'heldOn', h.held_on, 'hostName', h.host_name,
        'entitled', (select count(*) from attendance a where a.organ_id = h.organ_id and a.meeting_id = h.id and a.entitled),
        'present', (select count(*) from attendance a
          where a.organ_id = h.organ_id and a.meeting_id = h.id and a.entitled and a.state = 'present'))
        order by h.held_on, h.id), '[]')
       from unit g
         join meeting h on h.organ_id = g.organ_id and h.unit_id = g.id and h.stage in ('recorded', 'noted')
         join meeting_part t on t.organ_id = h.organ_id and t.meeting_id = h.id and t.kind = 'life-meeting'
       where g.organ_id = r.organ_id and g.path ^@ u.path
         and coalesce(t.for_year, extract(year from h.held_on)) = r.for_year) as sittings,
      (select json_build_object('selves', count(distinct k.giver_id) filter (where k.giver_id = k.receiver_id),
        'between', count(*) filter (where k.giver_id <> k.receiver_id))
       from life_remark k where k.organ_id = r.organ_id and k.round_id = r.id) as remarks,
      ${problems('r.id')} as problems,
      (select count(*)::int from life_problem p
       where p.organ_id = r.organ_id and r.id in (p.round_id, p.carried_into) and p.about = 'person') as personal_problems,
      case when b.id is not null then json_build_object('forYear', b.for_year, 'problems', ${problems('b.id')}) end as promises
    from life_round r
      join unit u on u.organ_id = r.organ_id and u.id = r.unit_id
      left join lateral (
        select b.id, b.for_year from life_round b
        where b.organ_id = r.organ_id and b.unit_id = r.unit_id and b.for_year < r.for_year
        order by b.for_year desc limit 1) b on true
      cross join lateral (
        select count(*)::int as members, (count(*) filter (where exists (
            select from evidence e where e.organ_id = m.organ_id and e.person_id = m.person_id and e.kind in ('talk-committee', 'talk-member')
              and coalesce(e.for_year, extract(year from e.held_on)) = r.for_year)))::int as talked
        from membership m
        where m.organ_id = r.organ_id and m.path ^@ u.path and m.status not in ('transferred-out', 'left', 'stopped')
          and m.since <= coalesce(r.meet_on, make_date(r.for_year, 12, 31))
          and (m.until is null or m.until >= coalesce(r.meet_on, make_date(r.for_year, 12, 31)))) m
    where r.organ_id = (select acting_organ()) and ${asked}
    order by u.path, r.for_year`.execute(tx)
  return rows
}
