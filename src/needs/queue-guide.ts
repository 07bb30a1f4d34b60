import type { GuideText } from '../ui/guide.ts'

/** What is told where needs are received and where the queue of them stands. */
export const QUEUE_GUIDE = {
  receive: {
    needs: [
      '先问眼下有没有危险。有危险的，请她先打 110，说清地点；登记可以等。',
      '一句话写清什么事，类别从表里选。家庭暴力、侵害未成年人、性骚扰、隐私四类自动封存。',
      '不愿留姓名、电话的，可以匿名；匿名的一样登记、一样办。',
      '是不是信访事项，由接待部门分诊时判定，登记时不用想。',
      '登记完给她编号，告诉她由哪个部门联系、大约几天。',
    ],
    who: '谁接到电话、信件、来访，谁登记；登记后自动到接待部门，不用再转抄。',
    clauses: [
      { rule: 'need.hotline', citation: '《中华人民共和国妇女权益保障法》第七十六条' },
      { rule: 'need.confidential', citation: '《中华人民共和国妇女权益保障法》第七十二条' },
      { rule: 'petition.register', citation: '《信访工作条例》第二十三条' },
    ],
    good: '“产假结束回厂，人事让签离职单，最后两个月工资没结。她没有签，工资条都在，想回原岗。”看得出该找谁、先做什么。',
    poor: '“来电反映劳动纠纷，已安抚。”看不出是什么纠纷，也没有办法回电。',
  },
  queue: {
    needs: [
      '排在最前面的是期限最近的；逾期、三天内到期的写明天数。',
      '待分诊的当天看一遍，先分轻重，再定由谁办。',
      '封存的只显示编号和进度，点进去说明理由才打开。',
      '找以前的需求，连着输入两个字就行；找电话，要输入完整号码。',
    ],
    who: '维权干部办理，部门负责人指派；各部门的同志看自己登记、承办和协办的。',
    clauses: [
      { rule: 'triage.sort', citation: '地方通行做法（可由本机关调整）' },
      { rule: 'need.confidential', citation: '《中华人民共和国妇女权益保障法》第七十二条' },
    ],
    good: '苏某每天上班先看“本人的”，把三天内到期的两件办了；下班前看一遍待分诊。',
    poor: '只记自己手上的，别人休假时到期的没有人看见，过了十天才发现没有告知本人。',
  },
} as const satisfies Readonly<Record<string, GuideText>>
