import type { Errand } from '../duties/contract.ts'
import type { Grants } from '../kernel/access.ts'
import type { Day } from '../kernel/day.ts'
import { needErrandsOf, type OpenNeed } from './errands.ts'
import { openNeedsRead } from './errands-store.ts'

/** How many days before its day a matter begins to wait, and no longer only comes. */
const SOON_DAYS = 3

/** How long an answer that nothing is solved is told: the days of the link to it, and as many to think about it. */
const UNSOLVED_DAYS = 60

/** What of needs waits on the actor. Goes into one statement with others. */
export const needErrands = {
  read: ({ today, until }: { today: Day; until: Day }) =>
    openNeedsRead(today.toString(), until.toString(), today.subtract({ days: UNSOLVED_DAYS }).toString()),
  told: (needs: readonly OpenNeed[], { actor, today }: { actor: { grants: Grants }; today: Day }): Errand[] =>
    needErrandsOf(needs, {
      grants: actor.grants,
      today: today.toString(),
      soon: today.add({ days: SOON_DAYS }).toString(),
    }),
}
