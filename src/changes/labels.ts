import type { Outcome, ProbationState } from './probation-shape.ts'

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
