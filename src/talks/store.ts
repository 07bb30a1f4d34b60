import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { TalkLine } from './contract.ts'
import type { Kind, Withdrawn } from './kinds.ts'

/** Someone of a branch on a day, with her posts in it. */
export type InCircle = {
  id: string
  name: string
  initials: string
  status: string
  groupName: string | null
  posts: string[]
}

/** The people of the branch on the day, by strokes; nobody where the reader neither belongs to it nor sees its talks. */
export const circleOf = async (tx: Acting, branch: string, on: string): Promise<InCircle[]> => {
  const { rows } = await sql<InCircle>`
    select c.id, c.name, c.initials, c.status, c.group_name, c.posts
    from talk_circle(${branch}::uuid, ${on}::date) c`.execute(tx)
  return rows
}

/** The branch that the one who acts belongs to on the day. */
export const ownBranch = async (tx: Acting, on: string) => {
  const { rows } = await sql<{ id: string; name: string; path: string }>`
    select u.id, u.name, u.path
    from membership m join unit u on u.organ_id = m.organ_id and u.id = m.unit_id
    where m.organ_id = (select acting_organ()) and m.person_id = (select acting_person())
      and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
      and m.status not in ('transferred-out', 'left', 'stopped')`.execute(tx)
  return rows[0]
}

const LINE = sql`t.id, t.talker_id, t.partner_id, t.kind, t.stage, t.planned_by, t.held_on, t.recorded_on, t.version,
  coalesce(a.name, '（已不在名册）') as talker_name, coalesce(b.name, '（已不在名册）') as partner_name`

/** The talks of a branch that are planned for the year or were held in it, the earliest first. */
export const talksOf = async (tx: Acting, branch: string, year: number): Promise<TalkLine[]> => {
  const { rows } = await sql<TalkLine>`
    select ${LINE}
    from talk t
      left join person a on a.organ_id = t.organ_id and a.id = t.talker_id
      left join person b on b.organ_id = t.organ_id and b.id = t.partner_id
    where t.organ_id = (select acting_organ()) and t.unit_id = ${branch}::uuid and t.stage <> 'withdrawn'
      and coalesce(t.held_on, t.planned_by) between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    order by coalesce(t.held_on, t.planned_by), t.id`.execute(tx)
  return rows
}

/** One's own talks since a day, the latest first; names as the branch had them. */
export const ownTalks = async (tx: Acting, since: string): Promise<TalkLine[]> => {
  const { rows } = await sql<TalkLine>`
    select ${LINE}
    from talk t
      left join lateral (select c.name from talk_circle(t.unit_id, coalesce(t.held_on, t.recorded_on, t.planned_by)) c
        where c.id = t.talker_id) a on true
      left join lateral (select c.name from talk_circle(t.unit_id, coalesce(t.held_on, t.recorded_on, t.planned_by)) c
        where c.id = t.partner_id) b on true
    where t.organ_id = (select acting_organ()) and (select acting_person()) in (t.talker_id, t.partner_id)
      and t.stage <> 'withdrawn' and coalesce(t.held_on, t.planned_by) >= ${since}::date
    order by t.stage = 'held', coalesce(t.held_on, t.planned_by) desc, t.id`.execute(tx)
  return rows
}

export type TalkRow = TalkLine & {
  unitId: string
  unitName: string
  path: string
  place: string | null
  recordedBy: string | null
}

/** A talk that stands, with the names of its day; undefined where there is none or it is not the reader's to see. */
export const talkOf = async (tx: Acting, id: string): Promise<TalkRow | undefined> => {
  const { rows } = await sql<TalkRow>`
    select ${LINE}, t.unit_id, u.name as unit_name, u.path, t.place, t.recorded_by
    from talk t join unit u on u.organ_id = t.organ_id and u.id = t.unit_id
      left join lateral (select c.name from talk_circle(t.unit_id, coalesce(t.held_on, t.planned_by)) c
        where c.id = t.talker_id) a on true
      left join lateral (select c.name from talk_circle(t.unit_id, coalesce(t.held_on, t.planned_by)) c
        where c.id = t.partner_id) b on true
    where t.organ_id = (select acting_organ()) and t.id = ${id}::uuid and t.stage <> 'withdrawn'`.execute(tx)
  return rows[0]
}

export type NewTalk = { talkerId: string; partnerId: string; kind: Kind }

/** Plans talks; two for whom one is planned already keep that. Says how many are new. */
export const insertPlanned = async (
  tx: Acting,
  unitId: string,
  talks: readonly NewTalk[],
  plannedBy: string,
): Promise<number> => {
  const rows = await tx
    .insertInto('talk')
    .values(talks.map((talk) => ({ ...talk, unitId, stage: 'planned', plannedBy })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return rows.length
}

export type HeldTalk = NewTalk & { id: string }
type Held = { heldOn: string; place: string | null; recordedOn: string; recordedBy: string }

/** The planned talks of a branch, by their two. */
export const plannedOf = (tx: Acting, unitId: string) =>
  tx
    .selectFrom('talk')
    .select(['id', 'talkerId', 'partnerId'])
    .where('unitId', '=', unitId)
    .where('stage', '=', 'planned')
    .execute()

/** Marks these planned talks as held, in one statement. */
export const holdAll = async (tx: Acting, talks: readonly HeldTalk[], held: Held): Promise<void> => {
  if (talks.length === 0) return
  await sql`
    update talk t set stage = 'held', kind = n.kind, held_on = ${held.heldOn}::date, place = ${held.place},
      recorded_on = ${held.recordedOn}::date, recorded_by = ${held.recordedBy}::uuid, version = t.version + 1
    from unnest(${talks.map(({ id }) => id)}::uuid[], ${talks.map(({ kind }) => kind)}::text[]) n (id, kind)
    where t.organ_id = (select acting_organ()) and t.id = n.id and t.stage = 'planned'`.execute(tx)
}

export const insertHeld = async (
  tx: Acting,
  unitId: string,
  talks: readonly NewTalk[],
  held: Held,
): Promise<HeldTalk[]> => {
  if (talks.length === 0) return []
  const rows = talks.map((talk) => ({ ...talk, id: crypto.randomUUID() }))
  await tx
    .insertInto('talk')
    .values(rows.map((row) => ({ ...row, unitId, stage: 'held', ...held })))
    .execute()
  return rows
}

/** Of these pairs, those that talked on the day already. */
export const sameDay = async (tx: Acting, unitId: string, heldOn: string) =>
  tx
    .selectFrom('talk')
    .select(['talkerId', 'partnerId'])
    .where('unitId', '=', unitId)
    .where('stage', '=', 'held')
    .where('heldOn', '=', heldOn)
    .execute()

export const hasNote = async (tx: Acting, talk: string): Promise<boolean> => {
  const { rows } = await sql<{ has: boolean }>`select talk_has_note(${talk}::uuid) as has`.execute(tx)
  return rows[0]?.has === true
}

/** False where it was changed since `version` was read. Its texts go with it. */
export const withdrawRow = async (
  tx: Acting,
  id: string,
  because: Withdrawn,
  version: number,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('talk')
    .set({ stage: 'withdrawn', withdrawnBecause: because, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('stage', '<>', 'withdrawn')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
