import type { Acting } from '../database/acting.ts'

/** Someone's name, as far as the actor may look her up. */
export const nameOf = async (tx: Acting, person: string): Promise<string | null> =>
  (await tx.selectFrom('person').select('name').where('id', '=', person).executeTakeFirst())?.name ?? null

/** The names of those of these people whom the actor may look up, by id; nobody is asked for where nobody is named. */
export const namesOf = async (
  tx: Acting,
  people: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(people.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await tx.selectFrom('person').select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
