import type { PaperFacts } from './election-facts.ts'
import { type Section, sections, table } from './election-layout.ts'
import { assemblyWords, type ElectionPaper, gatheringOn } from './election-paper.ts'
import { bodyWords, dayOr } from './election-words.ts'
import { blank, paragraphs, subtitle, title } from './typeset.ts'
import { GAP } from './wording.ts'

/** What the records of a term are counted by, in the order of the report. */
export const RECORD_KINDS: readonly (readonly [string, string])[] = [
  ['general-meeting', '党员大会'],
  ['committee-meeting', '委员会会议'],
  ['group-meeting', '党小组会'],
  ['lecture', '党课'],
  ['theme-day', '主题党日'],
  ['life-meeting', '组织生活会'],
  ['appraisal', '民主评议党员'],
  ['talk', '谈心谈话'],
  ['study', '集体学习'],
  ['training', '教育培训'],
]

/**
 * 9: a frame for the report of the outgoing committee. What the records hold is printed; what was done, what is wanting and
 * what is proposed is the committee's own to write, and stays a gap.
 */
export const workReport: ElectionPaper = {
  name: (facts) => `${bodyWords(facts)}工作报告`,
  stretches: (facts) => [
    {
      children: [
        ...title(bodyWords(facts), '工作报告'),
        subtitle(subtitleOf(facts)),
        blank(),
        ...sections([
          ['任期', paragraphs(termLine(facts))],
          ['任期内主要工作', paragraphs(GAP)],
          ...partyParts(facts),
          ['存在的问题', paragraphs(GAP)],
          ['今后工作的建议', paragraphs(GAP)],
        ]),
      ],
    },
  ],
}

const partyParts = (facts: PaperFacts): Section[] =>
  facts.line === 'party'
    ? [
        ['组织生活', [...paragraphs(recordLine(facts)), recordTable(facts), blank()]],
        ['党员队伍', paragraphs(peopleLine(facts))],
        ['党费收缴、上缴和使用', duesPart()],
      ]
    : []

const subtitleOf = (facts: PaperFacts): string => {
  const meeting = gatheringOn(facts, 'members')
  const passed = meeting?.motions.find(({ matter }) => matter === 'report')?.passed === true
  const on = dayOr(meeting?.heldOn ?? facts.plannedOn)
  return passed ? `（${on}${assemblyWords(facts)}通过）` : `（${on}，提请${assemblyWords(facts)}审议）`
}

const termLine = ({ term, officials }: PaperFacts): string => {
  const people = officials.map(({ name, post }) => `${name}（${post}）`).join('、') || GAP
  return `${dayOr(term?.electedOn)}选举产生，任期至${dayOr(term?.dueOn)}届满。现有成员：${people}。`
}

const recordLine = ({ record: { from, to, firstOn } }: PaperFacts): string =>
  `${dayOr(from)}至${dayOr(to)}，按台账记录统计${firstOn && firstOn > from ? `，台账中最早的一次在${dayOr(firstOn)}` : ''}：`

const recordTable = ({ record: { counts } }: PaperFacts) =>
  table(
    ['项目', '次数', '项目', '次数'],
    [50, 28, 50, 28],
    Array.from({ length: Math.ceil(RECORD_KINDS.length / 2) }, (_, row) =>
      [RECORD_KINDS[row * 2], RECORD_KINDS[row * 2 + 1]].flatMap((kind) =>
        kind ? [kind[1], countOf(counts, kind[0])] : ['', ''],
      ),
    ),
  )

// A kind that was never recorded is a gap, not a nought: the records may begin after the term did.
export const countOf = (counts: Readonly<Record<string, number>>, kind: string): string =>
  counts[kind] === undefined ? GAP : String(counts[kind])

const peopleLine = ({ record: { admitted, converted, movedIn, movedOut } }: PaperFacts): string =>
  `按党员名册统计，任期内发展党员${admitted}名，预备党员转正${converted}名，转入${movedIn}名，转出${movedOut}名。`

const duesPart = () => [
  table(
    ['项目', '任期内合计（元）', '说明'],
    [50, 50, 56],
    [
      ['收缴', GAP, ''],
      ['上缴', GAP, ''],
      ['使用', GAP, ''],
      ['结余', GAP, ''],
    ],
  ),
  blank(),
]
