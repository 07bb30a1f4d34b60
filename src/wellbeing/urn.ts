import { type Chosen, emptyTally, type Survey, type Tally } from './survey.ts'

/**
 * The answers of a running round as one text of one length from the first answer to the last: how often each choice was made, and
 * as many places for own words as there are slips, shuffled with each answer. Two states of an urn differ in content only,
 * and encrypted not even in that. Whose answer went with which words is written nowhere.
 */
export type Urn = string

type Opened = { answers: number; tally: Tally; words: string[] }

export const MOST_WORDS = 150

// Each character takes at most three bytes, or four for two code units.
const PLACE_BYTES = MOST_WORDS * 3
const DIGITS = 6

export const emptyUrn = (survey: Pick<Survey, 'questions'>, slips: number): Urn =>
  closed({ answers: 0, tally: emptyTally(survey), words: Array<string>(slips).fill('') })

/** The urn with one answer more; null where every slip has answered. `below(n)` is a random integer from 0 to n − 1. */
export const withAnswer = (
  urn: Urn,
  chosen: Chosen,
  said: string,
  below: (limit: number) => number,
): Urn | null => {
  const { answers, tally, words } = opened(urn)
  if (answers === words.length) return null
  const counted = Object.fromEntries(
    Object.entries(tally).map(([question, counts]) => [
      question,
      Object.fromEntries(
        Object.entries(counts).map(([choice, count]) => [
          choice,
          count + (chosen[question] === choice ? 1 : 0),
        ]),
      ),
    ]),
  )
  const free = words.indexOf('')
  return closed({
    answers: answers + 1,
    tally: counted,
    words: shuffled(said === '' ? words : words.with(free, said), below),
  })
}

/** What the urn holds: how many answered, the counts, and what was said, in no order. */
export const counted = (urn: Urn): Opened => {
  const { words, ...rest } = opened(urn)
  return { ...rest, words: words.filter((each) => each !== '') }
}

const shuffled = (words: readonly string[], below: (limit: number) => number): string[] => {
  const places = [...words]
  for (let last = places.length - 1; last > 0; last -= 1) {
    const other = below(last + 1)
    const held = places[last]!
    places[last] = places[other]!
    places[other] = held
  }
  return places
}

const digits = (count: number): string => String(count).padStart(DIGITS, '0')

const closed = ({ answers, tally, words }: Opened): Urn =>
  JSON.stringify({
    answers: digits(answers),
    tally: Object.fromEntries(
      Object.entries(tally).map(([question, counts]) => [
        question,
        Object.fromEntries(Object.entries(counts).map(([choice, count]) => [choice, digits(count)])),
      ]),
    ),
    words: words.map(padded),
  })

const opened = (urn: Urn): Opened => {
  const { answers, tally, words } = JSON.parse(urn) as {
    answers: string
    tally: Record<string, Record<string, string>>
    words: string[]
  }
  return {
    answers: Number(answers),
    tally: Object.fromEntries(
      Object.entries(tally).map(([question, counts]) => [
        question,
        Object.fromEntries(Object.entries(counts).map(([choice, count]) => [choice, Number(count)])),
      ]),
    ),
    words: words.map(unpadded),
  }
}

/** Of one length in bytes, whatever is written in it. */
const padded = (text: string): string => {
  const bytes = new Uint8Array(PLACE_BYTES).fill(0x20)
  new TextEncoder().encodeInto(text, bytes)
  return bytes.toBase64()
}

const unpadded = (place: string): string => new TextDecoder().decode(Uint8Array.fromBase64(place)).trimEnd()
