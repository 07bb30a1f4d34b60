import { type Day, day } from '../kernel/day.ts'
import { citationOf } from '../rules/citation.ts'
import type { LimitRule } from '../rules/limit.ts'
import { boundOf } from '../rules/span.ts'
import { type Book, type Choices, rulesUnder, settledOn } from '../rules/standing.ts'

/** How often somebody goes to a contact point, as the organ agreed. */
export type Rhythm = { rule: LimitRule; words: string; citation: string }

const KEY = 'contact.rhythm'

/** The rhythm agreed on; null where there is none: then nothing is ever said to be late. */
export const rhythmOf = (book: Book, choices: Choices, on: Day): Rhythm | null => {
  const settled = settledOn(choices, on)
  const parameter = book.parameters.find(({ key }) => key === KEY)
  if (!parameter || !('choices' in parameter)) return null
  const value = settled[KEY] ?? parameter.default
  const rule = rulesUnder(book, settled, on)(KEY)
  const label = parameter.choices.find((choice) => choice.value === value)?.label
  return value === 'none' || rule?.kind !== 'limit' || !label
    ? null
    : { rule, words: label, citation: citationOf(rule) }
}

/** By which day somebody should have been there; null while that day is not over, and where no rhythm is agreed on. */
export const quietSince = (
  rhythm: Rhythm | null,
  point: { since: string; lastOn: string | null },
  today: Day,
): string | null => {
  if (rhythm === null) return null
  const bound = boundOf(rhythm.rule, day(point.lastOn ?? point.since))
  return 'last' in bound && bound.last.toString() < today.toString() ? bound.last.toString() : null
}
