import type { PaperFacts } from './election-facts.ts'
import type { ElectionPaperId } from './election-papers.ts'
import type { TagBook } from './template-tags.ts'

/** What belongs to the single papers from the attendance sheet on. */
export const AFTER_TAGS: Readonly<Partial<Record<ElectionPaperId, TagBook<PaperFacts>>>> = {}
