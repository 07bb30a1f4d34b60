import type { GuideText } from '../ui/guide.ts'

/** What is told at each step of a sealed matter. */
export const SEALED_GUIDE = {
  opening: {
    needs: [
      '打开时选一个理由，先记下来才显示内容；打开一次管半小时，其间办事不用再选。',
      '处理她的信息，依据是履行法定职责；危及生命健康的紧急情况，不等同意也可以处理。',
      '敏感个人信息和不满十四周岁未成年人的全部信息，要有特定目的和充分必要，只给办这件事的人看。',
      '未成年人的监护人就是涉嫌加害人的，不向他征求同意，按紧急情况和法定职责办，并在办理记录里写明为什么。',
    ],
    who: '知悉范围内的人；负责人让自己知悉，也要选理由。',
    clauses: [
      { rule: 'violence.her-will', citation: '《中华人民共和国反家庭暴力法》第五条' },
      { rule: 'minors.no-identification', citation: '《中华人民共和国未成年人保护法》第一百零三条' },
    ],
    good: '接班的佟某打开前选“办理这件需求”，看完当天写下联系了哪个派出所、约好什么时间陪同。',
    poor: '几个人轮流打开看了一遍，没有一个人写办理记录。',
  },
  measures: {
    needs: [
      '受理保护令申请以后，法院七十二小时内裁定；情况紧急的二十四小时内。页面按日算出最后一天。',
      '妇联代为申请要有法定情形：她没有或者限制行为能力、受到强制威吓，或者年老残疾重病而本人愿意。',
      '保护令最长六个月，失效前可以申请延长；对驳回不服的，五日内可以申请复议一次。',
      '发现孩子受侵害，立即报告，记下向谁报、什么时候、回执；不用等谁同意。',
    ],
    who: '承办人登记，知悉范围内的人都可以更新。',
    clauses: [
      { rule: 'protection-order.decision', citation: '《中华人民共和国反家庭暴力法》第二十八条' },
      { rule: 'protection-order.life', citation: '《中华人民共和国反家庭暴力法》第三十条' },
      { rule: 'protection-order.review', citation: '《中华人民共和国反家庭暴力法》第三十一条' },
    ],
    good: '保护令十一月二十日作出，裁定书写到次年五月二十日；四月二十日提醒时问她要不要延长，当周陪她去了法院。',
    poor: '只写“已协助申请保护令”，到期那天没有人记得。',
  },
} as const satisfies Readonly<Record<string, GuideText>>
