import { type RawBuilder, sql } from 'kysely'
import type { Acting } from './acting.ts'

export type Reads = Record<string, RawBuilder<unknown>>

export type Rows<Of extends Reads> = {
  [Name in keyof Of]: Of[Name] extends RawBuilder<infer Row> ? Row[] : never
}

/**
 * Several reads in one statement, each row by row in its own order: a page that gathers from many tables asks the server once.
 * Days come as `2026-11-22` and numbers as numbers, as from single reads; bytes and large numbers do not pass this way.
 */
export const together = async <Of extends Reads>(tx: Acting, reads: Of): Promise<Rows<Of>> => {
  const names = Object.keys(reads)
  const columns = names.map(
    (name, at) =>
      sql`(select coalesce(json_agg(row_to_json(r)), '[]') from (${reads[name]!}) r) as ${sql.ref(`read${at}`)}`,
  )
  const { rows } = await sql<Record<string, Row[]>>`select ${sql.join(columns)}`.execute(tx)
  const read = rows[0] ?? {}
  return Object.fromEntries(names.map((name, at) => [name, (read[`read${at}`] ?? []).map(camel)])) as Rows<Of>
}

type Row = Record<string, unknown>

// Inside a JSON value the columns keep the database's spelling.
const camel = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [spelled(name), value]))

const SPELLED = new Map<string, string>()
const spelled = (name: string): string => {
  const known = SPELLED.get(name)
  if (known !== undefined) return known
  const camelled = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  SPELLED.set(name, camelled)
  return camelled
}
