import { type Day, day, isAfter, isBefore } from '../kernel/day.ts'
import { type Judgment, type Refusal, refuse } from '../kernel/outcome.ts'
import type { RuleOf } from '../rules/standing.ts'
import type { Candidate, Outcome, Probation, ProbationState } from './probation-shape.ts'
import { judged, termOf } from './terms.ts'

/** What is kept of a probation; the rest follows from the rules. */
export type Kept = Omit<Probation, 'endsOn' | 'approveBy' | 'state' | 'late'> & {
  joinedOn: string | null
  keptEnd: string | null
}

/** How long before its end a probation is spoken of. */
export const AHEAD_DAYS = 28

/** A probation as pages show it on the day. */
export const probationShown = (
  { joinedOn, keptEnd, ...kept }: Kept,
  ruleOf: RuleOf,
  today: Day,
): Probation => {
  const beganOn = kept.beganOn ?? joinedOn
  const endsOn = keptEnd ?? (beganOn && (termOf(ruleOf, 'probation.term', beganOn)?.on.toString() ?? null))
  const approveBy =
    kept.submittedOn && termOf(ruleOf, 'probation.approved-within', kept.submittedOn)?.on.toString()
  const shown = { ...kept, beganOn, endsOn, approveBy: approveBy || null }
  return { ...shown, state: stateOf(shown, today), late: lateOf(shown, ruleOf, today) }
}

type Shown = Omit<Probation, 'state' | 'late'>

const stateOf = ({ approvedOn, submittedOn, outcome, endsOn }: Shown, today: Day): ProbationState => {
  if (approvedOn) return 'approved'
  if (submittedOn) return 'submitted'
  if (outcome) return 'decided'
  if (endsOn === null) return 'running'
  if (isBefore(day(endsOn), today)) return 'ended'
  return isAfter(day(endsOn), today.add({ days: AHEAD_DAYS })) ? 'running' : 'ending'
}

const daysBetween = (from: string, to: string): number =>
  day(from).until(day(to), { largestUnit: 'days' }).days

const lateOf = (shown: Shown, ruleOf: RuleOf, today: Day): string[] => {
  const { endsOn, discussedOn, submittedOn, approveBy, approvedOn } = shown
  const discussed = discussedOn ?? today.toString()
  const said: string[] = []
  if (endsOn && discussed > endsOn) {
    const over = daysBetween(endsOn, discussed)
    const timely = `条文写“及时”，没有天数`
    said.push(
      discussedOn
        ? `预备期满后第 ${over} 天讨论。${timely}。`
        : `预备期满已过 ${over} 天，还没有讨论。${timely}。`,
    )
  }
  const decided = approvedOn ?? today.toString()
  if (submittedOn && approveBy && decided > approveBy) {
    const { citation } = termOf(ruleOf, 'probation.approved-within', submittedOn)!
    said.push(`上级${approvedOn ? '' : '应'}在 ${approveBy} 前审批，已超过三个月（${citation}）。`)
  }
  return said
}

export type Decision = {
  outcome: Outcome
  /** The new end, where the probation is extended. */
  extendedTo: string | null
}

type Facts = Pick<Probation, 'personName' | 'beganOn' | 'endsOn' | 'extensions' | 'appliedOn'>

/** Why the resolution cannot have had this outcome; null where it can. */
export const decisionRefusal = (
  probation: Facts,
  { heldOn, passed, judgments }: Pick<Candidate, 'heldOn' | 'passed' | 'judgments'>,
  { outcome, extendedTo }: Decision,
  ruleOf: RuleOf,
): Refusal | null => {
  const { personName, endsOn, extensions, appliedOn } = probation
  if (endsOn === null)
    return refuse(
      'conflict',
      `名册上没有${personName}入党的日子，算不出预备期满日。请先登记支部大会接收的日子。`,
    )
  if (!passed) {
    const because = failing(judgments)
    return refuse('rule', '这项决议没有通过，不能据此办理。请选择通过了的决议，或重新提交党员大会讨论。', {
      field: 'resolution',
      ...(because && { because }),
    })
  }
  const early = heldOn < endsOn
  const { citation = '' } = (probation.beganOn && termOf(ruleOf, 'probation.term', probation.beganOn)) || {}
  if (early && outcome !== 'cancel')
    return refuse(
      'rule',
      `${personName}的预备期 ${endsOn} 才满，${heldOn} 的党员大会早了 ${daysBetween(heldOn, endsOn)} 天（${citation}）。请在期满后讨论。`,
      { field: 'resolution' },
    )
  if (outcome === 'convert') {
    const application = judged(ruleOf, 'probation.application', {
      applied: appliedOn !== null && appliedOn <= heldOn,
    })
    return application && !application.holds
      ? refuse('rule', '讨论转正要有本人先交来的书面转正申请。请先登记收到申请的日子。', {
          field: 'appliedOn',
          because: application,
        })
      : null
  }
  return outcome === 'extend' ? extensionRefusal({ endsOn, extensions }, extendedTo, ruleOf) : null
}

/** Once, by six months at least and a year at most, counted from the first end. */
export const extensionRefusal = (
  { endsOn, extensions }: { endsOn: string; extensions: number },
  extendedTo: string | null,
  ruleOf: RuleOf,
): Refusal | null => {
  const once = judged(ruleOf, 'probation.extensions', { extensions: extensions + 1 })
  if (once && !once.holds)
    return refuse('rule', '预备期已经延长过一次，不能再延长。请讨论转正或取消预备党员资格。', {
      field: 'outcome',
      because: once,
    })
  if (extendedTo === null) return refuse('invalid', '请写明预备期延长到哪一天。', { field: 'extendedTo' })
  const least = termOf(ruleOf, 'probation.extended-least', endsOn)
  const most = termOf(ruleOf, 'probation.extended-until', endsOn)
  const within =
    (least === null || extendedTo >= least.on.toString()) &&
    (most === null || extendedTo <= most.on.toString())
  if (within) return null
  return refuse(
    'rule',
    `预备期从 ${endsOn} 起延长，新的期满日应在 ${least?.on} 至 ${most?.on} 之间（${[least?.citation, most?.citation].filter(Boolean).join('、')}），所填为 ${extendedTo}。`,
    { field: 'extendedTo' },
  )
}

const failing = (judgments: Candidate['judgments']): Judgment | undefined =>
  judgments.find(({ judgment }) => !judgment.holds)?.judgment
