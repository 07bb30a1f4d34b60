import { neededBy } from '../ballots/reason.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { byStrokes } from '../kernel/strokes.ts'
import { citationOf } from '../rules/citation.ts'
import type { PaperCandidate, PaperFacts, PaperRole } from './election-facts.ts'
import { committeeWords } from './election-paper.ts'
import { electionWords } from './election-posts.ts'
import { dateWords, GAP, numeral } from './wording.ts'

export const dayOr = (on: string | null | undefined): string => (on ? dateWords(on) : GAP)

/** 1990.05, as rosters of candidates give months. */
export const monthOr = (on: string | null | undefined): string =>
  on ? `${on.slice(0, 4)}.${on.slice(5, 7)}` : GAP

export const countOr = (count: number | null | undefined): string => (count == null ? GAP : String(count))

/** Whoever the papers come from: the committee, or the branch itself where it has none. */
export const bodyWords = (facts: PaperFacts): string =>
  facts.form === 'committee' ? committeeWords(facts) : facts.unitName

/** Who votes: 党员, 代表. */
export const voterWords = (facts: Pick<PaperFacts, 'line' | 'unitKind'>): string =>
  electionWords(facts).voters.replace('有选举权的', '')

/** 委员, 书记, 副书记; each line of organisations calls them by its own words. */
export const roleWords = (facts: Pick<PaperFacts, 'line' | 'unitKind'>, role: PaperRole): string =>
  electionWords(facts)[role]

/** 书记、副书记, or 书记 alone. */
export const headsWords = (facts: PaperFacts): string =>
  [roleWords(facts, 'secretary'), ...(facts.deputies > 0 ? [roleWords(facts, 'deputy-secretary')] : [])].join(
    '、',
  )

/** 委员5名，其中书记1名、副书记1名; for a branch without a committee the heads alone. */
export const seatsWords = (facts: PaperFacts): string => {
  const heads = [
    `${roleWords(facts, 'secretary')}1名`,
    ...(facts.deputies > 0 ? [`${roleWords(facts, 'deputy-secretary')}${facts.deputies}名`] : []),
  ].join('、')
  if (facts.form === 'direct') return heads
  const members = `${roleWords(facts, 'member')}${facts.seats}名`
  return facts.kind === 'by-election' ? `补选${members}` : `${members}，其中${heads}`
}

/** Whoever stands: by strokes for the committee, in the order proposed above for its heads. */
export const standing = ({ candidates }: PaperFacts, role: PaperRole): PaperCandidate[] => {
  const here = candidates.filter((each) => each.role === role && each.withdrawnOn === null)
  return role === 'member' ? byStrokes(here) : here.toSorted((one, other) => one.ordinal - other.ordinal)
}

export const namesOf = (people: readonly { name: string }[]): string =>
  people.map(({ name }) => name).join('、') || GAP

/** The least number that the rule of this role accepts for these facts; null where the unit's line has no such rule. */
export const leastBy = (
  { rules }: PaperFacts,
  role: string,
  known: Readonly<Record<string, number>>,
): number | null => {
  const rule = rules[role]
  if (rule?.kind !== 'check') return null
  const needed = neededBy(rule, known)
  return isRefusal(needed) ? null : needed
}

/** How many candidates there must be at least for the seats of the committee. */
export const leastCandidates = (facts: PaperFacts): number | null =>
  facts.form === 'committee'
    ? leastBy(facts, 'surplus', { seats: facts.seats, candidates: standing(facts, 'member').length })
    : null

/** How many must come for the meeting to elect. */
export const leastPresent = (facts: PaperFacts): number | null =>
  facts.base.entitled > 0
    ? leastBy(facts, 'quorum', { entitled: facts.base.entitled, present: facts.base.entitled })
    : null

/** The clause of the rule of this role; empty where there is none. */
export const clauseOf = ({ rules }: PaperFacts, role: string): string => {
  const rule = rules[role]
  // What is mere practice is no clause that a paper could rest on.
  return rule && rule.source.form !== 'practice' ? citationOf(rule) : ''
}

/** （《…》第十三条）, or nothing. */
export const cited = (facts: PaperFacts, role: string): string => {
  const clause = clauseOf(facts, role)
  return clause === '' ? '' : `（${clause}）`
}

/** The share that a rule demands as the organ chose it: 五分之四; null where it demands none. */
export const shareWords = ({ rules }: PaperFacts, role: string): string | null => {
  const rule = rules[role]
  const share = rule?.kind === 'check' ? rule.constants.share : undefined
  if (share === undefined || share.startsWith('0')) return null
  const [top = '1', bottom = '1'] = share.split('/')
  return bottom === '1' ? '全部' : `${numeral(Number(bottom))}分之${numeral(Number(top))}`
}

const titlesOf = ({ rules }: PaperFacts): string[] => {
  const titles = Object.values(rules).map(({ source: { form, title } }) =>
    form === 'regulation' || form === 'plan' ? `《${title}》` : '',
  )
  return [...new Set(titles)].filter(Boolean)
}

/** 《条例》 for the one regulation all rests on; null where there are several. */
const shortOf = (facts: PaperFacts): { title: string; short: string } | null => {
  const [title, ...others] = titlesOf(facts)
  const short = title && /(条例|章程|规定|办法)(（.*）)?》$/.exec(title)?.[1]
  return title && short && others.length === 0 ? { title, short: `《${short}》` } : null
}

/** 不少于 where the share itself is enough, 超过 where the organ's choice asks for more than it. */
export const reachWords = ({ rules }: PaperFacts, role: string): string => {
  const rule = rules[role]
  return rule?.kind === 'check' && rule.constants.inclusive === '0' ? '超过' : '不少于'
}

/** The documents on which the rules of this unit rest, each once; where it is one, with the short name `briefly` uses. */
export const basisWords = (facts: PaperFacts): string => {
  const one = shortOf(facts)
  if (one) return `${one.title}（以下简称${one.short}）`
  return titlesOf(facts).join('、') || GAP
}

/** （《条例》第十三条）, on papers that name their basis by `basisWords`. */
export const briefly = (facts: PaperFacts, role: string): string => {
  const one = shortOf(facts)
  const full = cited(facts, role)
  return one ? full.replace(one.title, one.short) : full
}

/** Whether the election comes in time. Days alone decide; a late one has its reason or shows that none was recorded. */
export const inTimeWords = ({ term, electedOn, plannedOn, lateReason }: PaperFacts): string => {
  const on = electedOn ?? plannedOn
  if (!term?.dueOn || !on) return GAP
  if (on <= term.dueOn) return '选举日期不晚于任期届满日'
  return `选举日期晚于任期届满日，原因：${lateReason ?? GAP}`
}

/** How many candidates there are to be for the seats. */
export const surplusWords = (facts: PaperFacts): string => {
  if (facts.form === 'direct') return ''
  const least = leastCandidates(facts)
  if (least === null) return ''
  const share = shareWords(facts, 'surplus')
  const asked = share ? `的差额不少于应选人数的${share}` : '不少于应选人数'
  return `${roleWords(facts, 'member')}候选人${asked}，应选${facts.seats}名，候选人不少于${least}名${briefly(facts, 'surplus')}。`
}
