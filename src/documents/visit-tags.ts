import type { TagBook } from './template-tags.ts'
import { keptWords, needWords, promiseWords, type VisitRecord } from './visit-record.ts'
import { dateWords, orGap } from './wording.ts'

/** What a unit's own 走访记录 may say. */
export const VISIT_TAGS: TagBook<VisitRecord> = {
  single: [
    { tag: '机关', says: '机关名称', of: ({ organName }) => organName },
    { tag: '组织', says: '接待部门所在的组织', of: ({ unitName }) => unitName },
    { tag: '日期', says: '如：2026年11月20日', of: ({ heldOn }) => dateWords(heldOn) },
    { tag: '地点', says: '联系点名称或地点', of: ({ where }) => where },
    { tag: '走访人', says: '走访人，按姓氏笔画', of: ({ visitors }) => visitors.join('、') },
    { tag: '见了谁', says: '见了谁', of: ({ whom }) => orGap(whom) },
    { tag: '看到听到的', says: '看到听到的', of: ({ seen }) => orGap(seen) },
    { tag: '当场办理', says: '当场办了什么', of: ({ done }) => orGap(done) },
    { tag: '答应的事', says: '全部承诺，每项一行', of: promiseWords },
    { tag: '带回的需求', says: '带回的需求，只有编号', of: needWords },
    { tag: '是否同意记录', says: '本人是否同意记录', of: ({ consent }) => consent },
    { tag: '登记人', says: '登记人姓名', of: ({ recordedByName }) => recordedByName },
    { tag: '登记日期', says: '登记的日期', of: ({ recordedOn }) => dateWords(recordedOn) },
  ],
  repeated: [
    {
      tag: '承诺',
      says: '每项承诺重复一次',
      inside: ['序号', '内容', '承办人', '期限', '办理'],
      rows: ({ promises }) =>
        promises.map((promise, at) => ({
          序号: String(at + 1),
          内容: promise.what,
          承办人: promise.ownerName,
          期限: promise.dueOn === null ? '未定期限' : dateWords(promise.dueOn),
          办理: keptWords(promise),
        })),
    },
  ],
}
