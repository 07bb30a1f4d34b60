import type { GuideText } from '../ui/guide.ts'

export const CARE_GUIDE = {
  visits: {
    needs: [
      '七一、春节之前，支委会商量走访谁；平时有人生病、家里有难处，随时走访。',
      '走访后登记哪一天、谁去的、带了什么。',
      '情况、困难程度和备注单独加密，打开时要选用途，本人看得到谁打开过。',
    ],
    who: '支委会成员安排和登记，支部书记带队走访。',
    clauses: [{ rule: 'care.visits', citation: '《中国共产党党内关怀帮扶办法》' }],
    good: '一月二十九日，书记和组织委员到家里看望，送慰问金五百元，记下要帮着问的医保报销一件事。',
    poor: '只写“已慰问”，没有日子和去的人；或者把病情写进会议记录，让不该看到的人看到。',
  },
} as const satisfies Record<string, GuideText>
