import { TERMS } from '../glossary.ts'
import { type Day, day, isBefore } from '../kernel/day.ts'
import type { Kind } from './contract.ts'

/** How many months the regulations leave between two of a kind: 大会 a quarter, the others a month. */
const MONTHS: Record<Kind, number> = {
  'general-meeting': 3,
  'committee-meeting': 1,
  'group-meeting': 1,
  lecture: 3,
  'theme-day': 1,
  'life-meeting': 12,
}

/** The day a plan begins with: one rhythm after the last of its kind, or today where that has passed or there was none. */
export const usualDay = (kind: Kind, lastHeldOn: string | undefined, today: Day): string => {
  if (lastHeldOn === undefined) return today.toString()
  const next = day(lastHeldOn).add({ months: MONTHS[kind] })
  return (isBefore(next, today) ? today : next).toString()
}

/** A name that says which meeting it is and nothing of what was said: 2026年11月支委会. */
export const usualTitle = (kinds: readonly Kind[], heldOn: string): string => {
  const [year, month] = heldOn.split('-')
  return `${year}年${Number(month)}月${kinds.map((kind) => TERMS[kind]).join('暨')}`
}

/** Who generally chairs (支部工作条例 art. 14): the secretary, in a group its leader. */
export const usualHost = (posts: readonly { personId: string; post: string }[]): string | null =>
  ['secretary', 'group-leader', 'deputy-secretary']
    .map((post) => posts.find((held) => held.post === post)?.personId)
    .find((person) => person !== undefined) ?? null
