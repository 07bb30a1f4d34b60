import type { Errand } from '../duties/contract.ts'
import type { Day } from '../kernel/day.ts'
import { quietSince, type Rhythm } from './rhythm.ts'

/** How many days before its day a planned visit, or a promise, no longer only comes. */
const SOON_DAYS = 3

type Waiting = {
  kind: 'point' | 'plan' | 'done' | 'promised'
  name: string | null
  since: string | null
  lastOn: string | null
  on: string | null
  visitId: string | null
  unitId: string
  unitName: string
}

/** What a line of what waits says on 今日; null where it says nothing yet. */
export const errandOf = (waiting: Waiting, rhythm: Rhythm | null, today: Day): Errand | null => {
  const { kind, name, on, visitId, unitId, unitName } = waiting
  const coming = on !== null && on > today.add({ days: SOON_DAYS }).toString()
  const at = { unitId, unitName, by: on, citation: null, coming }
  const to = visitId ? `/visits/${visitId}` : '/visits'
  if (kind === 'plan') return { ...at, title: `计划走访：${name}`, to, act: '去登记' }
  if (kind === 'promised') return { ...at, title: '走访时答应的事', to, act: '去登记' }
  if (kind === 'done')
    return { ...at, title: '走访时答应的事已办到，待告知本人', to, act: '去登记', coming: false }
  const quiet = quietSince(
    rhythm,
    { since: waiting.since ?? today.toString(), lastOn: waiting.lastOn },
    today,
  )
  return quiet && rhythm
    ? {
        ...at,
        title: `联系点待走访：${name}`,
        by: quiet,
        citation: rhythm.citation,
        to: '/contacts',
        act: '去安排',
      }
    : null
}
