import type { Body } from '../http/endpoint.ts'
import { CATEGORY_NAMES, type Category } from './kinds.ts'
import { type correctWords, WORD_NAMES, type WordName } from './queue-contract.ts'
import type { NeedWords } from './words.ts'

/** The words of a matter as its page corrects them: category and place among them, wherever those are kept. */
export type Wording = Omit<Body<typeof correctWords>, 'version'>

export const wordingOf = (
  words: NeedWords,
  frame: { category: Category | null; area: string | null },
): Wording => ({
  ...words,
  category: words.category ?? frame.category ?? 'other',
  area: words.area ?? frame.area ?? '',
})

/** Its fields side by side, as people read them. */
export const fieldsOf = ({ asker, category, ...words }: Wording): Record<WordName, string> => ({
  line: words.line,
  category: CATEGORY_NAMES[category],
  area: words.area,
  facts: words.facts,
  wish: words.wish,
  before: words.before,
  'asker.name': asker.name,
  'asker.phone': asker.phone,
  'asker.note': asker.note,
})

/** Which fields differ. */
export const changedIn = (was: Wording, becomes: Wording): WordName[] => {
  const [old, fresh] = [fieldsOf(was), fieldsOf(becomes)]
  return (Object.keys(WORD_NAMES) as WordName[]).filter((name) => old[name] !== fresh[name])
}

/** What the record says of a correction: which fields, and what stood there before. */
export const correctionText = (was: Wording, becomes: Wording): string =>
  changedIn(was, becomes)
    .map((name) => `${WORD_NAMES[name]}：原记“${fieldsOf(was)[name] || '未填'}”。`)
    .join('\n')
