/** The words of this part of the product; src/glossary.ts takes them in. */
export const terms = {
  // One a line.
  election: '换届选举',
  'by-election': '补选',
} as const
export const fields: Readonly<Record<string, string>> = {
  // One a line.
  election: '换届选举',
  form: '选举形式',
  seats: '应选委员人数',
  deputies: '副书记人数',
  plannedOn: '拟选举日期',
  superior: '上级党组织',
  agreed: '同意的候选人',
  byWhom: '批复或报送单位',
  number: '文号',
  step: '步骤',
  approvedBy: '同意的上级组织',
  body: '哪个会议',
  delegate: '选举人',
  delegates: '选举人名单',
  gathering: '选举大会',
  ground: '不计入的情形',
  hostName: '主持人',
  id: '编号',
  officers: '监票人和计票人',
  recorderName: '记录人',
  reportedOn: '报上级日期',
}
