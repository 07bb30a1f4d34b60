import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import { COMMITTEE_POSTS } from '../kernel/access.ts'
import type { Filled, Kind, Part, Stage } from './contract.ts'
import type { Standing } from './expected.ts'
import type { Draft, Held } from './held.ts'
import type { Circle } from './kinds.ts'

/** A unit as it is now, with the name it had on the day; undefined where there is none or it is another organ's. */
export const unitOf = async (tx: Acting, id: string, on: string) => {
  const { rows } = await sql<{ id: string; kind: string; name: string; path: string }>`
    select u.id, u.kind, coalesce(p.name, u.name) as name, u.path
    from unit u
      left join unit_place p on p.organ_id = u.organ_id and p.unit_id = u.id
        and p.since <= ${on}::date and (p.until is null or p.until >= ${on}::date)
    where u.organ_id = (select acting_organ()) and u.id = ${id}::uuid`.execute(tx)
  return rows[0]
}

/** A meeting with everything of it, in one statement; undefined where it is not the reader's to see. */
export const heldMeeting = async (tx: Acting, id: string): Promise<Held | undefined> => {
  const { rows } = await sql<Held>`
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
    from meeting m join unit u on u.organ_id = m.organ_id and u.id = m.unit_id
    where m.organ_id = (select acting_organ()) and m.id = ${id}::uuid`.execute(tx)
  return rows[0]
}

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

/**
 * The people a meeting concerns as of its day: the circle of those expected, by strokes, and whoever else is named in it.
 * Someone whom the reader may no longer look up still counts, without her name: a base must never shrink unseen.
 */
export const standingsOf = async (
  tx: Acting,
  unit: { id: string; path: string },
  circle: Circle,
  on: string,
  named: readonly string[] = [],
): Promise<Standing[]> => {
  const expected = circle === 'members' ? membersOn(unit.path, on) : committeeOn(unit.id, on)
  const { rows } = await sql<Standing>`
    with circle as (${expected}), concerned as (
      select c.person_id, coalesce(p.name, '（名册中已查不到）') as name, coalesce(p.initials, '') as initials,
        c.status, true as expected
      from circle c left join person p on p.organ_id = (select acting_organ()) and p.id = c.person_id
      union all
      select p.id, p.name, p.initials, null, false
      from person p
      where p.organ_id = (select acting_organ()) and p.id = any(${named as string[]}::uuid[])
        and not exists (select from circle c where c.person_id = p.id))
    select * from concerned order by expected desc, name collate strokes, person_id`.execute(tx)
  return rows
}

const membersOn = (path: string, on: string) => sql`
  select m.person_id, m.status
  from membership m
  where m.organ_id = (select acting_organ()) and m.path >= ${path} and m.path < ${path} || '~'
    and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
    and m.status not in ('transferred-out', 'left', 'stopped')`

const committeeOn = (unit: string, on: string) => sql`
  select distinct on (o.person_id) o.person_id, m.status
  from post o
    left join membership m on m.organ_id = o.organ_id and m.person_id = o.person_id
      and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
  where o.organ_id = (select acting_organ()) and o.unit_id = ${unit}::uuid
    and o.post = any(${COMMITTEE_POSTS as unknown as string[]}::text[])
    and o.since <= ${on}::date and (o.until is null or o.until >= ${on}::date)`

/** The head of a meeting: what stands in its own row. */
export type Head = Pick<
  Filled,
  'title' | 'heldOn' | 'startsAt' | 'endsAt' | 'place' | 'guests' | 'hostId' | 'recorderId'
> & {
  hostName: string | null
  recorderName: string | null
}

export const insertMeeting = async (
  tx: Acting,
  meeting: { unitId: string; madeBy: string; draft: Draft } & Omit<Head, 'guests'>,
): Promise<string> => {
  const { draft, ...head } = meeting
  const { id } = await tx
    .insertInto('meeting')
    .values({ ...head, draft: JSON.stringify(draft) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type Change = Partial<Head> & {
  stage?: Stage
  draft?: Draft | null
  recordedOn?: string
  lateReason?: string | null
  noticeSentAt?: string
  notedBy?: string | null
  notedByName?: string | null
  notedAt?: string | null
  cancelledReason?: string
  sequence?: number
}

/** False where another hand changed the meeting since `version` was read. */
export const changeMeeting = async (
  tx: Acting,
  id: string,
  version: number,
  { draft, ...change }: Change,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('meeting')
    .set({
      ...change,
      ...(draft === undefined ? {} : { draft: draft && JSON.stringify(draft) }),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type Of = { id: string; unitId: string }

export const insertParts = (tx: Acting, { id, unitId }: Of, parts: readonly Part[]) =>
  tx
    .insertInto('meetingPart')
    .values(parts.map((part, at) => ({ ...part, meetingId: id, unitId, ordinal: at + 1 })))
    .execute()

/** The parts of a meeting that is not recorded yet: these instead of those. */
export const replaceParts = async (tx: Acting, of: Of, parts: readonly Part[]): Promise<void> => {
  await tx.deleteFrom('meetingPart').where('meetingId', '=', of.id).execute()
  await insertParts(tx, of, parts)
}

export const partsOf = (kinds: readonly Kind[], forYear: number | null): Part[] =>
  kinds.map((kind) => ({
    kind,
    topic: null,
    lecturerId: null,
    lecturerName: null,
    forYear: kind === 'life-meeting' ? forYear : null,
  }))
