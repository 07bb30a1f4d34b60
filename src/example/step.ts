import type { Hand } from './hand.ts'

/** The ids of whom and what the story calls by name. */
export type Names = { units: Map<string, string>; people: Map<string, string> }

/** One entry of the story: the day, the hand, and what is done. Entries of one day follow each other by rank. */
export type Step = {
  on: string
  /** Null for whoever set the register up, with every right. */
  by: string | null
  rank: number
  does: (hand: Hand, names: Names) => Promise<void>
}

/** The order of entries within a day: organisation before people before gatherings. */
export const RANK = { unit: 0, roster: 1, people: 2, plan: 3, draft: 4, record: 5, after: 6 } as const

export const idIn = (names: Map<string, string>, name: string): string => {
  const id = names.get(name)
  if (id === undefined) throw new Error(`the example names ${name}, who is not in it by then`)
  return id
}
