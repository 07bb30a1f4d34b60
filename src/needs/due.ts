import { book } from '../rules/book.ts'
import { rulesStanding } from '../rules/standing.ts'
import { lastDay, standingOf, type Ways } from './clocks.ts'
import { type Matter, NEVER } from './matter.ts'

type Due = Pick<
  Matter,
  'state' | 'level' | 'receivedOn' | 'resolvedOn' | 'toldOn' | 'clocks' | 'pauses' | 'referrals' | 'measures'
>

/**
 * The nearest day that something about the matter is due: what the queue is ordered by. Before triage, triage; after it the
 * clocks that run, referrals that wait for an answer, and days to act on a measure; once it is resolved, that she is told.
 */
export const dueAfter = (matter: Due, ways: Ways): string => {
  if (matter.state === 'closed') return NEVER
  if (matter.state === 'received')
    return matter.level === 'R0'
      ? matter.receivedOn
      : (lastDay('triage.sort', matter.receivedOn, ways) ?? matter.receivedOn)
  const telling =
    matter.resolvedOn && !matter.toldOn ? lastDay('need.tell-back', matter.resolvedOn, ways) : undefined
  const days = [
    telling,
    ...matter.clocks
      .filter(({ keptOn }) => keptOn === null)
      // On which day it is asked decides whether a clock is late, never when it ends.
      .map((clock) => standingOf(clock, matter.pauses, ways, matter.receivedOn))
      .filter(({ ofLaw }) => ofLaw || matter.state === 'handling')
      .map(({ lastOn }) => lastOn),
    ...matter.referrals.filter(({ settledOn }) => settledOn === null).map(({ dueOn }) => dueOn),
    ...matter.measures.map(({ dueOn }) => dueOn),
  ]
  return days.flatMap((on) => on ?? []).sort()[0] ?? NEVER
}

/** When a matter that just came in is due: danger at once, else to be triaged. No choice of the organ bears on it. */
export const firstDue = (receivedOn: string, danger: boolean): string => {
  const ways = {
    ruleOf: rulesStanding(book, [], receivedOn),
    isWorkday: book.calendar.isWorkday,
    early: false,
  }
  return danger ? receivedOn : (lastDay('triage.sort', receivedOn, ways) ?? receivedOn)
}
