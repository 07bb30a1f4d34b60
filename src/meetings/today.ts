import { type Day, dayOf } from '../kernel/day.ts'

/** Today as the browser's clock has it, in the organ's zone. The server judges by its own. */
export const todayHere = (): Day => dayOf(Temporal.Instant.fromEpochMilliseconds(Date.now()))
