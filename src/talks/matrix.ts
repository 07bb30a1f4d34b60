import type { Circled, TalkLine } from './contract.ts'
import { pairKey } from './needs.ts'

/** What stands where two people cross: the latest talk held, else one that is planned. */
export type Cell = { talk: TalkLine | null }

export const cellsOf = (talks: readonly TalkLine[]): ReadonlyMap<string, TalkLine> => {
  const cells = new Map<string, TalkLine>()
  for (const talk of talks) {
    const key = pairKey(talk.talkerId, talk.partnerId)
    const known = cells.get(key)
    if (!known || known.stage === 'planned' || talk.stage === 'held') cells.set(key, talk)
  }
  return cells
}

/** The talks of one person, by whether they were held. */
export const talksWith = (person: string, talks: readonly TalkLine[]) => {
  const own = talks
    .filter(({ talkerId, partnerId }) => talkerId === person || partnerId === person)
    .map((talk) => ({ ...talk, otherName: talk.talkerId === person ? talk.partnerName : talk.talkerName }))
  return {
    held: own.filter(({ stage }) => stage === 'held'),
    planned: own.filter(({ stage }) => stage === 'planned'),
  }
}

export type Place = { row: number; column: number }

/** Where a key leads in a square of so many; null for keys that lead nowhere. The line of oneself is stepped over. */
export const stepped = ({ row, column }: Place, key: string, size: number): Place | null => {
  const step = STEPS[key]
  if (!step) return null
  const to = step({ row, column }, size - 1)
  const within = { row: clamp(to.row, size - 1), column: clamp(to.column, size - 1) }
  if (within.row !== within.column) return within
  const past = {
    row: within.row + (to.row - row > 0 ? 1 : to.row < row ? -1 : 0),
    column: within.column + Math.sign(to.column - column),
  }
  const fits = (at: number) => at >= 0 && at < size
  return fits(past.row) && fits(past.column) && past.row !== past.column ? past : { row, column }
}

const clamp = (at: number, last: number): number => Math.max(0, Math.min(last, at))

const STEPS: Readonly<Record<string, (at: Place, last: number) => Place>> = {
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  Home: ({ row }) => ({ row, column: row === 0 ? 1 : 0 }),
  End: ({ row }, last) => ({ row, column: row === last ? last - 1 : last }),
}

export const noteOf = ({ committee, counts }: Circled): string =>
  committee ? '支委' : counts ? '' : '暂不参加组织生活'
