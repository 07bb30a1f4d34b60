import { sql } from 'kysely'
import type { Acting, Database } from '../database/acting.ts'
import type { CalendarMeeting } from './feed.ts'

/** Whose feed a secret opens; asked before anyone acts, so it gives ids and nothing else. */
export const feedBehind = async (database: Database, digest: Uint8Array) => {
  const { rows } = await sql<{ organId: string; personId: string; feedId: string }>`
    select * from feed_behind(${Buffer.from(digest)})`.execute(database)
  return rows[0]
}

export const openFeedOf = (tx: Acting, person: string) =>
  tx
    .selectFrom('feed')
    .select(['id', 'madeAt'])
    .where('personId', '=', person)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()

/** Closes whatever feed the person has open; how many there were. */
export const closeFeedOf = async (tx: Acting, person: string): Promise<number> => {
  const { numUpdatedRows } = await tx
    .updateTable('feed')
    .set((row) => ({ revokedAt: sql`now()`, version: row('version', '+', 1) }))
    .where('personId', '=', person)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export const insertFeed = (tx: Acting, personId: string, digest: Uint8Array) =>
  tx
    .insertInto('feed')
    .values({ personId, tokenDigest: Buffer.from(digest) })
    .execute()

/** The meetings between two days that the reader may see; others get their entry with the notice. */
export const calendarMeetings = async (tx: Acting, from: string, to: string): Promise<CalendarMeeting[]> => {
  const { rows } = await sql<CalendarMeeting>`
    select m.id, m.title, u.name as unit_name, m.held_on, m.starts_at, m.ends_at, m.place,
      m.stage = 'cancelled' as cancelled, m.sequence, greatest(m.made_at, m.notice_sent_at) as changed_at
    from meeting m join unit u on u.organ_id = m.organ_id and u.id = m.unit_id
    where m.organ_id = (select acting_organ()) and m.held_on between ${from}::date and ${to}::date
    order by m.held_on, m.starts_at limit 500`.execute(tx)
  return rows
}
