import { agendaItems, meetingTime } from './election-agenda.ts'
import type { PaperFacts, PaperStepId } from './election-facts.ts'
import { listed, official, sections, signed, table } from './election-layout.ts'
import { assemblyWords, type ElectionPaper, gatheringOn, whatWords } from './election-paper.ts'
import { contactWords, formWords, nominationWords, termWords } from './election-request.ts'
import {
  basisWords,
  bodyWords,
  cited,
  dayOr,
  seatsWords,
  surplusWords,
  voterWords,
} from './election-words.ts'
import { blank, paragraphs, title } from './typeset.ts'
import { GAP, orGap } from './wording.ts'

/** 4: the plan. Who answers for each step is written in by hand, since it is settled at the table. */
export const plan: ElectionPaper = {
  name: (facts) => `${facts.unitName}${whatWords(facts)}工作方案`,
  stretches: (facts) => [
    {
      children: [
        ...title(facts.unitName, `${whatWords(facts)}工作方案`),
        blank(),
        ...sections([
          ['依据', paragraphs(`${basisWords(facts)}。`)],
          ['届期', facts.kind === 'renewal' ? paragraphs(termWords(facts)) : []],
          ['选举形式和名额', paragraphs(`${formWords(facts)}${seatsWords(facts)}。${surplusWords(facts)}`)],
          ['提名办法', paragraphs(nominationWords(facts))],
          [
            '步骤和时间',
            [table(['序号', '工作', '日期', '责任人'], [12, 74, 42, 28], stepRows(facts), [1]), blank()],
          ],
        ]),
        ...signed(bodyWords(facts), dayOr(facts.steps.notice?.doneOn)),
      ],
    },
  ],
}

const BEFORE: readonly (readonly [PaperStepId, string])[] = [
  ['decision', '委员会研究决定，议定时间、名额和提名办法'],
  ['request', '向上级报送请示'],
  ['reply', '收到上级批复'],
  ['notice', '印发方案和通知'],
  ['voters', '审核选举人资格，公布选举人名单'],
  ['nomination', '各小组提名推荐候选人'],
  ['comparison', '委员会比较酝酿，提出候选人预备人选'],
  ['candidates-request', '向上级报送候选人预备人选'],
  ['candidates-reply', '收到候选人批复'],
  ['work-report', '起草上届委员会工作报告'],
  ['method', '起草选举办法'],
]
const AFTERWARDS: readonly (readonly [PaperStepId, string])[] = [
  ['division', '召开新一届委员会第一次全体会议，委员分工'],
  ['result-report', '向上级报告选举结果'],
  ['result-reply', '收到选举结果批复'],
  ['public-notice', '公布选举结果'],
  ['archive', '移交、归档'],
]

const stepRows = (facts: PaperFacts): string[][] => {
  const meeting = gatheringOn(facts, 'members')?.heldOn ?? facts.plannedOn
  const of = ([id, work]: readonly [PaperStepId, string]) => [work, dayWords(facts, id)]
  const lines = [
    ...BEFORE.filter(([id]) => isStep(facts, id)).map(of),
    [`召开${assemblyWords(facts)}选举`, dayOr(meeting)],
    ...AFTERWARDS.filter(([id]) => isStep(facts, id)).map(of),
  ]
  return lines.map(([work = '', on = ''], at) => [String(at + 1), work, on, ''])
}

// Days to come are settled by hand in the plan; those that were recorded are printed.
const dayWords = ({ steps }: PaperFacts, id: PaperStepId): string => {
  const step = steps[id]
  return step ? dayOr(step.doneOn) : ''
}

const isStep = ({ kind, form, line }: PaperFacts, id: PaperStepId): boolean => {
  if (id === 'work-report') return kind === 'renewal'
  if (id === 'division') return form === 'committee'
  return id !== 'nomination' || line === 'party'
}

/** 4: the notice of the electing meeting. */
export const notice: ElectionPaper = {
  name: (facts) => noticeTitle(facts).join(''),
  stretches: (facts) => [
    {
      children: official({
        title: noticeTitle(facts),
        number: facts.steps.notice?.number ?? null,
        to: `全体${voterWords(facts)}`,
        body: [
          ...paragraphs(openingWords(facts)),
          ...sections([
            ['时间', paragraphs(meetingTime(facts))],
            ['地点', paragraphs(orGap(gatheringOn(facts, 'members')?.place))],
            ['议程', listed(agendaItems(facts))],
            [
              '参加人员',
              paragraphs(`应到会有选举权的${voterWords(facts)}${facts.base.entitled || GAP}名，名单见附件。`),
            ],
            [
              '请假和联系',
              paragraphs(`因故不能到会的，请提前说明原因。${proxyWords(facts)}${contactWords(facts)}。`),
            ],
          ]),
        ],
        attached: [`${facts.unitName}选举人名单`],
        issuer: bodyWords(facts),
        on: dayOr(facts.steps.notice?.doneOn),
      }),
    },
  ],
}

const proxyWords = (facts: PaperFacts): string =>
  facts.rules['no-proxy'] ? `未到会的不能委托他人代为投票${cited(facts, 'no-proxy')}。` : ''

const noticeTitle = (facts: PaperFacts): [string, string] => [
  `关于召开${facts.unitName}`,
  `${whatWords(facts)}${assemblyWords(facts)}的通知`,
]

const openingWords = (facts: PaperFacts): string => {
  const reply = facts.steps.reply
  const agreed = reply
    ? `经${orGap(reply.byWhom ?? facts.superior)}${dayOr(reply.doneOn)}批复同意${reply.number ? `（${reply.number}）` : ''}，`
    : ''
  return `${agreed}现定于${dayOr(gatheringOn(facts, 'members')?.heldOn ?? facts.plannedOn)}召开${facts.unitName}${whatWords(facts)}${assemblyWords(facts)}，有关事项通知如下：`
}
