import type { Judgment } from '../kernel/outcome.ts'
import type { Judged, PaperMeeting, PaperResolution } from './contract.ts'

/**
 * The vote as a record writes it, made of the counts and the judgments: the base, the turnout, the clause and its line, the
 * votes, and what they came to. Nothing is said that was not counted.
 */

/** How a quorum names its base and its line. Rules not listed are told in the words that came with the judgment. */
const QUORUM: Readonly<Record<string, { base: string; line: string }>> = {
  'general-meeting.quorum': { base: '应到会有表决权党员', line: '半数以上' },
  'committee-meeting.quorum': { base: '应到会委员', line: '半数以上' },
}

const MAJORITY: Readonly<Record<string, { base: string; line: string }>> = {
  'general-meeting.majority': { base: '应到会有表决权党员', line: '半数' },
}

const strip = (words: string): string => words.replace(/[。；;]$/, '')

/** 应到会有表决权党员29人，实到26人，符合《…》第十一条“半数以上”（15人）的要求 */
export const quorumWords = ({ judgment, words }: Judged): string => {
  const rule = QUORUM[judgment.rule]
  const { entitled, present } = judgment.numbers
  if (rule === undefined || entitled === undefined || present === undefined) return strip(words)
  const verdict = judgment.holds ? '符合' : '不符合'
  return `${rule.base}${entitled}人，实到${present}人，${verdict}${judgment.citation}“${rule.line}”（${judgment.needed}人）的要求`
}

/** 赞成票超过应到会有表决权党员的半数（29人的半数，须15票） */
const majorityWords = ({ judgment, words }: Judged): string => {
  const rule = MAJORITY[judgment.rule]
  if (rule === undefined) return strip(words)
  return `赞成票${judgment.holds ? '超过' : '未超过'}${rule.base}的${rule.line}（须达${judgment.needed}票）`
}

const isQuorum = (judgment: Judgment): boolean => judgment.rule.endsWith('.quorum')

/** Whoever was there with a vote and is in none of the three counts. */
export const notVoted = ({ present, approve, oppose, abstain }: PaperResolution): number =>
  Math.max(0, present - approve - oppose - abstain)

const countsWords = (resolution: PaperResolution): string => {
  const missing = notVoted(resolution)
  const counts = `赞成${resolution.approve}票，反对${resolution.oppose}票，弃权${resolution.abstain}票`
  return missing === 0 ? counts : `${counts}，未投票${missing}人`
}

/** The whole sentence under a resolution. Without a judgment it keeps to the counts and the outcome. */
export const voteWords = (resolution: PaperResolution): string => {
  const quorums = resolution.judgments.filter(({ judgment }) => isQuorum(judgment)).map(quorumWords)
  const others = resolution.judgments.filter(({ judgment }) => !isQuorum(judgment)).map(majorityWords)
  const base = `应到会有表决权${resolution.entitled}人，实到${resolution.present}人`
  const outcome = resolution.passed ? '决议通过' : '决议未通过'
  return `${[...(quorums.length === 0 ? [base] : quorums), [countsWords(resolution), ...others, outcome].join('，')].join('；')}。`
}

/** Every clause that judged the meeting or asked for it, each once, in the order of its first use. */
export const clauses = ({ judgments, resolutions, feeds }: PaperMeeting): string[] => {
  const judged = [...judgments, ...resolutions.flatMap((resolution) => resolution.judgments)]
  return [
    ...new Set([
      ...judged.map(({ judgment }) => judgment.citation),
      ...feeds.map(({ citation }) => citation),
    ]),
  ]
}
