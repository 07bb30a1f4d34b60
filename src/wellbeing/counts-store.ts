import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Counted } from './patterns.ts'
import type { ToldCount } from './told.ts'

/** By a function of the database that sees the needs and gives their numbers alone. */
export const countsOf = async (tx: Acting, year: number, until: string): Promise<Counted[]> => {
  const { rows } = await sql<Counted>`
    select feature, entry, quarter, count from need_counts(${year}, ${until}::date)
    order by feature, entry, quarter`.execute(tx)
  return rows
}

export const toldCountsOf = async (tx: Acting, year: number, until: string): Promise<ToldCount[]> => {
  const { rows } = await sql<ToldCount>`
    select feature, entry, asked, answered, solved, partly_solved, satisfied, fairly_satisfied
    from told_answers(${year}, ${until}::date)
    order by feature, entry`.execute(tx)
  return rows
}
