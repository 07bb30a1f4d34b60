import type { EvidenceKind } from '../rules/duty.ts'

export const SESSION_KINDS = ['collective', 'tutoring', 'exchange', 'training', 'induction'] as const
export type SessionKind = (typeof SESSION_KINDS)[number]

/** As officials call them. 自学交流 is what people who read by themselves tell each other; reading alone is no session. */
export const KIND_NAMES: Readonly<Record<SessionKind, string>> = {
  collective: '集中学习',
  tutoring: '专题辅导',
  exchange: '自学交流',
  training: '集中培训',
  induction: '任职培训',
}

export const isTraining = (kind: SessionKind): boolean => kind === 'training' || kind === 'induction'

/** Of which level the body that held it was; 县级以上 begins at `county`. */
export const LEVELS = ['own', 'superior', 'county', 'city', 'province', 'central'] as const
export type Level = (typeof LEVELS)[number]
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  own: '本支部（党小组）',
  superior: '上级党组织（本机关）',
  county: '县级党组织',
  city: '市级党组织',
  province: '省级党组织',
  central: '中央和国家级',
}

export const AUDIENCES = ['all', 'committee', 'group', 'named'] as const
export type Audience = (typeof AUDIENCES)[number]
export const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  all: '全体党员',
  committee: '支委会成员',
  group: '一个党小组',
  named: '指定人员',
}

export const HEARERS = [
  'cadres',
  'grassroots',
  'community',
  'enterprise',
  'parents',
  'students',
  'other',
] as const
export type Hearers = (typeof HEARERS)[number]
export const HEARER_NAMES: Readonly<Record<Hearers, string>> = {
  cadres: '妇联干部',
  grassroots: '基层妇干',
  community: '社区群众',
  enterprise: '企业女职工',
  parents: '学生家长',
  students: '学生',
  other: '其他',
}

/** Why somebody opens how an asker is called and reached: chosen, not typed. */
export const ASKER_PURPOSES = ['tell-back', 'verify', 'hand-on'] as const
export const PURPOSE_NAMES: Readonly<Record<(typeof ASKER_PURPOSES)[number], string>> = {
  'tell-back': '回复提问人',
  verify: '核实问题',
  'hand-on': '转交承办人',
}

/**
 * What a session proves for each person who took part. Hours stand on the first kind alone, so that nothing is counted twice;
 * the others say by whom the training was held and what for, which some duties ask.
 */
export const provenBy = (
  kind: SessionKind,
  level: Level,
  isLecture: boolean,
): readonly [EvidenceKind, ...EvidenceKind[]] => {
  if (!isTraining(kind)) return [isLecture ? 'lecture' : 'study']
  const above: EvidenceKind[] = level === 'own' ? [] : ['superior-training']
  const county: EvidenceKind[] = level === 'own' || level === 'superior' ? [] : ['county-training']
  return ['training', ...above, ...county, ...(kind === 'induction' ? (['induction-training'] as const) : [])]
}
