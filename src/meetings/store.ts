import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import { COMMITTEE_POSTS } from '../kernel/access.ts'
import type { Filled, Kind, Part, Stage } from './contract.ts'
import type { Standing } from './expected.ts'
import type { Draft } from './held.ts'
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
