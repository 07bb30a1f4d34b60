import type { GuideText } from '../ui/guide.ts'

/** What is told at each step of members' changes. */
export const CHANGES_GUIDE = {
  probation: {
    needs: [
      '预备期满前，收到本人的书面转正申请。',
      '党小组和培养联系人各提一次意见，写明哪一天提的。',
      '期满以后开党员大会讨论，决议写明按期转正、延长或取消，三者选一。',
      '大会通过后上报，上级三个月内批复；批复以后名册才改。',
    ],
    who: '组织委员收材料和上报，支部书记主持大会，本人写申请。',
    clauses: [
      { rule: 'probation.term', citation: '《中国共产党章程》第七条' },
      { rule: 'probation.application', citation: '《中国共产党发展党员工作细则》第三十三条' },
      { rule: 'probation.approved-within', citation: '《中国共产党发展党员工作细则》第三十四条' },
    ],
    good: '决议写“同意江某按期转为正式党员”，大会在期满后第三天召开，票数和应到会人数都记着，上报和批复各有日子。',
    poor: '只写“同意转正”，没有写是谁；大会开在期满之前；批复拿到了却没有登记，名册上一直是预备党员。',
  },
  transferOut: {
    needs: [
      '本人申请，写明转到哪个党组织，党费交到哪个月。',
      '开介绍信，号按支部和年度连着编；遗失或过期的作废后另开新号。',
      '收到回执才算转出；之前仍是本支部的人，照常计入应到会。',
    ],
    who: '组织委员开介绍信、收回执，本人把信交到接收的党组织。',
    clauses: [
      { rule: 'member.transfer-duty', citation: '《中国共产党党员教育管理工作条例》第二十五条' },
      { rule: 'transfer.home-answers', citation: '《中国共产党党员教育管理工作条例》第二十五条' },
      { rule: 'transfer.letter-validity', citation: '地方通行做法（可由本机关调整）' },
    ],
    good: '四月二十日开出第三号介绍信，党费交到四月，五月八日收到回执，名册从那天起写已转出。',
    poor: '人走了就从名册去掉，介绍信没有编号，也不知道对方收下没有。',
  },
  transferIn: {
    needs: [
      '核对介绍信：从哪里来，几号，哪天开的，还在不在有效期。',
      '收下的编入党小组，把回执交回去。',
      '退回要有缘由：过期、不该由本支部接收、写得不清。',
    ],
    who: '组织委员核对和收下，党小组长接人。',
    clauses: [
      { rule: 'transfer.no-refusal', citation: '《中国共产党党员教育管理工作条例》第二十五条' },
      { rule: 'member.in-a-branch', citation: '《中国共产党党员教育管理工作条例》第二十五条' },
    ],
    good: '三月十六日收到某局开的二月二十七日的介绍信，当天编入第二党小组，回执第二天寄出。',
    poor: '信放在抽屉里一个月没有处理，本人两边都不参加组织生活。',
  },
  floating: {
    needs: [
      '外出的党员：去了哪里，为什么，谁联系，带没带流动党员活动证。',
      '只记最近一次联系是哪天、谁联系的，不记内容。',
      '满六个月、地点又固定的，转接组织关系。',
      '六个月联系不上的，由支部讨论怎么办，系统不会自己处理。',
    ],
    who: '组织委员登记，党小组长或指定的联系人联系。',
    clauses: [
      { rule: 'member.transfer-duty', citation: '《中国共产党党员教育管理工作条例》第二十五条' },
      { rule: 'member.lost-contact', citation: '《中国共产党党员教育管理工作条例》第二十四条' },
    ],
    good: '八月起在外地陪护家人，预计到年底，由本组组长联系，最近联系十一月十二日。',
    poor: '写“在外”，没有地方和联系人，一年后没有人知道怎样找到她。',
  },
} as const satisfies Record<string, GuideText>
