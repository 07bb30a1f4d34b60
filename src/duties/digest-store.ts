import { sql } from 'kysely'
import type { Acting, Database } from '../database/acting.ts'

/** Those who asked for a digest and have not had this week's; ids only, since nobody acts yet. */
export const digestsOwed = async (database: Database, week: string) => {
  const { rows } = await sql<{ organId: string; personId: string }>`
    select * from digests_owed(${week}::date)`.execute(database)
  return rows
}

export const subscriptionOf = (tx: Acting, person: string) =>
  tx
    .selectFrom('digestSubscription')
    .select(['address', 'sentFor', 'version'])
    .where('personId', '=', person)
    .executeTakeFirst()

export const subscribe = (tx: Acting, personId: string, address: string) =>
  tx
    .insertInto('digestSubscription')
    .values({ personId, address })
    .onConflict((conflict) =>
      conflict.columns(['organId', 'personId']).doUpdateSet((row) => ({
        address,
        version: row('digestSubscription.version', '+', 1),
      })),
    )
    .execute()

export const unsubscribe = (tx: Acting, person: string) =>
  tx.deleteFrom('digestSubscription').where('personId', '=', person).execute()

/** Takes this week's digest for sending; null where another process took it, or it was sent. */
export const claimDigest = async (tx: Acting, person: string, week: string): Promise<string | null> => {
  const row = await tx
    .updateTable('digestSubscription')
    .set((row) => ({ sentFor: week, version: row('version', '+', 1) }))
    .where('personId', '=', person)
    .where((where) => where.or([where('sentFor', 'is', null), where('sentFor', '<', week)]))
    .returning('address')
    .executeTakeFirst()
  return row?.address ?? null
}
