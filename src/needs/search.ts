import type { NeedWords } from './words.ts'

// Finding by two letters that stand side by side. A text is taken as runs of letters and figures; what stands between parts them.

/** The runs of a text: figures and letters of one width and case, parted by anything else. */
export const runsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((run) => run !== '')

/** Every two letters that stand side by side in a run. */
export const pairsOf = (runs: readonly string[]): Set<string> => {
  const pairs = new Set<string>()
  for (const run of runs) {
    const letters = Array.from(run)
    for (let at = 0; at + 1 < letters.length; at += 1) pairs.add(`${letters[at]}${letters[at + 1]}`)
  }
  return pairs
}

/** Whether every run of what is looked for stands, whole, in some run of the texts. */
export const holdsWords = (texts: readonly string[], looked: string): boolean => {
  const runs = texts.flatMap(runsOf)
  return runsOf(looked).every((wanted) => runs.some((run) => run.includes(wanted)))
}

/** The texts of a matter that are looked through. Her telephone number is found whole or not at all. */
export const textsOf = ({ line, facts, wish, before, asker }: NeedWords, area: string | null): string[] => [
  line,
  facts,
  wish,
  before,
  asker.name,
  asker.note,
  area ?? '',
]

/** A telephone number by its figures; null where it is none. */
export const phoneOf = (text: string): string | null => {
  const figures = text.normalize('NFKC').replace(/[\s\-()+]/g, '')
  if (!/^\d{7,15}$/.test(figures)) return null
  return figures.length === 13 && figures.startsWith('86') ? figures.slice(2) : figures
}

/**
 * Marks of likeness: for each pair of mixings the two smallest results stand for the whole. Two texts share such a mark about as
 * often as the square of the share of pairs that they have in common, so the alike are found without comparing everything.
 */
export const likenessOf = (
  digests: readonly number[],
  { from, marks }: { from: number; marks: number },
): number[] => {
  if (digests.length === 0) return []
  return Array.from({ length: marks }, (_, at) => {
    const one = smallest(digests, 2 * (from + at))
    const other = smallest(digests, 2 * (from + at) + 1)
    return mixed(mixed(one, other), 0x5bd1e995 + from + at)
  })
}

const smallest = (digests: readonly number[], seed: number): number => {
  let least = 0xffffffff
  for (const digest of digests) {
    const turned = mixed(digest, seed) >>> 0
    if (turned < least) least = turned
  }
  return least | 0
}

/** An even mixing of 32 bits. */
const mixed = (value: number, seed: number): number => {
  let turned = Math.imul(value ^ Math.imul(seed + 1, 0x9e3779b1), 0x85ebca6b)
  turned = Math.imul(turned ^ (turned >>> 13), 0xc2b2ae35)
  return turned ^ (turned >>> 16)
}

/** How much two sets of pairs have in common: of the smaller, the share that stands in the other. */
export const sharedIn = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  return few.size === 0 ? 0 : [...few].filter((pair) => many.has(pair)).length / few.size
}

/** The longest words that both texts have, to show why they are taken for alike. */
export const commonWords = (one: readonly string[], other: readonly string[], most = 4): string[] => {
  const theirs = other.flatMap(runsOf)
  const found = new Set<string>()
  for (const run of one.flatMap(runsOf)) {
    const letters = Array.from(run)
    for (let from = 0; from < letters.length; ) {
      let until = from
      while (
        until < letters.length &&
        theirs.some((text) => text.includes(letters.slice(from, until + 1).join('')))
      )
        until += 1
      if (until - from >= 3) found.add(letters.slice(from, until).join(''))
      from = Math.max(until, from + 1)
    }
  }
  return [...found].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, most)
}
