import { byStrokes } from '../kernel/strokes.ts'
import type { Marks } from './ballot-marks.ts'
import { type BallotPaper, ballotStretch } from './ballot-sheet.ts'
import type { PaperFacts, PaperRole } from './election-facts.ts'
import type { ElectionPaper } from './election-paper.ts'
import { committeeOf, electionWords } from './election-posts.ts'
import { type HeldRound, roundsIn } from './election-rounds.ts'

/** The two kinds of ballot: names by strokes, and names in the order approved above. */
export const BALLOT_KINDS = {
  members: ['member'],
  heads: ['secretary', 'deputy-secretary'],
} as const satisfies Record<string, readonly PaperRole[]>
export type BallotKind = keyof typeof BALLOT_KINDS

/** A ballot that is or was voted with; `round` is null before it is opened. */
export type Ballot = { round: string | null; role: PaperRole; again: boolean; paper: BallotPaper }

/** Every ballot of the kind, one a round; before there is a round, the one that the candidates make. */
export const ballotsOf = (facts: PaperFacts, kind: BallotKind, marks: Marks = 'each'): Ballot[] =>
  BALLOT_KINDS[kind].flatMap((role) => {
    const held = roundsIn(facts, [role])
    return held.length > 0 ? held.map((each) => voted(facts, each, marks)) : planned(facts, role, marks)
  })

const voted = (facts: PaperFacts, { gathering, round }: HeldRound, marks: Marks): Ballot => {
  const again = round.why === 'first' ? null : round.why
  return {
    round: round.id,
    role: round.role,
    again: again !== null,
    paper: {
      ...common(facts, round.role, marks),
      heldOn: gathering.heldOn,
      seats: round.seats,
      names: round.names
        .filter(({ writtenIn }) => !writtenIn)
        .toSorted((one, other) => one.ordinal - other.ordinal)
        .map(({ name }) => name),
      again,
      writeIns: again === 'tie' ? 0 : round.seats,
    },
  }
}

const planned = (facts: PaperFacts, role: PaperRole, marks: Marks): Ballot[] => {
  const names = standingFor(facts, role)
  if (names.length === 0) return []
  const seats = { member: facts.seats, secretary: 1, 'deputy-secretary': facts.deputies }[role]
  const paper = {
    ...common(facts, role, marks),
    heldOn: facts.plannedOn,
    seats,
    names,
    again: null,
    writeIns: seats,
  }
  return [{ round: null, role, again: false, paper }]
}

const common = (facts: PaperFacts, role: PaperRole, marks: Marks) => ({
  unitName: facts.unitName,
  post:
    role === 'member'
      ? `${committeeOf(facts).slice(facts.unitName.length)}${facts.line === 'federation' ? '' : electionWords(facts).member}` ||
        electionWords(facts).member
      : electionWords(facts)[role],
  order: role === 'member' ? ('strokes' as const) : ('approved' as const),
  writeInNeedsOppose: facts.rules['abstainer-write-in'] !== undefined,
  marks,
})

/** Whoever still stands: for the committee by strokes, for a head in the order approved above. */
export const standingFor = ({ candidates }: PaperFacts, role: PaperRole): string[] => {
  const standing = candidates.filter((each) => each.role === role && each.withdrawnOn === null)
  const ordered =
    role === 'member' ? byStrokes(standing) : standing.toSorted((one, other) => one.ordinal - other.ordinal)
  return ordered.map(({ name }) => name)
}

const specimen = (kind: BallotKind, what: string): ElectionPaper => ({
  name: ({ unitName }) => `${unitName}${what}`,
  stretches: (facts) => ballotsOf(facts, kind).map(({ paper }) => ballotStretch(paper, 'A4', 1)),
  awaits: (facts) =>
    ballotsOf(facts, kind).length > 0 ? null : '还没有登记候选人。登记以后，选票就能印出来。',
})

/** 委员选票, as it was voted with, one a round. */
export const memberBallot: ElectionPaper = {
  ...specimen('members', '委员选票'),
  awaits: (facts) =>
    facts.form === 'direct'
      ? '不设委员会，没有委员选票。'
      : (specimen('members', '').awaits?.(facts) ?? null),
}
/** 书记、副书记选票. */
export const headBallot: ElectionPaper = specimen('heads', '书记、副书记选票')
