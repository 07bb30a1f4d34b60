import { type LetterData, monthWords, type ReceiptData, sexWords, statusWords } from './letter-paper.ts'
import type { TagBook } from './template-tags.ts'
import { dateWords, GAP, orGap } from './wording.ts'

/** What a unit's own introduction letter may say. */
export const LETTER_TAGS: TagBook<LetterData> = {
  single: [
    { tag: '编号', says: '如：〔2026〕第003号', of: ({ number }) => number },
    { tag: '转出单位', says: '开介绍信的党支部', of: ({ fromUnit }) => fromUnit },
    { tag: '转往', says: '接收的党组织', of: ({ toUnit }) => toUnit },
    { tag: '姓名', says: '党员姓名', of: ({ personName }) => personName },
    { tag: '性别', says: '男或女', of: ({ sex }) => sexWords(sex) },
    { tag: '民族', says: '民族', of: ({ ethnicity }) => orGap(ethnicity) },
    { tag: '年龄', says: '开出那天的周岁', of: ({ age }) => (age === null ? GAP : String(age)) },
    { tag: '党员类别', says: '正式或预备', of: statusWords },
    { tag: '电话', says: '本人电话', of: ({ phone }) => orGap(phone) },
    { tag: '党费交到', says: '如：2026年4月', of: ({ duesMonth }) => monthWords(duesMonth) },
    { tag: '开出日期', says: '开出的日子', of: ({ issuedOn }) => dateWords(issuedOn) },
    { tag: '有效天数', says: '有效多少天', of: ({ validDays }) => String(validDays) },
  ],
  repeated: [],
}

/** What a unit's own receipt may say. */
export const RECEIPT_TAGS: TagBook<ReceiptData> = {
  single: [
    { tag: '转出单位', says: '开介绍信的党组织', of: ({ fromUnit }) => fromUnit },
    { tag: '接收单位', says: '接收的党支部', of: ({ unitName }) => unitName },
    { tag: '姓名', says: '党员姓名', of: ({ personName }) => personName },
    { tag: '介绍信编号', says: '介绍信上的编号', of: ({ letterNumber }) => orGap(letterNumber) },
    { tag: '介绍信日期', says: '介绍信开出的日子', of: ({ letterOn }) => dateWords(letterOn) },
    { tag: '接收日期', says: '接收的日子', of: ({ acceptedOn }) => dateWords(acceptedOn) },
    { tag: '经办人', says: '接收时的经办人', of: ({ by }) => orGap(by) },
  ],
  repeated: [],
}
