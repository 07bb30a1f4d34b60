import type { Acting } from '../database/acting.ts'
import type { Errand } from '../duties/contract.ts'
import { type Grants, may, mayAnywhere } from '../kernel/access.ts'
import type { Day } from '../kernel/day.ts'
import { book } from '../rules/book.ts'
import { calendarLine } from './calendar.ts'
import { standings } from './calendar-store.ts'
import { errandsOf } from './errands.ts'

type Asked = { actor: { grants: Grants }; today: Day; until: Day }

/** Terms that end, requests that are due and elections under way, for whoever leads elections there. One statement. */
export const electionErrands = async (tx: Acting, { actor, today, until }: Asked): Promise<Errand[]> => {
  if (!mayAnywhere(actor.grants, 'election.lead')) return []
  const { units, choices } = await standings(tx, today.toString())
  return units
    .filter(({ unitPath }) => may(actor.grants, 'election.lead', unitPath))
    .flatMap((unit) =>
      errandsOf(unit, calendarLine(book, choices, unit, today), {
        today: today.toString(),
        until: until.toString(),
      }),
    )
}
