import type { Need, NeedLine } from './contract.ts'
import { type Category, isSensitive, type Level, type State } from './kinds.ts'
import { MeasureWords, NeedWords, ReferralWords } from './words.ts'

type Kept<Shown, Words extends string> = Omit<Shown, Words> & { content: Uint8Array | null }

/** A matter as it is kept: its frame in columns, its words encrypted. */
export type Matter = Omit<
  Need,
  | 'line'
  | 'words'
  | 'knows'
  | 'sealedOn'
  | 'keepUntil'
  | 'dueOn'
  | 'steps'
  | 'referrals'
  | 'answers'
  | 'files'
  | 'pauses'
  | 'measures'
> & {
  /** 9999-12-31 where nothing is due. */
  dueOn: string
  content: Uint8Array | null
  steps: Kept<Need['steps'][number], 'text'>[]
  referrals: Kept<Need['referrals'][number], 'words'>[]
  answers: Kept<Need['answers'][number], 'text'>[]
  pauses: Kept<Need['pauses'][number], 'text'>[]
  files: Kept<Need['files'][number], 'name'>[]
  measures: Kept<Need['measures'][number], 'words'>[]
  receivedBy: string | null
  /** The compartment's part; null where the matter is not sensitive, or the reader has not been let in. */
  apart: { cipher: Uint8Array; content: Uint8Array; sealedOn: string | null; keepUntil: string | null } | null
  /** The words that lie apart, by the row they belong to. */
  texts: ReadonlyMap<string, Uint8Array>
}

/** How the words of one matter are read: in its own row, or apart. */
export type Reading = {
  /** The words in the matter's own row, or in the compartment; null where they are not for this reader. */
  whole: () => string | null
  /** The words of a row of the matter, which lie in it or apart. */
  of: (row: { id: string; content: Uint8Array | null }) => string | null
}

/** No day: what the column holds where nothing is due. */
export const NEVER = '9999-12-31'

export const dueOrNull = (dueOn: string): string | null => (dueOn === NEVER ? null : dueOn)

/** 〔2026〕12 */
export const numberOf = ({ year, number }: Pick<NeedLine, 'year' | 'number'>): string =>
  `〔${year}〕${number}`

/** Whether it belongs into the compartment: by its category, or because the receiver asks for it. */
export const liesApart = ({ category, sensitive }: { category: Category; sensitive: boolean }): boolean =>
  sensitive || isSensitive(category)

/** The matter with its words, as far as they can be read. A masked one has `words` null and no text anywhere. */
export const shownOf = (matter: Matter, reading: Reading | null): Need => {
  const { content, steps, referrals, answers, pauses, files, measures, apart, texts, receivedBy, ...frame } =
    matter
  const whole = reading?.whole() ?? null
  const words = whole === null ? null : NeedWords.parse(JSON.parse(whole))
  const said = <Row extends { id: string; content: Uint8Array | null }>({ content: kept, ...row }: Row) => ({
    ...row,
    text: reading?.of({ id: row.id, content: kept }) ?? null,
  })
  const parsed = <Row extends { id: string; content: Uint8Array | null }, Words>(
    { content: kept, ...row }: Row,
    shape: { parse: (value: unknown) => Words },
  ) => {
    const text = reading?.of({ id: row.id, content: kept }) ?? null
    return { ...row, words: text === null ? null : shape.parse(JSON.parse(text)) }
  }
  return {
    ...frame,
    category: frame.category ?? words?.category ?? null,
    area: frame.area ?? words?.area ?? null,
    dueOn: dueOrNull(frame.dueOn),
    line: words?.line ?? null,
    // A visit leads to whom one met: masked with the words.
    visitId: frame.sensitive && words === null ? null : frame.visitId,
    words,
    knows: !frame.sensitive || apart !== null,
    sealedOn: apart?.sealedOn ?? null,
    keepUntil: apart?.keepUntil ?? null,
    steps: steps.map(said),
    answers: answers.map(said),
    pauses: pauses.map(said),
    referrals: referrals.map((row) => parsed(row, ReferralWords)),
    measures: measures.flatMap((row) => {
      const { words: measure, ...rest } = parsed(row, MeasureWords)
      return measure ? [{ ...rest, words: measure }] : []
    }),
    files: files.map(({ content: kept, ...file }) => ({
      ...file,
      name: reading?.of({ id: file.id, content: kept }) ?? null,
    })),
  }
}

/** What a new matter is at first: danger goes before everything; the rest is for triage to say. */
export const firstLevel = (danger: boolean): Level | null => (danger ? 'R0' : null)

/** Whether anything may still be done about it. */
export const isOpen = (state: State): boolean => state !== 'closed'
