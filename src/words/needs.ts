/** The words of visits, needs and well-being; src/glossary.ts takes them in. */
export const terms = {
  'contact-point': '联系点',
  visit: '走访',
  need: '需求',
  handling: '需求办理',
  referral: '转介',
  'told-back': '告知本人',
  compartment: '封存',
  wellbeing: '幸福指数',
  satisfaction: '满意度',
} as const

export const fields: Readonly<Record<string, string>> = {
  need: '需求',
  cadres: '机关干部',
  channel: '来源',
  visitId: '走访',
  receivedOn: '接收日期',
  category: '类别',
  sensitive: '封存',
  anonymous: '匿名',
  area: '所在地',
  facts: '情况',
  wish: '诉求',
  before: '以前找过谁',
  asker: '本人',
  phone: '电话',
  danger: '眼下有危险',
  drafts: '草稿',
  scope: '范围',
  onDay: '日期',
  ground: '打开的理由',
}
