/** The words of this part of the product; src/glossary.ts takes them in. */
export const terms = {
  'self-check': '政治体检自查',
  outline: '提纲',
  opinion: '意见',
  'handed-in': '已交来',
  kept: '本人说明已写好',
  paper: '纸质交来',
} as const
export const fields: Readonly<Record<string, string>> = {
  analysis: '党性分析',
  headings: '标题',
  heading: '标题',
  items: '清单',
  source: '出处',
  found: '自查情况',
}
