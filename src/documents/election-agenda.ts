import type { PaperFacts } from './election-facts.ts'
import { listed, sections } from './election-layout.ts'
import {
  assemblyWords,
  committeeWords,
  type ElectionPaper,
  gatheringOn,
  whatWords,
} from './election-paper.ts'
import { dayOr, headsWords, roleWords } from './election-words.ts'
import { blank, labelled, paragraphs, type Stretch, subtitle, title } from './typeset.ts'
import { orGap, timeWords } from './wording.ts'

/** What the electing meeting does, in its order. */
export const agendaItems = (facts: PaperFacts): string[] => {
  const roles = facts.form === 'committee' ? roleWords(facts, 'member') : headsWords(facts)
  return [
    ...(facts.exclusions.length > 0 ? ['通过不计入应到会的名单'] : []),
    '报告到会人数，确认大会有效',
    ...(facts.kind === 'renewal'
      ? [facts.form === 'committee' ? '听取上届委员会工作报告' : '听取上届工作报告']
      : []),
    '通过选举办法',
    '介绍候选人，回答询问',
    '通过监票人、计票人名单',
    `发出选票，投票选举${roles}`,
    '收回选票，核对张数，计票',
    '报告得票情况，宣布当选名单',
  ]
}

/** 2026年12月18日（周五）下午3:00, as far as it is settled. */
export const meetingTime = (facts: PaperFacts): string => {
  const meeting = gatheringOn(facts, 'members')
  if (!meeting) return dayOr(facts.plannedOn)
  return meeting.startsAt
    ? timeWords(meeting.heldOn, meeting.startsAt, meeting.endsAt)
    : dayOr(meeting.heldOn)
}

/** 11: the agenda as it is given out. */
export const agenda: ElectionPaper = {
  name: (facts) => `${facts.unitName}${whatWords(facts)}大会议程`,
  stretches: (facts) => [
    {
      children: [
        ...title(facts.unitName, `${whatWords(facts)}${assemblyWords(facts)}议程`),
        subtitle(`（${meetingTime(facts)}）`),
        blank(),
        ...labelled('地点', orGap(gatheringOn(facts, 'members')?.place)),
        ...labelled('主持', orGap(gatheringOn(facts, 'members')?.hostName)),
        blank(),
        ...listed(agendaItems(facts)),
      ],
    },
  ],
}

/** 11: what the host says, the members' meeting first, then the first plenary of the committee. */
export const script: ElectionPaper = {
  name: (facts) => `${facts.unitName}${whatWords(facts)}${assemblyWords(facts)}主持词`,
  stretches: (facts) => [
    spoken([facts.unitName, `${whatWords(facts)}${assemblyWords(facts)}主持词`], facts.scripts.members),
    ...(facts.scripts.committee.length > 0
      ? [spoken([committeeWords(facts), '第一次全体会议主持词'], facts.scripts.committee)]
      : []),
  ],
}

const spoken = (named: [string, string], steps: PaperFacts['scripts']['members']): Stretch => ({
  children: [
    ...title(...named),
    blank(),
    ...sections(
      steps.map(({ title: step, says }) => [step, says.flatMap((line) => paragraphs(line))] as const),
    ),
  ],
})
