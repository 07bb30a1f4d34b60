/** The words of this part of the product; src/glossary.ts takes them in. */
export const terms = {
  probation: '预备期',
  convert: '转正',
  extend: '延长预备期',
  cancel: '取消预备党员资格',
  'introduction-letter': '组织关系介绍信',
  'transfer-out': '转出组织关系',
  'transfer-in': '转入组织关系',
  floating: '流动党员',
  'care-visit': '走访慰问',
} as const
export const fields: Readonly<Record<string, string>> = {
  beganOn: '预备期开始日期',
  endsOn: '预备期满日期',
  appliedOn: '收到申请日期',
  groupOpinionOn: '党小组意见日期',
  contactsOpinionOn: '培养联系人意见日期',
  publicityFrom: '公示起始日期',
  publicityTo: '公示截止日期',
  meetingId: '会议',
  resolution: '决议',
  outcome: '决定',
  extendedTo: '延长到哪一天',
  submittedOn: '上报日期',
  approvedOn: '批准日期',
  approvalNumber: '批复文号',
  paper: '文书',
}
