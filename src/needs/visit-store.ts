import type { Acting } from '../database/acting.ts'
import type { NeedLine } from './contract.ts'

/** The needs brought home from these visits, as far as the reader may know that they are there. */
export const needsOfVisits = (tx: Acting, visits: readonly string[]) =>
  tx
    .selectFrom('need')
    .select(['id', 'visitId', 'year', 'number', 'state'])
    .where('visitId', 'in', visits)
    .orderBy('year')
    .orderBy('number')
    .$narrowType<Pick<NeedLine, 'state'> & { visitId: string }>()
    .execute()
