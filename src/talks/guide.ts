import type { GuideText } from '../ui/guide.ts'

const ARTICLE = '《中国共产党支部工作条例（试行）》第十九条'

/** What is told at each step of talks. */
export const TALKS_GUIDE = {
  matrix: {
    needs: [
      '支委之间、支委与党员之间、党员之间，每年一般各谈一次以上；本机关怎样计，在本地参数里选定。',
      '党员家里出了大事、生活有困难、身体出了问题、受了处分处置或者有不良反映的，书记要及时谈一次。',
      '谈过就登记谁和谁、哪一天；几个人同一天谈的可以一起登记。',
      '年底前看一遍还缺谁，拟一个安排，平均分给大家。',
    ],
    who: '书记牵头，支委分头谈，党员之间互相谈；书记、副书记、组织委员安排和代为登记。',
    clauses: [
      { rule: 'talk.within-committee', citation: ARTICLE },
      { rule: 'talk.committee-member', citation: ARTICLE },
      { rule: 'talk.between-members', citation: ARTICLE },
      { rule: 'talk.hardship', citation: ARTICLE },
    ],
    good: '秦某三月和六名党员各谈了一次，当周登记；十月一看，还缺两名新调来的，排给了同一小组的委员。',
    poor: '年底最后一天把全支部两两都登记成同一天谈过，其实只开了一个座谈会。',
  },
  own: {
    needs: [
      '和谁、哪一天谈的，从名单里选。',
      '内容可写可不写，加密保存，只有您和对方看得到。',
      '对方提的意见建议另记一条；对方写好表述、同意了，才转交支委会。',
    ],
    who: '谈话的两个人里，哪一个登记都可以；不登录的，把谁和谁、哪一天告诉组织委员代为登记。',
    clauses: [{ rule: 'talk.between-members', citation: ARTICLE }],
    good: '登记与同组的费某六月四日谈过，写下她说夜班多、接孩子难，答应下周问排班，下周真的去问了。',
    poor: '内容栏写“交流思想，增进了解”，看不出谈了什么，也没有接下来要做的事。',
  },
  note: {
    needs: [
      '写双方各自说了什么，不用写全，写得出下次接着谈什么就够。',
      '后续办理写一件具体的事和大致的时间。',
      '对方写的要打开才看得到，打开时选为什么；对方能看到。',
    ],
    who: '一次谈话一份记录，两个人都可以写、可以更正。',
    clauses: [{ rule: 'talk.committee-member', citation: ARTICLE }],
    good: '她担心下乡驻点和孩子升学冲突；我说明驻点可以分两段，她愿意上半年去。月底前和科里定下。',
    poor: '双方进行了深入交流，取得了良好效果。',
  },
} as const satisfies Readonly<Record<string, GuideText>>
