import { useRules } from '../regulations/using.tsx'
import { sayDay } from '../ui/days.ts'
import { Why } from '../ui/WhyPanel.tsx'
import css from './calendar.module.css'
import type { Proposal } from './calendar-contract.ts'
import { ShiftNote } from './ShiftNote.tsx'

/** How the plan stands to each clause it touches, with the numbers it rests on. */
export const PlanJudged = ({ proposal }: { proposal: Proposal }) => {
  const { plan, full, judgments, candidates, request, shift } = proposal
  const rules = useRules([
    ...judgments.map(({ judgment }) => judgment.rule),
    ...(candidates ? [candidates.rule] : []),
  ])
  const grounds = (id: string) => rules.filter((rule) => rule.id === id)
  return (
    <div className={css.judged} aria-live="polite">
      {judgments.map(({ judgment, words, title }) => (
        <p key={judgment.rule} data-level={levelOf(judgment)}>
          {words} <Why grounds={{ about: title, rules: grounds(judgment.rule), judgments: [judgment] }} />
        </p>
      ))}
      {candidates && plan.kind === 'renewal' && (
        <p>
          应选 {plan.seats} 人，委员候选人至少 {candidates.least} 人。{' '}
          <Why
            grounds={{
              about: '候选人的人数',
              verdict: `应选 ${plan.seats} 人，候选人至少 ${candidates.least} 人。`,
              rules: grounds(candidates.rule),
            }}
          />
        </p>
      )}
      {request && (
        <p data-level={request.isLate ? 'amber' : null}>
          请示最迟{sayDay(request.on)}报出{request.isLate && '，已经来不及，日期可往后改，或在请示里说明'}。
          <span className="aside"> {request.citation}</span>
        </p>
      )}
      {shift && <ShiftNote shift={shift} />}
      {full > 0 && <p className="aside">拟选举日有正式党员 {full} 人。</p>}
    </div>
  )
}

const levelOf = ({ holds, hardness }: { holds: boolean; hardness: string }): 'red' | 'amber' | null => {
  if (holds) return null
  return hardness === 'must' ? 'red' : 'amber'
}
