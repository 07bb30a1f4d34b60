import type { PaperFacts, PaperStepId } from './election-facts.ts'
import { recordSheet } from './election-layout.ts'
import { type ElectionPaper, whatWords } from './election-paper.ts'
import { dayOr, namesOf, roleWords, seatsWords, standing } from './election-words.ts'
import { blank, paragraphs, title } from './typeset.ts'
import { GAP, orGap } from './wording.ts'

type Registered = {
  /** 换届批复, 候选人批复, 选举结果批复. */
  what: string
  request: PaperStepId
  reply: PaperStepId
  /** What the superior consented to, as the records hold it. */
  consent: (facts: PaperFacts) => readonly (readonly [string, string])[]
}

/**
 * The register entry of a reply (批复): the superior writes the reply, on paper of its own, so what is made here is the sheet
 * that goes before it in the file. Nothing of its text is made up; conditions stand as they were noted.
 */
export const replySheet = ({ what, request, reply, consent }: Registered): ElectionPaper => ({
  name: (facts) => `${facts.unitName}${what}登记表`,
  awaits: ({ steps }) =>
    steps[reply] ? null : `还没有登记收到${what}。请先在“筹备”里记下批复的日子和文号。`,
  stretches: (facts) => {
    const [asked, came] = [facts.steps[request], facts.steps[reply]]
    return [
      {
        children: [
          ...title(facts.unitName, `${what}登记表`),
          blank(),
          recordSheet([
            ['请示事项', `${facts.unitName}${whatWords(facts)}`],
            ['请示日期', dayOr(asked?.doneOn)],
            ['请示文号', orGap(asked?.number)],
            ['批复单位', orGap(came?.byWhom ?? facts.superior)],
            ['批复日期', dayOr(came?.doneOn)],
            ['批复文号', orGap(came?.number)],
            ...consent(facts),
            ['批复中的要求', came?.note ?? '没有另外记下', 24],
            ['登记人', '', 14],
          ]),
          ...paragraphs('批复原件附后。'),
        ],
      },
    ]
  },
})

/** 3 */
export const reply = replySheet({
  what: '换届批复',
  request: 'request',
  reply: 'reply',
  consent: (facts) => [
    ['拟选举日期', dayOr(facts.plannedOn)],
    ['名额', seatsWords(facts)],
  ],
})

/** 8 */
export const candidatesReply = replySheet({
  what: '候选人批复',
  request: 'candidates-request',
  reply: 'candidates-reply',
  consent: (facts) =>
    (['member', 'secretary', 'deputy-secretary'] as const)
      .filter((role) => standing(facts, role).length > 0)
      .map((role) => [
        `${roleWords(facts, role)}人选`,
        agreedWords(
          standing(facts, role).filter(({ agreedOn }) => agreedOn !== null),
          standing(facts, role).length,
        ),
      ]),
})

const agreedWords = (agreed: readonly { name: string }[], asked: number): string =>
  agreed.length === 0 ? GAP : `同意${agreed.length}名（上报${asked}名）：${namesOf(agreed)}`
