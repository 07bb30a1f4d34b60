import type { Acting } from '../database/acting.ts'
import type { Errand } from '../duties/contract.ts'
import { type Grants, may, mayAnywhere } from '../kernel/access.ts'
import type { Day } from '../kernel/day.ts'
import { book } from '../rules/book.ts'
import { citationOf } from '../rules/citation.ts'
import { ruleOn } from '../rules/rulebook.ts'
import { festivalWithin, TOLD_UNTIL } from './festivals.ts'
import { OCCASION_WORDS } from './labels.ts'
import { branchesWithout } from './store.ts'

type Asked = { actor: { person: string; grants: Grants }; today: Day; until: Day }

/** Before 七一 and 春节: branches that have not thought of a visit yet. */
export const careErrands = async (tx: Acting, { actor, today, until }: Asked): Promise<Errand[]> => {
  const festival = festivalWithin(today, until)
  if (!festival || !mayAnywhere(actor.grants, 'care.record')) return []
  const { occasion, year, on, isTold } = festival
  const untold = isTold ? '' : `（春节日期表只到${TOLD_UNTIL}年，请查日历）`
  const rule = ruleOn(book.rules, 'care.visits', today)
  return (await branchesWithout(tx, occasion, year))
    .filter(({ path }) => may(actor.grants, 'care.record', path))
    .map(({ id, name }) => ({
      title: `${OCCASION_WORDS[occasion]}前走访慰问：还没有安排${untold}`,
      unitId: id,
      unitName: name,
      by: on,
      citation: rule ? citationOf(rule) : null,
      to: '/care',
      act: '去安排',
      coming: true,
    }))
}
