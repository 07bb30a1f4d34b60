import { z } from 'zod'
import { Line } from '../http/endpoint.ts'

/** What is told of a visit, encrypted as one. */
export const VisitWords = z.object({
  /** With whom: as she wishes to be called, or an office. */
  whom: Line(200),
  /** What was seen and heard. */
  seen: Line(3_000),
  /** What was done on the spot. */
  done: Line(1_000),
})
export type VisitWords = z.infer<typeof VisitWords>

/** Where the words of a visit belong; in another row they cannot be read. */
export const visitPlace = (id: string): string => `visit ${id} content`

/** Where the words of a promise belong. */
export const promisePlace = (id: string): string => `visit_promise ${id} content`

/** The words as the text that is sealed: always in one order, so that the same words are the same text. */
export const textOf = ({ whom, seen, done }: VisitWords): string => JSON.stringify({ whom, seen, done })

export const wordsIn = (text: string): VisitWords => VisitWords.parse(JSON.parse(text))

/** How words are encrypted and read, each in its own place. */
export type Sealing = {
  conceal: (text: string, of: string) => Buffer
  reveal: (bytes: Uint8Array, of: string) => string
}
