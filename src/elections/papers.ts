import type { PaperFacts } from '../documents/election-facts.ts'
import { type ElectionPaper, gapsOf } from '../documents/election-paper.ts'
import type { ElectionPaperId } from '../documents/election-papers.ts'
import { AFTER } from './papers-after.ts'
import { BEFORE } from './papers-before.ts'

/** How each paper is made. */
export const PAPERS: Readonly<Partial<Record<ElectionPaperId, ElectionPaper>>> = { ...BEFORE, ...AFTER }

/** How far a paper is: nothing to print yet, printed with gaps, or whole. */
export type PaperState = { state: 'complete' | 'gaps' | 'not-yet'; gaps: number; awaits: string | null }

export const paperState = (paper: ElectionPaper, facts: PaperFacts): PaperState => {
  const awaits = paper.awaits?.(facts) ?? null
  if (awaits !== null) return { state: 'not-yet', gaps: 0, awaits }
  const gaps = gapsOf(paper, facts)
  return { state: gaps === 0 ? 'complete' : 'gaps', gaps, awaits: null }
}
