import { CHOICES, type Choice } from './kinds.ts'

/**
 * The ballots of a running poll as one text of one length from the first ballot to the last: as many places as there are
 * voters, each as wide as there are people to be graded. Each ballot that goes in takes an empty place, and all places are
 * shuffled: two states of an urn differ in content only, and encrypted not even in that (docs/decisions/2026-11-22-appraisals.md).
 */
export type Urn = string

const LETTERS: Readonly<Record<Choice, string>> = {
  excellent: 'e',
  qualified: 'q',
  'basically-qualified': 'b',
  unqualified: 'u',
  abstain: 'a',
}
const EMPTY = '-'

export const emptyUrn = (voters: number, people: number): Urn => EMPTY.repeat(voters * people)

/** The urn with one ballot more; null where no place is left. `below(n)` is a random integer from 0 to n − 1. */
export const withBallot = (
  urn: Urn,
  ballot: readonly Choice[],
  below: (limit: number) => number,
): Urn | null => {
  const places = placesOf(urn, ballot.length)
  const free = places.findIndex((place) => place.startsWith(EMPTY))
  if (free === -1) return null
  places[free] = ballot.map((choice) => LETTERS[choice]).join('')
  for (let last = places.length - 1; last > 0; last -= 1) {
    const other = below(last + 1)
    const held = places[last]!
    places[last] = places[other]!
    places[other] = held
  }
  return places.join('')
}

export const ballotsIn = (urn: Urn, people: number): string[] =>
  placesOf(urn, people).filter((place) => !place.startsWith(EMPTY))

/** How often each choice was made for each person, in the order in which the ballots name them. */
export const tallied = (urn: Urn, people: number): Record<Choice, number>[] => {
  const ballots = ballotsIn(urn, people)
  return Array.from({ length: people }, (_, person) => {
    const count = (choice: Choice) => ballots.filter((ballot) => ballot[person] === LETTERS[choice]).length
    return Object.fromEntries(CHOICES.map((choice) => [choice, count(choice)])) as Record<Choice, number>
  })
}

const placesOf = (urn: Urn, width: number): string[] =>
  width === 0
    ? []
    : Array.from({ length: urn.length / width }, (_, at) => urn.slice(at * width, (at + 1) * width))
