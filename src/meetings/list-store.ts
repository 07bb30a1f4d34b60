import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Kind, Meeting, Stage } from './contract.ts'

export type Row = {
  id: string
  unitId: string
  unitKind: string
  unitName: string
  title: string
  kinds: Kind[]
  stage: Stage
  heldOn: string
  startsAt: string
  place: string | null
  recordedOn: string | null
}

type PageOf = { year: number | undefined; kind: Kind | undefined; after: string | undefined; limit: number }

/** The meetings of a unit and of those below it, the latest first; one page from behind the key `after`. */
export const meetingsWithin = async (tx: Acting, path: string, { year, kind, after, limit }: PageOf) => {
  const key = readKey(after)
  const { rows } = await sql<Row>`
    select m.id, m.unit_id, u.kind as unit_kind, u.name as unit_name, m.title, m.stage, m.held_on,
      to_char(m.starts_at, 'HH24:MI') as starts_at, m.place, m.recorded_on,
      (select array_agg(p.kind order by p.ordinal) from meeting_part p
       where p.organ_id = m.organ_id and p.meeting_id = m.id) as kinds
    from unit u join meeting m on m.organ_id = u.organ_id and m.unit_id = u.id
    where u.organ_id = (select acting_organ()) and u.path >= ${path} and u.path < ${path} || '~'
      and m.held_on between ${`${year ?? 1990}-01-01`}::date and ${`${year ?? 2200}-12-31`}::date
      and (m.held_on, m.id) < (${key.heldOn}::date, ${key.id}::uuid)
      and (${kind ?? null}::text is null or exists (
        select from meeting_part p where p.organ_id = m.organ_id and p.meeting_id = m.id and p.kind = ${kind ?? null}))
    order by m.held_on desc, m.id desc
    limit ${limit + 1}`.execute(tx)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { rows: page, next: last ? `${last.heldOn} ${last.id}` : null }
}

