import type { ElectionPaper } from '../documents/election-paper.ts'
import type { ElectionPaperId } from '../documents/election-papers.ts'

/** Builders of the papers from the attendance sheet on: numbers 12–21. */
export const AFTER: Readonly<Partial<Record<ElectionPaperId, ElectionPaper>>> = {
  // One a line.
}
