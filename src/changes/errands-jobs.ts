import type { Acting } from '../database/acting.ts'
import type { Errand } from '../duties/contract.ts'
import { type Grants, may, mayAnywhere } from '../kernel/access.ts'
import type { Day } from '../kernel/day.ts'
import { book } from '../rules/book.ts'
import { rulesStanding } from '../rules/standing.ts'
import { errandsOf } from './errands.ts'
import { pendingOf } from './errands-store.ts'

type Asked = { actor: { person: string; grants: Grants }; today: Day; until: Day }

/** What of members' changes waits on whoever leads them. None of its terms follows a local choice, so that none is read. */
export const changeErrands = async (tx: Acting, { actor, today, until }: Asked): Promise<Errand[]> => {
  if (!mayAnywhere(actor.grants, 'change.lead')) return []
  const ruleOf = rulesStanding(book, [], today.toString())
  return (await pendingOf(tx, today.toString()))
    .filter(({ path }) => may(actor.grants, 'change.lead', path))
    .flatMap((pending) => errandsOf(pending, ruleOf, { today, until }))
}
