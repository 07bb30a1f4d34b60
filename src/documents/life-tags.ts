import {
  dayOrGap,
  FORM_ON_PAPER,
  type LifePaper,
  type LifeProblem,
  outcomeWords,
  preparationWords,
  SOURCE_ON_PAPER,
} from './life-paper.ts'
import type { TagBook } from './template-tags.ts'
import { GAP, orGap } from './wording.ts'

const problemRow = ({ problem, measure, ownerName, dueOn, ...rest }: LifeProblem, at: number) => ({
  序号: String(at + 1),
  问题: problem,
  措施: orGap(measure),
  责任人: orGap(ownerName),
  完成日期: dayOrGap(dueOn),
  办理情况: outcomeWords({ problem, measure, ownerName, dueOn, ...rest }),
})

const opinionRows = (data: LifePaper, about: 'branch' | 'committee') =>
  data.opinions
    .filter((opinion) => opinion.about === about)
    .map(({ source, text }, at) => ({
      序号: String(at + 1),
      意见: text,
      来源: SOURCE_ON_PAPER[source] ?? source,
    }))

/** What a unit's own templates of the round's papers may say: plan, opinions, check, list, report. */
export const LIFE_TAGS: TagBook<LifePaper> = {
  single: [
    { tag: '机关', says: '机关名称', of: ({ organName }) => organName },
    { tag: '组织', says: '召开组织生活会的支部', of: ({ unitName }) => unitName },
    { tag: '所属年度', says: '如：2026', of: ({ forYear }) => String(forYear) },
    { tag: '主题', says: '组织生活会的主题', of: ({ topic }) => topic },
    { tag: '形式', says: '如：支部党员大会', of: ({ form }) => FORM_ON_PAPER[form] },
    { tag: '召开日期', says: '方案定的日期', of: ({ meetOn }) => dayOrGap(meetOn) },
    { tag: '会前准备', says: '学习、谈心、征求意见等的情况', of: preparationWords },
    { tag: '对照检查', says: '支委会对照检查的内容', of: ({ check }) => orGap(check?.text) },
    { tag: '定稿日期', says: '对照检查定稿的日期', of: ({ check }) => dayOrGap(check?.finalOn ?? null) },
    { tag: '自我批评人数', says: '登记了自我批评的人数', of: ({ remarks }) => String(remarks.selves) },
    { tag: '相互批评条数', says: '登记的相互批评条数', of: ({ remarks }) => String(remarks.between) },
    {
      tag: '对个人的意见条数',
      says: '只有条数，没有内容',
      of: (data) => String(data.opinionCounts.personal),
    },
    { tag: '个人整改项数', says: '只有项数，没有内容', of: (data) => String(data.personalProblems) },
    {
      tag: '上年度',
      says: '上一次组织生活会的所属年度',
      of: ({ promises }) => (promises ? String(promises.forYear) : GAP),
    },
    { tag: '报送上级', says: '报送的上级党组织', of: ({ reportSentTo }) => orGap(reportSentTo) },
    { tag: '报送日期', says: '报送的日期', of: ({ reportSentOn }) => dayOrGap(reportSentOn) },
  ],
  repeated: [
    {
      tag: '学习',
      says: '每份学习材料重复一次',
      inside: ['序号', '材料', '日期'],
      rows: ({ studies }) =>
        studies.map(({ material, on }, at) => ({ 序号: String(at + 1), 材料: material, 日期: dayOrGap(on) })),
    },
    {
      tag: '对支部的意见',
      says: '每条意见重复一次',
      inside: ['序号', '意见', '来源'],
      rows: (data) => opinionRows(data, 'branch'),
    },
    {
      tag: '对支委会的意见',
      says: '每条意见重复一次',
      inside: ['序号', '意见', '来源'],
      rows: (data) => opinionRows(data, 'committee'),
    },
    {
      tag: '会议',
      says: '每次会议重复一次，分小组召开的有几次',
      inside: ['序号', '召开组织', '日期', '主持人', '应到', '实到'],
      rows: ({ sittings }) =>
        sittings.map(({ unitName, heldOn, hostName, entitled, present }, at) => ({
          序号: String(at + 1),
          召开组织: unitName,
          日期: dayOrGap(heldOn),
          主持人: orGap(hostName),
          应到: String(entitled),
          实到: String(present),
        })),
    },
    {
      tag: '问题清单',
      says: '每项问题重复一次',
      inside: ['序号', '问题', '措施', '责任人', '完成日期', '办理情况'],
      rows: ({ problems }) => problems.map(problemRow),
    },
    {
      tag: '上年整改',
      says: '上年度每项整改重复一次',
      inside: ['序号', '问题', '措施', '责任人', '完成日期', '办理情况'],
      rows: ({ promises }) => (promises?.problems ?? []).map(problemRow),
    },
  ],
}
