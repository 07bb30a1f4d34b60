import type { GuideText } from '../ui/guide.ts'

/** What is told where a matter is triaged and where its times run. */
export const CLOCK_GUIDE = {
  triage: {
    needs: [
      '先看有没有危险：有生命危险或儿童受侵害的定 R0，先打电话再填表。',
      '是不是信访事项分开判断：是的，不论多急，法定期限照样计算。',
      '信访事项先看归谁办：本机关的受理，下级的转送，都不属于的告诉她向谁提出。',
      '检举控告只让承办的人知道，材料不出接待部门。',
    ],
    who: '维权干部分诊，可以先由自己承办；指派别人由维权部门负责人或分管领导定。',
    clauses: [
      { rule: 'petition.notice', citation: '《信访工作条例》第二十三条' },
      { rule: 'petition.accusation', citation: '《信访工作条例》第三十条' },
      { rule: 'violence.help', citation: '《中华人民共和国反家庭暴力法》第十三条' },
    ],
    good: '来信反映村里收回承包地，定 R2、申诉求决、属于下级妇联，当天转县妇联，第三天书面告诉她转到了哪里。',
    poor: '所有来电都定一般、不是信访，半个月后她来问，才想起要书面告知。',
  },
  clocks: {
    needs: [
      '法定期限从收到或受理之日算起，不因为我们等材料就停；复核中的听证时间除外。',
      '内部时限可以暂停，写明等什么；恢复办理那天接着算。',
      '六十天办不完的，先请负责人批准，再把延期理由告诉她，最多延三十天。',
      '办到了就登记实际的日期，迟了也照实记。',
    ],
    who: '承办人登记；延期由分管领导批准；卡住的上报一级。',
    clauses: [
      { rule: 'petition.decide', citation: '《信访工作条例》第三十四条' },
      { rule: 'petition.extended', citation: '《信访工作条例》第三十四条' },
      { rule: 'petition.rereview-answer', citation: '《信访工作条例》第三十六条' },
    ],
    good: '十一月十日受理，一月初还差一处核实，分管领导一月六日批准延到二月八日，次日书面告诉她还差哪一步。',
    poor: '到期那天补一张没有理由的延期，她打电话来才知道。',
  },
} as const satisfies Record<string, GuideText>
