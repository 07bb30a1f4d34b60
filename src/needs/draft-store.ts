import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

/** Of these ids, the matters that are entered already, as far as the reader may see them. */
export const knownNeeds = async (tx: Acting, ids: readonly string[]) => {
  const rows = await tx
    .selectFrom('need')
    .select(['id', 'year', 'number'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Of these visits, those that there are and that the reader may see. */
export const knownVisits = async (tx: Acting, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await tx
    .selectFrom('visit')
    .select('id')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
