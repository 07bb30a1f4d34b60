import { ruleIdFor } from '../ballots/election-rules.ts'
import type { Election, StepId } from './facts.ts'
import { headTitle } from './titles.ts'

/** The steps of an election in the order of the work; the meeting is one of them, and is kept on pages of its own. */
export const ORDER = [
  'decision',
  'request',
  'reply',
  'notice',
  'voters',
  'nomination',
  'comparison',
  'candidates-request',
  'candidates-reply',
  'work-report',
  'method',
  'meeting',
  'announcement',
  'division',
  'result-report',
  'result-reply',
  'public-notice',
  'archive',
] as const satisfies readonly (StepId | 'meeting')[]
export type Place = (typeof ORDER)[number]

export const PHASES = ['preparing', 'meeting', 'after'] as const
export type Phase = (typeof PHASES)[number]

export const phaseOf = (step: Place): Phase => {
  if (step === 'meeting') return 'meeting'
  return ORDER.indexOf(step) < ORDER.indexOf('meeting') ? 'preparing' : 'after'
}

/** What a step is told by: of which unit, in which form, and who stands above. */
export type Setting = Pick<Election, 'kind' | 'form' | 'unitKind' | 'superior' | 'deputies'> & {
  /** The organ's choice of `org.superiorChain`. */
  chain: string
}

/** The Party's organisations elect by the Party's rules; no other line borrows them. */
export const isParty = (unitKind: string): boolean =>
  ruleIdFor(unitKind, 'quorum')?.startsWith('election.') ?? false

/** Why a step falls away for this election; null where it is needed. */
export const notNeeded = (step: Place, { kind, form, unitKind }: Setting): string | null => {
  if (form === 'direct' && step === 'comparison') return '不设委员会，候选人由全体党员讨论提出。'
  if (form === 'direct' && step === 'division') return '不设委员会，没有委员分工。'
  if (kind === 'by-election' && step === 'work-report') return '补选不作上届委员会工作报告。'
  if (!isParty(unitKind) && step === 'comparison') return '按本组织的章程酝酿，结果记在提名推荐里。'
  return null
}

/** The steps that carry the number of a paper (文号). */
export const NUMBERED: readonly Place[] = [
  'request',
  'reply',
  'candidates-request',
  'candidates-reply',
  'result-report',
  'result-reply',
]

/** The steps that come from above. */
export const REPLIES: readonly Place[] = ['reply', 'candidates-reply', 'result-reply']

/** What must have happened before a step makes sense. */
const BEFORE: Partial<Record<Place, readonly Place[]>> = {
  request: ['decision'],
  reply: ['request'],
  notice: ['reply'],
  voters: ['decision'],
  nomination: ['decision'],
  comparison: ['nomination'],
  'candidates-request': ['nomination', 'comparison'],
  'candidates-reply': ['candidates-request'],
  meeting: ['reply', 'notice', 'voters', 'candidates-reply'],
  announcement: ['meeting'],
  division: ['meeting'],
  'result-report': ['meeting', 'division'],
  'result-reply': ['result-report'],
  'public-notice': ['meeting'],
  archive: ['result-reply', 'public-notice'],
}

export const before = (step: Place, setting: Setting): Place[] =>
  (BEFORE[step] ?? []).filter((other) => notNeeded(other, setting) === null)

const CHAINS: Readonly<Record<string, { above: string; way: string }>> = {
  'leading-body': { above: '机关工委', way: '先由党组讨论决定，再报机关工委审批' },
  'committee-unit': { above: '机关党委', way: '报机关党委审批' },
  'general-branch': { above: '党总支', way: '经党总支逐级上报审批' },
}
const OTHER_LINE = { above: '同级党组织和上级组织', way: '报同级党组织和上级组织' }

/** Whom papers go to and by which way. What was entered for this election goes before what the organ usually does. */
export const superiorOf = ({ superior, unitKind, chain }: Setting): { above: string; way: string } => {
  const usual = isParty(unitKind) ? (CHAINS[chain] ?? OTHER_LINE) : OTHER_LINE
  return { above: superior ?? usual.above, way: usual.way }
}

