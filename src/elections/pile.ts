import type { Ballot, Choice, Tally } from '../ballots/ballot.ts'
import { count } from '../ballots/count.ts'
import type { ElectionRules } from '../ballots/election-rules.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'

// The pile of ballots as one teller read it, in the order of the pile. It is kept sealed, as one text of even length.

/** Somebody written in; who is on no roster is known by name. */
export type Person = { personId: string | null; name: string }

/**
 * One sheet: a mark for each name of the ballot, in its order, and those written in. `unreadable`: the scrutineers found it void
 * for another reason than the number of its choices, which the count sees by itself.
 */
export type Sheet = { choices: readonly Choice[]; writeIns: readonly Person[]; unreadable: boolean }

const MARKS: Record<Choice, string> = { approve: '+', oppose: '-', abstain: '0' }
const CHOICE_OF: Readonly<Record<string, Choice>> = { '+': 'approve', '-': 'oppose', '0': 'abstain' }

const LEAST_BYTES = 4096

/**
 * The pile as text, filled with blanks to a size that does not depend on the marks: whoever watches the sealed value grow
 * learns nothing of a sheet. A pile longer than usual doubles the size.
 */
export const pileText = (sheets: readonly Sheet[]): string => {
  const text = JSON.stringify(
    sheets.map(({ choices, writeIns, unreadable }) => [
      choices.map((choice) => MARKS[choice]).join('') + (unreadable ? 'x' : '.'),
      ...writeIns.map(({ personId, name }) => (personId === null ? name : [personId, name])),
    ]),
  )
  const bytes = new TextEncoder().encode(text).length
  let size = LEAST_BYTES
  while (size < bytes * 2) size *= 2
  return text + ' '.repeat(size - bytes)
}

export const sheetsIn = (text: string): Sheet[] =>
  (JSON.parse(text) as [string, ...(string | [string, string])[]][]).map(([marks, ...written]) => ({
    choices: [...marks.slice(0, -1)].map((mark) => CHOICE_OF[mark] ?? 'abstain'),
    unreadable: marks.endsWith('x'),
    writeIns: written.map((each) =>
      typeof each === 'string' ? { personId: null, name: each } : { personId: each[0], name: each[1] },
    ),
  }))

/** The pile with a sheet put at its place: the next one, or one read before. */
export const withSheet = (
  sheets: readonly Sheet[],
  place: number,
  sheet: Sheet,
  most: number,
): Sheet[] | Refusal => {
  if (place > sheets.length + 1)
    return refuse(
      'conflict',
      `已录到第 ${sheets.length} 张，下一张应是第 ${sheets.length + 1} 张。请按顺序录。`,
      {
        field: 'place',
      },
    )
  if (place > most)
    return refuse('conflict', `收回的选票是 ${most} 张，已经录满。请核对收回张数，或有没有一张录了两次。`, {
      field: 'place',
    })
  return sheets.toSpliced(place - 1, 1, sheet)
}

/** A sheet as it is compared: whom it writes in counts, in whatever order. */
const bare = ({ choices, writeIns, unreadable }: Sheet): string =>
  JSON.stringify([
    unreadable,
    choices,
    [...new Set(writeIns.map(({ personId, name }) => personId ?? name))].sort(),
  ])

export type Difference = { place: number; first: Sheet | null; second: Sheet | null }

/** Where the two readings of one pile say different things, by the place in the pile. */
export const differencesOf = (first: readonly Sheet[], second: readonly Sheet[]): Difference[] =>
  Array.from({ length: Math.max(first.length, second.length) }, (_, at) => ({
    place: at + 1,
    first: first[at] ?? null,
    second: second[at] ?? null,
  })).filter(({ first: one, second: other }) => one === null || other === null || bare(one) !== bare(other))

/** Everyone written in on any sheet, each once. */
export const writtenIn = (sheets: readonly Sheet[]): Person[] => {
  const people = new Map<string, Person>()
  for (const { writeIns } of sheets)
    for (const person of writeIns) people.set(person.personId ?? person.name, person)
  return [...people.values()]
}

type Asked = {
  sheets: readonly Sheet[]
  seats: number
  /** The names of the ballot, in its order. */
  names: readonly string[]
  /** The key by which somebody written in is counted. */
  keyOf: (person: Person) => string
}

/** What a pile that both read alike adds up to. */
export const pileTally = (rules: ElectionRules, { sheets, seats, names, keyOf }: Asked): Tally => {
  const ballots: Ballot[] = sheets
    .filter(({ unreadable }) => !unreadable)
    .map(({ choices, writeIns }) => ({
      choices: Object.fromEntries(names.map((name, at) => [name, choices[at] ?? 'abstain'])),
      writeIns: writeIns.map(keyOf),
    }))
  const tally = count(rules, { seats, candidates: names, ballots })
  const more = sheets.length - ballots.length
  return { ...tally, returned: tally.returned + more, void: tally.void + more }
}
