import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { VisitLine } from './contract.ts'
import type { Stage, Withdrawal } from './kinds.ts'
import type { KeptPromise, KeptVisit, NewVisit, NewVisitor } from './visit.ts'

type Raw = Omit<KeptVisit, 'promises'> & { promises: (Omit<KeptPromise, 'content'> & { content: string })[] }

const VISITORS = `(select coalesce(json_agg(json_build_object('id', c.person_id, 'name', c.person_name)
      order by c.person_name collate strokes, c.person_id), '[]')
    from visit_visitor c where c.organ_id = v.organ_id and c.visit_id = v.id)`

/** Visits whole, in one statement, by id; those that the reader may not see are not among them. */
export const visitsByIds = async (
  tx: Acting,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KeptVisit>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Raw>`
    select v.id, v.stage, v.planned_on, v.held_on, v.point_id, p.name as point_name, v.place, v.consent, v.content,
      v.recorded_by, v.recorded_by_name, v.recorded_on, v.withdrawn_because, v.version,
      ${sql.raw(VISITORS)} as visitors,
      (select coalesce(json_agg(json_build_object('id', c.id, 'content', encode(c.content, 'base64'), 'dueOn', c.due_on,
          'ownerId', c.owner_id, 'ownerName', c.owner_name, 'doneOn', c.done_on, 'toldOn', c.told_on, 'version', c.version)
          order by c.due_on nulls last, c.id), '[]')
        from visit_promise c where c.organ_id = v.organ_id and c.visit_id = v.id) as promises
    from visit v left join contact_point p on p.organ_id = v.organ_id and p.id = v.point_id
    where v.organ_id = (select acting_organ()) and v.id = any(${[...ids]}::uuid[])`.execute(tx)
  // Inside a JSON value bytes come as text.
  const kept = rows.map((row) => ({
    ...row,
    promises: row.promises.map((each) => ({ ...each, content: Buffer.from(each.content, 'base64') })),
  }))
  return new Map(kept.map((visit) => [visit.id, visit]))
}

export type Listing = {
  /** Only those that this person made or recorded. */
  person: string | null
  stage: Stage | null
  point: string | null
  /** The last line of the page before: its day and id. */
  after: { on: string; id: string } | null
  limit: number
}

/** Visits by day, the latest first; one more than asked for shows that there is a next page. */
export const visitLines = async (tx: Acting, { person, stage, point, after, limit }: Listing) => {
  const { rows } = await sql<VisitLine & { onDay: string }>`
    select v.id, v.stage, v.planned_on, v.held_on, v.point_id, coalesce(p.name, v.place) as "where",
      coalesce(v.held_on, v.planned_on) as on_day,
      ${sql.raw(VISITORS)} as visitors,
      (select count(*)::int from visit_promise c
        where c.organ_id = v.organ_id and c.visit_id = v.id and c.told_on is null) as promises_open
    from visit v left join contact_point p on p.organ_id = v.organ_id and p.id = v.point_id
    where v.organ_id = (select acting_organ())
      and (${stage}::text is null and v.stage <> 'withdrawn' or v.stage = ${stage})
      and (${point}::uuid is null or v.point_id = ${point}::uuid)
      and (${person}::uuid is null or v.recorded_by = ${person}::uuid or exists (
        select from visit_visitor c
        where c.organ_id = v.organ_id and c.visit_id = v.id and c.person_id = ${person}::uuid))
      and (${after?.on ?? null}::date is null
        or (coalesce(v.held_on, v.planned_on), v.id) < (${after?.on ?? null}::date, ${after?.id ?? null}::uuid))
    order by coalesce(v.held_on, v.planned_on) desc, v.id desc
    limit ${limit + 1}`.execute(tx)
  return rows
}

/** Enters visits in one statement; one whose id is known already is left as it is. The ids of the new ones. */
export const insertVisits = async (tx: Acting, visits: readonly NewVisit[]): Promise<Set<string>> => {
  if (visits.length === 0) return new Set()
  const rows = await tx
    .insertInto('visit')
    .values([...visits])
    .onConflict((clash) => clash.columns(['organId', 'id']).doNothing())
    .returning('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Changes a visit as it was at this version; false where somebody else was quicker. */
export const changeVisit = async (
  tx: Acting,
  id: string,
  version: number,
  change: Partial<Omit<NewVisit, 'id'>> & { recordedBy?: string; withdrawnBecause?: Withdrawal },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('visit')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const insertVisitors = async (tx: Acting, visitors: readonly NewVisitor[]): Promise<void> => {
  if (visitors.length === 0) return
  await tx
    .insertInto('visitVisitor')
    .values([...visitors])
    .onConflict((clash) => clash.columns(['organId', 'visitId', 'personId']).doNothing())
    .execute()
}

/** Takes from a visit the visitors that are not among those kept. */
export const removeVisitors = async (tx: Acting, visit: string, kept: readonly string[]): Promise<void> => {
  await tx.deleteFrom('visitVisitor').where('visitId', '=', visit).where('personId', 'not in', kept).execute()
}
