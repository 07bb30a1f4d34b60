import { type Day, isAfter, isBefore } from './day.ts'

/** A stretch of days, both ends included. */
export type Period = { readonly from: Day; readonly to: Day }

/** How often a duty recurs. */
export type Rhythm = 'month' | 'quarter' | 'half-year' | 'year'

const MONTHS: Record<Rhythm, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

/** The calendar month, quarter, half-year or year that holds the day. */
export const periodOf = (rhythm: Rhythm, on: Day): Period => {
  const months = MONTHS[rhythm]
  const from = on.with({ month: Math.floor((on.month - 1) / months) * months + 1, day: 1 })
  return { from, to: from.add({ months }).subtract({ days: 1 }) }
}

/** Every calendar period of the rhythm that touches the stretch, in order. */
export const periodsWithin = (rhythm: Rhythm, stretch: Period): Period[] => {
  const periods: Period[] = []
  for (let period = periodOf(rhythm, stretch.from); !isAfter(period.from, stretch.to); ) {
    periods.push(period)
    period = periodOf(rhythm, period.to.add({ days: 1 }))
  }
  return periods
}

export const holds = (period: Period, on: Day): boolean =>
  !isBefore(on, period.from) && !isAfter(on, period.to)

/** 2026年11月 · 2026年第四季度 · 2026年下半年 · 2026年. */
export const periodName = (rhythm: Rhythm, { from }: Period): string => {
  const names: Record<Rhythm, string> = {
    month: `${from.year}年${from.month}月`,
    quarter: `${from.year}年第${'一二三四'[Math.floor((from.month - 1) / 3)]}季度`,
    'half-year': `${from.year}年${from.month <= 6 ? '上' : '下'}半年`,
    year: `${from.year}年`,
  }
  return names[rhythm]
}
