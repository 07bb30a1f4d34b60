import { day, readable } from '../kernel/day.ts'
import type { IsWorkday } from '../rules/span.ts'
import type { ThemeMonth, ThemeRule } from './theme-contract.ts'
import {
  type FixedDay,
  fixedDayIn,
  fixedWords,
  namedDay,
  partsInOrder,
  ruleOfMonth,
  type ThemeForm,
} from './theme-days.ts'

type Rule = FixedDay & { since: string; fixedParts: string[]; version: number }
type Part = Omit<ThemeMonth['parts'][number], 'id'> & { id: string }
type Planned = {
  month: number
  theme: string
  form: ThemeForm | null
  preparerId: string | null
  preparerName: string | null
  version: number
  parts: Part[]
}
type Gathering = { month: number } & NonNullable<ThemeMonth['meeting']>

/** A year's twelve months: the fixed day of each, what is meant for it, and the gathering where there is one. */
export const monthsOf = (
  year: number,
  rules: readonly Rule[],
  planned: readonly Planned[],
  gatherings: readonly Gathering[],
  isWorkday: IsWorkday,
): ThemeMonth[] =>
  Array.from({ length: 12 }, (_, at) => {
    const month = at + 1
    const rule = ruleOfMonth(rules, year, month)
    const plan = planned.find((each) => each.month === month)
    const gathering = gatherings.find((each) => each.month === month)
    return {
      month,
      ...dayIn(rule, year, month, isWorkday),
      theme: plan?.theme ?? null,
      form: plan?.form ?? null,
      preparerId: plan?.preparerId ?? null,
      preparerName: plan?.preparerName ?? null,
      parts: partsInOrder(rule?.fixedParts ?? [], plan?.parts ?? []).map((part) => ({ ...NOBODY, ...part })),
      meeting: gathering ? meetingOf(gathering) : null,
      version: plan?.version ?? null,
    }
  })

const NOBODY = { id: null, ownerName: null, readyOn: null, readyNote: null }

const meetingOf = ({ id, title, heldOn, stage, topic }: Gathering): ThemeMonth['meeting'] => ({
  id,
  title,
  heldOn,
  stage,
  topic,
})

const dayIn = (rule: Rule | undefined, year: number, month: number, isWorkday: IsWorkday) => {
  if (!rule) return { day: null, moved: null }
  const named = namedDay(rule, year, month)
  const on = fixedDayIn(rule, year, month, isWorkday)
  return {
    day: on.toString(),
    moved: on.equals(named) ? null : `${readable(day(named.toString())).slice(5)}不上班，改在这一天`,
  }
}

/** Every rule as pages show it. */
export const rulesShown = (rules: readonly Rule[]): ThemeRule[] =>
  rules.map((rule) => ({ ...rule, words: fixedWords(rule) }))

/** The one in force, or the first to come. */
export const ruleShown = (rules: readonly Rule[], today: string): ThemeRule | null => {
  const rule = rules.findLast(({ since }) => since <= today) ?? rules[0]
  return rule ? { ...rule, words: fixedWords(rule) } : null
}
