import { type RawBuilder, sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import { COMMITTEE_POSTS } from '../kernel/access.ts'
import type { Session, SessionLine, Told } from './contract.ts'
import type { Audience } from './kinds.ts'

export type Place = { id: string; kind: string; name: string; path: string }

/** A unit as it is called now; undefined where the reader sees none. */
export const unitOf = (tx: Acting, id: string): Promise<Place | undefined> =>
  tx.selectFrom('unit').select(['id', 'kind', 'name', 'path']).where('id', '=', id).executeTakeFirst()

type Whom = {
  audience: Audience
  groupId: string | null
  personIds: readonly string[]
  on: string
}

/** Those whom a session of the unit is for, by the roster and the posts of its day, in the order of strokes. */
export const circleOf = async (
  tx: Acting,
  { id, path }: Place,
  { audience, groupId, personIds, on }: Whom,
) => {
  const members = sql`
    select m.person_id from membership m
    where m.organ_id = (select acting_organ()) and m.path >= ${path} and m.path < ${path} || '~'
      and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
      and m.status not in ('transferred-out', 'left', 'stopped')`
  const committee = sql`
    select o.person_id from post o
    where o.organ_id = (select acting_organ()) and o.unit_id = ${id}::uuid
      and o.post = any(${COMMITTEE_POSTS as unknown as string[]}::text[])
      and o.since <= ${on}::date and (o.until is null or o.until >= ${on}::date)`
  const circles: Record<Audience, typeof members> = {
    all: members,
    committee,
    group: sql`${members} and m.group_id = ${groupId}::uuid`,
    named: sql`${members} and m.person_id = any(${personIds as string[]}::uuid[])`,
  }
  const { rows } = await sql<{ personId: string; name: string }>`
    select distinct c.person_id, coalesce(p.name, '（名册中已查不到）') collate strokes as name
    from (${circles[audience]}) c
      left join person p on p.organ_id = (select acting_organ()) and p.id = c.person_id
    order by name, c.person_id`.execute(tx)
  return rows
}

export type Attendee = { personId: string; name: string; tookPart: boolean; hours: number | null }

export type NewSession = Omit<
  Told,
  'personIds' | 'absentIds' | 'ownHours' | 'questions' | 'materials' | 'followUps'
> & {
  unitId: string
  meetingId: string | null
  recordedOn: string
  recordedByName: string
}

export const insertSession = async (tx: Acting, session: NewSession): Promise<string> =>
  (await tx.insertInto('studySession').values(session).returning('id').executeTakeFirstOrThrow()).id

/** False where another hand changed it since `version` was read. */
export const changeSession = async (
  tx: Acting,
  id: string,
  version: number,
  change: Partial<NewSession> & { withdrawnAt?: string; withdrawnReason?: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('studySession')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type Parts = {
  attendees: readonly Attendee[]
  materials: Told['materials']
  questions: readonly string[]
  followUps: readonly (Told['followUps'][number] & { ownerName: string | null })[]
}

/** Everything that hangs on a session, a statement for each kind that there is any of. Follow-ups come after those there are. */
export const insertParts = async (
  tx: Acting,
  sessionId: string,
  unitId: string,
  { attendees, materials, questions, followUps }: Parts,
): Promise<void> => {
  const of = { sessionId, unitId }
  const numbered = <Row>(rows: readonly Row[]) => rows.map((row, at) => ({ ...row, ...of, ordinal: at + 1 }))
  await tx.insertInto('studyAttendee').values(numbered(attendees)).execute()
  if (materials.length > 0) await tx.insertInto('studyMaterial').values(numbered(materials)).execute()
  if (questions.length > 0)
    await tx
      .insertInto('studyQuestion')
      .values(numbered(questions.map((text) => ({ text }))))
      .execute()
  if (followUps.length > 0)
    await sql`
      insert into study_follow_up (session_id, unit_id, ordinal, what, owner_id, owner_name, due_on)
      select ${sessionId}::uuid, ${unitId}::uuid,
        n.ordinality + (select count(*) from study_follow_up f
          where f.organ_id = (select acting_organ()) and f.session_id = ${sessionId}::uuid),
        n.what, n.owner_id, n.owner_name, n.due_on
      from rows from (jsonb_to_recordset(${JSON.stringify(followUps.map(inColumns))}::jsonb)
        as (what text, owner_id uuid, owner_name text, due_on date)) with ordinality n`.execute(tx)
}

const inColumns = ({ what, ownerId, ownerName, dueOn }: Parts['followUps'][number]) => ({
  what,
  owner_id: ownerId,
  owner_name: ownerName,
  due_on: dueOn,
})

/** Takes away what a correction writes anew; follow-ups stay. */
export const clearParts = async (tx: Acting, sessionId: string): Promise<void> => {
  for (const table of ['studyAttendee', 'studyMaterial', 'studyQuestion'] as const)
    await tx.deleteFrom(table).where('sessionId', '=', sessionId).execute()
}

export type HeldSession = Omit<Session, 'late'>

/** A session with everything of it, in one statement; undefined where it is not the reader's to see. */
export const sessionOf = async (tx: Acting, id: string): Promise<HeldSession | undefined> =>
  (await whole(sql`s.id = ${id}::uuid`).execute(tx)).rows[0]

/** The year's sessions of these units with everything of them, in the order of their days; those taken back are left out. */
export const recordsOf = async (tx: Acting, units: readonly string[], year: number): Promise<HeldSession[]> =>
  (
    await whole(sql`s.unit_id = any(${units as string[]}::uuid[]) and s.withdrawn_at is null
      and s.held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`).execute(tx)
  ).rows

const whole = (which: RawBuilder<unknown>) => sql<HeldSession>`
    select s.id, s.unit_id, u.name as unit_name, u.path, s.kind, s.topic, s.held_on, s.until_on, s.level, s.organiser,
      s.meeting_id, m.title as meeting_title, s.hours, s.plan_item_id, s.leader_id, s.leader_name, s.audience, s.group_id,
      g.name as group_name, s.recorded_on, s.recorded_by_name, s.withdrawn_reason, s.version,
      ${list('study_attendee', `'personId', c.person_id, 'name', c.name, 'tookPart', c.took_part, 'hours', c.hours`)} as attendees,
      ${list('study_material', `'title', c.title, 'source', c.source`)} as materials,
      (select coalesce(json_agg(c.text order by c.ordinal), '[]') from study_question c
        where c.organ_id = s.organ_id and c.session_id = s.id) as questions,
      ${list('study_follow_up', TASK)} as follow_ups,
      (select coalesce(json_agg(json_build_object(${sql.raw(TASK)}, 'sessionId', e.id, 'topic', e.topic)
          order by e.held_on, c.ordinal), '[]')
        from study_session e join study_follow_up c on c.organ_id = e.organ_id and c.session_id = e.id
        where e.organ_id = s.organ_id and e.unit_id = s.unit_id and e.held_on < s.held_on and e.withdrawn_at is null
          and (c.done_on is null or c.done_on >= s.held_on)) as earlier
    from study_session s
      join unit u on u.organ_id = s.organ_id and u.id = s.unit_id
      left join unit g on g.organ_id = s.organ_id and g.id = s.group_id
      left join meeting m on m.organ_id = s.organ_id and m.id = s.meeting_id
    where s.organ_id = (select acting_organ()) and ${which}
    order by s.held_on, s.id`

const TASK = `'id', c.id, 'what', c.what, 'ownerId', c.owner_id, 'ownerName', c.owner_name, 'dueOn', c.due_on,
  'doneOn', c.done_on, 'doneNote', c.done_note, 'version', c.version`

const list = (table: string, shape: string) =>
  sql.raw(`(select coalesce(json_agg(json_build_object(${shape}) order by c.ordinal), '[]') from ${table} c
    where c.organ_id = s.organ_id and c.session_id = s.id)`)

/** A year's sessions of a unit and those below it, the latest first. */
export const sessionsOf = async (tx: Acting, path: string, year: number): Promise<SessionLine[]> => {
  const { rows } = await sql<SessionLine>`
    select s.id, s.unit_id, u.name as unit_name, s.kind, s.topic, s.held_on, s.until_on, s.level, s.organiser, s.meeting_id,
      s.hours, a.present, a.expected,
      (select count(*)::int from study_follow_up f
        where f.organ_id = s.organ_id and f.session_id = s.id and f.done_on is null) as open
    from unit u join study_session s on s.organ_id = u.organ_id and s.unit_id = u.id
      cross join lateral (
        select count(*) filter (where took_part)::int as present, count(*)::int as expected
        from study_attendee t where t.organ_id = s.organ_id and t.session_id = s.id) a
    where u.organ_id = (select acting_organ()) and u.path >= ${path} and u.path < ${path} || '~'
      and s.held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date and s.withdrawn_at is null
    order by s.held_on desc, s.id desc
    limit 1000`.execute(tx)
  return rows
}

/** A follow-up as it stands; its owner may read it even where the session is not hers to see. */
export const followUpOf = (tx: Acting, id: string) =>
  tx
    .selectFrom('studyFollowUp')
    .innerJoin('unit', (join) =>
      join.onRef('unit.organId', '=', 'studyFollowUp.organId').onRef('unit.id', '=', 'studyFollowUp.unitId'),
    )
    .select(['studyFollowUp.id', 'ownerId', 'doneOn', 'path'])
    .where('studyFollowUp.id', '=', id)
    .executeTakeFirst()

export const finishFollowUp = async (
  tx: Acting,
  id: string,
  version: number,
  done: { doneOn: string; doneNote: string | null },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('studyFollowUp')
    .set({ ...done, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
