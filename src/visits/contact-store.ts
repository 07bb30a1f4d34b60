import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { ContactPoint } from './contact-contract.ts'
import type { PointKind } from './kinds.ts'

/** The names of all contact points, by id. */
export const pointNames = async (tx: Acting): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.selectFrom('contactPoint').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export type KeptPoint = Omit<ContactPoint, 'quietSince'>

/** The contact points by name, with who keeps contact and when somebody was last there; one statement. */
export const contactPoints = async (
  tx: Acting,
  { ended, only }: { ended: boolean; only?: string },
): Promise<KeptPoint[]> => {
  const { rows } = await sql<KeptPoint>`
    select p.id, p.name, p.kind, p.area, p.since, p.until, p.version, d.last_on, d.next_on,
      (select coalesce(json_agg(json_build_object('id', l.id, 'personId', l.person_id, 'personName', l.person_name,
          'since', l.since, 'until', l.until, 'version', l.version) order by l.since, l.person_name collate strokes, l.id), '[]')
        from contact_link l where l.organ_id = p.organ_id and l.point_id = p.id) as links
    from contact_point p left join contact_days() d on d.point_id = p.id
    where p.organ_id = (select acting_organ()) and (${ended} or p.until is null)
      and (${only ?? null}::uuid is null or p.id = ${only ?? null}::uuid)
    order by p.name collate strokes, p.id
    limit 1000`.execute(tx)
  return rows
}

export type NewPoint = { name: string; kind: PointKind; area: string | null; since: string }

export const insertPoint = async (tx: Acting, point: NewPoint): Promise<string> =>
  (await tx.insertInto('contactPoint').values(point).returning('id').executeTakeFirstOrThrow()).id

export const changePoint = async (
  tx: Acting,
  id: string,
  version: number,
  change: Partial<NewPoint> & { until?: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('contactPoint')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type NewLink = {
  pointId: string
  personId: string
  personName: string
  since: string
  until: string | null
}

export const insertLink = async (tx: Acting, link: NewLink): Promise<string> =>
  (await tx.insertInto('contactLink').values(link).returning('id').executeTakeFirstOrThrow()).id

/** Who keeps contact, where and since when; undefined where there is no such link. */
export const linkOf = (tx: Acting, id: string) =>
  tx
    .selectFrom('contactLink')
    .select(['id', 'pointId', 'since', 'until'])
    .where('id', '=', id)
    .executeTakeFirst()

export const endLink = async (tx: Acting, id: string, version: number, until: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('contactLink')
    .set({ until, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** With a point its links end, those at the latest that run beyond the day. */
export const endLinks = async (tx: Acting, point: string, until: string): Promise<void> => {
  await tx
    .updateTable('contactLink')
    .set((link) => ({ until, version: link('version', '+', 1) }))
    .where('pointId', '=', point)
    .where((link) => link.or([link('until', 'is', null), link('until', '>', until)]))
    .execute()
}
