import {
  becomes,
  type ConversionData,
  dayOr,
  handedWords,
  meetingWords,
  numberWords,
  whoWords,
} from './conversion-paper.ts'
import type { TagBook } from './template-tags.ts'
import { dateWords, orGap } from './wording.ts'

/** What a unit's own template for the papers at the end of a probation may say. */
export const CONVERSION_TAGS: TagBook<ConversionData> = {
  single: [
    { tag: '组织', says: '党支部', of: ({ unitName }) => unitName },
    { tag: '上级', says: '请示报给谁', of: ({ superior }) => superior ?? '〔上级党组织〕' },
    { tag: '姓名', says: '预备党员姓名', of: ({ personName }) => personName },
    { tag: '决定', says: '转为正式党员、延长预备期至某日、取消预备党员资格', of: becomes },
    { tag: '基本情况', says: '性别、出生、学历、接收和期满的日子', of: whoWords },
    { tag: '入党日期', says: '支部大会接收为预备党员的日子', of: ({ beganOn }) => dateWords(beganOn) },
    { tag: '期满日期', says: '预备期满的日子', of: ({ endsOn }) => dateWords(endsOn) },
    { tag: '会前材料', says: '申请、意见、公示各在哪一天', of: handedWords },
    { tag: '大会日期', says: '党员大会召开的日子', of: ({ meeting }) => dateWords(meeting.heldOn) },
    { tag: '地点', says: '党员大会地点', of: ({ meeting }) => orGap(meeting.place) },
    { tag: '主持人', says: '党员大会主持人', of: ({ meeting }) => orGap(meeting.hostName) },
    { tag: '表决情况', says: '应到、实到、票数和判定', of: meetingWords },
    { tag: '决议', says: '决议原文', of: ({ vote }) => vote.text },
    { tag: '上报日期', says: '决议上报的日子', of: ({ submittedOn }) => dayOr(submittedOn) },
    { tag: '批准日期', says: '上级批准的日子', of: ({ approvedOn }) => dayOr(approvedOn) },
    { tag: '批复文号', says: '批复的文号，带括号；没有则为空', of: numberWords },
  ],
  repeated: [],
}
