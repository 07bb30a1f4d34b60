/** The words of sensitive reading; src/glossary.ts takes them in. */
export const terms = { opening: '查看记录' } as const
export const fields: Readonly<Record<string, string>> = {}

/** What was opened, as the person concerned is told; each part of the product that opens something adds its kinds. */
export const OPENED: Readonly<Record<string, string>> = {
  'outreach-question': '您带回的问题的提问人',
  analysis: '党性分析',
  talk: '谈心谈话记录',
  'speaking-notes': '组织生活会发言提纲',
  'check-report': '对照检查材料',
  opinion: '征求到的意见',
  'self-appraisal': '民主评议的个人自评',
  care: '走访慰问记录',
}

export const openedName = (kind: string): string => OPENED[kind] ?? '记录'
