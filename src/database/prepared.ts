import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'

// Planning a query under row security takes longer than running it. A statement that comes again is therefore prepared under
// a name on each connection, and PostgreSQL keeps its plan.
const AGAIN = 3
const MOST_NAMES = 500

/** The same pool, on which statements that recur are prepared once a connection. */
export const preparing = (pool: Pool): PostgresPool => {
  const asked = new Map<string, number>()
  const names = new Map<string, string>()

  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known || names.size >= MOST_NAMES) return known
    const times = (asked.get(text) ?? 0) + 1
    if (asked.size > MOST_NAMES * 4) asked.clear()
    asked.set(text, times)
    if (times < AGAIN) return undefined
    const name = createHash('sha1').update(text).digest('hex')
    names.set(text, name)
    return name
  }

  const named = (client: PoolClient): PostgresPoolClient =>
    ({
      query: (first: unknown, values?: unknown[]) => {
        if (typeof first !== 'string') return client.query(first as never)
        const name = values && values.length > 0 ? nameOf(first) : undefined
        return client.query({ text: first, ...(values && { values }), ...(name && { name }) })
      },
      release: () => client.release(),
    }) as unknown as PostgresPoolClient

  return { connect: async () => named(await pool.connect()), end: () => pool.end(), options: {} }
}
