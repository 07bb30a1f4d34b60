import type { AppraisalForm, BallotSheet } from '../documents/appraisal-form.ts'
import type { AppraisalSummary } from '../documents/appraisal-summary.ts'
import { TERMS, type Term } from '../glossary.ts'
import { CONSIDERED, CONSIDERED_WORDS } from './kinds.ts'
import { graded, type Round, type RoundSeat, takingPart, voters } from './round.ts'

/** What a form says of a person beside the round itself. */
export type PersonOnPaper = {
  personId: string
  sex: 'female' | 'male' | null
  ethnicity: string | null
  bornOn: string | null
  education: string | null
  joinedOn: string | null
  joinedPrecision: 'day' | 'month'
  occupation: string | null
  posts: string[]
}

const BODIES = { committee: '支部委员会', members: '支部党员大会' } as const

/** What a person's 登记表 says; `self` as far as whoever prints it may read it. */
export const formOf = (
  round: Round,
  seat: RoundSeat,
  person: PersonOnPaper | undefined,
  organName: string,
  self: AppraisalForm['self'],
): AppraisalForm => ({
  organName,
  unitName: round.unitName,
  forYear: round.forYear,
  name: seat.name,
  sex: person?.sex ? (person.sex === 'female' ? '女' : '男') : null,
  born: monthOf(person?.bornOn),
  ethnicity: person?.ethnicity ?? null,
  education: person?.education ?? null,
  joined: monthOf(person?.joinedOn),
  occupation: person?.occupation ?? null,
  post: person?.posts.map((post) => TERMS[post as Term] ?? post).join('、') || null,
  self,
  groupOpinion: seat.remark,
  sheets: sheetsOf(round),
  counts: seat.counts,
  opinion: seat.opinion,
  improvement: seat.improvement,
  grade: seat.grade && TERMS[seat.grade],
  because: seat.because,
  decidedBy: round.decidedBy && BODIES[round.decidedBy],
  decidedOn: round.decidedOn,
  toldOn: seat.toldOn,
  superiorOpinion: round.superiorOpinion,
  superiorOn: round.superiorOn,
})

const monthOf = (on: string | null | undefined): string | null =>
  on ? `${on.slice(0, 4)}年${Number(on.slice(5, 7))}月` : null

const sheetsOf = ({ poll }: Round) =>
  poll?.state === 'closed'
    ? { issued: poll.issued ?? 0, returned: poll.returned ?? 0, valid: poll.valid ?? 0 }
    : null

export const ballotSheetOf = (round: Round, organName: string): BallotSheet => ({
  organName,
  unitName: round.unitName,
  forYear: round.forYear,
  people: graded(round).map(({ name }) => ({ name })),
})

export const summaryOf = (round: Round, organName: string): AppraisalSummary => {
  const { poll } = round
  return {
    organName,
    unitName: round.unitName,
    forYear: round.forYear,
    entitled: voters(round),
    polledOn: poll?.polledOn ?? null,
    sheets: sheetsOf(round),
    totals:
      poll?.detail === 'total' && poll.excellent != null
        ? {
            excellent: poll.excellent,
            qualified: poll.qualified ?? 0,
            basicallyQualified: poll.basicallyQualified ?? 0,
            unqualified: poll.unqualified ?? 0,
            abstained: poll.abstained ?? 0,
          }
        : null,
    decidedBy: round.decidedBy && BODIES[round.decidedBy],
    decidedOn: round.decidedOn,
    considered: CONSIDERED.filter((each) => round.considered.includes(each)).map(
      (each) => CONSIDERED_WORDS[each],
    ),
    people: graded(round).map(({ name, counts, grade, toldOn }) => ({
      name,
      counts,
      grade: grade && TERMS[grade],
      toldOn,
    })),
    ungraded: takingPart(round)
      .filter(({ role }) => role === 'ungraded')
      .map(({ name, because }) => ({ name, because: because ?? '' })),
  }
}
