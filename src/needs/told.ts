/** How she was told. */
export const TOLD_WAYS = ['phone', 'in-person', 'letter', 'link'] as const
export type ToldWay = (typeof TOLD_WAYS)[number]

export const TOLD_NAMES: Readonly<Record<ToldWay, string>> = {
  phone: '电话',
  'in-person': '当面',
  letter: '书信',
  link: '发消息说明结果，附答复链接',
}

export const SOLVED = ['yes', 'partly', 'no'] as const
export type Solved = (typeof SOLVED)[number]
export const SOLVED_NAMES: Readonly<Record<Solved, string>> = {
  yes: '解决了',
  partly: '解决了一部分',
  no: '没有解决',
}

export const SATISFIED = ['yes', 'fair', 'no'] as const
export type Satisfied = (typeof SATISFIED)[number]
export const SATISFIED_NAMES: Readonly<Record<Satisfied, string>> = {
  yes: '满意',
  fair: '一般',
  no: '不满意',
}
