import { byStrokes } from '../kernel/strokes.ts'
import {
  type AppraisalForm,
  type BallotSheet,
  countWords,
  opinionWords,
  selfWords,
} from './appraisal-form.ts'
import { type AppraisalSummary, decidedWords, figures, sheetWords } from './appraisal-summary.ts'
import type { TagBook } from './template-tags.ts'
import { dateWords, GAP, orGap } from './wording.ts'

/** What a unit's own 登记表 may say. */
export const APPRAISAL_REGISTER_TAGS: TagBook<AppraisalForm> = {
  single: [
    { tag: '机关', says: '机关名称', of: ({ organName }) => organName },
    { tag: '组织', says: '党支部名称', of: ({ unitName }) => unitName },
    { tag: '评议年度', says: '如：2026', of: ({ forYear }) => String(forYear) },
    { tag: '姓名', says: '党员姓名', of: ({ name }) => name },
    { tag: '性别', says: '性别', of: ({ sex }) => orGap(sex) },
    { tag: '出生年月', says: '出生年月', of: ({ born }) => orGap(born) },
    { tag: '民族', says: '民族', of: ({ ethnicity }) => orGap(ethnicity) },
    { tag: '学历', says: '学历', of: ({ education }) => orGap(education) },
    { tag: '入党时间', says: '入党时间', of: ({ joined }) => orGap(joined) },
    { tag: '工作岗位', says: '工作岗位', of: ({ occupation }) => orGap(occupation) },
    { tag: '党内职务', says: '党内职务，没有的为“无”', of: ({ post }) => post ?? '无' },
    { tag: '个人自评', says: '个人自评全文，交纸质的注明', of: selfWords },
    { tag: '小组意见', says: '党小组意见', of: ({ groupOpinion }) => orGap(groupOpinion) },
    { tag: '测评票数', says: '发出、有效张数和各等次票数', of: countWords },
    { tag: '等次', says: '评定的等次', of: ({ grade, because }) => grade ?? because ?? GAP },
    { tag: '评定意见', says: '支部的评定意见和等次', of: opinionWords },
    { tag: '改进要求', says: '改进要求，没有的为“无”', of: ({ improvement }) => improvement ?? '无' },
    { tag: '上级意见', says: '上级党组织意见', of: ({ superiorOpinion }) => superiorOpinion ?? '' },
    { tag: '告知日期', says: '告知本人的日期', of: ({ toldOn }) => (toldOn ? dateWords(toldOn) : GAP) },
  ],
  repeated: [],
}

/** What a unit's own 测评票 may say. */
export const APPRAISAL_BALLOT_TAGS: TagBook<BallotSheet> = {
  single: [
    { tag: '机关', says: '机关名称', of: ({ organName }) => organName },
    { tag: '组织', says: '党支部名称', of: ({ unitName }) => unitName },
    { tag: '评议年度', says: '如：2026', of: ({ forYear }) => String(forYear) },
  ],
  repeated: [
    {
      tag: '评议对象',
      says: '每人重复一次，按姓氏笔画',
      inside: ['序号', '姓名'],
      rows: ({ people }) => byStrokes(people).map(({ name }, at) => ({ 序号: String(at + 1), 姓名: name })),
    },
  ],
}

/** What a unit's own 汇总表 may say. */
export const APPRAISAL_SUMMARY_TAGS: TagBook<AppraisalSummary> = {
  single: [
    { tag: '机关', says: '机关名称', of: ({ organName }) => organName },
    { tag: '组织', says: '党支部名称', of: ({ unitName }) => unitName },
    { tag: '评议年度', says: '如：2026', of: ({ forYear }) => String(forYear) },
    { tag: '测评情况', says: '测评日期，应投、发出、收回、有效张数', of: sheetWords },
    { tag: '评定情况', says: '由谁评定，各等次人数', of: decidedWords },
    {
      tag: '不评等次',
      says: '参加评议不评等次的人和原因',
      of: ({ ungraded }) => ungraded.map(({ name, because }) => `${name}（${because}）`).join('；') || '无',
    },
  ],
  repeated: [
    {
      tag: '评议结果',
      says: '每人重复一次，按姓氏笔画',
      inside: ['序号', '姓名', '优秀票', '合格票', '基本合格票', '不合格票', '弃权票', '等次', '告知日期'],
      rows: ({ people }) =>
        people.map((row, at) => {
          const [excellent = '', qualified = '', basically = '', unqualified = '', abstained = ''] =
            figures(row)
          return {
            序号: String(at + 1),
            姓名: row.name,
            优秀票: excellent,
            合格票: qualified,
            基本合格票: basically,
            不合格票: unqualified,
            弃权票: abstained,
            等次: orGap(row.grade),
            告知日期: row.toldOn ? dateWords(row.toldOn) : GAP,
          }
        }),
    },
  ],
}
