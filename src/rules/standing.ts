import { type Day, day } from '../kernel/day.ts'
import { isRefusal, type Judgment } from '../kernel/outcome.ts'
import { effective } from './effective.ts'
import { explain } from './explain.ts'
import type { Given } from './facts.ts'
import { judge } from './judge.ts'
import type { Settled } from './parameters.ts'
import type { Regulations } from './read.ts'
import type { Rule } from './rule.ts'
import { ruleOn } from './rulebook.ts'

export type Book = Pick<Regulations, 'rules' | 'parameters'>

/** What an organ chose of its local parameters, the earliest first. */
export type Choices = readonly { key: string; choice: string; since: string }[]

/** The rule of that id as it stands for the organ on the day; undefined where none was in force. */
export type RuleOf = (id: string) => Rule | undefined

/** The choices that stood on the day, by parameter. */
export const settledOn = (choices: Choices, on: string | Day): Settled =>
  Object.fromEntries(
    choices.filter(({ since }) => since <= on.toString()).map(({ key, choice }) => [key, choice]),
  )

/** The rules in force on the day, as choices leave them. */
export const rulesUnder =
  ({ rules, parameters }: Book, settled: Settled, on: string | Day): RuleOf =>
  (id) => {
    const rule = ruleOn(rules, id, typeof on === 'string' ? day(on) : on)
    return rule && effective(rule, settled, parameters)
  }

/** The rules as they stood for the organ on the day. */
export const rulesStanding = (book: Book, choices: Choices, on: string | Day): RuleOf =>
  rulesUnder(book, settledOn(choices, on), on)

/** A judgment as people read it: with its sentence, and what each number is called. */
export type Told = {
  judgment: Judgment & { numbers: Record<string, number> }
  words: string
  title: string
  says: string
  facts: Record<string, { name: string; unit: string }>
}

/** What a check says of the facts; null where it was not in force, or could not judge them. */
export const toldBy = (ruleOf: RuleOf, id: string | null, facts: Given): Told | null => {
  const rule = id === null ? undefined : ruleOf(id)
  if (rule?.kind !== 'check') return null
  const judgment = judge(rule, facts)
  if (isRefusal(judgment)) return null
  const named = Object.entries(rule.facts).map(([key, { name, unit }]) => [key, { name, unit }])
  const { title, says } = rule
  return {
    judgment: { ...judgment, numbers: { ...judgment.numbers } },
    words: explain(judgment, rule),
    title,
    says,
    facts: Object.fromEntries(named),
  }
}
