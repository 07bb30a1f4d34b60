import type { AnalysisPaper } from './analysis-paper.ts'
import type { TagBook } from './template-tags.ts'
import { dateWords, GAP, orGap } from './wording.ts'

/** What a unit's own template of an analysis may say. */
export const ANALYSIS_TAGS: TagBook<AnalysisPaper> = {
  single: [
    { tag: '机关', says: '机关名称', of: ({ organName }) => organName },
    { tag: '组织', says: '本人所在的党小组或党支部', of: ({ unitName }) => unitName },
    { tag: '姓名', says: '本人姓名', of: ({ name }) => name },
    { tag: '周期', says: '如：2026年', of: ({ periodName }) => periodName },
    { tag: '日期', says: '交来的日期', of: ({ doneOn }) => (doneOn === null ? GAP : dateWords(doneOn)) },
  ],
  repeated: [
    {
      tag: '分析',
      says: '每个标题重复一次',
      inside: ['序号', '标题', '内容'],
      rows: ({ parts }) =>
        parts.map(({ heading, text }, at) => ({ 序号: String(at + 1), 标题: heading, 内容: orGap(text) })),
    },
    {
      tag: '意见',
      says: '党小组、党支部的意见，每条重复一次',
      inside: ['组织', '内容', '提出人', '日期'],
      rows: ({ opinions }) =>
        opinions.map(({ unitName, text, byName, givenOn }) => ({
          组织: unitName,
          内容: text,
          提出人: byName,
          日期: dateWords(givenOn),
        })),
    },
  ],
}
