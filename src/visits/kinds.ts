/** How far a visit is. */
export const STAGES = ['planned', 'held', 'withdrawn'] as const
export type Stage = (typeof STAGES)[number]

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  planned: '计划',
  held: '已走访',
  withdrawn: '已撤销',
}

/** Whether she agrees that it is written down. */
export const CONSENTS = ['given', 'refused', 'not-asked'] as const
export type Consent = (typeof CONSENTS)[number]

export const CONSENT_NAMES: Readonly<Record<Consent, string>> = {
  given: '同意记录',
  refused: '不同意记录',
  'not-asked': '没有问',
}

/** Why a visit is withdrawn: chosen, never typed, since the trail keeps it. */
export const WITHDRAWALS = ['not-held', 'double', 'mistaken', 'asked-by-her'] as const
export type Withdrawal = (typeof WITHDRAWALS)[number]

export const WITHDRAWAL_NAMES: Readonly<Record<Withdrawal, string>> = {
  'not-held': '没有去成',
  double: '重复登记',
  mistaken: '记错了',
  'asked-by-her': '本人要求不留记录',
}

/** What kind of place a contact point is. */
export const POINT_KINDS = [
  'street',
  'community',
  'village',
  'enterprise',
  'social-organization',
  'new-employment',
  'other',
] as const
export type PointKind = (typeof POINT_KINDS)[number]

export const POINT_KIND_NAMES: Readonly<Record<PointKind, string>> = {
  street: '街道、镇',
  community: '社区',
  village: '村',
  enterprise: '企业',
  'social-organization': '社会组织',
  'new-employment': '新就业群体',
  other: '其他',
}

/** What may be changed of a visit, each by itself. `where` is the contact point or the place. */
export const PARTS = ['where', 'heldOn', 'visitors', 'whom', 'seen', 'done', 'consent', 'promises'] as const
export type Part = (typeof PARTS)[number]

export { VISIT_SCOPES } from './scopes.ts'
