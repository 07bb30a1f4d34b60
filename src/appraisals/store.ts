import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Round, RoundSeat } from './round.ts'

/** A branch as it is now; undefined where there is none. */
export const unitOf = async (tx: Acting, id: string) => {
  const { rows } = await sql<{ id: string; kind: string; name: string; path: string; foundedOn: string }>`
    select id, kind, name, path, founded_on from unit
    where organ_id = (select acting_organ()) and id = ${id}::uuid`.execute(tx)
  return rows[0]
}

type Line = Pick<Round, 'id' | 'unitId' | 'unitName' | 'forYear' | 'rosterOn' | 'closedOn'>

/** The rounds of the units on the way down to the path and below it, the latest year first. */
export const roundsAround = async (tx: Acting, path: string) => {
  const { rows } = await sql<Line & Pick<Round, 'decidedOn'> & { seats: number; polled: boolean }>`
    select a.id, a.unit_id, u.name as unit_name, a.for_year, a.roster_on, a.closed_on, a.decided_on,
      (select count(*)::int from appraisal_seat s
       where s.organ_id = a.organ_id and s.appraisal_id = a.id and s.role = 'graded') as seats,
      exists (select from appraisal_poll p
              where p.organ_id = a.organ_id and p.appraisal_id = a.id and p.state = 'closed') as polled
    from appraisal a join unit u on u.organ_id = a.organ_id and u.id = a.unit_id
    where a.organ_id = (select acting_organ()) and (u.path ^@ ${path} or ${path} ^@ u.path)
    order by a.for_year desc, u.path limit 100`.execute(tx)
  return rows
}

/** A round with everything of it that the reader may see, in one statement. */
export const readRound = async (tx: Acting, id: string): Promise<Round | undefined> => {
  const { rows } = await sql<Round>`
    select a.id, a.unit_id, u.name as unit_name, u.path, a.for_year, a.roster_on, a.studied_on, a.study_note,
      a.decided_by, a.decided_on, a.considered, a.superior_opinion, a.superior_on, a.closed_on, a.version,
      ${gathering('a.meeting_id')} as meeting, ${gathering('a.report_meeting_id')} as report,
      (select coalesce(json_agg(json_build_object(
          'personId', s.person_id, 'name', s.name, 'initials', s.initials, 'status', s.status, 'groupId', s.group_id,
          'groupName', s.group_name, 'groupPath', g.path, 'role', s.role, 'mayVote', s.may_vote, 'because', s.because,
          'paperOn', s.paper_on, 'selfOn', f.handed_in_on, 'remark', k.remark, 'version', s.version,
          'counts', case when c.person_id is null then null else json_build_object('excellent', c.excellent,
            'qualified', c.qualified, 'basicallyQualified', c.basically_qualified, 'unqualified', c.unqualified,
            'abstained', c.abstained) end,
          'grade', r.grade, 'opinion', r.opinion, 'improvement', r.improvement, 'toldOn', r.told_on, 'toldBy', r.told_by)
          order by s.name collate strokes, s.person_id), '[]')
       from appraisal_seat s
         left join unit g on g.organ_id = s.organ_id and g.id = s.group_id
         left join appraisal_self f on ${of('f')} left join appraisal_remark k on ${of('k')}
         left join appraisal_count c on ${of('c')} left join appraisal_result r on ${of('r')}
       where s.organ_id = a.organ_id and s.appraisal_id = a.id) as seats,
      (select coalesce(json_agg(json_build_object('unitId', m.unit_id, 'unitName', g.name, 'heldOn', m.held_on,
          'hostName', m.host_name, 'note', m.note, 'version', m.version) order by g.path), '[]')
       from appraisal_mutual m join unit g on g.organ_id = m.organ_id and g.id = m.unit_id
       where m.organ_id = a.organ_id and m.appraisal_id = a.id) as mutuals,
      (select json_build_object('form', p.form, 'state', p.state, 'polledOn', p.polled_on, 'issued', p.issued,
          'returned', p.returned, 'valid', p.valid, 'detail', p.detail, 'excellent', p.excellent, 'qualified', p.qualified,
          'basicallyQualified', p.basically_qualified, 'unqualified', p.unqualified, 'abstained', p.abstained)
       from appraisal_poll p where p.organ_id = a.organ_id and p.appraisal_id = a.id) as poll,
      (select coalesce(json_agg(v.person_id order by v.person_id), '[]') from appraisal_voted v
       where v.organ_id = a.organ_id and v.appraisal_id = a.id) as voted,
      (select coalesce(json_agg(json_build_object('on', o.on_day, 'byName', o.by_name, 'reason', o.reason)
          order by o.on_day, o.id), '[]')
       from appraisal_reopening o where o.organ_id = a.organ_id and o.appraisal_id = a.id) as reopenings,
      (select coalesce(json_agg(json_build_object('key', c.key, 'choice', c.choice #>> '{}', 'since', c.since)
          order by c.since), '[]')
       from parameter c where c.organ_id = a.organ_id) as choices
    from appraisal a join unit u on u.organ_id = a.organ_id and u.id = a.unit_id
    where a.organ_id = (select acting_organ()) and a.id = ${id}::uuid`.execute(tx)
  return rows[0]
}

const of = (table: string) =>
  sql.raw(
    `${table}.organ_id = s.organ_id and ${table}.appraisal_id = s.appraisal_id and ${table}.person_id = s.person_id`,
  )

const gathering = (column: string) =>
  sql.raw(`(select json_build_object('id', m.id, 'title', m.title, 'heldOn', m.held_on) from meeting m
    where m.organ_id = a.organ_id and m.id = ${column})`)

export type Rostered = Pick<RoundSeat, 'personId' | 'name' | 'initials' | 'status' | 'groupId' | 'groupName'>

/** The roster of a branch on a day; of those who had gone by then, only the ones who went in the year of the round. */
export const rosterOn = async (tx: Acting, branch: string, on: string, year: number): Promise<Rostered[]> => {
  const { rows } = await sql<Rostered>`
    select m.person_id, p.name, p.initials, m.status, m.group_id, g.name as group_name
    from membership m
      join person p on p.organ_id = m.organ_id and p.id = m.person_id
      left join unit g on g.organ_id = m.organ_id and g.id = m.group_id
    where m.organ_id = (select acting_organ()) and m.unit_id = ${branch}::uuid
      and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
      and (m.status not in ('transferred-out', 'left', 'stopped') or m.since >= make_date(${year}::int, 1, 1))
    order by p.name collate strokes, m.person_id`.execute(tx)
  return rows
}
