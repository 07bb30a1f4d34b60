import { keptBack, type PatternReport, patternSentence } from './pattern-report.ts'
import type { TagBook } from './template-tags.ts'
import type { ReportFigure, WellbeingReport } from './wellbeing-report.ts'
import { whiskerWords } from './wellbeing-report.ts'
import { dateWords, orGap } from './wording.ts'

/** What a unit's own template of 情况反映 may say. */
export const PATTERN_TAGS: TagBook<PatternReport> = {
  single: [
    { tag: '组织', says: '反映情况的单位', of: ({ unitName }) => unitName },
    { tag: '题目', says: '建议或课题的题目', of: ({ title }) => title },
    { tag: '种类', says: '建议或调研课题', of: ({ kind }) => kind },
    { tag: '情况', says: '一句话的统计情况，隐去的数不写', of: patternSentence },
    { tag: '建议', says: '建议怎么办', of: ({ proposal }) => orGap(proposal) },
    { tag: '报送', says: '报给谁', of: ({ raisedTo }) => orGap(raisedTo) },
    { tag: '承办', says: '负责人', of: ({ ownerName }) => ownerName },
    { tag: '日期', says: '提出的日期', of: ({ on }) => dateWords(on) },
  ],
  repeated: [
    {
      tag: '季度',
      says: '每段时间重复一次',
      inside: ['时间', '件数', '全部'],
      rows: ({ spans }) =>
        spans.map(({ label, count, total }) => ({ 时间: label, 件数: keptBack(count), 全部: String(total) })),
    },
  ],
}

const rowsOf = (figures: readonly (ReportFigure & { of: string })[]) =>
  figures.flatMap(({ of, label, asked, rows }) =>
    (rows ?? []).map((row) => ({
      来源: of,
      题目: label,
      问了谁: asked,
      回答: row.text,
      人数: String(row.count),
      占比: `${row.percent}%`,
      区间: `${row.least}%—${row.most}%`,
      图: whiskerWords(row),
    })),
  )

/** What a unit's own template of the report on satisfaction and surveys may say. */
export const WELLBEING_TAGS: TagBook<WellbeingReport> = {
  single: [
    { tag: '组织', says: '报告的单位', of: ({ unitName }) => unitName },
    { tag: '年度', says: '如：2026', of: ({ year }) => String(year) },
    { tag: '统计到', says: '答复统计到哪一天', of: ({ until }) => (until ? dateWords(until) : orGap(null)) },
    { tag: '最少人数', says: '少于这个数不显示', of: ({ threshold }) => String(threshold) },
    { tag: '日期', says: '报告的日期', of: ({ on }) => dateWords(on) },
  ],
  repeated: [
    {
      tag: '数',
      says: '每题的每一项重复一次',
      inside: ['来源', '题目', '问了谁', '回答', '人数', '占比', '区间', '图'],
      rows: ({ told, rounds }) =>
        rowsOf([
          ...told.map((figure) => ({ ...figure, of: '告知以后本人的答复' })),
          ...rounds.flatMap(({ title, figures }) => figures.map((figure) => ({ ...figure, of: title }))),
        ]),
    },
  ],
}
