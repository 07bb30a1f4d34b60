import { byStrokes } from '../kernel/strokes.ts'
import type { PaperFacts, PaperVoter } from './election-facts.ts'
import { listed, sections, signed, table } from './election-layout.ts'
import { type ElectionPaper, whatWords } from './election-paper.ts'
import { bodyWords, countOr, dayOr, voterWords } from './election-words.ts'
import { blank, paragraphs, signatures, subtitle, title } from './typeset.ts'
import { orGap } from './wording.ts'

/** Whoever has a vote: those whose exclusion is not complete are still among them. */
export const withVote = ({ voters }: PaperFacts): PaperVoter[] =>
  byStrokes(voters.filter(({ place }) => place === 'voter' || place === 'pending'))

const awaits = ({ voters }: PaperFacts): string | null =>
  voters.length > 0 ? null : '还没有选举人。请先在“选举人”里核对名册。'

/** As many names as go down one column of a page. */
const ONE_COLUMN = 15

/** 5, as it is posted: names with a vote and their groups, and nothing of anybody else. */
export const voters: ElectionPaper = {
  name: (facts) => `${facts.unitName}${whatWords(facts)}选举人名单`,
  awaits,
  stretches: (facts) => {
    const people = withVote(facts)
    return [
      {
        children: [
          ...title(facts.unitName, `${whatWords(facts)}选举人名单`),
          subtitle(`（共${people.length}名，按姓氏笔画为序）`),
          blank(),
          namesTable(people, facts),
          blank(),
          ...signed(bodyWords(facts), dayOr(facts.steps.voters?.doneOn)),
        ],
      },
    ]
  },
}

const namesTable = (people: readonly PaperVoter[], { line }: PaperFacts) => {
  const place = line === 'party' ? '所在小组' : '所在单位'
  const columns = people.length > ONE_COLUMN ? 2 : 1
  const rows = Math.ceil(people.length / columns)
  const sides = Array.from({ length: columns }, (_, side) => side)
  return table(
    sides.flatMap(() => ['序号', '姓名', place]),
    sides.flatMap(() => [13, 23, 42]),
    Array.from({ length: rows }, (_, row) =>
      sides.flatMap((side) => {
        const at = side * rows + row
        const person = people[at]
        return person ? [String(at + 1), person.name, person.groupName ?? ''] : ['', '', '']
      }),
    ),
  )
}

/** 5, for those who lead: who has no vote and why, who is left out of the base on what ground and by whose consent. */
export const votersInner: ElectionPaper = {
  name: (facts) => `${facts.unitName}选举人资格审核表（内部）`,
  awaits,
  stretches: (facts) => [
    {
      children: [
        ...title(facts.unitName, '选举人资格审核表'),
        subtitle('（内部材料，不公布）'),
        blank(),
        ...sections([
          ['人数', listed(countLines(facts))],
          ['没有选举权的人员', withoutVote(facts)],
          ['不计入应到会的人员', excluded(facts)],
        ]),
        blank(),
        signatures([facts.line === 'party' ? '书记签名：' : '负责人签名：', '审核人签名：']),
      ],
    },
  ],
}

const countLines = (facts: PaperFacts): string[] => {
  const { base, listOn, frozen } = facts
  const list = frozen ? '大会开始时的名单' : `${dayOr(listOn)}的名册`
  const entitled = `应到会有选举权的${voterWords(facts)}${countOr(base.entitled)}名（按${list}）。`
  return [entitled, ...base.because.map(({ words }) => words)]
}

const withoutVote = ({ voters: all }: PaperFacts) => {
  const people = byStrokes(all.filter(({ place }) => place === 'without-vote'))
  if (people.length === 0) return paragraphs('无。')
  return [
    table(
      ['序号', '姓名', '原因'],
      [12, 28, 116],
      people.map(({ name, because }, at) => [String(at + 1), name, orGap(because)]),
      [2],
    ),
  ]
}

const excluded = ({ exclusions }: PaperFacts) => {
  if (exclusions.length === 0) return paragraphs('无。')
  return [
    table(
      ['姓名', '情形', '说明', '上报', '批准', '大会通过'],
      [20, 28, 38, 22, 28, 22],
      byStrokes(exclusions).map((each) => [
        each.name,
        each.since === null ? each.ground : `${each.ground}（自${dayOr(each.since)}）`,
        each.reason,
        dayOr(each.reportedOn),
        each.approvedOn === null
          ? dayOr(null)
          : `${dayOr(each.approvedOn)}${each.approvedBy ? `\n${each.approvedBy}` : ''}`,
        dayOr(each.passedOn),
      ]),
      [2],
    ),
  ]
}
