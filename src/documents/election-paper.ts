import type { PaperFacts, PaperGathering } from './election-facts.ts'
import { committeeOf, electionWords } from './election-posts.ts'
import { type Stretch, typesetStretches } from './typeset.ts'
import { GAP } from './wording.ts'

/** How one paper of an election is made. */
export type ElectionPaper = {
  /** Title and name of the file. */
  name: (facts: PaperFacts) => string
  stretches: (facts: PaperFacts) => readonly Stretch[]
  /** What must be recorded before there is such a paper, as a sentence; null where it can be made. */
  awaits?: (facts: PaperFacts) => string | null
}

export const electionDocx =
  ({ name, stretches }: ElectionPaper) =>
  (facts: PaperFacts): Promise<Uint8Array> =>
    typesetStretches(name(facts), facts.unitName, stretches(facts))

/** How many gaps the paper would print. */
export const gapsOf = ({ stretches }: ElectionPaper, facts: PaperFacts): number =>
  countIn(
    stretches(facts).map(({ children }) => children),
    new Set(),
  )

// What is set is a tree of objects that may hold each other twice; each is looked into once.
const countIn = (part: unknown, seen: Set<object>): number => {
  if (typeof part === 'string') return part.split(GAP).length - 1
  if (typeof part !== 'object' || part === null || seen.has(part)) return 0
  seen.add(part)
  return Object.values(part).reduce((sum: number, inner) => sum + countIn(inner, seen), 0)
}

/** The meeting of that body that counts: the latest that has not failed. */
export const gatheringOn = (
  { gatherings }: PaperFacts,
  body: PaperGathering['body'],
): PaperGathering | undefined =>
  gatherings.filter((each) => each.body === body && each.failedReason === null).at(-1)

/** 换届选举 or 补选. */
export const whatWords = ({ kind }: Pick<PaperFacts, 'kind'>): string =>
  kind === 'renewal' ? '换届选举' : '补选'

/** Who elects: the members, or the delegates and members of a women's federation or a union. */
export const assemblyWords = (facts: Pick<PaperFacts, 'line' | 'unitKind'>): string =>
  electionWords(facts).meeting

/** 第一党支部委员会 for a branch, without saying 委员会 twice. */
export const committeeWords = committeeOf
