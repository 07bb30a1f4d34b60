import type { Acting } from '../database/acting.ts'

/** The people of that very name in a unit and below it. */
export const namedWithin = async (tx: Acting, path: string, name: string): Promise<{ id: string }[]> =>
  tx
    .selectFrom('person')
    .select('id')
    .where('name', '=', name)
    .where('path', '>=', path)
    .where('path', '<', `${path}~`)
    .limit(5)
    .execute()
