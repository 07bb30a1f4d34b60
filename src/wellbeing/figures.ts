import { type Share, shareOf } from './interval.ts'
import { protectedTable } from './suppression.ts'
import type { Question, Tally } from './survey.ts'

/** One question put to one group. Null where it is kept back; the two halves are never shown one without the other. */
export type Figure = {
  entry: string
  label: string
  /** Who was asked, and how many of them answered. */
  asked: number | null
  answered: number | null
  choices: (Share & { id: string; text: string })[] | null
}

export type Group = {
  entry: string
  label: string
  asked: number
  answered: number
  counts: readonly { id: string; text: string; count: number }[]
}

const KEPT_BACK = { asked: null, answered: null, choices: null }

const shown = ({ entry, label, asked, answered, counts }: Group): Figure => ({
  entry,
  label,
  asked,
  answered,
  choices:
    answered === 0 ? [] : counts.map(({ id, text, count }) => ({ id, text, ...shareOf(count, answered) })),
})

const hidden = ({ entry, label }: Group): Figure => ({ entry, label, ...KEPT_BACK })

/** The whole, kept back where fewer than `threshold` answered. A whole that nobody answered is told as such. */
export const wholeOf = (group: Group, threshold: number): Figure => {
  if (group.answered >= threshold) return shown(group)
  return group.answered === 0 && group.asked >= threshold ? shown(group) : hidden(group)
}

/**
 * The groups that make up a whole which is shown beside them: those that few answered are kept back, and with them as many others as
 * it takes that nobody can find them by subtraction.
 */
export const groupsOf = (groups: readonly Group[], threshold: number): Figure[] => {
  const mask = protectedTable(
    groups.map(({ answered }) => [answered]),
    threshold,
  )
  return groups.map((group, at) =>
    mask && !mask.cells[at]![0] && group.asked >= threshold ? shown(group) : hidden(group),
  )
}

/** The figures of a survey's questions: each has its own number of answers, since any may be left out. */
export const surveyFigures = (
  questions: readonly Question[],
  asked: number,
  tally: Tally,
  threshold: number,
): Figure[] =>
  questions.map(({ id, text, choices }) => {
    const counts = choices.map((choice) => ({ ...choice, count: tally[id]?.[choice.id] ?? 0 }))
    const answered = counts.reduce((sum, { count }) => sum + count, 0)
    return wholeOf({ entry: id, label: text, asked, answered, counts }, threshold)
  })
