import type { Acting } from '../database/acting.ts'

/** The names of all contact points, by id. */
export const pointNames = async (tx: Acting): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.selectFrom('contactPoint').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
