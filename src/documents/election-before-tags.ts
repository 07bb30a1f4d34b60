import type { PaperFacts } from './election-facts.ts'
import type { ElectionPaperId } from './election-papers.ts'
import type { TagBook } from './template-tags.ts'

/** What belongs to the single papers up to the meeting's agenda. */
export const BEFORE_TAGS: Readonly<Partial<Record<ElectionPaperId, TagBook<PaperFacts>>>> = {}