const LAST = { heldOn: '9999-12-31', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

// A key that nobody of ours wrote begins at the beginning.
const readKey = (after: string | undefined) => {
  const match = /^(\d{4}-\d{2}-\d{2}) ([0-9a-f-]{36})$/.exec(after ?? '')
  return match ? { heldOn: match[1]!, id: match[2]! } : LAST
}

export type RegisterLine = Row & {
  hostName: string | null
  recorderName: string | null
  entitled: number
  present: number
  excused: number
  absent: number
  notStated: number
  resolutions: { text: string; passed: boolean }[]
}

/** A year's meetings of a unit and those below it in the order of their days, with their counts and resolutions. */
export const registerOf = async (tx: Acting, path: string, year: number): Promise<RegisterLine[]> => {
  const { rows } = await sql<RegisterLine>`
    select m.id, m.unit_id, u.kind as unit_kind, u.name as unit_name, m.title, m.stage, m.held_on,
      to_char(m.starts_at, 'HH24:MI') as starts_at, m.place, m.recorded_on, m.host_name, m.recorder_name,
      (select array_agg(p.kind order by p.ordinal) from meeting_part p
       where p.organ_id = m.organ_id and p.meeting_id = m.id) as kinds,
      a.entitled, a.present, a.excused, a.absent, a.not_stated,
      (select coalesce(json_agg(json_build_object('text', r.text, 'passed', r.passed) order by r.ordinal), '[]')
       from resolution r where r.organ_id = m.organ_id and r.meeting_id = m.id) as resolutions
    from unit u join meeting m on m.organ_id = u.organ_id and m.unit_id = u.id
      cross join lateral (
        select count(*) filter (where entitled)::int as entitled,
          count(*) filter (where state = 'present')::int as present,
          count(*) filter (where state = 'excused')::int as excused,
          count(*) filter (where state = 'absent')::int as absent,
          count(*) filter (where state = 'not-stated')::int as not_stated
        from attendance t where t.organ_id = m.organ_id and t.meeting_id = m.id) a
    where u.organ_id = (select acting_organ()) and u.path >= ${path} and u.path < ${path} || '~'
      and m.held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
      and m.stage <> 'cancelled'
    order by m.held_on, m.starts_at, m.id`.execute(tx)
  return rows
}

/** Points that stand word for word in an earlier record of the unit. */
export const echoesOf = async (
  tx: Acting,
  { id, unitId }: { id: string; unitId: string },
  points: readonly { item: number; points: string }[],
): Promise<Meeting['echoes']> => {
  if (points.length === 0) return []
  const { rows } = await sql<Meeting['echoes'][number]>`
    select distinct on (n.item) n.item, m.id as meeting_id, m.title as meeting_title, m.held_on
    from unnest(${points.map(({ item }) => item)}::int[], ${points.map((each) => each.points)}::text[]) as n (item, points)
      join agenda_item a on a.organ_id = (select acting_organ()) and a.unit_id = ${unitId}::uuid
        and md5(a.points) = md5(n.points) and a.points = n.points
      join meeting m on m.organ_id = a.organ_id and m.id = a.meeting_id
    where m.id <> ${id}::uuid
    order by n.item, m.held_on desc`.execute(tx)
  return rows
}

/** Which meeting of its first kind in the year this is, counting those recorded and held before it. */
export const ordinalOf = async (
  tx: Acting,
  { id, unitId, heldOn, kind }: { id: string; unitId: string; heldOn: string; kind: Kind },
): Promise<number> => {
  const { rows } = await sql<{ before: number }>`
    select count(*)::int as before
    from meeting m join meeting_part p on p.organ_id = m.organ_id and p.meeting_id = m.id and p.kind = ${kind}
    where m.organ_id = (select acting_organ()) and m.unit_id = ${unitId}::uuid and m.stage <> 'cancelled'
      and m.held_on >= date_trunc('year', ${heldOn}::date) and (m.held_on, m.id) < (${heldOn}::date, ${id}::uuid)`.execute(
    tx,
  )
  return (rows[0]?.before ?? 0) + 1
}

/** Follow-ups of a unit's gatherings up to a day that nobody has finished, those due first at the top. */
export const openFollowUps = async (tx: Acting, unit: string, on: string) => {
  const { rows } = await sql<{
    id: string
    what: string
    ownerName: string | null
    dueOn: string | null
    version: number
  }>`
    select f.id, f.what, f.owner_name, f.due_on, f.version
    from follow_up f join meeting m on m.organ_id = f.organ_id and m.id = f.meeting_id
    where f.organ_id = (select acting_organ()) and f.unit_id = ${unit}::uuid and f.done_on is null
      and m.held_on <= ${on}::date
    order by f.due_on nulls last, m.held_on, f.ordinal`.execute(tx)
  return rows
}

/** How the year's meetings of a unit and those below it stand. */
export const countsWithin = async (tx: Acting, path: string, on: string) => {
  const { rows } = await sql<{ recorded: number; unnoted: number; drafts: number; planned: number }>`
    select count(*) filter (where m.stage in ('recorded', 'noted'))::int as recorded,
      count(*) filter (where m.stage = 'recorded')::int as unnoted,
      count(*) filter (where m.stage = 'draft')::int as drafts,
      count(*) filter (where m.stage = 'planned')::int as planned
    from unit u join meeting m on m.organ_id = u.organ_id and m.unit_id = u.id
    where u.organ_id = (select acting_organ()) and u.path ^@ ${path}
      and m.held_on >= date_trunc('year', ${on}::date)`.execute(tx)
  return rows[0] ?? { recorded: 0, unnoted: 0, drafts: 0, planned: 0 }
}

/** Meetings that are planned or half written, in the order of their days. */
export const unfinishedMeetings = async (tx: Acting, path: string, on: string) => {
  const { rows } = await sql<{ title: string; heldOn: string; hostName: string | null }>`
    select m.title, m.held_on, m.host_name
    from unit u join meeting m on m.organ_id = u.organ_id and m.unit_id = u.id
    where u.organ_id = (select acting_organ()) and u.path ^@ ${path} and m.stage in ('planned', 'draft')
      and m.held_on >= ${on}::date - 366
    order by m.held_on, m.id limit 50`.execute(tx)
  return rows
}
