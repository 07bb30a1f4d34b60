import type { Desk } from './asking-jobs.ts'
import type { Alike } from './queue-contract.ts'
import { lineOf, wordsIn } from './queue-jobs.ts'
import { linesOf } from './queue-store.ts'
import { commonWords, pairsOf, runsOf, sharedIn } from './search.ts'
import { marksOf } from './search-jobs.ts'
import { alikeTo } from './search-store.ts'
import type { NeedWords } from './words.ts'

/** How far back a matter may lie to be taken for the same by its words. By its telephone number it may be of any day. */
export const SINCE_DAYS = 180
/** From this share of common pairs on two matters are shown side by side; a person says whether they are one. */
const ENOUGH = 0.35
const MOST = 5

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Matters that may be the same, of the same number first, each with why; only such as the reader may see. */
export const alikeOf = async (
  desk: Pick<Desk, 'tx' | 'sealed' | 'actor'>,
  words: NeedWords,
  { since, self = NOBODY, but = [] }: { since: string; self?: string; but?: readonly string[] },
): Promise<Alike[]> => {
  const { alike: token, phone } = marksOf(desk, words, null)
  if (token.length === 0 && phone === null) return []
  const found = (await alikeTo(desk.tx, { token, phone, since, self })).filter(({ id }) => !but.includes(id))
  const rows = new Map(
    (
      await linesOf(
        desk.tx,
        found.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  )
  const told = (of: NeedWords) => [of.line, of.facts]
  const own = pairsOf(told(words).flatMap(runsOf))
  return found
    .flatMap(({ id, byPhone }) => {
      const row = rows.get(id)
      const theirs = row && wordsIn(desk.sealed, row)
      if (!row || !theirs) return []
      const share = sharedIn(own, pairsOf(told(theirs).flatMap(runsOf)))
      if (!byPhone && share < ENOUGH) return []
      return [
        { share, shown: { ...lineOf(row, theirs), byPhone, common: commonWords(told(words), told(theirs)) } },
      ]
    })
    .sort((one, other) => Number(other.shown.byPhone) - Number(one.shown.byPhone) || other.share - one.share)
    .slice(0, MOST)
    .map(({ shown }) => shown)
}
