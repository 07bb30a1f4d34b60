import { type RawBuilder, sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import { day } from '../kernel/day.ts'
import { GONE } from '../kernel/status.ts'
import type { Bases, Member, Membership, Status } from './contract.ts'

type PageOf = {
  on: string
  today: string
  after: string | undefined
  limit: number
  name: string | undefined
}

/**
 * The roster of a unit and all below it as of a day, by unit and then by strokes; one page from behind the key `after`.
 * Takes the path rather than an id: today's roster of a district is one stretch of the index over people's present places,
 * another day's is gathered from the memberships of that day.
 */
export const membersWithin = async (tx: Acting, path: string, { on, today, after, limit, name }: PageOf) => {
  const key = after === undefined ? undefined : readKey(after, path)
  const placed = on === today ? sql.ref('p') : sql.ref('m')
  const { rows } = await sql<Row>`
    select p.id, p.name, p.initials, p.sex, m.status, m.unit_id, m.group_id, p.phone,
      p.joined_on, p.joined_precision, p.full_on, p.full_precision, ${placed}.path, g.name as group_name,
      coalesce((
        select jsonb_agg(jsonb_build_object('post', o.post, 'unitId', o.unit_id))
        from post o
        where o.organ_id = p.organ_id and o.person_id = p.id
          and o.since <= ${on}::date and (o.until is null or o.until >= ${on}::date)), '[]') as posts
    from person p
      join membership m on m.organ_id = p.organ_id and m.person_id = p.id
        and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
      left join unit g on g.organ_id = m.organ_id and g.id = m.group_id
    where p.organ_id = (select acting_organ())
      and ${placed}.path >= ${key?.path ?? path} and ${placed}.path < ${`${path}~`}
      and m.status <> all (${GONE as string[]}::text[])
      ${named(name)} ${behind(placed, key)}
    order by ${placed}.path, p.name collate strokes, p.id
    limit ${limit + 1}`.execute(tx)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { members: page.map(asMember), next: last ? writeKey(last) : null }
}

/** The counts that quorums rest on: everyone on the roster, those with the right to vote, and by name those without it. */
export const basesOf = async (tx: Acting, path: string, on: string): Promise<Bases> => {
  const { rows } = await sql<{ status: Status; people: number; without: Bases['without'] | null }>`
    with standing as (
      select m.person_id, m.status, m.since, m.reason
      from membership m
      where m.organ_id = (select acting_organ()) and m.path >= ${path} and m.path < ${`${path}~`}
        and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
        and m.status <> all (${GONE as string[]}::text[]))
    select s.status, count(*)::int as people, (
        select json_agg(json_build_object('id', p.id, 'name', p.name, 'status', w.status, 'since', w.since, 'reason', w.reason)
          order by p.name collate strokes, p.id)
        from standing w join person p on p.organ_id = (select acting_organ()) and p.id = w.person_id
        where w.status = s.status and s.status <> 'full') as without
    from standing s
    group by s.status
    order by s.status`.execute(tx)
  const people = (...statuses: Status[]) =>
    rows.filter(({ status }) => statuses.includes(status)).reduce((sum, row) => sum + row.people, 0)
  return {
    members: rows.reduce((sum, row) => sum + row.people, 0),
    full: people('full', 'on-probation', 'suspended'),
    probationary: people('probationary'),
    voting: people('full'),
    without: rows.flatMap(({ without }) => without ?? []),
  }
}

/** What is kept of a person herself; undefined where there is none or it is not the reader's to see. */
export const personRow = (tx: Acting, person: string) =>
  tx
    .selectFrom('person as p')
    .leftJoin('personIdentity as i', (join) =>
      join.onRef('i.organId', '=', 'p.organId').onRef('i.personId', '=', 'p.id'),
    )
    .innerJoin('unit as u', (join) =>
      join.onRef('u.organId', '=', 'p.organId').onRef('u.id', '=', 'p.unitId'),
    )
    .selectAll('p')
    .select(['i.masked', 'u.path as unitPath', sql<boolean>`person_has_account(p.id)`.as('hasAccount')])
    .where('p.id', '=', person)
    .executeTakeFirst()
export type PersonRow = NonNullable<Awaited<ReturnType<typeof personRow>>>

/** Her statuses by date, the latest first. */
export const membershipsOf = async (tx: Acting, person: string): Promise<Membership[]> =>
  (await tx
    .selectFrom('membership as m')
    .innerJoin('unit as u', (join) =>
      join.onRef('u.organId', '=', 'm.organId').onRef('u.id', '=', 'm.unitId'),
    )
    .leftJoin('unit as g', (join) =>
      join.onRef('g.organId', '=', 'm.organId').onRef('g.id', '=', 'm.groupId'),
    )
    .select([
      'm.id',
      'm.unitId',
      'm.groupId',
      'm.status',
      'm.since',
      'm.until',
      'm.reason',
      'm.version',
      'u.name as unitName',
      'g.name as groupName',
    ])
    .where('m.personId', '=', person)
    .orderBy('m.since', 'desc')
    .execute()) as Membership[]

/** False when another hand changed the row since `version`. */
export const updatePerson = async (
  tx: Acting,
  person: string,
  version: number,
  fields: PersonFields,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', person)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The day of becoming a full member, where none is known yet. */
export const becameFull = async (tx: Acting, person: string, on: string): Promise<void> => {
  await tx
    .updateTable('person')
    .set({ fullOn: on, fullPrecision: 'day' })
    .where('id', '=', person)
    .where('fullOn', 'is', null)
    .execute()
}

/** Keeps the place where the person stands now in step with the membership of today. */
export const placePerson = async (tx: Acting, person: string, unit: string): Promise<void> => {
  await tx.updateTable('person').set({ unitId: unit }).where('id', '=', person).execute()
  await tx.updateTable('personIdentity').set({ unitId: unit }).where('personId', '=', person).execute()
}

export const insertPerson = async (
  tx: Acting,
  person: PersonFields & { unitId: string; joinedOn: string | null; fullOn: string | null },
) => (await tx.insertInto('person').values(person).returning('id').executeTakeFirstOrThrow()).id

type NewMembership = {
  personId: string
  unitId: string
  groupId: string | null
  status: Status
  since: string
  reason: string | null
}

export const insertMembership = async (tx: Acting, membership: NewMembership): Promise<void> => {
  await tx.insertInto('membership').values(membership).execute()
}

/** Ends the membership that runs on `until` + 1; false when another hand changed it since `version`. */
export const endMembership = async (tx: Acting, membership: Membership, until: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('membership')
    .set({ until, version: membership.version + 1 })
    .where('id', '=', membership.id)
    .where('version', '=', membership.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type Turn = { status: Status; unitId: string; groupId: string | null; since: string; reason: string | null }

/**
 * From `since` on the person has this status in this place; what she had ends the day before, and the day of becoming full is
 * kept where none is known. False when another hand changed her status since it was read. Whoever calls it forgets grants.
 */
export const turnMembership = async (
  tx: Acting,
  person: string,
  current: Membership,
  turn: Turn,
): Promise<boolean> => {
  const until = day(turn.since).subtract({ days: 1 }).toString()
  if (!(await endMembership(tx, current, until))) return false
  await insertMembership(tx, { personId: person, ...turn })
  if (current.status === 'probationary' && turn.status === 'full') await becameFull(tx, person, turn.since)
  await placePerson(tx, person, turn.groupId ?? turn.unitId)
  return true
}

type PersonFields = {
  name: string
  initials: string
  sex: 'female' | 'male' | null
  phone: string | null
  ethnicity?: string | null
  education?: string | null
  nativePlace?: string | null
  occupation?: string | null
  remark?: string | null
}

type Precision = 'day' | 'month'
type Row = Omit<Member, 'joined' | 'becameFull'> & {
  path: string
  joinedOn: string | null
  joinedPrecision: Precision
  fullOn: string | null
  fullPrecision: Precision
}

const asMember = ({ path: _, joinedOn, joinedPrecision, fullOn, fullPrecision, ...row }: Row): Member => ({
  ...row,
  joined: dated(joinedOn, joinedPrecision),
  becameFull: dated(fullOn, fullPrecision),
})

export const dated = (on: string | null, precision: Precision) => (on === null ? null : { on, precision })

// The key of keyset paging: unit path, name, id; a space parts them since none of the first two's ends can hold one.
const NOBODY = '00000000-0000-0000-0000-000000000000'
const writeKey = ({ path, name, id }: Row): string => [path, id, name].join(' ')
// A key of another unit starts this one from its beginning.
const readKey = (after: string, within: string) => {
  const [path = '', id = NOBODY, ...name] = after.split(' ')
  return {
    path: path.startsWith(within) ? path : within,
    id: /^[0-9a-f-]{36}$/.test(id) ? id : NOBODY,
    name: name.join(' '),
  }
}

const behind = (placed: RawBuilder<unknown>, key: ReturnType<typeof readKey> | undefined) =>
  key === undefined
    ? sql``
    : sql`and (${placed}.path > ${key.path}
        or (p.name collate strokes, p.id) > (${key.name} collate strokes, ${key.id}::uuid))`

const named = (words: string | undefined) => {
  if (!words) return sql``
  const escaped = words.replace(/[\\%_]/g, '\\$&')
  return sql`and (p.name like ${`%${escaped}%`} or p.initials like ${`${escaped.toLowerCase()}%`})`
}
