import type { Acting } from '../database/acting.ts'
import { settledOf } from '../organs/store.ts'
import { book } from '../rules/book.ts'
import { rulesStanding, settledOn } from '../rules/standing.ts'
import { setDue } from './clock-store.ts'
import type { Ways } from './clocks.ts'
import { dueAfter } from './due.ts'
import { readMatter } from './store.ts'

/** How the organ counts its times today. */
export const waysOf = async (tx: Acting, today: string): Promise<Ways> => {
  const choices = await settledOf(tx)
  return {
    ruleOf: rulesStanding(book, choices, today),
    isWorkday: book.calendar.isWorkday,
    early: settledOn(choices, today)['petition.calendar'] === 'workday-before',
  }
}

/** Writes into the frame when the matter is due next, as it stands after the act. Call it last, in the act's own transaction. */
export const settleDue = async (
  { tx, today }: { tx: Acting; today: { toString: () => string } },
  id: string,
  ways?: Ways,
): Promise<void> => {
  const matter = await readMatter(tx, id)
  if (matter) await setDue(tx, id, dueAfter(matter, ways ?? (await waysOf(tx, today.toString()))))
}
