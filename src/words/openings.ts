/** The words of sensitive reading; src/glossary.ts takes them in. */
export const terms = { opening: '查看记录' } as const
export const fields: Readonly<Record<string, string>> = {}

/** What was opened, as the person concerned is told; each part of the product that opens something adds its kinds. */
export const OPENED: Readonly<Record<string, string>> = {
  analysis: '党性分析',
  talk: '谈心谈话记录',
  'self-appraisal': '民主评议的个人自评',
  'life-notes': '组织生活会发言提纲',
  'life-opinion': '征求到的对您的意见',
  'life-remark': '组织生活会上的批评意见',
  care: '走访慰问的情况',
  'outreach-question': '您带回的问题的提问人',
}

export const openedName = (kind: string): string => OPENED[kind] ?? '记录'
