import { surveys } from './read.ts'
import { shownRound } from './round.ts'
import type { Round } from './round-store.ts'
import type { Survey } from './survey.ts'

/** A survey whose file was taken away keeps its rounds under its name. */
export const surveyOf = (id: string): Survey =>
  surveys.get(id) ?? { title: id, purpose: '', questions: [], words: '' }

export const lineOf = (round: Round, threshold: number) => {
  const { id, survey, audience, fromOn, untilOn, closedOn } = round
  const definition = surveyOf(survey)
  return {
    id,
    survey,
    title: definition.title,
    audience,
    fromOn,
    untilOn,
    closedOn,
    ...shownRound(round, definition, threshold),
  }
}
