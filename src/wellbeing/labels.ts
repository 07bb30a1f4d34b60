/** What the fields of these pages are called, beside them and in faults. */
export const LABELS = {
  kind: '作为',
  title: '题目',
  proposal: '建议怎么办',
  ownerId: '负责人',
  dueOn: '何时办完',
  raisedTo: '报给谁',
  raisedOn: '报送日期',
  answer: '答复',
  answeredOn: '答复日期',
  droppedBecause: '不再办理的原因',
  entry: '统计的一行',
  survey: '问卷',
  audience: '问谁',
  slips: '发放条份数',
  sheets: '纸质问卷份数',
  fromOn: '开始日期',
  untilOn: '截止日期',
  counts: '各项的份数',
  code: '编号',
  answers: '回答',
  words: '想说的话',
} as const
export type Label = keyof typeof LABELS

/** A typed number of sheets or slips; what is no number stays as it is, for the contract to refuse. */
export const countIn = (text: string): number | string =>
  /^\d{1,6}$/.test(text.trim()) ? Number(text) : text
