import type { Acting } from '../database/acting.ts'
import type { Errand } from '../duties/contract.ts'
import { roundsWaiting } from './errands-store.ts'

/**
 * What waits: a vote that is open, on the member; what comes next in a round, on whoever leads it. A self-appraisal is the
 * member's own affair: it stands on her page and nowhere else.
 */
export const appraisalErrands = (tx: Acting): Promise<readonly Errand[]> => roundsWaiting(tx)
