/** The words of theme days; src/glossary.ts takes them in. */
export const terms = {
  'theme-day-rule': '主题党日的固定日子',
  'theme-month': '每月主题',
  'theme-part': '主题党日环节',
  'follow-up-return': '回头看',
} as const

export const fields: Readonly<Record<string, string>> = {
  monthDay: '几日',
  week: '第几个',
  weekday: '星期几',
  fixedParts: '固定环节',
  fixed: '是否固定',
  theme: '主题',
  form: '活动形式',
  preparerId: '准备人',
  month: '月份',
  months: '各月安排',
  returns: '回头看',
  followUpId: '议定事项',
  outcome: '办理结果',
}
