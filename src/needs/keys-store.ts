import type { Pool } from 'pg'

/** The pool of the role `owner`: keys are wrapped anew for every organ of the database. */
export type Owner = Pool

/** A sealed matter's own key, as it lies wrapped. */
export type Wrapped = { organId: string; needId: string; cipher: Buffer }

const COLUMNS = 'organ_id as "organId", need_id as "needId", cipher'

/** Keys that are not wrapped by this outer key, after the last one seen. */
export const wrappedByOthers = async (
  owner: Owner,
  key: number,
  { organId, needId }: Pick<Wrapped, 'organId' | 'needId'>,
  limit: number,
): Promise<Wrapped[]> => {
  const { rows } = await owner.query<Wrapped>(
    `select ${COLUMNS} from sealed_case
     where get_byte(cipher, 0) <> $1 and (organ_id, need_id) > ($2::uuid, $3::uuid)
     order by organ_id, need_id limit $4`,
    [key, organId, needId, limit],
  )
  return rows
}

/** Puts the new wrapping in place of the old, where nobody else did meanwhile. Gives how many it put. */
export const exchange = async (
  owner: Owner,
  keys: readonly (Wrapped & { renewed: Buffer })[],
): Promise<number> => {
  const { rowCount } = await owner.query(
    `update sealed_case s set cipher = k.renewed
     from unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[]) as k (organ_id, need_id, cipher, renewed)
     where s.organ_id = k.organ_id and s.need_id = k.need_id and s.cipher = k.cipher`,
    [
      keys.map(({ organId }) => organId),
      keys.map(({ needId }) => needId),
      keys.map(({ cipher }) => cipher),
      keys.map(({ renewed }) => renewed),
    ],
  )
  return rowCount ?? 0
}

/** One wrapped key for each outer key that is in use. */
export const sampleOfEach = async (owner: Owner): Promise<Wrapped[]> => {
  const { rows } = await owner.query<Wrapped>(
    `select distinct on (get_byte(cipher, 0)) ${COLUMNS} from sealed_case order by get_byte(cipher, 0)`,
  )
  return rows
}

/** Works while no sealed matter is begun or wrapped anew; what was under way has ended. */
export const whileStill = async <T>(owner: Owner, work: (inUse: readonly number[]) => T): Promise<T> => {
  const connection = await owner.connect()
  try {
    await connection.query('begin')
    await connection.query('lock table sealed_case in share row exclusive mode')
    const { rows } = await connection.query<{ key: number }>(
      'select distinct get_byte(cipher, 0) as key from sealed_case',
    )
    return work(rows.map(({ key }) => key))
  } finally {
    await connection.query('rollback')
    connection.release()
  }
}
