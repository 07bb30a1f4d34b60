import type { Opinion } from './contract.ts'

type Row = Omit<Opinion, 'text'> & { content: Uint8Array }
/** As the route is handed it; see src/database/sealed.ts. */
type Reveals = { reveal: (bytes: Uint8Array, of: string) => string }

/** The place of an opinion's text, by which it is sealed. */
export const placeOfOpinion = (id: string): string => `analysis_opinion ${id} content`
export const placeOfAnalysis = (id: string): string => `analysis ${id} content`
export const placeOfDraft = (person: string, from: string): string =>
  `analysis_draft ${person} ${from} content`
export const placeOfSelfCheck = (person: string, year: number): string =>
  `self_check ${person} ${year} content`

export const revealedOpinions = (sealed: Reveals, rows: readonly Row[]): Opinion[] =>
  rows.map(({ content, ...row }) => ({ ...row, text: sealed.reveal(content, placeOfOpinion(row.id)) }))
