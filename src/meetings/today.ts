import { serverToday } from '../http/call.ts'
import type { Day } from '../kernel/day.ts'

/** Today in the organ's zone, as the server counts it. */
export const todayHere = (): Day => serverToday()
