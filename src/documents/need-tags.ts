import {
  type NeedResult,
  type NeedSheet,
  type ReferralLetter,
  resultWords,
  stepsWords,
  type UrgingOpinion,
} from './need-paper.ts'
import type { Tag, TagBook } from './template-tags.ts'
import { dateWords, orGap } from './wording.ts'

type OfNeed = { unitName: string; number: string; receivedOn: string; channel: string }

const ofNeed = <Of extends OfNeed>(): Tag<Of>[] => [
  { tag: '组织', says: '接待需求的单位', of: ({ unitName }) => unitName },
  { tag: '编号', says: '如：〔2026〕12', of: ({ number }) => number },
  { tag: '接收日期', says: '如：2026年11月20日', of: ({ receivedOn }) => dateWords(receivedOn) },
  { tag: '来源', says: '如：来电（12338）', of: ({ channel }) => channel },
]

const orNotGiven = (text: string | null): string => (text === null ? '（未提供）' : orGap(text))

/** What a unit's own referral letter may say. */
export const REFERRAL_TAGS: TagBook<ReferralLetter> = {
  single: [
    ...ofNeed<ReferralLetter>(),
    { tag: '转给', says: '对方单位名称', of: ({ office }) => office },
    { tag: '转出日期', says: '转出的日子', of: ({ sentOn }) => dateWords(sentOn) },
    { tag: '答复期限', says: '请对方答复的日子', of: ({ dueOn }) => (dueOn ? dateWords(dueOn) : '（未定）') },
    { tag: '请求', says: '请对方做什么', of: ({ asks }) => asks },
    { tag: '提供依据', says: '本人同意，或法定职责', of: ({ basis }) => basis },
    { tag: '姓名', says: '勾选提供的才有', of: ({ name }) => orNotGiven(name) },
    { tag: '联系方式', says: '勾选提供的才有', of: ({ contact }) => orNotGiven(contact) },
    { tag: '情况', says: '勾选提供的才有', of: ({ facts }) => orNotGiven(facts) },
    { tag: '诉求', says: '勾选提供的才有', of: ({ wish }) => orNotGiven(wish) },
    { tag: '联系人', says: '承办人', of: ({ ownerName }) => orGap(ownerName) },
  ],
  repeated: [],
}

/** What a unit's own 督促处理意见书 may say. */
export const OPINION_TAGS: TagBook<UrgingOpinion> = {
  single: [
    ...ofNeed<UrgingOpinion>(),
    { tag: '转给', says: '对方单位名称', of: ({ office }) => office },
    { tag: '转出日期', says: '转介的日子', of: ({ sentOn }) => dateWords(sentOn) },
    { tag: '办理现状', says: '如：贵单位尚未答复。', of: ({ standing }) => standing },
    { tag: '意见', says: '督促处理意见', of: ({ text }) => text },
    { tag: '日期', says: '提出意见的日子', of: ({ onDay }) => dateWords(onDay) },
  ],
  repeated: [],
}

/** What a unit's own 办理结果告知书 may say. */
export const RESULT_TAGS: TagBook<NeedResult> = {
  single: [
    ...ofNeed<NeedResult>(),
    { tag: '反映人', says: '姓名；匿名的为“反映人”', of: ({ name }) => name ?? '反映人' },
    { tag: '结果', says: '如：已解决', of: ({ outcome }) => outcome },
    { tag: '说明', says: '登记结果时写的话', of: ({ result }) => result },
    { tag: '办结日期', says: '办理完毕的日子', of: ({ resolvedOn }) => dateWords(resolvedOn) },
  ],
  repeated: [],
}

/** What a unit's own 办理情况单 may say. */
export const SHEET_TAGS: TagBook<NeedSheet> = {
  single: [
    ...ofNeed<NeedSheet>(),
    { tag: '反映人', says: '姓名；匿名的为“匿名”', of: ({ name }) => name ?? '匿名' },
    { tag: '联系方式', says: '电话等', of: ({ contact }) => orGap(contact) },
    { tag: '类别', says: '如：劳动权益', of: ({ category }) => orGap(category) },
    { tag: '缓急', says: '分诊的结果', of: ({ level }) => orGap(level) },
    { tag: '信访事项', says: '是不是信访事项', of: ({ petition }) => orGap(petition) },
    { tag: '情况', says: '登记的情况', of: ({ facts }) => orGap(facts) },
    { tag: '诉求', says: '登记的诉求', of: ({ wish }) => orGap(wish) },
    { tag: '以前找过谁', says: '登记的内容', of: ({ before }) => orGap(before) },
    { tag: '承办人', says: '承办人', of: ({ ownerName }) => orGap(ownerName) },
    { tag: '协办人', says: '协办人', of: ({ helpers }) => helpers.join('、') || '无' },
    { tag: '办理经过', says: '全部记录，每条一行', of: ({ steps }) => stepsWords(steps) },
    { tag: '办理结果', says: '结果和说明', of: resultWords },
    { tag: '告知日期', says: '告知本人的日子', of: ({ toldOn }) => (toldOn ? dateWords(toldOn) : '未告知') },
    { tag: '本人答复', says: '每次答复一行', of: ({ answers }) => answers.join('\n') || '没有答复' },
  ],
  repeated: [],
}
