import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { type Pool, types } from 'pg'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import { preparing } from './prepared.ts'
import type { DB } from './tables.ts'

export type Database = Kysely<DB>
export type Acting = Transaction<DB>

/** Who acts, in which organ, doing what. `may` holds path prefixes by permission; see src/access/access.ts. */
export type Actor = {
  organ: string
  person: string | null
  operation: string
  may: Readonly<Partial<Record<string, readonly string[]>>>
}

// Days and times of day stay text: a JS Date would turn them into instants. Counts of bigint are safe integers here.
const asText = (value: string) => value
types.setTypeParser(types.builtins.DATE, asText)
types.setTypeParser(types.builtins.TIME, asText)
types.setTypeParser(types.builtins.INT8, Number)

/** A pool that logs in as the role `app`, which owns nothing and cannot pass by row security. */
export const databaseOf = (pool: Pool): Database =>
  new Kysely<DB>({
    dialect: new PostgresDialect({ pool: preparing(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })

class RolledBack extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/**
 * The one door to the database: a transaction in which row security and the audit trail know who acts.
 * A refusal rolls back just as an exception does, so nothing is ever half written.
 */
export const acting = async <T>(
  database: Database,
  actor: Actor,
  work: (tx: Acting) => Promise<T>,
): Promise<T | Refusal> => {
  try {
    return await database.transaction().execute(async (tx) => {
      await sql`select set_config('zhixing.organ', ${actor.organ}, true),
        set_config('zhixing.person', ${actor.person ?? ''}, true),
        set_config('zhixing.operation', ${actor.operation}, true),
        set_config('zhixing.may', ${JSON.stringify(actor.may)}, true)`.execute(tx)
      const outcome = await work(tx)
      if (isRefusal(outcome)) throw new RolledBack(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal
    throw error
  }
}
