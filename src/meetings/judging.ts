import { type RuleOf, toldBy } from '../rules/standing.ts'
import type { Kind, Told, Vote } from './contract.ts'
import type { Counts } from './counts.ts'
import { KIND_OF } from './kinds.ts'

type Base = Pick<Counts, 'voting' | 'votingPresent' | 'notStated' | 'entitled' | 'present'>

/**
 * Whether enough were there: 支部工作条例 art. 11 for a vote of the members' meeting, art. 12 for the committee.
 * Null where no rule asks, where no rule was in force on the day, and while attendance is not stated: missing is not absent.
 */
export const quorumOf = (ruleOf: RuleOf, kind: Kind, base: Base): Told | null => {
  if (base.notStated > 0 || base.voting === 0) return null
  if (KIND_OF[kind].counts !== 'expected')
    return toldBy(ruleOf, KIND_OF[kind].quorum, { entitled: base.voting, present: base.votingPresent })
  const { entitled, present } = base
  const told = toldBy(ruleOf, KIND_OF[kind].quorum, { entitled, present })
  // Where the organ asks for no number, nothing is said about it.
  return told && told.judgment.needed > 0 ? told : null
}

/**
 * Whether a resolution passed: quorum first, then the majority, of 应到会 in the members' meeting (art. 11) and of 实到会
 * elsewhere (党章 art. 17). Without stated attendance or votes nothing is judged and nothing has passed.
 */
export const voteOf = (
  ruleOf: RuleOf,
  kind: Kind,
  { approve }: Pick<Vote, 'approve'>,
  base: Base,
): { passed: boolean; judgments: Told[] } => {
  const quorum = quorumOf(ruleOf, kind, base)
  const majority =
    base.notStated > 0 || approve === null
      ? null
      : toldBy(ruleOf, KIND_OF[kind].majority, majorityFacts(kind, approve, base))
  const judgments = [quorum, majority].filter((told) => told !== null)
  return { passed: majority !== null && judgments.every(({ judgment }) => judgment.holds), judgments }
}

const majorityFacts = (kind: Kind, approve: number, base: Base) =>
  KIND_OF[kind].majority === 'general-meeting.majority'
    ? { entitled: base.voting, approve }
    : { present: base.votingPresent, approve }
