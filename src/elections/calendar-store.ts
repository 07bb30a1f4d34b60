import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Standing } from './calendar.ts'

/**
 * Every unit that has terms, with its running term, the posts of its committee since, and the elections under way; and what
 * the organ chose. One statement. Elections the reader may not see are not among them.
 */
export const standings = async (tx: Acting, on: string): Promise<Standing> => {
  const { rows } = await sql<Standing>`
    select
      (select coalesce(json_agg(json_build_object('unitId', u.id, 'unitName', u.name, 'unitKind', u.kind,
          'line', u.line, 'unitPath', u.path,
          'term', (${term}), 'posts', (${posts(on)}), 'elections', (${elections})) order by u.path), '[]')
       from unit u
       where u.organ_id = (select acting_organ()) and u.kind <> 'group' and u.dissolved_on is null) as units,
      (select coalesce(json_agg(json_build_object('key', c.key, 'choice', c.choice #>> '{}', 'since', c.since)
          order by c.since), '[]')
       from parameter c where c.organ_id = (select acting_organ())) as choices`.execute(tx)
  return rows[0]!
}

const term = sql.raw(`select json_build_object('id', t.id, 'electedOn', t.elected_on, 'endedOn', t.ended_on,
    'approvedUntil', t.approved_until, 'approvalNote', t.approval_note)
  from term t where t.organ_id = u.organ_id and t.unit_id = u.id and t.ended_on is null
  order by t.elected_on desc limit 1`)

const posts = (
  on: string,
) => sql`select coalesce(json_agg(json_build_object('post', o.post, 'personId', o.person_id, 'name', p.name,
    'since', o.since, 'until', o.until) order by o.until nulls last, o.since, o.id), '[]')
  from post o join person p on p.organ_id = o.organ_id and p.id = o.person_id
  where o.organ_id = u.organ_id and o.unit_id = u.id and o.since <= ${on}::date
    and o.post in ('secretary', 'deputy-secretary', 'organization', 'publicity', 'discipline', 'committee-member')`

const elections =
  sql.raw(`select coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'form', e.form,
    'unitKind', u.kind, 'superior', e.superior, 'deputies', e.deputies, 'plannedOn', e.planned_on,
    'electedOn', e.elected_on, 'closedOn', e.closed_on, 'cancelledOn', e.cancelled_on,
    'steps', (select coalesce(json_agg(json_build_object('step', s.step, 'doneOn', s.done_on, 'number', s.number,
        'byWhom', s.by_whom, 'note', s.note, 'meetingId', s.meeting_id, 'version', s.version)), '[]')
      from election_step s where s.organ_id = e.organ_id and s.election_id = e.id),
    'gatherings', (select coalesce(json_agg(json_build_object('body', g.body, 'heldOn', g.held_on,
        'isOpen', g.opened_at is not null, 'failedReason', g.failed_reason) order by g.ordinal), '[]')
      from election_gathering g where g.organ_id = e.organ_id and g.election_id = e.id))
    order by e.kind desc, e.made_at), '[]')
  from election e
  where e.organ_id = u.organ_id and e.unit_id = u.id and e.closed_on is null and e.cancelled_on is null`)

/** Full members of a unit on the day, and the superior named in its last election. */
export const sizeOf = async (
  tx: Acting,
  unit: string,
  on: string,
): Promise<{ full: number; superior: string | null }> => {
  const { rows } = await sql<{ full: number; superior: string | null }>`
    select
      (select count(distinct m.person_id)::int from membership m
       where m.organ_id = (select acting_organ()) and m.unit_id = ${unit}::uuid and m.status = 'full'
         and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)) as full,
      (select e.superior from election e
       where e.organ_id = (select acting_organ()) and e.unit_id = ${unit}::uuid and e.superior is not null
       order by e.made_at desc limit 1) as superior`.execute(tx)
  return rows[0]!
}
