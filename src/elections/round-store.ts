import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Matter, Motion, Round } from './gathering.ts'
import type { RoundOutcome } from './round-outcome.ts'
import type { Standing } from './rounds.ts'

type Of = { electionId: string; unitId: string }
type NewRound = Pick<
  Round,
  'gatheringId' | 'role' | 'ordinal' | 'why' | 'seats' | 'entitled' | 'present' | 'issued' | 'form'
>

export const insertRound = async (
  tx: Acting,
  of: Of,
  round: NewRound,
  names: readonly Standing[],
): Promise<string> => {
  const { id } = await tx
    .insertInto('electionRound')
    .values({ ...of, ...round })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (names.length > 0)
    await tx
      .insertInto('electionName')
      .values(
        names.map(({ candidateId, personId, name }, at) => ({
          ...of,
          roundId: id,
          ordinal: at + 1,
          candidateId,
          personId,
          name,
        })),
      )
      .execute()
  return id
}

type Numbers = Partial<
  Pick<Round, 'entitled' | 'present' | 'printed' | 'issued' | 'spoiled' | 'returned' | 'void' | 'form'>
>

/** False where someone else changed the open round since `version` was read, or it is closed. */
export const changeRound = async (tx: Acting, id: string, version: number, numbers: Numbers) => {
  const { numUpdatedRows } = await tx
    .updateTable('electionRound')
    .set({ ...numbers, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type Sums = { id: string; approve: number | null; oppose: number | null; abstain: number | null }

/** Writes the sums of the names, those that changed. */
export const writeSums = async (tx: Acting, sums: readonly Sums[]): Promise<void> => {
  if (sums.length === 0) return
  await sql`update election_name n set approve = s.approve, oppose = s.oppose, abstain = s.abstain
    from jsonb_to_recordset(${JSON.stringify(sums)}::jsonb) as s (id uuid, approve int, oppose int, abstain int)
    where n.organ_id = (select acting_organ()) and n.id = s.id
      and (n.approve, n.oppose, n.abstain) is distinct from (s.approve, s.oppose, s.abstain)`.execute(tx)
}

export type WrittenIn = { personId: string | null; name: string; approve: number }

/** Puts those written in in the place of those before. */
export const replaceWrittenIn = async (
  tx: Acting,
  of: Of,
  roundId: string,
  from: number,
  people: readonly WrittenIn[],
): Promise<string[]> => {
  await tx.deleteFrom('electionName').where('roundId', '=', roundId).where('writtenIn', '=', true).execute()
  if (people.length === 0) return []
  const rows = await tx
    .insertInto('electionName')
    .values(people.map((each, at) => ({ ...of, roundId, ordinal: from + at, writtenIn: true, ...each })))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export const freezeRound = (
  tx: Acting,
  id: string,
  closed: { outcome: RoundOutcome; signedBy: readonly string[]; returned: number; void: number },
) =>
  tx
    .updateTable('electionRound')
    .set({
      outcome: JSON.stringify(closed.outcome),
      signedBy: [...closed.signedBy],
      returned: closed.returned,
      void: closed.void,
      closedAt: sql`now()`,
    })
    .where('id', '=', id)
    .execute()

/** A round taken back is counted on by its sums: its readings were destroyed when it was closed. */
export const unfreezeRound = (tx: Acting, id: string) =>
  tx
    .updateTable('electionRound')
    .set({ outcome: null, signedBy: [], closedAt: null, form: 'totals', version: sql`version + 1` })
    .where('id', '=', id)
    .execute()

export const removeRound = async (tx: Acting, id: string): Promise<void> => {
  await tx.deleteFrom('electionReading').where('roundId', '=', id).execute()
  await tx.deleteFrom('electionName').where('roundId', '=', id).execute()
  await tx.deleteFrom('electionRound').where('id', '=', id).execute()
}

export const destroyReadings = (tx: Acting, roundId: string) =>
  tx.deleteFrom('electionReading').where('roundId', '=', roundId).execute()

/** What the meeting voted on, once for each matter; said again it stands as said last. */
export const writeMotion = (tx: Acting, of: Of & { gatheringId: string }, motion: Motion) => {
  const { matter, ...votes } = motion
  return tx
    .insertInto('electionMotion')
    .values({ ...of, matter, ...votes })
    .onConflict((same) => same.columns(['organId', 'gatheringId', 'matter']).doUpdateSet(votes))
    .execute()
}

export const removeMotion = (tx: Acting, gatheringId: string, matter: Matter) =>
  tx
    .deleteFrom('electionMotion')
    .where('gatheringId', '=', gatheringId)
    .where('matter', '=', matter)
    .execute()
