import { agendaItems } from './election-agenda.ts'
import type { PaperFacts } from './election-facts.ts'
import { listed, official, sections } from './election-layout.ts'
import { assemblyWords, type ElectionPaper, whatWords } from './election-paper.ts'
import {
  basisWords,
  bodyWords,
  briefly,
  countOr,
  dayOr,
  headsWords,
  inTimeWords,
  leastPresent,
  reachWords,
  roleWords,
  seatsWords,
  shareWords,
  surplusWords,
  voterWords,
} from './election-words.ts'
import { paragraphs } from './typeset.ts'
import { dateWords, orGap } from './wording.ts'

export const requestTitle = (facts: PaperFacts): [string, string] => [
  `关于${facts.unitName}`,
  `${whatWords(facts)}的请示`,
]

/** 2: the request to the superior. Its parts are those that the regulation names for a request. */
export const request: ElectionPaper = {
  name: (facts) => requestTitle(facts).join(''),
  stretches: (facts) => [
    {
      children: official({
        title: requestTitle(facts),
        number: facts.steps.request?.number ?? null,
        upward: true,
        to: orGap(facts.superior),
        body: [
          ...paragraphs(openingWords(facts)),
          ...sections([
            ['届期', facts.kind === 'renewal' ? paragraphs(termWords(facts)) : []],
            ['大会的条件和形式', paragraphs(formWords(facts))],
            [
              '时间和议程',
              [...paragraphs(`拟于${dayOr(facts.plannedOn)}召开。议程如下：`), ...listed(agendaItems(facts))],
            ],
            [placesTitle(facts), paragraphs(placesWords(facts))],
            ['提名和选举办法', paragraphs(nominationWords(facts))],
          ]),
        ],
        ending: '妥否，请批复。',
        attached: [`${facts.unitName}${whatWords(facts)}工作方案`, `${facts.unitName}选举办法（草案）`],
        issuer: bodyWords(facts),
        on: dayOr(facts.steps.request?.doneOn),
        note: contactWords(facts),
      }),
    },
  ],
}

export const contactWords = ({ contact }: PaperFacts): string =>
  `联系人：${orGap(contact?.name)}，电话：${orGap(contact?.phone)}`

const openingWords = (facts: PaperFacts): string =>
  `根据${basisWords(facts)}的规定，${bodyWords(facts)}于${dayOr(facts.steps.decision?.doneOn)}研究，拟召开${assemblyWords(facts)}进行${whatWords(facts)}。现将有关事项请示如下：`

/** When the committee was elected, when its term ends, and whether the election is in time. */
export const termWords = (facts: PaperFacts): string => {
  const { term } = facts
  const shifted = term?.approvedUntil
    ? `经批准，换届时间调整至${dateWords(term.approvedUntil)}${term.approvalNote ? `（${term.approvalNote}）` : ''}。`
    : ''
  return `上届于${dayOr(term?.electedOn)}选举产生，${term?.citation ? `依${term.citation}，` : ''}任期至${dayOr(term?.dueOn)}届满。${shifted}${inTimeWords(facts)}。`
}

/** How many have a vote, how many of them must come, and how they elect. */
export const formWords = (facts: PaperFacts): string => {
  const { entitled } = facts.base
  const share = shareWords(facts, 'quorum')
  const least = leastPresent(facts)
  const who = voterWords(facts)
  const present = `到会${share ? `${reachWords(facts, 'quorum')}应到会的${share}，` : ''}不少于${countOr(least)}名时进行选举${briefly(facts, 'quorum')}`
  return `以${assemblyWords(facts)}形式、无记名投票方式进行。应到会有选举权的${who}${entitled > 0 ? entitled : countOr(null)}名，${present}。`
}

const placesTitle = ({ kind, form }: PaperFacts): string => {
  if (kind === 'by-election') return '补选的名额'
  return form === 'committee' ? '新一届委员会的名额和构成' : '应选的名额'
}

const placesWords = (facts: PaperFacts): string => `${seatsWords(facts)}。${surplusWords(facts)}`

/** Who proposes whom, and who elects the heads. */
export const nominationWords = (facts: PaperFacts): string => {
  const heads = headsWords(facts)
  if (facts.form === 'direct')
    return `由全体${voterWords(facts)}讨论提出${heads}候选人，报上级同意后在大会上选举${briefly(facts, 'secretary-without-committee')}。`
  const members = `${roleWords(facts, 'member')}候选人由上届委员会根据多数${voterWords(facts)}的意见提出，报上级审查同意后提交大会讨论确定${briefly(facts, 'candidates-agreed')}。`
  const head = `${heads}由新一届委员会第一次全体会议选举${briefly(facts, 'secretary-equal')}。`
  return facts.kind === 'renewal' ? `${members}${head}` : members
}
