import type { Category, Outcome, State } from './kinds.ts'

// What the page says to whoever opens it: short sentences, nothing of the law's language.

/** What it is about, as a woman would say it. The last is for whoever cannot or does not want to say. */
export const IN_HER_WORDS: Readonly<Record<Category, string>> = {
  violence: '家里有人打我、骂我、威胁我、控制我',
  minors: '有孩子受到伤害（未满 18 岁）',
  harassment: '性骚扰',
  privacy: '隐私、照片被人传出去，被人造谣',
  marriage: '婚姻、离婚、孩子归谁带',
  property: '财产、继承、彩礼',
  labour: '工资、怀孕产假、被辞退等工作上的事',
  land: '农村土地、宅基地、集体分红',
  livelihood: '生活困难',
  employment: '想找工作、想创业',
  education: '孩子的教育',
  health: '身体或心理上的事',
  other: '其他，或者说不清楚',
}

export const STATE_WORDS: Readonly<Record<State, { title: string; says: string }>> = {
  received: { title: '已经收到', says: '工作人员会尽快看，然后定下由谁来办。' },
  handling: { title: '正在办理', says: '已经有工作人员负责这件事。' },
  resolved: { title: '有了结果', says: '工作人员会把结果告诉您。没有留联系方式的，请打下面的电话问。' },
  closed: { title: '已经办结', says: '这件事已经办完。还有问题，可以再打电话，或者重新提交。' },
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  resolved: '结果：已解决。',
  'referred-away': '结果：已转给有权处理的部门。',
  unsolvable: '结果：没能解决，工作人员会说明原因。',
  withdrawn: '结果：按您的意思撤回。',
}
