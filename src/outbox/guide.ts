import type { GuideText } from '../ui/guide.ts'

/** What is told at the recording of a visit and at the outbox. */
export const outboxGuide = {
  record: {
    needs: [
      '去了哪里、和谁谈的、看到听到什么、她同不同意记录，四项就够。',
      '她提出要办的事，一件一件加，收下后各有编号，由接待部门分诊。',
      '眼下有人身危险的，先拨 110，再记。',
      '不定位、不拍照，不写门牌和住户；不同意记录的，不写和谁谈的。',
    ],
    who: '走访的干部本人记，同去的人随后可以补充和更正。',
    clauses: [
      { rule: 'violence.her-will', citation: '《中华人民共和国反家庭暴力法》第五条' },
      { rule: 'contact.rhythm', citation: '地方通行做法（可由本机关调整）' },
    ],
    good: '“园区两位女工说，夜班后没有班车，走二十分钟到地铁口；希望调一班车或装路灯”：能照着去问园区。',
    poor: '“深入基层走访，倾听群众心声，受到一致好评”：去了等于没去，没有一件事可以办。',
  },
  outbox: {
    needs: [
      '写好的走访在这里等着上传，有网络时自己传，不用守着。',
      '没有收下的写明原因，改好再传；其余的照常上传。',
      '两人改了同一处的，两处写法都在，选定再传，也可以两处都留。',
      '草稿加密存在本机，换人登录看不到；退出登录时清空，没有传完的会先提醒。',
    ],
    who: '谁写的谁上传。丢了手机，请尽快告诉管理员停用账号。',
    clauses: [{ rule: 'violence.her-will', citation: '《中华人民共和国反家庭暴力法》第五条' }],
    good: '下楼有信号后看一眼本页，写着“已上传”再离开。',
    poor: '把内容先记在聊天软件里，回来再补：别人的事留在了别处，也容易忘。',
  },
} as const satisfies Record<string, GuideText>
