import { opinionsOf, type TalkRecord } from './talk-paper.ts'
import type { TagBook } from './template-tags.ts'
import { dateWords, orGap } from './wording.ts'

/** What a unit's own template of a talk's record may say. */
export const TALK_TAGS: TagBook<TalkRecord> = {
  single: [
    { tag: '机关', says: '机关名称', of: ({ organName }) => organName },
    { tag: '组织', says: '党支部名称', of: ({ unitName }) => unitName },
    { tag: '谈话人', says: '谈话人姓名', of: ({ talkerName }) => talkerName },
    { tag: '谈话对象', says: '谈话对象姓名', of: ({ partnerName }) => partnerName },
    { tag: '类型', says: '如：支委与党员', of: ({ kind }) => kind },
    { tag: '日期', says: '如：2026年11月20日', of: ({ heldOn }) => dateWords(heldOn) },
    { tag: '地点', says: '谈话地点', of: ({ place }) => orGap(place) },
    { tag: '缘由', says: '年度谈心，或应谈的情形', of: ({ cause }) => orGap(cause) },
    { tag: '谈话内容', says: '谈话内容', of: ({ text }) => orGap(text) },
    { tag: '意见建议和希望', says: '全部意见建议，每条一行', of: opinionsOf },
    { tag: '后续办理', says: '后续办理', of: ({ follow }) => orGap(follow) },
  ],
  repeated: [
    {
      tag: '意见建议',
      says: '每条意见建议重复一次',
      inside: ['序号', '提出人', '内容', '办理'],
      rows: ({ opinions }) =>
        opinions.map(({ speakerName, text, note }, at) => ({
          序号: String(at + 1),
          提出人: speakerName,
          内容: text,
          办理: note || '无',
        })),
    },
  ],
}
