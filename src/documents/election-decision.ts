import type { Paragraph, Table } from 'docx'
import type { PaperDecision, PaperFacts } from './election-facts.ts'
import { listed, sections } from './election-layout.ts'
import { type ElectionPaper, whatWords } from './election-paper.ts'
import { formWords, nominationWords, termWords } from './election-request.ts'
import { basisWords, bodyWords, dayOr, namesOf, seatsWords, surplusWords } from './election-words.ts'
import { blank, labelled, paragraphs, signatures, title } from './typeset.ts'
import { GAP, orGap, timeWords } from './wording.ts'

/** 1: the committee's minutes. With a recorded meeting they tell it; without, only what the step and the election hold. */
export const decision: ElectionPaper = {
  name: (facts) => `${bodyWords(facts)}研究${whatWords(facts)}的会议记录`,
  stretches: (facts) => [
    {
      children: [
        ...title(bodyWords(facts), `研究${whatWords(facts)}的会议记录`),
        blank(),
        ...headOf(facts),
        ...sections([
          ['议题', listed(agendaOf(facts))],
          ['讨论情况', discussionOf(facts)],
          ['议定事项', listed(settledLines(facts))],
        ]),
        blank(),
        signatures(['主持人签名：', '记录人签名：']),
      ],
    },
  ],
}

const headOf = ({ decision: meeting, steps }: PaperFacts): Paragraph[] => {
  if (meeting === null)
    return [
      ...labelled('时间', dayOr(steps.decision?.doneOn)),
      ...['地点', '主持人', '记录人', '出席人员', '请假和缺席'].flatMap((name) => labelled(name, GAP)),
    ]
  const { heldOn, startsAt, endsAt, place, hostName, recorderName } = meeting
  return [
    ...labelled('时间', timeWords(heldOn, startsAt, endsAt)),
    ...labelled('地点', orGap(place)),
    ...labelled('主持人', orGap(hostName)),
    ...labelled('记录人', orGap(recorderName)),
    ...labelled('出席人员', namesOf(came(meeting, 'present'))),
    ...labelled('请假和缺席', awayWords(meeting)),
  ]
}

export const came = ({ attendance }: PaperDecision, state: string) =>
  attendance.filter((each) => each.entitled && each.state === state)

export const awayWords = (meeting: PaperDecision): string => {
  const away = [...came(meeting, 'excused'), ...came(meeting, 'absent')]
  if (came(meeting, 'not-stated').length > 0) return GAP
  return away.map(({ name, reason }) => (reason ? `${name}（${reason}）` : name)).join('、') || '无'
}

const agendaOf = (facts: PaperFacts): string[] =>
  facts.decision && facts.decision.agenda.length > 0
    ? facts.decision.agenda.map(({ title: named }) => named)
    : [`研究${facts.unitName}${whatWords(facts)}`]

const discussionOf = ({ decision: meeting }: PaperFacts): (Paragraph | Table)[] => {
  if (meeting === null) return paragraphs(GAP)
  const lines = meeting.agenda.flatMap(({ points, differing }) => [
    ...(points ? paragraphs(points) : []),
    ...(differing ? paragraphs(`不同意见：${differing}`) : []),
  ])
  return lines.length > 0 ? lines : paragraphs(GAP)
}

/** What was settled, from the resolutions and from the election as it was opened. */
const settledLines = (facts: PaperFacts): string[] => [
  ...(facts.decision?.resolutions ?? []).map(
    ({ text, present, approve, oppose, abstain }) =>
      `${text.replace(/。$/, '')}（出席${present}人，赞成${approve}票，反对${oppose}票，弃权${abstain}票）。`,
  ),
  `依据：${basisWords(facts)}。`,
  ...(facts.kind === 'renewal' ? [`届期：${termWords(facts)}`] : []),
  `时间：拟于${dayOr(facts.plannedOn)}选举。`,
  `形式：${formWords(facts)}`,
  `名额：${seatsWords(facts)}。${surplusWords(facts)}`,
  `提名办法：${nominationWords(facts)}`,
]
