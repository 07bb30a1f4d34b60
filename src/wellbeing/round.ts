import { type Figure, surveyFigures } from './figures.ts'
import type { Survey, Tally } from './survey.ts'

type Closed = {
  slips: number
  sheets: number
  closedOn: string | null
  bySlip: number | null
  bySheet: number | null
  figures: readonly { question: string; choice: string; count: number }[]
}

export const tallyOf = (figures: Closed['figures']): Tally => {
  const tally: Record<string, Record<string, number>> = {}
  for (const { question, choice, count } of figures) {
    tally[question] ??= {}
    tally[question][choice] = count
  }
  return tally
}

/** What a round shows: nothing while it runs, lest two looks tell what came in between; nothing where too few answered. */
export const shownRound = (
  { slips, sheets, closedOn, bySlip, bySheet, figures }: Closed,
  { questions }: Pick<Survey, 'questions'>,
  threshold: number,
): { asked: number; answered: number | null; questions: Figure[] } => {
  const asked = slips + sheets
  const answered = (bySlip ?? 0) + (bySheet ?? 0)
  return closedOn === null || answered < threshold
    ? { asked, answered: null, questions: [] }
    : { asked, answered, questions: surveyFigures(questions, asked, tallyOf(figures), threshold) }
}
