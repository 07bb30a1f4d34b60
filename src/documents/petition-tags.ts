import type { PetitionData } from './petition.ts'
import type { TagBook } from './template-tags.ts'
import { dateWords, GAP, orGap } from './wording.ts'

const dayOr = (on: string | null): string => (on === null ? GAP : dateWords(on))

/** What a unit's own papers of a petition may say. */
export const PETITION_TAGS: TagBook<PetitionData> = {
  single: [
    { tag: '单位', says: '出具的妇联', of: ({ unitName }) => unitName },
    { tag: '登记编号', says: '如：〔2026〕12', of: ({ number }) => number },
    { tag: '姓名', says: '信访人姓名', of: ({ name }) => orGap(name) },
    { tag: '来源', says: '来电、来信等', of: ({ channel }) => channel },
    { tag: '收到日期', says: '收到的日子', of: ({ receivedOn }) => dateWords(receivedOn) },
    { tag: '受理日期', says: '受理的日子', of: ({ acceptedOn }) => dayOr(acceptedOn) },
    { tag: '办结期限', says: '原定的最后一天', of: ({ dueOn }) => dayOr(dueOn) },
    { tag: '延长到', says: '批准延长到的日子', of: ({ extendedUntil }) => dayOr(extendedUntil) },
    { tag: '延期理由', says: '告诉她的延期理由', of: ({ extensionReason }) => orGap(extensionReason) },
    { tag: '批准人', says: '批准延期的负责人', of: ({ approvedBy }) => orGap(approvedBy) },
    { tag: '承办人', says: '承办人姓名', of: ({ owner }) => orGap(owner) },
    { tag: '去向', says: '转送的单位或应向谁提出', of: ({ office }) => orGap(office) },
    { tag: '请求', says: '信访人的请求', of: ({ claim }) => orGap(claim) },
    { tag: '事实和理由', says: '查明的事实和理由', of: ({ facts }) => orGap(facts) },
    { tag: '处理意见', says: '处理意见', of: ({ opinion }) => orGap(opinion) },
    { tag: '法律依据', says: '法律依据', of: ({ basis }) => orGap(basis) },
    { tag: '出具日期', says: '纸上的日期', of: ({ on }) => dateWords(on) },
  ],
  repeated: [],
}
