import type { Chapter } from '../documents/year-contract.ts'

/** The chapters of the branch book, in the order in which ledgers of branches have them. */
export const CHAPTERS = {
  overview: '支部概况',
  committee: '支部委员会组成和分工',
  elections: '换届选举',
  members: '党员名册',
  groups: '党小组名册',
  calendar: '组织生活月历',
  'general-meetings': '支部党员大会',
  'committee-meetings': '支部委员会会议',
  'group-meetings': '党小组会',
  lectures: '党课',
  'theme-days': '主题党日',
  'follow-ups': '议定事项办理',
  'life-meetings': '组织生活会',
  appraisals: '民主评议党员',
  talks: '谈心谈话',
  analyses: '党性定期分析',
  study: '学习记录',
  outreach: '主题宣讲',
  conversions: '预备党员转正',
  transfers: '组织关系转接',
  floating: '流动党员',
  care: '走访慰问',
  visits: '基层走访',
  handovers: '工作交接',
} as const satisfies Readonly<Record<string, string>>

export type ChapterId = keyof typeof CHAPTERS

export const CHAPTER_IDS = Object.keys(CHAPTERS) as ChapterId[]

/** What a branch book usually holds and this product keeps no ledger of; it is named at the end, not passed over. */
export const NOT_KEPT = [
  '年度工作计划和总结',
  '发展党员（申请人、积极分子、发展对象）',
  '党费收缴',
  '奖励和处分',
  '党务公开',
  '志愿服务和社区报到',
  '荣誉和品牌',
] as const

/**
 * The book's chapters in their order. What no source told of is there as a gap. Chapters of one id, from several sources, are
 * one chapter; one whose id is not known follows at the end under its own title.
 */
export const inOrder = (given: readonly Chapter[]): Chapter[] => {
  const blocks = Map.groupBy(given, ({ id }) => id)
  const known = CHAPTER_IDS.map((id) => ({
    id,
    title: CHAPTERS[id],
    blocks: (blocks.get(id) ?? []).flatMap((chapter) => chapter.blocks),
  }))
  const others = [...blocks].filter(([id]) => !Object.hasOwn(CHAPTERS, id))
  return [
    ...known,
    ...others.map(([id, chapters]) => ({
      id,
      title: chapters[0]?.title ?? id,
      blocks: chapters.flatMap((chapter) => chapter.blocks),
    })),
  ]
}
