import type { RIGHTS_POSTS } from '../kernel/access.ts'
import { SCOPES, STATES } from './scopes.ts'

export { SCOPES, STATES }

/** By which way a need came; `web` is the page for the public. */
export const CHANNELS = ['visit', 'call', 'letter', 'reception', 'web', 'outreach', 'transfer'] as const
export type Channel = (typeof CHANNELS)[number]

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  visit: '走访',
  call: '来电（12338）',
  letter: '来信',
  reception: '来访接待',
  web: '网上提交',
  outreach: '宣讲带回',
  transfer: '其他部门转来',
}

/** What it is about. The first four are sensitive by their nature and lie in the compartment. */
export const CATEGORIES = [
  'violence',
  'minors',
  'harassment',
  'privacy',
  'marriage',
  'property',
  'labour',
  'land',
  'livelihood',
  'employment',
  'education',
  'health',
  'other',
] as const
export type Category = (typeof CATEGORIES)[number]

export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  violence: '家庭暴力',
  minors: '侵害未成年人',
  harassment: '性骚扰',
  privacy: '隐私和人格权益',
  marriage: '婚姻家庭',
  property: '财产权益',
  labour: '劳动权益',
  land: '农村土地权益',
  livelihood: '生活困难',
  employment: '就业创业',
  education: '家庭教育',
  health: '健康关爱',
  other: '其他',
}

const SENSITIVE: ReadonlySet<Category> = new Set(['violence', 'minors', 'harassment', 'privacy'])
export const isSensitive = (category: Category): boolean => SENSITIVE.has(category)

/** How soon: R0 danger to life or to a child, R1 violence or threats going on, R2 rights infringed, R3 advice. */
export const LEVELS = ['R0', 'R1', 'R2', 'R3'] as const
export type Level = (typeof LEVELS)[number]

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  R0: '紧急：人身危险或儿童受侵害',
  R1: '急：正在发生的暴力或威胁',
  R2: '一般：权益受侵害',
  R3: '咨询：解答后记录办结',
}

/** Whether it is a 信访事项, and of which sort (信访工作条例 art. 29). */
export const PETITIONS = ['no', 'suggestion', 'accusation', 'appeal'] as const
export type Petition = (typeof PETITIONS)[number]

export const PETITION_NAMES: Readonly<Record<Petition, string>> = {
  no: '不是信访事项',
  suggestion: '建议意见',
  accusation: '检举控告',
  appeal: '申诉求决',
}

export type State = (typeof STATES)[number]

export const STATE_NAMES: Readonly<Record<State, string>> = {
  received: '待分诊',
  handling: '办理中',
  resolved: '待告知本人',
  closed: '已办结',
}

export const OUTCOMES = ['resolved', 'referred-away', 'unsolvable', 'withdrawn'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  resolved: '已解决',
  'referred-away': '已转由其他部门办理',
  unsolvable: '无法解决，已说明原因',
  withdrawn: '本人撤回',
}

export const AGENCIES = [
  'police',
  'civil-affairs',
  'justice',
  'court',
  'procuratorate',
  'human-resources',
  'hospital',
  'legal-aid',
  'union',
  'community',
  'federation-below',
  'other',
] as const
export type Agency = (typeof AGENCIES)[number]

export const AGENCY_NAMES: Readonly<Record<Agency, string>> = {
  police: '公安机关',
  'civil-affairs': '民政部门',
  justice: '司法行政部门',
  court: '人民法院',
  procuratorate: '人民检察院',
  'human-resources': '人力资源社会保障部门',
  hospital: '医疗机构',
  'legal-aid': '法律援助机构',
  union: '工会',
  community: '居（村）民委员会',
  'federation-below': '下级妇联',
  other: '其他单位',
}

/** Every kind of step a matter's record is made of. */
export const STEPS = [
  'received',
  'triaged',
  'called',
  'reported',
  'assigned',
  'helper-joined',
  'helper-left',
  'recused',
  'noted',
  'corrected',
  'notified',
  'referred',
  'referral-accepted',
  'referral-objected',
  'referral-answered',
  'referral-withdrawn',
  'urged',
  'paused',
  'resumed',
  'extended',
  'kept',
  'raised',
  'file-added',
  'measure-added',
  'measure-changed',
  'resolved',
  'told',
  'link-made',
  'answered',
  'closed',
  'reopened',
  'sealed',
  'let-in',
  'left-out',
  'put-away',
  'destroyed',
  'copied',
] as const
export type StepKind = (typeof STEPS)[number]

export const STEP_NAMES: Readonly<Record<StepKind, string>> = {
  received: '接收登记',
  triaged: '分诊',
  called: '紧急联络',
  reported: '依规报告',
  assigned: '指派承办',
  'helper-joined': '协办人加入',
  'helper-left': '协办人退出',
  recused: '回避',
  noted: '办理记录',
  corrected: '更正内容',
  notified: '告知受理情况',
  referred: '转介',
  'referral-accepted': '对方接收',
  'referral-objected': '对方提出异议',
  'referral-answered': '对方答复',
  'referral-withdrawn': '撤回转介',
  urged: '督促处理',
  paused: '暂停',
  resumed: '恢复办理',
  extended: '延长期限',
  kept: '期限内办到',
  raised: '上报一级',
  'file-added': '加入材料',
  'measure-added': '登记保护措施',
  'measure-changed': '更新保护措施',
  resolved: '办理完毕',
  told: '告知本人',
  'link-made': '发出答复链接',
  answered: '本人答复',
  closed: '办结',
  reopened: '重新办理',
  sealed: '转入封存',
  'let-in': '准许知悉',
  'left-out': '停止知悉',
  'put-away': '转入保管',
  destroyed: '期满销毁',
  copied: '出具记录副本',
}

/** Why a matter stands. Only a hearing ever stops a time of the law, and only that of a re-review. */
export const PAUSES = ['waiting', 'hearing'] as const

/** To whom a stuck matter rises, in order. */
export const RISES: readonly (typeof RIGHTS_POSTS)[number][] = ['rights-head', 'federation-leader']

/** What protects her: an order of the court, the warning of the police, the report of harm to a child. */
export const MEASURES = ['protection-order', 'warning', 'report'] as const
export type MeasureKind = (typeof MEASURES)[number]

export const MEASURE_NAMES: Readonly<Record<MeasureKind, string>> = {
  'protection-order': '人身安全保护令',
  warning: '家庭暴力告诫书',
  report: '强制报告',
}

/** Who applies for an order; from the second on the federation does, and the ground is named. */
export const APPLICANTS = ['herself', 'relative', 'incapable', 'forced', 'unable'] as const
export type Applicant = (typeof APPLICANTS)[number]

export const APPLICANT_NAMES: Readonly<Record<Applicant, string>> = {
  herself: '本人申请',
  relative: '近亲属申请',
  incapable: '妇联代为申请：无或者限制民事行为能力',
  forced: '妇联代为申请：受到强制、威吓，本人无法申请',
  unable: '妇联代为申请：年老、残疾、重病等，按本人意愿',
}
