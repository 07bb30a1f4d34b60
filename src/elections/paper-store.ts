import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { PaperCard, PaperDecision, PaperRecord } from '../documents/election-facts.ts'
import type { Status } from '../kernel/status.ts'

export type PersonOnPaper = Omit<PaperCard, 'post'> & {
  /** Null for a candidate who is on no roster of the unit on the day. */
  status: Status | null
  groupName: string | null
  /** Posts of the unit and of those below it, and of the unit itself. */
  posts: string[]
  ownPosts: string[]
}

type Wanted = { unitId: string; path: string; on: string; also: readonly string[] }

/** Who was on the roster of the unit and of those below it on the day, and the candidates; by strokes. */
export const peopleOnPaper = async (
  tx: Acting,
  { unitId, path, on, also }: Wanted,
): Promise<PersonOnPaper[]> => {
  const { rows } = await sql<PersonOnPaper>`
    with here as (
      select m.person_id, m.status, g.name as group_name
      from membership m left join unit g on g.organ_id = m.organ_id and g.id = m.group_id
      where m.organ_id = (select acting_organ()) and m.path ^@ ${path}
        and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
        and m.status not in ('transferred-out', 'left', 'stopped')),
    held as (
      select o.person_id, o.post, o.unit_id, o.since
      from post o join unit u on u.organ_id = o.organ_id and u.id = o.unit_id
      where o.organ_id = (select acting_organ()) and u.path ^@ ${path} and o.post not in ('superior', 'operator')
        and o.since <= ${on}::date and (o.until is null or o.until >= ${on}::date))
    select p.id as person_id, p.name, p.sex, p.born_on, p.born_precision, p.native_place, p.ethnicity, p.joined_on,
      p.joined_precision, p.full_on, p.education, p.occupation, h.status, h.group_name,
      coalesce((select array_agg(o.post order by o.since, o.post) from held o where o.person_id = p.id), '{}') as posts,
      coalesce((select array_agg(o.post order by o.since, o.post) from held o
        where o.person_id = p.id and o.unit_id = ${unitId}::uuid), '{}') as own_posts
    from person p left join here h on h.person_id = p.id
    where p.organ_id = (select acting_organ())
      and (p.id in (select person_id from here) or p.id = any (${also}::uuid[]))
    order by p.name collate strokes, p.id`.execute(tx)
  return rows
}

export type OtherFacts = {
  above: string | null
  contact: { name: string; phone: string | null } | null
  decision: PaperDecision | null
  record: Omit<PaperRecord, 'from' | 'to'>
}

type Stretch = { unitId: string; path: string; from: string; to: string; meetingId: string | null }

/** What stands beside the election itself, in one statement: the unit above, who answers the telephone, the meeting that
 * decided, and what the records hold of the term. */
export const otherFacts = async (
  tx: Acting,
  { unitId, path, from, to, meetingId }: Stretch,
): Promise<OtherFacts> => {
  const { rows } = await sql<OtherFacts>`
    with organ as (select acting_organ() as id),
    proof as (
      select case when e.kind in ('talk-committee', 'talk-member') then 'talk' else e.kind end as kind, e.source_kind, e.source_id, e.held_on
      from evidence e join unit u on u.organ_id = e.organ_id and u.id = e.unit_id
      where e.organ_id = (select id from organ) and u.path ^@ ${path} and e.held_on between ${from}::date and ${to}::date),
    belonging as (
      select m.person_id, m.status, m.since, p.joined_on, p.full_on,
        row_number() over (partition by m.person_id order by m.since) as nth
      from membership m join person p on p.organ_id = m.organ_id and p.id = m.person_id
      where m.organ_id = (select id from organ) and m.path ^@ ${path})
    select
      (select a.name from unit_place l join unit a on a.organ_id = l.organ_id and a.id = l.parent_id
       where l.organ_id = (select id from organ) and l.unit_id = ${unitId}::uuid and l.until is null limit 1) as above,
      (select json_build_object('name', p.name, 'phone', p.phone)
       from post o join person p on p.organ_id = o.organ_id and p.id = o.person_id
       where o.organ_id = (select id from organ) and o.unit_id = ${unitId}::uuid and o.post in ('organization', 'secretary')
         and o.since <= ${to}::date and (o.until is null or o.until >= ${to}::date)
       order by o.post, o.since, o.person_id limit 1) as contact,
      (select json_build_object('title', m.title, 'heldOn', m.held_on, 'startsAt', m.starts_at, 'endsAt', m.ends_at,
          'place', m.place, 'hostName', m.host_name, 'recorderName', m.recorder_name,
          'attendance', (select coalesce(json_agg(json_build_object('name', a.name, 'state', a.state,
              'entitled', a.entitled, 'reason', a.reason) order by a.ordinal), '[]')
            from attendance a where a.organ_id = m.organ_id and a.meeting_id = m.id),
          'agenda', (select coalesce(json_agg(json_build_object('title', i.title, 'points', i.points,
              'differing', i.differing) order by i.ordinal), '[]')
            from agenda_item i where i.organ_id = m.organ_id and i.meeting_id = m.id),
          'resolutions', (select coalesce(json_agg(json_build_object('text', r.text, 'present', r.present,
              'approve', r.approve, 'oppose', r.oppose, 'abstain', r.abstain) order by r.ordinal), '[]')
            from resolution r where r.organ_id = m.organ_id and r.meeting_id = m.id))
       from meeting m where m.organ_id = (select id from organ) and m.id = ${meetingId}::uuid
         and m.stage in ('recorded', 'noted')) as decision,
      json_build_object(
        'firstOn', (select min(held_on) from proof),
        'counts', (select coalesce(json_object_agg(kind, held), '{}')
          from (select kind, count(distinct (source_kind, source_id)) as held from proof group by kind) as counted),
        'admitted', (select count(*) from belonging where nth = 1 and joined_on between ${from}::date and ${to}::date),
        'converted', (select count(distinct person_id) from belonging where full_on between ${from}::date and ${to}::date
          and status = 'full' and joined_on <= full_on),
        'movedIn', (select count(*) from belonging where nth = 1 and since between ${from}::date and ${to}::date
          and joined_on < since),
        'movedOut', (select count(distinct person_id) from belonging where status = 'transferred-out'
          and since between ${from}::date and ${to}::date)) as record`.execute(tx)
  return rows[0]!
}
