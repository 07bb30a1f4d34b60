import type { Acting } from '../database/acting.ts'
import type { Sealed } from '../database/sealed.ts'
import type { SignedIn } from '../http/serve.ts'
import { likenessOf, pairsOf, phoneOf, runsOf, textsOf } from './search.ts'
import { insertMarks, keepMarks, type Marks } from './search-store.ts'
import type { NeedWords } from './words.ts'

type Keys = { sealed: Sealed; actor: Pick<SignedIn, 'organ'> }

/** Keyed by a secret outside the database, and of another look in another organ. */
const markOf = ({ sealed, actor }: Keys, what: string): number =>
  Number.parseInt(sealed.fingerprint(what, `need_search ${actor.organ}`).slice(0, 8), 16) | 0

const phoneMark = (keys: Keys, phone: string): number => markOf(keys, `phone ${phone}`)

/** Sorted, so that the order in which they stand in the text is not kept. */
const pairMarks = (keys: Keys, texts: readonly string[]): number[] => [
  ...new Set(
    [...pairsOf(texts.flatMap(runsOf))].map((pair) => markOf(keys, pair)).sort((one, other) => one - other),
  ),
]

/** What words are found by: all their pairs, their likeness, and the telephone number. */
export const marksOf = (keys: Keys, words: NeedWords, area: string | null) => {
  const digest = pairMarks(keys, textsOf(words, area))
  const phone = phoneOf(words.asker.phone)
  const mark = phone === null ? null : phoneMark(keys, phone)
  const { line, facts } = words
  const alike = [
    ...likenessOf(pairMarks(keys, [line, facts]), { from: 0, marks: 24 }),
    // Apart, since at the telephone there is often no more than the line.
    ...likenessOf(pairMarks(keys, [line]), { from: 24, marks: 16 }),
  ]
  return { digest, alike, phone: mark }
}

/** Makes ordinary matters findable by their words. Never to be called with a sensitive one: the database refuses it. */
export const indexWords = async (
  keys: Keys & { tx: Acting },
  matters: readonly Findable[],
): Promise<void> => {
  await keepMarks(
    keys.tx,
    matters.map((matter) => rowOf(keys, matter)),
  )
}

type Findable = { id: string; receivedOn: string; area: string | null; words: NeedWords }

const rowOf = (keys: Keys, { id, receivedOn, area, words }: Findable): Marks => {
  const { digest, alike, phone } = marksOf(keys, words, area)
  return { needId: id, receivedOn, digest, token: phone === null ? alike : [...alike, phone] }
}

/** The same for what came by the page for the public, whose capability sees no row. */
export const indexNew = (keys: Keys & { tx: Acting }, matter: Findable): Promise<void> =>
  insertMarks(keys.tx, rowOf(keys, matter))

/** What to look for; null where nothing has two letters. */
export const soughtOf = (keys: Keys, looked: string): { digest: number[]; token: number[] } | null => {
  const phone = phoneOf(looked)
  if (phone !== null) return { digest: [], token: [phoneMark(keys, phone)] }
  const digest = pairMarks(keys, [looked])
  return digest.length === 0 ? null : { digest, token: [] }
}
