import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Result } from './facts.ts'

type NewResult = Pick<Result, 'personId' | 'name' | 'ordinal' | 'memberRoundId' | 'headRoundId' | 'head'>

export const insertResults = async (
  tx: Acting,
  of: { electionId: string; unitId: string },
  results: readonly NewResult[],
): Promise<void> => {
  if (results.length > 0)
    await tx
      .insertInto('electionResult')
      .values(results.map((each) => ({ ...of, ...each })))
      .execute()
}

/** Puts the elected in order: one statement for all, those that stand elsewhere by now. */
export const orderResults = async (
  tx: Acting,
  places: readonly { id: string; ordinal: number }[],
): Promise<void> => {
  if (places.length > 0)
    await sql`update election_result r set ordinal = p.ordinal, version = r.version + 1
      from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p (id uuid, ordinal int)
      where r.organ_id = (select acting_organ()) and r.id = p.id and r.ordinal <> p.ordinal`.execute(tx)
}

export const setHead = (tx: Acting, id: string, head: string, headRoundId: string) =>
  tx
    .updateTable('electionResult')
    .set({ head, headRoundId, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()

/** Undoes what a round elected: rows of its own go, heads of others' rows are unset. */
export const withdrawResults = async (tx: Acting, roundId: string): Promise<void> => {
  await tx
    .updateTable('electionResult')
    .set({ head: null, headRoundId: null, version: sql`version + 1` })
    .where('headRoundId', '=', roundId)
    .where('memberRoundId', 'is not', null)
    .execute()
  await tx
    .deleteFrom('electionResult')
    .where((its) => its.or([its('memberRoundId', '=', roundId), its('headRoundId', '=', roundId)]))
    .execute()
}

export const setElectedOn = (tx: Acting, electionId: string, electedOn: string | null) =>
  tx.updateTable('election').set({ electedOn }).where('id', '=', electionId).execute()
