import { type Day, day, isBefore } from '../kernel/day.ts'
import type { IsWorkday } from '../rules/span.ts'

/** On which day of each month: the 15th, or the third Friday; the fifth week is the month's last. */
export type FixedDay = { monthDay: number | null; week: number | null; weekday: number | null }

/** The forms that such a day takes; chosen, never typed. */
export const THEME_FORMS = {
  study: '集中学习',
  discussion: '座谈讨论',
  visit: '参观走访',
  service: '志愿服务',
  deliberation: '民主议事',
} as const
export type ThemeForm = keyof typeof THEME_FORMS

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']
const WEEKS = ['一', '二', '三', '四']

/** 每月15日, 每月第三个周五, 每月最后一个周五. */
export const fixedWords = ({ monthDay, week, weekday }: FixedDay): string => {
  if (monthDay !== null) return `每月${monthDay}日`
  const name = `周${WEEKDAYS[(weekday ?? 1) - 1]}`
  return week === 5 ? `每月最后一个${name}` : `每月第${WEEKS[(week ?? 1) - 1]}个${name}`
}

/** The day that the rule names in a month, whether or not people work on it. */
export const namedDay = ({ monthDay, week, weekday }: FixedDay, year: number, month: number): Day => {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  if (monthDay !== null) return first.with({ day: Math.min(monthDay, first.daysInMonth) })
  const ahead = ((weekday ?? 1) - first.dayOfWeek + 7) % 7
  const wanted = 1 + ahead + ((week ?? 1) - 1) * 7
  return first.with({ day: wanted > first.daysInMonth ? wanted - 7 : wanted })
}

/**
 * The day in that month: where the named one is no working day, the next one that is; where the month ends before, the last
 * one before it, since the duty is the month's (支部工作条例 art. 16).
 */
export const fixedDayIn = (rule: FixedDay, year: number, month: number, isWorkday: IsWorkday): Day => {
  const named = namedDay(rule, year, month)
  for (let on = named; on.month === month; on = on.add({ days: 1 })) if (isWorkday(on)) return on
  for (let on = named; on.month === month; on = on.subtract({ days: 1 })) if (isWorkday(on)) return on
  return named
}

/** The rule that a month goes by: the last one that began by its end. Rules come in the order of their days. */
export const ruleOfMonth = <R extends { since: string }>(
  rules: readonly R[],
  year: number,
  month: number,
): R | undefined => {
  const last = Temporal.PlainYearMonth.from({ year, month }).toPlainDate({ day: 1 })
  const end = last.with({ day: last.daysInMonth }).toString()
  return rules.findLast(({ since }) => since <= end)
}

export type PartOf = { title: string; fixed: boolean; ownerId: string | null }

/** The parts of a month: those fixed for every month in their order, each with whoever prepares it, then its own. */
export const partsInOrder = <P extends PartOf>(
  fixed: readonly string[],
  own: readonly P[],
): (P | (PartOf & { ownerId: null }))[] => [
  ...fixed.map(
    (title) =>
      own.find((part) => part.fixed && part.title === title) ?? { title, fixed: true, ownerId: null },
  ),
  ...own.filter((part) => !part.fixed),
]

type MonthSeen = { month: number; day: string | null; meeting: { stage: string } | null }

/** The month whose theme day is planned next: the first without a gathering whose day is still to come. */
export const nextMonth = <M extends MonthSeen>(months: readonly M[], today: Day): M | undefined =>
  months.find(({ day: on, meeting }) => meeting === null && on !== null && !isBefore(day(on), today))
