import { day } from '../kernel/day.ts'
import { boundOf } from '../rules/span.ts'
import { boxed, cell, label, type Row } from './boxes.ts'
import type { PaperFacts, PaperStepId } from './election-facts.ts'
import { type ElectionPaper, gatheringOn, whatWords } from './election-paper.ts'
import { dayOr } from './election-words.ts'
import { blank, title } from './typeset.ts'
import { dateWords, GAP } from './wording.ts'

const STEP_LINES: readonly (readonly [PaperStepId, string])[] = [
  ['decision', '委员会研究决定换届'],
  ['request', '上报换届请示'],
  ['reply', '收到换届批复'],
  ['notice', '印发方案和通知'],
  ['voters', '确定选举人名单'],
  ['nomination', '提名推荐'],
  ['comparison', '委员会比较酝酿候选人'],
  ['candidates-request', '上报候选人预备人选'],
  ['candidates-reply', '收到候选人批复'],
]

const AFTER_LINES: readonly (readonly [PaperStepId, string])[] = [
  ['division', '委员分工'],
  ['result-report', '上报选举结果'],
  ['result-reply', '收到选举结果批复'],
  ['public-notice', '公布选举结果'],
  ['archive', '材料归档'],
]

/** 0: the term, its last day, and the true day of each step. */
export const termCalendar: ElectionPaper = {
  name: (facts) => `${facts.unitName}届次和${whatWords(facts)}日程`,
  stretches: (facts) => [
    {
      children: [
        ...title(facts.unitName, `届次和${whatWords(facts)}日程`),
        blank(),
        boxed([10, 40, 40], [...termRows(facts), HEAD, ...stepRows(facts)]),
      ],
    },
  ],
}

const HEAD: Row = { head: true, boxes: [label('序号'), label('事项'), label('日期')] }

const termRows = ({ term, plannedOn, rules }: PaperFacts): Row[] => [
  wide('上届选举日期', dayOr(term?.electedOn)),
  wide('任期届满日期', dayOr(term?.dueOn)),
  ...(term?.approvedUntil
    ? [wide('经批准调整', `${term.approvalNote ?? ''}至${dateWords(term.approvedUntil)}`)]
    : []),
  wide('开始准备日期', dayOr(term?.remindOn)),
  wide('任期依据', term?.citation ?? GAP),
  wide('拟选举日期', dayOr(plannedOn)),
  ...requestRow(rules.request, plannedOn),
]

/** By when the request is to go out, by the lead that the organ asks for. */
const requestRow = (rule: PaperFacts['rules'][string] | undefined, plannedOn: string | null): Row[] => {
  if (rule?.kind !== 'limit' || plannedOn === null) return []
  const bound = boundOf(rule, day(plannedOn))
  return 'last' in bound ? [wide('请示最晚报送日期', dateWords(bound.last.toString()))] : []
}

const wide = (name: string, text: string): Row => ({
  boxes: [label(name, { across: 2 }), cell(text)],
  height: 8,
})

const stepRows = (facts: PaperFacts): Row[] => {
  const steps = (lines: typeof STEP_LINES) =>
    lines.map(([id, name]): [string, string] => [name, dayOr(facts.steps[id]?.doneOn)])
  const meeting: [string, string] = ['召开选举大会', dayOr(gatheringOn(facts, 'members')?.heldOn)]
  return [...steps(STEP_LINES), meeting, ...steps(AFTER_LINES)].map(([name, on], at) => ({
    boxes: [cell(String(at + 1), { align: 'center' }), cell(name), cell(on, { align: 'center' })],
    height: 8,
  }))
}
