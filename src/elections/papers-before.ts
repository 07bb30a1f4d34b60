import { termCalendar } from '../documents/election-calendar.ts'
import type { ElectionPaper } from '../documents/election-paper.ts'
import type { ElectionPaperId } from '../documents/election-papers.ts'

/** Builders of the papers up to the agenda of the meeting: numbers 0–11. */
export const BEFORE: Readonly<Partial<Record<ElectionPaperId, ElectionPaper>>> = {
  // One a line.
  'term-calendar': termCalendar,
}
