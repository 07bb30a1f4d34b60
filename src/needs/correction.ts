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

/** Two corrections of one wording: fields that only one hand changed stand as changed, the others are for a person to settle. */
export const mergedOf = (base: Wording, mine: Wording, theirs: Wording) => {
  const own = changedIn(base, mine)
  const clashes = own.filter(
    (name) => changedIn(base, theirs).includes(name) && changedIn(mine, theirs).includes(name),
  )
  return { theirs, own, clashes }
}

/** The wording as it was settled: theirs, with one's own where only oneself changed it or one's own was chosen. */
export const settledBy = (
  { theirs, own, clashes }: ReturnType<typeof mergedOf>,
  mine: Wording,
  sides: Readonly<Partial<Record<WordName, 'mine' | 'theirs'>>>,
): Wording => {
  const taken = own.filter((name) => !clashes.includes(name) || sides[name] === 'mine')
  return taken.reduce((wording, name) => withField(wording, mine, name), theirs)
}

const withField = (wording: Wording, from: Wording, name: WordName): Wording => {
  if (name === 'asker.name' || name === 'asker.phone' || name === 'asker.note') {
    const part = name.slice(6) as keyof Wording['asker']
    return { ...wording, asker: { ...wording.asker, [part]: from.asker[part] } }
  }
  return { ...wording, [name]: from[name] }
}
