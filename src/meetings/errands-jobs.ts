import type { Errand } from '../duties/contract.ts'
import { type Day, day } from '../kernel/day.ts'
import { book } from '../rules/book.ts'
import { type OwnPart, ownPartsRead } from './own-store.ts'
import { fixedDayIn } from './theme-days.ts'

/** How many days before the theme day its preparation begins to wait, and no longer only comes. */
const SOON_DAYS = 7

/** What the actor prepares for theme days that come within the time 今日 looks ahead. */
export const themeErrands = {
  read: ({ today }: { today: Day }) => ownPartsRead(today),
  told: (parts: readonly OwnPart[], { today, until }: { today: Day; until: Day }): Errand[] => {
    const soon = today.add({ days: SOON_DAYS }).toString()
    return parts.flatMap(({ monthDay, week, weekday, ...part }): Errand[] => {
      if (part.readyOn !== null || (monthDay === null && week === null)) return []
      const fixed = { monthDay, week, weekday }
      const on = fixedDayIn(fixed, part.year, part.month, book.calendar.isWorkday).toString()
      if (on < today.toString() || on > until.toString()) return []
      return [
        {
          title: `准备${day(on).month}月主题党日：${part.title}`,
          unitId: part.unitId,
          unitName: part.unitName,
          by: on,
          citation: null,
          to: '/me/tasks',
          act: '去登记',
          coming: on > soon,
        },
      ]
    })
  },
}
