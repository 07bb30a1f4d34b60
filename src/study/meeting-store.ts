import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

export type MeetingHeld = {
  id: string
  unitId: string
  unitName: string
  path: string
  title: string
  stage: string
  heldOn: string
  kinds: string[]
  topic: string | null
  lecturerId: string | null
  lecturerName: string | null
  /** Who was expected, and whether she was there; observers who are on the roster took part as well. */
  attendance: { personId: string; name: string; tookPart: boolean }[]
  sessionId: string | null
}

/** The kinds of meeting in which people study together; committees' and voting meetings are none. */
const STUDIED = ['lecture', 'theme-day', 'group-meeting']

/** A meeting with who was there, as its record says; undefined where the reader sees none. */
export const meetingOf = async (tx: Acting, id: string): Promise<MeetingHeld | undefined> => {
  const { rows } = await sql<MeetingHeld>`
    select m.id, m.unit_id, u.name as unit_name, u.path, m.title, m.stage, m.held_on,
      (select array_agg(p.kind order by p.ordinal) from meeting_part p
        where p.organ_id = m.organ_id and p.meeting_id = m.id) as kinds,
      l.topic, l.lecturer_id, l.lecturer_name,
      (select coalesce(json_agg(json_build_object('personId', a.person_id, 'name', a.name,
          'tookPart', a.state in ('present', 'observing')) order by a.ordinal), '[]')
        from attendance a where a.organ_id = m.organ_id and a.meeting_id = m.id) as attendance,
      (select s.id from study_session s
        where s.organ_id = m.organ_id and s.meeting_id = m.id and s.withdrawn_at is null) as session_id
    from meeting m join unit u on u.organ_id = m.organ_id and u.id = m.unit_id
      left join meeting_part l on l.organ_id = m.organ_id and l.meeting_id = m.id and l.kind = 'lecture'
    where m.organ_id = (select acting_organ()) and m.id = ${id}::uuid`.execute(tx)
  return rows[0]
}

/** The year's recorded lectures, theme days and group meetings for which nobody declared hours, the latest first. */
export const meetingsWithoutHours = async (tx: Acting, path: string, year: number) => {
  const { rows } = await sql<{
    id: string
    title: string
    heldOn: string
    kinds: string[]
    unitName: string
    present: number
  }>`
    select m.id, m.title, m.held_on, u.name as unit_name,
      (select array_agg(p.kind order by p.ordinal) from meeting_part p
        where p.organ_id = m.organ_id and p.meeting_id = m.id) as kinds,
      (select count(*)::int from attendance a
        where a.organ_id = m.organ_id and a.meeting_id = m.id and a.state in ('present', 'observing')) as present
    from unit u join meeting m on m.organ_id = u.organ_id and m.unit_id = u.id
    where u.organ_id = (select acting_organ()) and u.path >= ${path} and u.path < ${path} || '~'
      and m.held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
      and m.stage in ('recorded', 'noted')
      and exists (select from meeting_part p
        where p.organ_id = m.organ_id and p.meeting_id = m.id and p.kind = any(${STUDIED}::text[]))
      and not exists (select from study_session s
        where s.organ_id = m.organ_id and s.meeting_id = m.id and s.withdrawn_at is null)
    order by m.held_on desc, m.id desc
    limit 200`.execute(tx)
  return rows
}
