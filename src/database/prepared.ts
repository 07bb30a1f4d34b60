import type { Pool, PoolClient } from 'pg'

// Enough for every statement the product has; texts beyond, such as lists of many lengths, are planned each time.
const MOST = 400

const names = new Map<string, string>()

/**
 * Lets every connection of the pool plan each statement once: with row security on, planning costs as much as running. A
 * statement's name follows from its text, so all connections agree on it.
 */
export const preparing = (pool: Pool): Pool => pool.on('connect', prepare)

const prepare = (client: PoolClient): void => {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  const named = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined
    return name === undefined ? query(text, values, ...rest) : query({ name, text, values }, ...rest)
  }
  client.query = named as PoolClient['query']
}

const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}
