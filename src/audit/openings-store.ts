import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

/** One look into sensitive text: whose it is, which record, and what for, in the reader's own choice of words. */
export type NewOpening = {
  aboutId: string
  recordKind: string
  recordId: string
  purpose: string
}

/** Writes down that the one who acts opened these texts, in the transaction that reads them. */
export const recordOpenings = async (tx: Acting, openings: readonly NewOpening[]): Promise<void> => {
  if (openings.length === 0) return
  const columns = ['aboutId', 'recordKind', 'recordId', 'purpose'] as const
  const [about, kind, record, purpose] = columns.map((column) => openings.map((each) => each[column]))
  await sql`
    insert into opening (reader_name, about_id, record_kind, record_id, purpose)
    select coalesce((select name from person
      where organ_id = (select acting_organ()) and id = (select acting_person())), '未知'), o.*
    from unnest(${about}::uuid[], ${kind}::text[], ${record}::uuid[], ${purpose}::text[]) o`.execute(tx)
}

/** The latest openings of texts about the person, by others. */
export const openingsAbout = (tx: Acting, person: string, limit: number) =>
  tx
    .selectFrom('opening')
    .select(['id', 'readerName', 'recordKind', 'purpose', 'at'])
    .where('aboutId', '=', person)
    .where('readerId', '<>', person)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
