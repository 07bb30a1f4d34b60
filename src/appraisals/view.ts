import type { Grants } from '../kernel/access.ts'
import { may } from '../kernel/access.ts'
import { book } from '../rules/book.ts'
import type { Appraisal, AppraisalLine } from './contract.ts'
import { capOf, judgmentsOf, rulesOn } from './judging.ts'
import { hindrances } from './readiness.ts'
import { circlesOf, type Round, voters } from './round.ts'
import { stepsOf } from './steps.ts'

/** What the rules say of the round as it stands, and what keeps it from being closed. */
export const judged = (round: Round, today: string) => {
  const rules = rulesOn(book, round.choices, round.decidedOn ?? today)
  const cap = capOf(round, rules)
  const judgments = judgmentsOf(round, rules.ruleOf)
  return { cap, judgments, hindrances: hindrances(round, cap, judgments) }
}

/** The round as a page shows it to whoever holds these rights. */
export const shown = (round: Round, grants: Grants, today: string): Appraisal => {
  const read = may(grants, 'appraisal.read', round.path)
  const { cap, judgments, hindrances: missing } = judged(round, today)
  return {
    ...round,
    seats: round.seats.map(({ paperOn, selfOn, ...seat }) => ({ ...seat, self: selfOf(paperOn, selfOn) })),
    poll: round.poll && { ...round.poll, totals: totalsOf(round.poll), voted: round.voted },
    circles: circlesOf(round)
      .map(({ unitId, name, path }) => ({ unitId, name, may: may(grants, 'appraisal.mutual', path) }))
      .filter((circle) => read || circle.may),
    steps: read ? stepsOf(round) : [],
    voters: voters(round),
    cap: read ? cap : null,
    judgments: read ? judgments : [],
    hindrances: read ? missing.map(({ message }) => message) : [],
    permits: { lead: may(grants, 'appraisal.lead', round.path), read },
  }
}

const selfOf = (paperOn: string | null, selfOn: string | null) => {
  const on = paperOn ?? selfOn
  return on === null ? null : { on, onPaper: selfOn === null }
}

const totalsOf = (poll: NonNullable<Round['poll']>) =>
  poll.excellent == null
    ? null
    : {
        excellent: poll.excellent,
        qualified: poll.qualified ?? 0,
        basicallyQualified: poll.basicallyQualified ?? 0,
        unqualified: poll.unqualified ?? 0,
        abstained: poll.abstained ?? 0,
      }

type Row = Omit<AppraisalLine, 'next'> & { decidedOn: string | null; polled: boolean }

/** A line of the list with what comes next. */
export const lineOf = ({ decidedOn, polled, ...row }: Row): AppraisalLine => ({
  ...row,
  next: nextOf(row.closedOn, decidedOn, polled),
})

const nextOf = (closedOn: string | null, decidedOn: string | null, polled: boolean): string => {
  if (closedOn !== null) return '已办结'
  if (decidedOn !== null) return '待办结'
  return polled ? '待组织评定' : '自评、互评和测评'
}
