import { COMMITTEE_POSTS } from '../kernel/access.ts'
import type { EvidenceKind } from '../rules/duty.ts'

/** Of which sides a talk is: by the posts of the two on its day. */
export const KINDS = ['committee', 'committee-member', 'member'] as const
export type Kind = (typeof KINDS)[number]

export const KIND_NAMES: Record<Kind, string> = {
  committee: '支委之间',
  'committee-member': '支委与党员',
  member: '党员之间',
}

/** Circumstances in which the secretary must talk with a member (支部工作条例第十九条), in the order of the clause. */
export const CAUSES = ['family', 'hardship', 'health', 'disciplined', 'complaints'] as const
export type Cause = (typeof CAUSES)[number]

export const CAUSE_NAMES: Record<Cause, string> = {
  family: '家庭发生重大变故',
  hardship: '生活遇到困难',
  health: '身体健康出现问题',
  disciplined: '受到处分处置',
  complaints: '有不良反映',
}

/** Why a talk that was entered is taken back. Chosen, never typed: what is typed would stand in the trail. */
export const WITHDRAWN = ['wrong-person', 'wrong-day', 'not-held', 'double'] as const
export type Withdrawn = (typeof WITHDRAWN)[number]

export const WITHDRAWN_NAMES: Record<Withdrawn, string> = {
  'not-held': '没有谈成，不再安排',
  'wrong-person': '登记错了人',
  'wrong-day': '登记错了日子',
  double: '登记重了',
}

/** What the other's text is opened for. */
export const PURPOSES = ['handle', 'prepare', 'check'] as const
export type Purpose = (typeof PURPOSES)[number]

export const PURPOSE_NAMES: Record<Purpose, string> = {
  handle: '办理所提意见',
  prepare: '准备下次谈话',
  check: '核对记录',
}

export const MATTER_PURPOSES = ['arrange', 'check'] as const
export type MatterPurpose = (typeof MATTER_PURPOSES)[number]

export const MATTER_PURPOSE_NAMES: Record<MatterPurpose, string> = { arrange: '安排谈话', check: '核对登记' }

/** What became of an opinion that was passed on. */
export const OUTCOMES = ['taken', 'explained', 'passed-on'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const OUTCOME_NAMES: Record<Outcome, string> = {
  taken: '已采纳办理',
  explained: '已作解释',
  'passed-on': '已报上级',
}

const COMMITTEE: ReadonlySet<string> = new Set(COMMITTEE_POSTS)
/** Who takes part in organisation life; suspended rights leave that, as the duties have it. */
const TAKES_PART = new Set(['full', 'probationary', 'on-probation'])

type Held = { status: string; posts: readonly string[] }

export const isCommittee = ({ posts }: Held): boolean => posts.some((post) => COMMITTEE.has(post))
export const takesPart = ({ status }: Held): boolean => TAKES_PART.has(status)

export const kindOf = (one: boolean, other: boolean): Kind =>
  one && other ? 'committee' : one || other ? 'committee-member' : 'member'

type Side = { id: string; committee: boolean }

/**
 * What a talk proves, seen from each of the two (支部工作条例第十九条). A talk with someone of the committee serves the duty of
 * being talked with by it; one with a member, that between members. Someone of the committee owes the latter as a member too,
 * and any talk serves her for it.
 */
export const proofsOf = (
  one: Side,
  other: Side,
): { kind: EvidenceKind; personId: string; partnerId: string }[] =>
  [[one, other] as const, [other, one] as const].flatMap(([person, partner]) => {
    const pair = { personId: person.id, partnerId: partner.id }
    return [
      ...(partner.committee ? [{ kind: 'talk-committee' as const, ...pair }] : []),
      ...(!partner.committee || person.committee ? [{ kind: 'talk-member' as const, ...pair }] : []),
    ]
  })
