import { AFTER_TAGS } from './election-after-tags.ts'
import { BEFORE_TAGS } from './election-before-tags.ts'
import type { PaperFacts } from './election-facts.ts'
import { ELECTION_HEAD } from './election-head-tags.ts'
import {
  ELECTION_PAPER_IDS,
  type ElectionPaperId,
  type ElectionTemplate,
  electionTemplate,
} from './election-papers.ts'
import type { TagBook } from './template-tags.ts'

const SPECIFIC: Readonly<Partial<Record<ElectionPaperId, TagBook<PaperFacts>>>> = {
  ...BEFORE_TAGS,
  ...AFTER_TAGS,
}

/** What a unit's own template of each paper may say: the head that all share, and what belongs to the one. */
export const ELECTION_TAGS = Object.fromEntries(
  ELECTION_PAPER_IDS.map((id) => [
    electionTemplate(id),
    {
      single: [...ELECTION_HEAD, ...(SPECIFIC[id]?.single ?? [])],
      repeated: SPECIFIC[id]?.repeated ?? [],
    },
  ]),
) as unknown as Readonly<Record<ElectionTemplate, TagBook<PaperFacts>>>
