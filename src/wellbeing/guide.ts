import type { GuideText } from '../ui/guide.ts'

const SMALL = [{ rule: 'wellbeing.small-count', citation: '地方通行做法（可由本机关调整）' }]

/** What is told at each step of counts and surveys. */
export const wellbeingGuide = {
  patterns: {
    needs: [
      '看哪一类事、哪个地方来的多，够定下季度的工作就行。',
      '常见的问题，从那一行形成建议或调研课题，写清谁负责、何时办完。',
      '“隐”不是零：数太少，或显示了能推算出别的数。',
    ],
    who: '支委会成员和维权干部看数；形成建议或课题由书记、副书记、组织委员、宣传委员、维权部门负责人或分管领导办。',
    clauses: SMALL,
    good: '“请人社部门约谈用工单位，负责人林知夏，十二月十日前报市人社局”：数从哪来、谁去办、报给谁都清楚。',
    poor: '“高度重视劳动权益问题”：没有数，没有人，也没有日子。',
  },
  surveys: {
    needs: [
      '选一份问卷，写明问的是哪些人（不写姓名），填发出多少张发放条、多少份纸质问卷。',
      '发放条上各有一个一次性编号，随意发，不登记谁拿了哪一张。',
      '不催、不查谁没有填。到截止日结束，结束以后才显示结果。',
    ],
    who: '书记、副书记、组织委员、宣传委员、维权部门负责人或分管领导组织；填不填由本人定。',
    clauses: SMALL,
    good: '“九月走访的三个社区，发放条二十张，纸质问卷四十份”：问了谁、问了多少，以后算得出没有回答的有多少。',
    poor: '“广大妇女群众”：不知道问了谁，多少人没有回答也算不出来。',
  },
} as const satisfies Record<string, GuideText>
