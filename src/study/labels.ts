/** How the forms of this slice call their fields. */
export const LABELS = {
  kind: '类型',
  topic: '主题',
  heldOn: '日期',
  untilOn: '结束日期',
  month: '月份',
  material: '学习材料',
  leaderId: '领学或主讲',
  leaderName: '不在名册的领学或主讲',
  audience: '谁参加',
  groupId: '哪个党小组',
  personIds: '哪些人',
  absentIds: '未参加的人',
  hours: '学时',
  ownHours: '学时不同的人',
  level: '主办单位级别',
  organiser: '主办单位',
  place: '地点',
  lecturerId: '讲课人',
  lecturerName: '不在名册的讲课人',
  heads: '听众人数',
  text: '问题',
  askerName: '提问人希望怎样称呼',
  contact: '联系方式',
  ownerId: '由谁答复',
  dueOn: '答复期限',
  answer: '答复',
  answeredOn: '答复日期',
  toldBackOn: '告知日期',
  doneOn: '办结日期',
  note: '办理情况',
  reason: '原因',
  purpose: '查看用途',
} as const

export type Label = keyof typeof LABELS

/** A number as typed: nothing is nothing, and what is no number is told as a fault. */
export const numberIn = (text: string): number | null => (text.trim() === '' ? null : Number(text.trim()))
