import type { PaperFacts, PaperGathering, PaperRole, PaperRound } from './election-facts.ts'
import { committeeOf, electionWords } from './election-posts.ts'
import { dateWords, GAP, numeral } from './wording.ts'

/** A ballot with the meeting at which it was held. */
export type HeldRound = { gathering: PaperGathering; round: PaperRound }

export const roundsIn = (
  { gatherings }: Pick<PaperFacts, 'gatherings'>,
  roles: readonly PaperRole[],
): HeldRound[] =>
  gatherings.flatMap((gathering) =>
    gathering.rounds
      .filter(({ role }) => roles.includes(role))
      .map((round): HeldRound => ({ gathering, round })),
  )

export const ALL_ROLES: readonly PaperRole[] = ['member', 'secretary', 'deputy-secretary']

/** 委员选举（第二次投票）; with the day where the meeting had to be held again. */
export const roundTitle = (facts: PaperFacts, { gathering, round }: HeldRound): string => {
  const again = round.ordinal > 1 ? `（第${numeral(round.ordinal)}次投票）` : ''
  const held = facts.gatherings.filter(({ body }) => body === gathering.body).length > 1
  return `${electionWords(facts)[round.role]}选举${again}${held ? `（${dateWords(gathering.heldOn)}）` : ''}`
}

/** Who votes, before a number of them: the meeting's voters, or the members of the new committee. */
export const votersOf = (facts: PaperFacts, { body }: Pick<PaperGathering, 'body'>): string =>
  body === 'committee' ? electionWords(facts).member : electionWords(facts).voters

/** The meeting by its whole name. */
export const meetingOf = (facts: PaperFacts, { body }: Pick<PaperGathering, 'body'>): string =>
  body === 'committee'
    ? `${committeeOf(facts)}第一次全体会议`
    : `${facts.unitName}${electionWords(facts).meeting}`

/** The two halves of a title that names the meeting. */
export const meetingTitle = (
  facts: PaperFacts,
  { body }: Pick<PaperGathering, 'body'>,
  what: string,
): [string, string] =>
  body === 'committee'
    ? [committeeOf(facts), `第一次全体会议${what}`]
    : [facts.unitName, `${electionWords(facts).meeting}${what}`]

export const WHY_AGAIN = {
  first: null,
  tie: '得票相等，再次投票',
  shortfall: '名额未满，另行选举',
  void: '重新选举',
} as const satisfies Record<PaperRound['why'], string | null>

export const figure = (count: number | null): string => (count === null ? GAP : String(count))
export const people = (count: number | null): string => `${figure(count)}人`
export const sheets = (count: number | null): string => `${figure(count)}张`

/** Sheets that were neither given out nor spoiled and exchanged: sealed with the rest. */
export const leftOf = ({ printed, issued, spoiled }: PaperRound): number | null =>
  printed === null || issued === null ? null : printed - issued - spoiled

export const validOf = ({ returned, void: voided }: PaperRound): number | null =>
  returned === null || voided === null ? null : returned - voided

export const ELECTION_WORDS = {
  valid: '选举有效',
  void: '选举无效',
  'not-quorate': '到会人数不足，不能选举',
} as const

/** What the round came to in a sentence each: who is elected, who is voted on again, what is left open. */
export const verdictWords = (facts: PaperFacts, { round }: HeldRound): string[] => {
  const { outcome } = round
  if (outcome === null) return [GAP]
  const { election, elected, runoff, shortfall } = outcome
  if (election !== 'valid') return [`${ELECTION_WORDS[election]}，没有人当选。`]
  const post = electionWords(facts)[round.role]
  return [
    elected.length === 0
      ? `没有人得到须有的赞成票，${post}没有选出。`
      : `当选${post}${elected.length}人：${elected.join('、')}。`,
    ...(runoff?.why === 'tie'
      ? [`${runoff.among.join('、')}得票相等，就剩余的${runoff.seats}个名额再次投票。`]
      : []),
    ...(shortfall > 0 ? [`当选人少于应选人数，缺${shortfall}人。`] : []),
  ]
}
