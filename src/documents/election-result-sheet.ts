import type { Paragraph, Table } from 'docx'
import { boxed, cell, label } from './boxes.ts'
import { votesTable } from './election-count-sheets.ts'
import type { PaperFacts } from './election-facts.ts'
import { motionWords, OFFICER_WORDS, officersOf } from './election-officers.ts'
import type { ElectionPaper } from './election-paper.ts'
import {
  ALL_ROLES,
  ELECTION_WORDS,
  type HeldRound,
  meetingOf,
  people,
  roundsIn,
  roundTitle,
  sheets,
  validOf,
  verdictWords,
  votersOf,
  WHY_AGAIN,
} from './election-rounds.ts'
import { blank, closing, heading, paragraphs, salutation, signatures, title } from './typeset.ts'
import { dateWords, numeral } from './wording.ts'

/** 选举结果报告单: what the scrutineers report to the meeting, one part a ballot, each judgment with its clause. */
export const resultToMeeting: ElectionPaper = {
  name: ({ unitName }) => `${unitName}选举结果报告单`,
  stretches: (facts) => meetings(facts).map((rounds) => ({ children: reportOf(facts, rounds) })),
  awaits: (facts) =>
    closedRounds(facts).length > 0 ? null : '还没有计完票。每轮投票办结以后，就有这份报告。',
}

const closedRounds = (facts: PaperFacts): HeldRound[] =>
  roundsIn(facts, ALL_ROLES).filter(({ round }) => round.isClosed)

/** The ballots of each meeting together. */
const meetings = (facts: PaperFacts): HeldRound[][] => [
  ...Map.groupBy(closedRounds(facts), ({ gathering }) => gathering).values(),
]

const reportOf = (facts: PaperFacts, rounds: readonly HeldRound[]): (Paragraph | Table)[] => {
  const [first] = rounds
  if (!first) return []
  const { gathering } = first
  return [
    ...title(facts.unitName, '选举结果报告单'),
    blank(),
    salutation(`${meetingOf(facts, gathering)}：`),
    ...paragraphs(`${dateWords(gathering.heldOn)}的选举已经计票完毕，现将结果报告如下。`),
    ...rounds.flatMap((held, at) => partOf(facts, held, at)),
    ...reductionWords(facts, first),
    signatures(['总监票人签名：', '监票人签名：']),
    closing(dateWords(gathering.heldOn), 2),
  ]
}

const partOf = (facts: PaperFacts, held: HeldRound, at: number): (Paragraph | Table)[] => {
  const { gathering, round } = held
  const { outcome } = round
  const again = WHY_AGAIN[round.why]
  const voters = votersOf(facts, gathering)
  return [
    heading(1, `${numeral(at + 1)}、${roundTitle(facts, held)}${again ? `：${again}` : ''}`),
    ...paragraphs(
      `应到会${voters}${people(round.entitled)}，实到${people(round.present)}，应选${round.seats}人。发出选票${sheets(round.issued)}，收回${sheets(round.returned)}，其中有效${sheets(validOf(round))}，作废${sheets(round.void)}。`,
    ),
    ...paragraphs(outcome ? `${ELECTION_WORDS[outcome.election]}。` : ''),
    ...(outcome?.election === 'valid'
      ? [
          votesTable(held),
          ...paragraphs(`当选须得赞成票${outcome.needed}票以上。${verdictWords(facts, held).join('')}`),
        ]
      : []),
    ...reasonsOf(held),
  ]
}

/** Every line of the judgment as it stood when the round was closed. */
const reasonsOf = ({ round: { outcome } }: HeldRound): (Paragraph | Table)[] => {
  const reasons = outcome?.because ?? []
  if (reasons.length === 0) return []
  return [
    ...paragraphs('判定和依据：'),
    boxed(
      [8, 22, 84],
      [
        { head: true, boxes: ['序号', '事项', '判定和依据'].map((head) => label(head)) },
        ...reasons.map(({ rule, person, words }, at) => ({
          boxes: [
            cell(String(at + 1), { align: 'center' as const }),
            cell(person ?? matterOf(rule), { align: 'center' as const }),
            cell(words),
          ],
        })),
      ],
      { points: 10.5 },
    ),
  ]
}

const MATTERS: Readonly<Record<string, string>> = {
  quorum: '到会人数',
  surplus: '差额',
  validity: '选举效力',
  ballot: '选票效力',
  'abstainer-write-in': '另选他人',
  'elected-most': '当选人数',
  runoff: '得票相等',
  shortfall: '名额未满',
}

export const matterOf = (rule: string): string => MATTERS[rule.slice(rule.indexOf('.') + 1)] ?? '判定'

/** Seats that the meeting agreed to leave empty, or whom it put up again. */
const reductionWords = (facts: PaperFacts, { gathering }: HeldRound): Paragraph[] =>
  (['narrowing', 'reduction'] as const)
    .filter((matter) => gathering.motions.some((motion) => motion.matter === matter))
    .flatMap((matter) => paragraphs(`${NAMES[matter]}，大会表决：${motionWords(facts, gathering, matter)}`))

const NAMES = { narrowing: '关于另行选举的候选人', reduction: '关于减少名额、不再选举' } as const

/** Who counted: 总监票人甲，监票人乙，计票人丙、丁. */
export const countersWords = ({ gathering }: HeldRound): string =>
  [...Map.groupBy(officersOf(gathering), ({ role }) => role)]
    .map(([role, officers]) => `${OFFICER_WORDS[role]}${officers.map(({ name }) => name).join('、')}`)
    .join('，')
