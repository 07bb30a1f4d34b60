import type { ENDS } from './floating-contract.ts'
import type { Outcome, ProbationState } from './probation-shape.ts'
import type { GROUNDS, Move, OutState, VOIDS } from './transfer-shape.ts'

export const OUTCOME_WORDS: Record<Outcome, string> = {
  convert: '按期转为正式党员',
  extend: '延长预备期',
  cancel: '取消预备党员资格',
}

export const STATE_WORDS: Record<ProbationState, string> = {
  running: '预备期内',
  ending: '快满，请准备材料',
  ended: '已满，还没有讨论',
  decided: '已决议，待上报',
  submitted: '已上报，待批复',
  approved: '已批复',
}

export const MOVE_WORDS: Record<Move, string> = {
  work: '工作调动',
  residence: '居住地变化',
  study: '学习',
  retired: '退休后移居',
  other: '其他',
}

export const OUT_WORDS: Record<OutState, string> = {
  applied: '未开介绍信',
  sent: '等回执',
  expired: '介绍信已过期',
  received: '已转出',
  withdrawn: '已撤回',
}

export const VOID_WORDS: Record<(typeof VOIDS)[number], string> = {
  expired: '过期',
  lost: '遗失',
  mistaken: '开错',
}

/** Also for what nobody chooses. */
export const voidWords = (because: string): string =>
  because === 'withdrawn' ? '转出撤回' : (VOID_WORDS[because as keyof typeof VOID_WORDS] ?? because)

export const GROUND_WORDS: Record<(typeof GROUNDS)[number], string> = {
  expired: '介绍信已过有效期',
  'not-ours': '不该由本支部接收',
  unclear: '介绍信写得不清',
}

export const END_WORDS: Record<(typeof ENDS)[number], string> = {
  returned: '回来了',
  transferred: '组织关系已转走',
  left: '其他原因结束',
}
