import type { Pool } from 'pg'

/** A unit as the command line finds it, with the organ it belongs to. */
export type LocalUnit = { organId: string; organName: string; id: string; name: string; path: string }

/**
 * The units of that name in all organs of the database, dissolved ones last. Asked as the owner: the person at the machine
 * who holds the data folder belongs to no organ yet.
 */
export const unitsNamed = async (owner: Pool, name: string): Promise<LocalUnit[]> => {
  const { rows } = await owner.query<LocalUnit>(
    `select u.organ_id as "organId", o.name as "organName", u.id, u.name, u.path
     from unit u join organ o on o.organ_id = u.organ_id
     where u.name = $1 order by u.dissolved_on nulls first, u.path`,
    [name],
  )
  return rows
}

/** Names to offer where none fitted, at most twelve. */
export const someUnitNames = async (owner: Pool): Promise<string[]> => {
  const { rows } = await owner.query<{ name: string }>(
    'select distinct name from unit where dissolved_on is null order by name limit 12',
  )
  return rows.map(({ name }) => name)
}
