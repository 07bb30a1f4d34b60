import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { OwnStudy } from './contract.ts'
import type { SessionKind } from './kinds.ts'

export type DeclaredRow = {
  personId: string
  unitId: string
  name: string
  kind: SessionKind
  hours: number | null
}

/** What was declared in the year in a unit and those below it, a row for each person and session she took part in. */
export const declaredIn = async (tx: Acting, path: string, year: number): Promise<DeclaredRow[]> => {
  const { rows } = await sql<DeclaredRow>`
    select a.person_id, a.unit_id, a.name, s.kind, a.hours
    from unit u
      join study_session s on s.organ_id = u.organ_id and s.unit_id = u.id
      join study_attendee a on a.organ_id = s.organ_id and a.session_id = s.id
    where u.organ_id = (select acting_organ()) and u.path >= ${path} and u.path < ${path} || '~'
      and coalesce(s.until_on, s.held_on) between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
      and s.withdrawn_at is null and a.took_part`.execute(tx)
  return rows
}

/** The actor's own sessions of the year, wherever they were held. */
export const ownRecords = async (tx: Acting, person: string, year: number): Promise<OwnStudy['records']> => {
  const { rows } = await sql<OwnStudy['records'][number]>`
    select s.id, s.kind, s.topic, s.held_on, s.until_on, coalesce(u.name, '') as unit_name, s.organiser, s.level, a.took_part,
      a.hours, s.recorded_by_name
    from study_attendee a
      join study_session s on s.organ_id = a.organ_id and s.id = a.session_id
      left join unit u on u.organ_id = s.organ_id and u.id = s.unit_id
    where a.organ_id = (select acting_organ()) and a.person_id = ${person}::uuid and s.withdrawn_at is null
      and coalesce(s.until_on, s.held_on) between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    order by s.held_on desc, s.id desc`.execute(tx)
  return rows
}

/** What the actor took on in sessions and has not done, or did in the year. */
export const ownFollowUps = async (
  tx: Acting,
  person: string,
  year: number,
): Promise<OwnStudy['followUps']> => {
  const { rows } = await sql<OwnStudy['followUps'][number]>`
    select f.id, f.what, f.owner_id, f.owner_name, f.due_on, f.done_on, f.done_note, f.version,
      s.topic
    from study_follow_up f join study_session s on s.organ_id = f.organ_id and s.id = f.session_id
    where f.organ_id = (select acting_organ()) and f.owner_id = ${person}::uuid and s.withdrawn_at is null
      and (f.done_on is null or f.done_on >= ${`${year}-01-01`}::date)
    order by f.done_on nulls first, f.due_on nulls last, f.id`.execute(tx)
  return rows
}

/** The paths of the branches in which the person is a member today. */
export const ownPaths = async (tx: Acting, person: string, on: string): Promise<string[]> => {
  const { rows } = await sql<{ path: string }>`
    select distinct u.path from membership m join unit u on u.organ_id = m.organ_id and u.id = m.unit_id
    where m.organ_id = (select acting_organ()) and m.person_id = ${person}::uuid
      and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)`.execute(tx)
  return rows.map(({ path }) => path)
}
