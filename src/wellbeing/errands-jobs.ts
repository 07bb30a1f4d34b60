import type { Errand } from '../duties/contract.ts'
import type { Day } from '../kernel/day.ts'
import { ITEM_KIND_NAMES } from './contract.ts'
import { type OwnItem, ownItemsRead } from './item-store.ts'

/** How many days before its day a suggestion or research topic begins to wait, and no longer only comes. */
const SOON_DAYS = 7

/** The suggestions and research topics that the actor has still to raise or to report on. */
export const patternErrands = {
  read: ownItemsRead,
  told: (items: readonly OwnItem[], { today, until }: { today: Day; until: Day }): Errand[] => {
    const soon = today.add({ days: SOON_DAYS }).toString()
    return items
      .filter(({ dueOn }) => dueOn <= until.toString())
      .map(({ id, kind, dueOn, raisedOn, unitId, unitName }) => ({
        title: `${ITEM_KIND_NAMES[kind]}：${raisedOn === null ? '待报送' : '待登记答复'}`,
        unitId,
        unitName,
        by: dueOn,
        citation: null,
        to: `/needs/patterns/${id}`,
        act: '去登记',
        coming: dueOn > soon,
      }))
  },
}
