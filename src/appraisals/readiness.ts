import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { Told } from '../meetings/contract.ts'
import { NEEDS_IMPROVEMENT } from './kinds.ts'
import { graded, type Round } from './round.ts'
import { handedIn } from './steps.ts'

/** What stands in the way of closing the round, the first to be seen to first; each says what would put it right. */
export const hindrances = (round: Round, cap: Told | null, judgments: readonly Told[]): Refusal[] => {
  const judged = (rule: string) => judgments.find(({ judgment }) => judgment.rule === rule)
  const steps = judged('appraisal.steps')
  const daily = judged('appraisal.daily-performance')
  const all = judged('appraisal.graded')
  const people = graded(round)
  const bare = people.filter(
    ({ grade, improvement }) => grade && NEEDS_IMPROVEMENT.includes(grade) && !improvement,
  )
  return [
    ...(handedIn(round).length === 0
      ? [refuse('conflict', '还没有人交来个人自评。请先在「个人自评」登记。', because(steps))]
      : []),
    ...(round.mutuals.length === 0
      ? [refuse('conflict', '还没有登记党员互评。请由支部或各党小组登记。', because(steps))]
      : []),
    ...(round.poll?.state === 'closed'
      ? []
      : [refuse('conflict', '民主测评还没有结束。请先测评并计票。', because(steps))]),
    ...(round.decidedOn === null || round.decidedBy === null
      ? [refuse('invalid', '还没有写明由谁、哪一天评定。请填评定日期和评定的会议。', { field: 'decidedOn' })]
      : []),
    ...[decidedEarly(round.poll, round.decidedOn)].filter((early) => early !== null),
    ...(all && !all.judgment.holds
      ? [
          refuse(
            'rule',
            `还有 ${people.length - (all.judgment.numbers.graded ?? 0)} 人没有定等次。`,
            because(all),
          ),
        ]
      : []),
    ...(daily && !daily.judgment.holds
      ? [
          refuse('rule', '评定须结合日常表现，不单凭票数。请选出评定时看了哪几方面。', {
            field: 'considered',
            ...because(daily),
          }),
        ]
      : []),
    ...bare.map(({ name }) =>
      refuse('invalid', `${name}评为基本合格或不合格，须写明改进要求。`, { field: 'improvement' }),
    ),
    ...(cap && !cap.judgment.holds ? [refuse('rule', capWords(cap), because(cap))] : []),
  ]
}

/** A grade is weighed from the poll, so it is not decided before it. */
export const decidedEarly = (poll: Round['poll'], decidedOn: string | null): Refusal | null =>
  poll && decidedOn !== null && decidedOn < poll.polledOn
    ? refuse(
        'invalid',
        `评定日期 ${decidedOn} 早于测评的 ${poll.polledOn}。请改为测评当天或以后，或核对测评日期。`,
        { field: 'decidedOn' },
      )
    : null

const because = (told: Told | undefined) => (told ? { because: told.judgment } : {})

/** 优秀 11 人，多于上限 10 人（…）。请至少改定 1 人。 */
export const capWords = ({ judgment }: Told): string => {
  const { excellent = 0, members = 0 } = judgment.numbers
  return `评为优秀 ${excellent} 人，多于上限 ${judgment.needed} 人（按 ${members} 人计）。请至少改定 ${excellent - judgment.needed} 人后再办结。`
}
