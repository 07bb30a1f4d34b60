import type { Paragraph, Table } from 'docx'
import { boxed, cell, label } from './boxes.ts'
import { quorumWords } from './election-attendance.ts'
import { votesTable } from './election-count-sheets.ts'
import type { PaperFacts, PaperGathering } from './election-facts.ts'
import { type ElectionPaper, gatheringOn } from './election-paper.ts'
import { committeeOf, dutyWords, postOf } from './election-posts.ts'
import { countersWords } from './election-result-sheet.ts'
import { people, roundsIn, roundTitle, sheets, validOf, verdictWords } from './election-rounds.ts'
import { blank, heading, labelled, paragraphs, signatures, title } from './typeset.ts'
import { dayWords, GAP, orGap, timeWords } from './wording.ts'

/** 新一届委员会第一次会议记录: the election of the heads and the division of work. */
export const plenaryMinutes: ElectionPaper = {
  name: (facts) => `${committeeOf(facts)}第一次全体会议记录`,
  stretches: (facts) => {
    const gathering = gatheringOn(facts, 'committee')
    return gathering ? [{ children: minutesOf(facts, gathering) }] : []
  },
  awaits: (facts) => {
    if (facts.form === 'direct') return '不设委员会，没有委员会第一次会议。'
    return gatheringOn(facts, 'committee') ? null : '新一届委员会还没有召开第一次会议。'
  },
}

const minutesOf = (facts: PaperFacts, gathering: PaperGathering): (Paragraph | Table)[] => [
  ...title(committeeOf(facts), '第一次全体会议记录'),
  blank(),
  ...labelled(
    '时间',
    gathering.startsAt
      ? timeWords(gathering.heldOn, gathering.startsAt, gathering.endsAt)
      : dayWords(gathering.heldOn),
  ),
  ...labelled('地点', orGap(gathering.place)),
  ...labelled('主持人', orGap(gathering.hostName)),
  ...labelled('记录人', orGap(gathering.recorderName)),
  ...labelled('到会', quorumWords(facts, gathering)),
  ...(gathering.guests ? labelled('列席', gathering.guests) : []),
  heading(1, '一、选举'),
  ...electionOf(facts, gathering),
  heading(1, '二、分工'),
  ...divisionOf(facts),
  blank(),
  signatures(['主持人签名：', '记录人签名：']),
]

const electionOf = (facts: PaperFacts, gathering: PaperGathering): (Paragraph | Table)[] => {
  const rounds = roundsIn({ gatherings: [gathering] }, ['secretary', 'deputy-secretary'])
  if (rounds.length === 0) return paragraphs(GAP)
  return rounds.flatMap((held, at) => {
    const { round } = held
    const counters = at === 0 ? countersWords(held) : ''
    return [
      ...paragraphs(
        `${roundTitle(facts, held)}：应选${round.seats}人，候选人${round.names.filter(({ writtenIn }) => !writtenIn).length}人。${counters ? `${counters}。` : ''}实到${people(round.present)}，发出选票${sheets(round.issued)}，收回${sheets(round.returned)}，有效${sheets(validOf(round))}，作废${sheets(round.void)}。`,
      ),
      votesTable(held),
      ...paragraphs(verdictWords(facts, held).join('')),
    ]
  })
}

const divisionOf = (facts: PaperFacts): (Paragraph | Table)[] =>
  facts.results.length === 0
    ? paragraphs(GAP)
    : [
        boxed(
          [8, 22, 26, 46],
          [
            { head: true, boxes: ['序号', '姓名', '职务', '分工'].map((head) => label(head)) },
            ...facts.results.map((result, at) => ({
              height: 8,
              boxes: [
                cell(String(at + 1), { align: 'center' as const }),
                cell(result.name, { align: 'center' as const }),
                cell(postOf(facts, result), { align: 'center' as const }),
                cell(dutiesWords(result)),
              ],
            })),
          ],
        ),
        ...(facts.steps.division ? paragraphs(`分工于${dayWords(facts.steps.division.doneOn)}商定。`) : []),
      ]

/** Her duties within the committee; whoever heads it needs none beside. */
export const dutiesWords = ({
  duties,
  head,
}: Pick<PaperFacts['results'][number], 'duties' | 'head'>): string =>
  duties.length > 0 ? dutyWords(duties) : head === null ? GAP : ''
