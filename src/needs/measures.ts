import { day } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { citationOf } from '../rules/citation.ts'
import type { Rule } from '../rules/rule.ts'
import { lastDay, type Ways } from './clocks.ts'
import type { Applicant } from './kinds.ts'
import type { MeasureWords } from './words.ts'

// What follows from a measure of protection: which days the law sets for it, and which day is the next to act on.

/** How often a warning is followed up, as the organ chose: `manual` leaves each next day to who handles the matter. */
export type FollowUp = 'manual' | 'monthly' | 'quarterly'

/** A day that a measure leads to. `counts`: somebody has to act by it; else it is only good to know. */
export type Mark = {
  rule: string
  title: string
  on: string
  says: string
  citation: string
  counts: boolean
}

type Given = { ways: Ways; followUp: FollowUp }

/** The rules that a measure stands on as it is now, for the clauses beside it. */
export const rulesOf = ({
  kind,
  applicant,
  acceptedOn,
  madeOn,
  refusedOn,
  urgent,
}: MeasureWords): string[] => {
  if (kind === 'warning') return ['violence.warning', 'violence.warning-follow-up']
  if (kind === 'report') return madeOn ? [] : ['minors.report', 'triage.adopted-report']
  const proxy = proxyRule(applicant)
  const decision = urgent ? 'protection-order.urgent-decision' : 'protection-order.decision'
  return [
    ...(proxy ? [proxy] : []),
    ...(acceptedOn && !madeOn && !refusedOn ? [decision] : []),
    ...(madeOn ? ['protection-order.life'] : []),
    ...(refusedOn ? ['protection-order.review'] : []),
  ]
}

/** Every day that stands before her, the nearest first. */
export const marksOf = (words: MeasureWords, { ways, followUp }: Given): Mark[] => {
  const mark = (rule: string, on: string | null | undefined, counts = true, title?: string): Mark[] => {
    const found = ways.ruleOf(rule)
    return on && found ? [{ rule, on, counts, ...saidBy(found, title) }] : []
  }
  const { kind, acceptedOn, madeOn, refusedOn, until, urgent, renewalOn } = words
  const marks: Mark[] = []
  if (kind === 'protection-order') {
    const decision = urgent ? 'protection-order.urgent-decision' : 'protection-order.decision'
    if (acceptedOn && !madeOn && !refusedOn)
      marks.push(...mark(decision, lastDay(decision, acceptedOn, ways)))
    const ruled = madeOn ?? refusedOn
    if (ruled)
      marks.push(
        ...mark(
          'protection-order.review',
          lastDay('protection-order.review', ruled, ways),
          refusedOn !== null,
        ),
      )
    if (madeOn && until && !renewalOn) {
      marks.push(
        ...mark(
          'protection-order.renewal-reminder',
          lastDay('protection-order.renewal-reminder', until, ways),
        ),
      )
      marks.push(...mark('protection-order.life', until, false, '保护令失效'))
    }
  }
  if (kind === 'warning')
    marks.push(...mark('violence.warning-follow-up', nextVisit(words, followUp), true, '告诫书回访'))
  if (kind === 'report' && !madeOn)
    marks.push(...mark('triage.adopted-report', words.appliedOn, true, '立即报告'))
  return marks.sort((one, other) => (one.on < other.on ? -1 : 1))
}

/** The next day to act on; the only thing of a measure that stands outside its words. */
export const dueOf = (words: MeasureWords, given: Given): string | null =>
  marksOf(words, given).find(({ counts }) => counts)?.on ?? null

const saidBy = (rule: Rule, title?: string) => ({
  title: title ?? rule.title,
  says: rule.says,
  citation: citationOf(rule),
})

const MONTHS: Readonly<Record<FollowUp, number>> = { manual: 0, monthly: 1, quarterly: 3 }

const nextVisit = ({ nextOn, visitedOn, madeOn }: MeasureWords, followUp: FollowUp): string | null => {
  const last = visitedOn ?? madeOn
  if (nextOn && (!visitedOn || nextOn > visitedOn)) return nextOn
  return last && followUp !== 'manual' ? day(last).add({ months: MONTHS[followUp] }).toString() : null
}

const DAYS = {
  appliedOn: '申请日期',
  acceptedOn: '受理日期',
  madeOn: '作出日期',
  refusedOn: '驳回日期',
  renewalOn: '申请延长的日期',
  visitedOn: '回访日期',
} as const

/** Why the measure cannot be as it was entered; null where it can. */
export const faultOf = (words: MeasureWords, today: string, ways: Ways): Refusal | null => {
  for (const [field, name] of Object.entries(DAYS)) {
    const on = words[field as keyof typeof DAYS]
    if (on && on > today) return wrong(field, `${name} ${on} 在今天之后。请填写今天或以前的日期。`)
  }
  const { kind, acceptedOn, appliedOn, madeOn, refusedOn, until } = words
  if (kind === 'report' && !appliedOn) return wrong('appliedOn', '请填写发现的日期。')
  if (kind !== 'protection-order') return null
  if (madeOn && refusedOn) return wrong('refusedOn', '作出和驳回只能填一个。请删去另一个日期。')
  if (acceptedOn && appliedOn && acceptedOn < appliedOn)
    return wrong('acceptedOn', `受理日期早于申请日期 ${appliedOn}。请核对。`)
  if (until && !madeOn) return wrong('until', '没有作出日期就没有失效日期。请先填作出日期。')
  if (!until && madeOn) return wrong('until', '请照裁定书填写失效日期，最长六个月。')
  const longest = madeOn ? lastDay('protection-order.life', madeOn, ways) : undefined
  if (!until || !madeOn || !longest) return null
  if (until < madeOn) return wrong('until', `失效日期早于作出日期 ${madeOn}。请核对。`)
  const rule = ways.ruleOf('protection-order.life')
  if (until > longest && rule)
    return refuse(
      'rule',
      `保护令最长六个月，从 ${madeOn} 起最迟到 ${longest}（${citationOf(rule)}）。请照裁定书核对。`,
      { field: 'until' },
    )
  return null
}

const wrong = (field: string, message: string): Refusal => refuse('invalid', message, { field })

/** The rule by which the federation applies in her stead; null where she or her family does. */
export const proxyRule = (applicant: Applicant): string | null => {
  if (applicant === 'unable') return 'protection-order.wider-proxy'
  return applicant === 'incapable' || applicant === 'forced' ? 'protection-order.by-proxy' : null
}
