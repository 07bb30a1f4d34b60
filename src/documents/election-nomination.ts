import { compareByStrokes } from '../kernel/strokes.ts'
import type { PaperFacts, PaperNomination } from './election-facts.ts'
import { type Section, sections, table } from './election-layout.ts'
import { type ElectionPaper, whatWords } from './election-paper.ts'
import { bodyWords, cited, dayOr, leastCandidates, namesOf, roleWords, standing } from './election-words.ts'
import { blank, labelled, paragraphs, signatures, title } from './typeset.ts'
import { orGap } from './wording.ts'

/** 6: who was proposed by which group with how many, and what the committee made of it. */
export const nomination: ElectionPaper = {
  name: (facts) => `${facts.unitName}${whatWords(facts)}提名推荐和酝酿记录`,
  awaits: ({ nominations }) =>
    nominations.length > 0 ? null : '还没有登记提名推荐。请先在“候选人”里登记各小组的推荐。',
  stretches: (facts) => [
    {
      children: [
        ...title(facts.unitName, `${whatWords(facts)}提名推荐和酝酿记录`),
        blank(),
        ...sections([
          ...facts.nominations.map(groupPart),
          ['推荐汇总', [summaryOf(facts), blank()]],
          ['比较酝酿', comparisonOf(facts)],
        ]),
        blank(),
        signatures(['主持人签名：', '记录人签名：']),
      ],
    },
  ],
}

const groupPart = ({
  groupName,
  heldOn,
  hostName,
  entitled,
  present,
  nominees,
}: PaperNomination): Section => [
  `${groupName}推荐`,
  [
    ...labelled('时间', dayOr(heldOn)),
    ...labelled('主持人', orGap(hostName)),
    ...labelled('到会', `应到${entitled}名，实到${present}名`),
    ...labelled(
      '被推荐人',
      nominees.map(({ name, support }) => `${name}（${support}人）`).join('、') || orGap(null),
    ),
  ],
]

/** Everybody who was proposed, by how many; among equals by strokes. */
export const proposedBy = ({
  nominations,
}: PaperFacts): { name: string; groups: number; support: number }[] => {
  const found = new Map<string, { name: string; groups: number; support: number }>()
  for (const { nominees } of nominations)
    for (const { name, support } of nominees) {
      const { groups, support: before } = found.get(name) ?? { groups: 0, support: 0 }
      found.set(name, { name, groups: groups + 1, support: before + support })
    }
  return [...found.values()].toSorted(
    (one, other) => other.support - one.support || compareByStrokes(one.name, other.name),
  )
}

const summaryOf = (facts: PaperFacts) =>
  table(
    ['序号', '被推荐人', '推荐小组数', '推荐人数'],
    [16, 50, 45, 45],
    proposedBy(facts).map(({ name, groups, support }, at) => [
      String(at + 1),
      name,
      String(groups),
      String(support),
    ]),
  )

const leastWords = (facts: PaperFacts): string => {
  const least = leastCandidates(facts)
  return least === null ? '' : `应选${facts.seats}名，候选人不少于${least}名${cited(facts, 'surplus')}。`
}

const comparisonOf = (facts: PaperFacts) => {
  const step = facts.steps.comparison
  const lines = (['member', 'secretary', 'deputy-secretary'] as const).flatMap((role) => {
    const people = standing(facts, role)
    return people.length === 0
      ? []
      : [`提出${roleWords(facts, role)}候选人预备人选${people.length}名：${namesOf(people)}。`]
  })
  return [
    ...paragraphs(
      `${dayOr(step?.doneOn)}，${bodyWords(facts)}根据推荐情况比较酝酿${cited(facts, 'candidates-agreed')}。${leastWords(facts)}`,
    ),
    ...lines.flatMap((text) => paragraphs(text)),
    ...(step?.note ? paragraphs(step.note) : []),
  ]
}
