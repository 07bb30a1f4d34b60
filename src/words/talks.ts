/** The words of this part of the product; src/glossary.ts takes them in. */
export const terms = {
  'talk-note': '谈心记录',
  'talk-opinion': '谈心中的意见建议',
  'talk-matter': '应谈事项',
  'talk-matrix': '谈心谈话对照表',
} as const
export const fields: Readonly<Record<string, string>> = {
  talk: '谈心谈话',
  talkerId: '谈话人',
  partnerId: '谈话对象',
  pairs: '谈话双方',
  plannedBy: '计划完成日',
  follow: '后续办理',
  cause: '谈话缘由',
  because: '撤回原因',
  matter: '应谈事项',
  opinion: '意见建议',
  speakerId: '提出人',
  wording: '本人的表述',
  agreedBy: '同意方式',
  agreedOn: '同意日期',
  outcome: '办理结果',
  answer: '答复',
}
