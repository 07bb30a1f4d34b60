import type { Acting } from '../database/acting.ts'
import type { ShownReading } from './count-view.ts'
import type { PASSES } from './gathering.ts'

export type Pass = (typeof PASSES)[number]

/** How far the readings of an election are; nothing to whoever does not lead it. */
export const readingsOf = async (tx: Acting, electionId: string): Promise<ShownReading[]> => {
  const rows = await tx
    .selectFrom('electionReading')
    .select(['roundId', 'pass', 'tellerId', 'tellerName', 'sheets', 'finished', 'version'])
    .where('electionId', '=', electionId)
    .orderBy('pass')
    .execute()
  return rows as ShownReading[]
}

export type SealedReading = {
  pass: Pass
  tellerName: string
  content: Buffer
  finished: boolean
  /** Who began it at the keyboard. */
  begunBy: string | null
  version: number
}

/** The readings of a round as they lie, the first before the second. */
export const sealedReadings = async (tx: Acting, roundId: string): Promise<SealedReading[]> => {
  const rows = await tx
    .selectFrom('electionReading')
    .select(['pass', 'tellerName', 'content', 'finished', 'begunBy', 'version'])
    .where('roundId', '=', roundId)
    .orderBy('pass')
    .execute()
  return rows as SealedReading[]
}

type NewReading = {
  electionId: string
  unitId: string
  roundId: string
  pass: Pass
  tellerId: string
  tellerName: string
  content: Buffer
}

/** False where that reading has begun already. */
export const insertReading = async (tx: Acting, reading: NewReading): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('electionReading')
    .values(reading)
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

type Place = { roundId: string; pass: Pass; version: number }

/** False where someone else changed the reading since `version` was read. */
export const changeReading = async (
  tx: Acting,
  { roundId, pass, version }: Place,
  change: { content?: Buffer; sheets?: number; finished?: boolean },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('electionReading')
    .set({ ...change, version: version + 1 })
    .where('roundId', '=', roundId)
    .where('pass', '=', pass)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const removeReading = async (tx: Acting, { roundId, pass, version }: Place): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('electionReading')
    .where('roundId', '=', roundId)
    .where('pass', '=', pass)
    .where('version', '=', version)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Nothing of what was read outlives the count it was read for. */
export const destroyReadingsOf = async (tx: Acting, rounds: readonly { id: string }[]): Promise<void> => {
  const ids = rounds.map(({ id }) => id)
  if (ids.length > 0) await tx.deleteFrom('electionReading').where('roundId', 'in', ids).execute()
}
