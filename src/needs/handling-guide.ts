import type { GuideText } from '../ui/guide.ts'

/** What is told while a matter is handled, and when it ends. */
export const HANDLING_GUIDE = {
  handling: {
    needs: [
      '一件需求有一个承办人；别人帮忙的登记为协办。',
      '与来人或这件事有直接利害关系的，点「回避」，同时移交给同事。',
      '要别的部门办的，写明转给哪个单位、请对方做什么；只勾选对方用得着的本人信息。',
      '对方接收、退回还是答复，照对方说的登记；不处理的，可以提出督促处理意见。',
    ],
    who: '承办人、协办人办理；负责人指派；封存的需求先准许知悉，再交给人办。',
    clauses: [
      { rule: 'petition.recusal', citation: '《信访工作条例》第二十八条' },
      { rule: 'need.demand-and-assist', citation: '《中华人民共和国妇女权益保障法》第七十三条第一款' },
    ],
    good: '三月十二日与区人社局监察中队宋某通话，对方说已立案，答应二十日前回话；当天转了转介函，只给了情况和本人电话。',
    poor: '记录只有“已协调有关部门”，看不出找了谁、请对方做什么、对方怎么说。',
  },
  telling: {
    needs: [
      '办完了先登记结果：解决了、转走了、解决不了的原因，或者本人撤回。',
      '告知本人以后才算办结；匿名又没有留联系方式的，写明无法告知。',
      '性骚扰投诉的处理结果要书面告知，可以出具办理结果告知书。',
      '本人可以用一次性的链接答复，也可以由没有参与办理的同事打电话记下；不答复也可以，不催。',
    ],
    who: '承办人告知；回访由没有参与办理的同事登记。',
    clauses: [
      { rule: 'need.tell-back', citation: '地方通行做法（可由本机关调整）' },
      { rule: 'need.harassment-reply', citation: '《中华人民共和国妇女权益保障法》第二十三条' },
    ],
    good: '五月六日电话告诉她：公司补发了两个月工资，少的一笔餐补没有谈成，可以申请仲裁，地址和电话一并说了。',
    poor: '结果写“已妥善处理，群众满意”，她要问的工资补了多少没有写，也没有人给她打过电话。',
  },
} as const satisfies Record<string, GuideText>