const COMMITTEES: Partial<Record<Election['unitKind'], string>> = {
  branch: '支部委员会',
  'general-branch': '党总支委员会',
  'committee-unit': '机关党委',
  union: '工会委员会',
}

/** Who acts, in one sentence. */
export const actorOf = (step: Place, setting: Setting): string => {
  const committee =
    setting.form === 'direct'
      ? `上届${headTitle(setting.unitKind, 'secretary')}`
      : `上届${COMMITTEES[setting.unitKind] ?? '委员会'}`
  const { above, way } = superiorOf(setting)
  const words: Record<Place, string> = {
    decision: `${committee}讨论决定。`,
    request: `${committee}书面请示：${way}。`,
    reply: `${above}批复。`,
    notice: `${committee}订方案，发通知。`,
    voters: '组织委员核对名册，委员会审定。',
    nomination: isParty(setting.unitKind) ? '各党小组组长主持，党员酝酿推荐。' : '会员或代表酝酿推荐。',
    comparison: `${committee}按多数党员的意见比较、提出人选。`,
    'candidates-request': `${committee}报告：${way}。`,
    'candidates-reply': `${above}审查批复。`,
    'work-report': `${committee}起草，向大会报告。`,
    method: `${committee}起草，大会表决通过。`,
    meeting: `${committee}主持，选举人投票。`,
    announcement: '大会主持人当场宣布。',
    division: '新一届委员会第一次全体会议。',
    'result-report': `新一届委员会书面报告：${way}。`,
    'result-reply': `${above}批复：委员备案，书记、副书记批准。`,
    'public-notice': '新一届委员会向全体党员公布。',
    archive: '组织委员归档，选票密封保存。',
  }
  const plain = isParty(setting.unitKind) ? words : { ...words, ...OTHER_WORDS }
  return plain[step]
}

const OTHER_WORDS: Partial<Record<Place, string>> = {
  comparison: '上届委员会按多数人的意见比较、提出人选。',
  voters: '承办人核对代表或会员名单，委员会审定。',
  'result-reply': '上级组织批复。',
  'public-notice': '新一届委员会公布。',
  archive: '承办人归档，选票密封保存。',
}

/** The rule that a step stands on; none where the Party's rules are silent, or where they are not the unit's. */
export const clauseOf = (step: Place, { kind, form, unitKind, chain }: Setting): string | null => {
  if (!isParty(unitKind)) return ruleIdFor(unitKind, OTHER_CLAUSES[step] ?? '') ?? null
  const isDirect = form === 'direct'
  const usual = kind === 'by-election' ? 'election.vacancy' : RENEWAL[unitKind]
  const rules: Partial<Record<Place, string>> = {
    ...(usual ? { decision: usual } : {}),
    request: 'election.request-contents',
    ...(chain === 'leading-body' && unitKind !== 'committee-unit'
      ? { reply: 'approval.organ-work-committee' }
      : {}),
    notice: 'election.congress',
    voters: 'election.base',
    nomination: 'election.candidates-principle',
    comparison: 'election.candidates-agreed',
    'candidates-request': isDirect ? 'election.secretary-without-committee' : 'election.candidates-agreed',
    'candidates-reply': isDirect ? 'election.secretary-without-committee' : 'election.candidates-agreed',
    method: 'election.secret-ballot',
    meeting: 'election.quorum',
    announcement: 'election.tally-reported',
    division: 'committee.posts',
    'result-report': isDirect ? 'secretary.approved' : 'committee.filed',
    'result-reply': 'secretary.approved',
  }
  return rules[step] ?? null
}

const OTHER_CLAUSES: Partial<Record<Place, string>> = {
  request: 'request',
  method: 'secret-ballot',
  meeting: 'quorum',
}

const RENEWAL: Partial<Record<Election['unitKind'], string>> = {
  branch: 'renewal.branch',
  'general-branch': 'renewal.general-branch',
  'committee-unit': 'renewal.committee-unit',
}
