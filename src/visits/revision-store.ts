import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

export type NewRevision = {
  id: string
  visitId: string
  version: number
  madeByName: string
  content: Buffer
}

export const insertRevisions = async (tx: Acting, revisions: readonly NewRevision[]): Promise<void> => {
  if (revisions.length > 0)
    await tx
      .insertInto('visitRevision')
      .values([...revisions])
      .execute()
}

/** Takes away what was kept of earlier versions: for her who wants nothing of it kept. */
export const forgetRevisions = async (tx: Acting, visit: string): Promise<void> => {
  await tx.deleteFrom('visitRevision').where('visitId', '=', visit).execute()
}

export type KeptRevision = {
  id: string
  visitId: string
  version: number
  madeByName: string
  madeAt: string
  content: Buffer
}

/** Of these visits the first revision as held and the latest, and whether any of these ids is a revision of them. */
export const revisionsOf = async (tx: Acting, visits: readonly string[], ids: readonly string[]) => {
  const { rows } = await sql<KeptRevision>`
    select r.id, r.visit_id, r.version, r.made_by_name, r.made_at, r.content
    from visit_revision r
    where r.organ_id = (select acting_organ()) and r.visit_id = any(${[...visits]}::uuid[]) and (
      r.id = any(${[...ids]}::uuid[])
      or r.version = (select min(f.version) from visit_revision f where f.organ_id = r.organ_id and f.visit_id = r.visit_id)
      or r.version = (select max(l.version) from visit_revision l where l.organ_id = r.organ_id and l.visit_id = r.visit_id))
    order by r.visit_id, r.version`.execute(tx)
  return rows
}
