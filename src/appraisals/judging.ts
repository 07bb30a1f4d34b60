import type { Told } from '../meetings/contract.ts'
import type { Settled } from '../rules/parameters.ts'
import { type Book, type RuleOf, rulesUnder, settledOn, toldBy } from '../rules/standing.ts'
import { graded, type Round, takingPart } from './round.ts'
import { threeSteps } from './steps.ts'

/** The rules as they stood for the organ on the day, with its choices up to then. */
export const rulesOn = (
  book: Book,
  choices: Round['choices'],
  on: string,
): { ruleOf: RuleOf; settled: Settled } => {
  const settled = settledOn(choices, on)
  return { ruleOf: rulesUnder(book, settled, on), settled }
}

/** 优秀 against its cap; of all members or of those graded, as the organ chose (BRA-26). */
export const capOf = (round: Round, { ruleOf, settled }: ReturnType<typeof rulesOn>): Told | null => {
  const base = settled['review.excellentCap.base'] === 'graded' ? graded(round) : takingPart(round)
  const excellent = graded(round).filter(({ grade }) => grade === 'excellent').length
  return toldBy(ruleOf, 'appraisal.excellent-cap', { members: base.length, excellent })
}

/** What else the rules say of the round: the three steps, that daily performance was weighed, that each has a grade and knows it. */
export const judgmentsOf = (round: Round, ruleOf: RuleOf): Told[] => {
  const people = graded(round)
  const given = people.filter(({ grade }) => grade !== null).length
  const told = people.filter(({ toldOn }) => toldOn !== null).length
  const probationary = takingPart(round).filter(({ status }) => status === 'probationary')
  return [
    toldBy(ruleOf, 'appraisal.steps', { steps: threeSteps(round) }),
    toldBy(ruleOf, 'appraisal.daily-performance', {
      opinions: given,
      considered: round.considered.length > 0 ? given : 0,
    }),
    toldBy(ruleOf, 'appraisal.graded', { full: people.length, graded: given }),
    toldBy(ruleOf, 'appraisal.probationary', {
      probationary: probationary.length,
      graded: probationary.filter(({ role }) => role === 'graded').length,
    }),
    toldBy(ruleOf, 'appraisal.told', { graded: given, told: Math.min(told, given) }),
  ].filter((judged) => judged !== null)
}
