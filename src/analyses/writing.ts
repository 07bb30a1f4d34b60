import type { OwnPart } from './contract.ts'

export type Part = { heading: string; text: string }
/** What is sealed of a draft: its version lies inside, so that keeping it leaves no trace of when she wrote. */
export type Written = { version: number; parts: readonly Part[] }

export const NOTHING: Written = { version: 0, parts: [] }

/**
 * The page of a period: the headings of the present list in their order, then those of a former list under which she has
 * written. What she wrote stays under the heading it was written under.
 */
export const partsShown = (
  headings: readonly string[],
  written: readonly Part[],
  former: readonly Part[],
): OwnPart[] => {
  const textUnder = (parts: readonly Part[], heading: string) =>
    parts.find((part) => part.heading === heading)?.text ?? ''
  const left = written.filter(({ heading, text }) => !headings.includes(heading) && text !== '')
  return [
    ...headings.map((heading) => ({ heading, asked: true })),
    ...left.map(({ heading }) => ({ heading, asked: false })),
  ].map((part) => ({
    ...part,
    text: textUnder(written, part.heading),
    former: textUnder(former, part.heading) || null,
  }))
}

/** The chosen headings under which something is written, in the order in which they stand. */
export const chosenOf = (written: readonly Part[], headings: readonly string[]): Part[] =>
  written.filter(({ heading, text }) => headings.includes(heading) && text.trim() !== '')
