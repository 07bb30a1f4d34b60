import type { Acting } from '../database/acting.ts'

/** The rounds of a branch, the latest first. */
export const roundsStanding = (tx: Acting, unitId: string) =>
  tx
    .selectFrom('appraisal')
    .select(['forYear', 'rosterOn', 'decidedOn', 'closedOn'])
    .where('unitId', '=', unitId)
    .orderBy('forYear', 'desc')
    .execute()
