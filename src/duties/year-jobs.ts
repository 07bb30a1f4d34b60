import type { Acting } from '../database/acting.ts'
import type { Chapter, YearAsked } from '../documents/year-contract.ts'
import { day } from '../kernel/day.ts'
import { CALENDAR_HEAD, CALENDAR_WIDTHS, calendarRows } from './calendar-rows.ts'
import { readDuties } from './duties-store.ts'
import { yearStretch } from './many.ts'
import { rulesBehind } from './year.ts'

/** 组织生活月历: what the year asked for and how it stands, as it is. One statement. */
export const dutiesChapters = async (tx: Acting, asked: YearAsked): Promise<Chapter[]> => {
  const { plan, facts, duties } = await readDuties(
    tx,
    [asked.path],
    yearStretch(asked.year),
    day(asked.today),
  )
  const units = facts.units.filter(({ id }) => asked.units.includes(id))
  const rows = calendarRows(duties, rulesBehind(plan, duties), units)
  if (rows.length === 0) return []
  return [
    {
      id: 'calendar',
      title: '组织生活月历',
      blocks: [
        {
          kind: 'text',
          text: '按期限排列。“补记”是做了而记录晚了，“迟办”是过了期限才做；“未到期”的事项在生成时还没有到时间。',
        },
        {
          kind: 'table',
          title: '组织生活月历',
          head: CALENDAR_HEAD,
          widths: CALENDAR_WIDTHS,
          rows,
        },
      ],
    },
  ]
}
