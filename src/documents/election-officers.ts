import type { Paragraph, Table } from 'docx'
import { boxed, cell, label, type Row } from './boxes.ts'
import type { PaperFacts, PaperGathering, PaperMotion } from './election-facts.ts'
import type { ElectionPaper } from './election-paper.ts'
import { meetingTitle, votersOf } from './election-rounds.ts'
import { blank, paragraphs, subtitle, title } from './typeset.ts'
import { dateWords, GAP } from './wording.ts'

export const OFFICER_WORDS = {
  'chief-scrutineer': '总监票人',
  scrutineer: '监票人',
  teller: '计票人',
} as const

/** 监票人、计票人名单, with how the meeting passed it. */
export const officersList: ElectionPaper = {
  name: ({ unitName }) => `${unitName}选举监票人、计票人名单`,
  stretches: (facts) =>
    facts.gatherings
      .filter(({ officers }) => officers.length > 0)
      .map((gathering) => ({ children: listOf(facts, gathering) })),
  awaits: ({ gatherings }) =>
    gatherings.some(({ officers }) => officers.length > 0) ? null : '还没有登记监票人、计票人。',
}

const listOf = (facts: PaperFacts, gathering: PaperGathering): (Paragraph | Table)[] => [
  ...title(...meetingTitle(facts, gathering, '监票人、计票人名单')),
  subtitle(`（${dateWords(gathering.heldOn)}）`),
  blank(),
  boxed(
    [8, 24, 24, 30],
    [
      { head: true, boxes: ['序号', '职责', '姓名', '是否候选人'].map((head) => label(head)) },
      ...officersOf(gathering).map(
        ({ role, name }, at): Row => ({
          height: 9,
          boxes: [String(at + 1), OFFICER_WORDS[role], name, standsWords(facts, gathering, name)].map(
            (text) => cell(text, { align: 'center' }),
          ),
        }),
      ),
    ],
  ),
  ...paragraphs('候选人不担任监票人。计票人在监票人监督下工作，一般也不由候选人担任。'),
  ...paragraphs(`表决情况：${motionWords(facts, gathering, 'officers')}`),
]

const ROLES = ['chief-scrutineer', 'scrutineer', 'teller'] as const

export const officersOf = ({ officers }: PaperGathering) =>
  officers.toSorted((one, other) => ROLES.indexOf(one.role) - ROLES.indexOf(other.role))

/** By the names on the ballots of that meeting. */
const standsWords = (facts: PaperFacts, { rounds, body }: PaperGathering, name: string): string => {
  const listed = rounds.flatMap(({ names }) => names.filter(({ writtenIn }) => !writtenIn))
  const standing =
    listed.length > 0
      ? listed.map((each) => each.name)
      : facts.candidates
          .filter(
            ({ role, withdrawnOn }) => withdrawnOn === null && (body === 'members') === (role === 'member'),
          )
          .map((each) => each.name)
  if (standing.length === 0) return GAP
  return standing.includes(name) ? '是' : '否'
}

/** How a matter was voted on: the numbers, and whether it was passed. */
export const motionWords = (
  facts: PaperFacts,
  gathering: PaperGathering,
  matter: PaperMotion['matter'],
): string => {
  const motion = gathering.motions.find((each) => each.matter === matter)
  if (!motion) return `${GAP}。`
  const { entitled, present, approve, oppose, abstain, passed, note } = motion
  return `应到会${votersOf(facts, gathering)}${entitled}人，实到${present}人，赞成${approve}票，反对${oppose}票，弃权${abstain}票，${passed ? '通过' : '没有通过'}${note ? `（${note}）` : ''}。`
}
