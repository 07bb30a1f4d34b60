import { ELECTION_TEMPLATE_TITLES } from './election-papers.ts'

/** The documents for which a unit may put in a Word template of its own, in the order in which the page shows them. */
export const TEMPLATE_TITLES = {
  'minutes-template': '会议记录',
  'notice-template': '会议通知',
  'conversion-request-template': '预备期满的请示',
  'conversion-resolution-template': '预备期满的决议',
  'conversion-notice-template': '预备期满通知书',
  'theme-day-template': '主题党日活动记录',
  'talk-record-template': '谈心谈话记录',
  'archive-list-template': '归档文件目录',
  'introduction-letter-template': '党员组织关系介绍信',
  'transfer-receipt-template': '党员组织关系回执',
  'handover-template': '工作交接表',
  'analysis-template': '党性分析材料',
  'study-plan-template': '学习计划',
  'study-record-template': '学习记录',
  'outreach-template': '主题宣讲登记',
  'appraisal-register-template': '民主评议党员登记表',
  'appraisal-ballot-template': '民主测评票',
  'appraisal-summary-template': '民主评议党员汇总表',
  'life-plan-template': '组织生活会方案',
  'life-opinions-template': '组织生活会征求意见汇总',
  'life-check-template': '支委会对照检查',
  'life-rectification-template': '组织生活会整改清单',
  'life-report-template': '组织生活会情况报告',
  'pattern-report-template': '情况反映',
  'wellbeing-report-template': '满意度和自愿调查情况',
  'visit-record-template': '走访记录',
  'need-referral-template': '转介函',
  'need-opinion-template': '督促处理意见书',
  'need-result-template': '需求办理结果告知书',
  'need-sheet-template': '需求办理情况单',
  'petition-acceptance-template': '信访事项受理告知书',
  'petition-passing-on-template': '信访事项转送（不予受理）告知书',
  'petition-extension-template': '信访事项延期办理告知书',
  'petition-opinion-template': '信访事项处理意见书',
  ...ELECTION_TEMPLATE_TITLES,
} as const satisfies Readonly<Record<`${string}-template`, string>>

export type TemplateKind = keyof typeof TEMPLATE_TITLES

export const TEMPLATE_KINDS = Object.keys(TEMPLATE_TITLES) as [TemplateKind, ...TemplateKind[]]
