import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { escapeLiteral, type Pool, types } from 'pg'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import { preparing } from './prepared.ts'
import type { DB } from './tables.ts'

export type Database = Kysely<DB>
export type Acting = Transaction<DB>

/** Who acts, in which organ, doing what. `may` holds path prefixes by permission; see src/kernel/access.ts. */
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

/**
 * The one door to the database: a transaction in which row security and the audit trail know who acts.
 * A refusal rolls back just as an exception does, so nothing is ever half written.
 */
export const acting = <T>(
  database: Database,
  actor: Actor,
  work: (tx: Acting) => Promise<T>,
): Promise<T | Refusal> =>
  database.connection().execute(async (connection) => {
    await sql.raw(opening(actor)).execute(connection)
    try {
      const outcome = await work(connection as Acting)
      await sql.raw(isRefusal(outcome) ? 'rollback' : 'commit').execute(connection)
      return outcome
    } catch (error) {
      // Where the connection itself is gone, there is nothing left to roll back.
      await sql
        .raw('rollback')
        .execute(connection)
        .catch(() => {})
      throw error
    }
  })

// One message to the server rather than three: this stands before every request. Planning anew for each set of parameters
// would cost more than the plans differ, since every look-up starts from an organ, a path or a key.
const opening = ({ organ, person, operation, may }: Actor): string =>
  `begin; set local plan_cache_mode = force_generic_plan; select set_config('zhixing.organ', ${escapeLiteral(organ)}, true),
    set_config('zhixing.person', ${escapeLiteral(person ?? '')}, true),
    set_config('zhixing.operation', ${escapeLiteral(operation)}, true)${grants(may)}`

// A setting for each permission, as PostgreSQL writes arrays: policies read theirs without taking anything apart.
const grants = (may: Actor['may']): string =>
  Object.entries(may)
    .filter(([, paths]) => paths && paths.length > 0)
    .map(
      ([name, paths]) =>
        `, set_config(${escapeLiteral(`zhixing.${name}`)}, ${escapeLiteral(`{${paths?.join(',')}}`)}, true)`,
    )
    .join('')
