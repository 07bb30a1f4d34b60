import type { Day } from '../kernel/day.ts'
import { day } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { RuleOf } from '../rules/standing.ts'
import type { Floating } from './floating-contract.ts'
import { termOf } from './terms.ts'

export type KeptFloating = Omit<Floating, 'moveFrom' | 'lostFrom'>

/** Someone away as pages show her: from when her relation should be moved, and from when silence must be discussed. */
export const floatingShown = (kept: KeptFloating, ruleOf: RuleOf): Floating => {
  const counts = kept.direction === 'away' && kept.endedOn === null
  const from = (id: string, event: string) =>
    counts ? (termOf(ruleOf, id, event)?.on.toString() ?? null) : null
  return {
    ...kept,
    moveFrom: from('member.transfer-duty', kept.since),
    lostFrom: from('member.lost-contact', kept.lastOn ?? kept.since),
  }
}

/** What the branch has to think of now; never more than that: nothing happens of itself. */
export const concernsOf = (
  { moveFrom, lostFrom }: Pick<Floating, 'moveFrom' | 'lostFrom'>,
  on: string,
): readonly ('move' | 'lost')[] => [
  ...(moveFrom !== null && moveFrom <= on ? (['move'] as const) : []),
  ...(lostFrom !== null && lostFrom <= on ? (['lost'] as const) : []),
]

/** Contact moves forward only, and was not before she left. */
export const contactRefusal = (
  { since, lastOn, endedOn }: Pick<Floating, 'since' | 'lastOn' | 'endedOn'>,
  on: string,
  today: Day,
): Refusal | null => {
  if (endedOn !== null) return refuse('conflict', '流动已经结束，不再登记联系。')
  if (on > today.toString() || on < since)
    return refuse('invalid', `联系的日子应在 ${since} 至今天之间。`, { field: 'lastOn' })
  if (lastOn !== null && on < lastOn)
    return refuse('invalid', `已经登记过 ${lastOn} 的联系，只记最近的一次。`, { field: 'lastOn' })
  return null
}

export const endRefusal = (
  { since, endedOn }: Pick<Floating, 'since' | 'endedOn'>,
  on: string,
  today: Day,
): Refusal | null => {
  if (endedOn !== null) return refuse('conflict', `流动已在 ${endedOn} 结束。`)
  return day(on).toString() < since || on > today.toString()
    ? refuse('invalid', `结束的日子应在 ${since} 至今天之间。`, { field: 'endedOn' })
    : null
}
