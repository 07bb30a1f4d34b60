import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Held } from './held.ts'

/** A meeting with everything of it, in one statement; undefined where it is not the reader's to see. */
export const heldMeeting = async (tx: Acting, id: string): Promise<Held | undefined> => {
  const { rows } = await sql<Held>`${wholeMeeting()}
    where m.organ_id = (select acting_organ()) and m.id = ${id}::uuid`.execute(tx)
  return rows[0]
}

/** The meetings of a year of these units that were not called off, whole, in the order of their days. One statement. */
export const heldMeetings = async (tx: Acting, units: readonly string[], year: number): Promise<Held[]> => {
  const { rows } = await sql<Held>`${wholeMeeting()}
    where m.organ_id = (select acting_organ()) and m.unit_id = any(${units as string[]}::uuid[])
      and m.held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date and m.stage <> 'cancelled'
    order by m.held_on, m.starts_at, m.id`.execute(tx)
  return rows
}

const wholeMeeting = () => sql`
    select m.id, m.unit_id, u.kind as unit_kind, u.path, m.title, m.stage, m.held_on, m.place, m.guests,
      coalesce((
        select p.name from unit_place p
        where p.organ_id = m.organ_id and p.unit_id = m.unit_id
          and p.since <= m.held_on and (p.until is null or p.until >= m.held_on)), u.name) as unit_name,
      to_char(m.starts_at, 'HH24:MI') as starts_at, to_char(m.ends_at, 'HH24:MI') as ends_at,
      m.host_id, m.host_name, m.recorder_id, m.recorder_name, m.draft, m.recorded_on, m.late_reason,
      m.noted_by_name, ${instant('m.noted_at')} as noted_at, ${instant('m.notice_sent_at')} as notice_sent_at,
      m.cancelled_reason, m.sequence, m.version,
      ${list('meeting_part', `'kind', c.kind, 'topic', c.topic, 'lecturerId', c.lecturer_id, 'lecturerName', c.lecturer_name, 'forYear', c.for_year`)} as parts,
      ${list('agenda_item', `'part', c.part, 'title', c.title, 'points', c.points, 'differing', c.differing`)} as agenda,
      ${list('attendance', `'personId', c.person_id, 'name', c.name, 'initials', c.initials, 'state', c.state, 'entitled', c.entitled, 'votes', c.votes, 'because', c.because, 'reason', c.reason`)} as attendance,
      ${list('resolution', `'part', c.part, 'text', c.text, 'entitled', c.entitled, 'present', c.present, 'approve', c.approve, 'oppose', c.oppose, 'abstain', c.abstain, 'passed', c.passed, 'judgments', c.judgments`)} as resolutions,
      ${list('follow_up', `'id', c.id, 'what', c.what, 'ownerId', c.owner_id, 'ownerName', c.owner_name, 'dueOn', c.due_on, 'doneOn', c.done_on, 'doneNote', c.done_note, 'version', c.version`)} as follow_ups,
      ${RETURNS} as returns,
      ${list('file', `'id', c.id, 'name', c.name, 'kind', c.kind, 'size', c.size`, 'c.at, c.id', 'c.removed_at is null')} as files,
      ${list('amendment', `'id', c.id, 'field', c.field, 'subject', c.subject, 'was', c.was, 'becomes', c.becomes, 'reason', c.reason, 'byName', c.by_name, 'at', c.at`, 'c.at, c.id')} as amendments,
      exists (
        select from file f join unit above on above.organ_id = f.organ_id and above.id = f.unit_id
        where f.organ_id = m.organ_id and f.purpose = 'minutes-template' and f.removed_at is null
          and u.path ^@ above.path) as has_template,
      (select coalesce(json_agg(json_build_object('key', c.key, 'choice', c.choice, 'since', c.since) order by c.since), '[]')
       from parameter c where c.organ_id = m.organ_id) as choices
    from meeting m join unit u on u.organ_id = m.organ_id and u.id = m.unit_id`

const list = (table: string, shape: string, order = 'c.ordinal', where = 'true') =>
  sql.raw(`(select coalesce(json_agg(json_build_object(${shape}) order by ${order}), '[]') from ${table} c
    where c.organ_id = m.organ_id and c.meeting_id = m.id and ${where})`)

/** In a record what it heard of earlier follow-ups; before, those of earlier gatherings that are open or already spoken of. */
const RETURNS = sql.raw(`case when m.recorded_on is not null then (
    select coalesce(json_agg(json_build_object('followUpId', r.follow_up_id, 'what', r.what, 'ownerName', r.owner_name,
        'wasDueOn', r.was_due_on, 'from', json_build_object('id', b.id, 'title', b.title, 'heldOn', b.held_on),
        'outcome', r.outcome, 'note', r.note, 'dueOn', r.due_on, 'version', f.version) order by r.ordinal), '[]')
    from follow_up_return r
      join follow_up f on f.organ_id = r.organ_id and f.id = r.follow_up_id
      join meeting b on b.organ_id = f.organ_id and b.id = f.meeting_id
    where r.organ_id = m.organ_id and r.meeting_id = m.id)
  else (
    select coalesce(json_agg(json_build_object('followUpId', f.id, 'what', f.what, 'ownerName', f.owner_name,
        'wasDueOn', f.due_on, 'from', json_build_object('id', b.id, 'title', b.title, 'heldOn', b.held_on),
        'outcome', null, 'note', null, 'dueOn', null, 'version', f.version) order by f.due_on nulls last, b.held_on, f.ordinal), '[]')
    from follow_up f join meeting b on b.organ_id = f.organ_id and b.id = f.meeting_id
    where f.organ_id = m.organ_id and f.unit_id = m.unit_id and b.id <> m.id and b.held_on <= m.held_on
      and (f.done_on is null or exists (
        select from jsonb_array_elements(coalesce(m.draft -> 'returns', '[]')) d where d ->> 'followUpId' = f.id::text)))
  end`)

// As JSON writes it, which Temporal.Instant reads: a Date would lose the microseconds and gain a class.
const instant = (column: string) => sql.raw(`to_json(${column}) #>> '{}'`)
