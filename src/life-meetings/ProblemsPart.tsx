import { type ReactNode, useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import type { LifeRound, Problem } from './contract.ts'
import css from './life-meetings.module.css'
import { Part } from './Parts.tsx'
import { ProblemActs } from './ProblemActs.tsx'
import { ProblemForm } from './ProblemForm.tsx'
import { isBare } from './steps.ts'
import { PROBLEM_WORDS } from './wording.ts'

/** What last year promised and what became of it, told before this year begins. */
export const PromisesPart = ({ round: { promises } }: { round: LifeRound }) => {
  if (promises === null) return <p>没有上一年度的整改清单。明年筹备时，这里列出今年承诺的事和结果。</p>
  if (promises.problems.length === 0) return <p>{promises.forYear}年度没有登记整改事项。</p>
  return (
    <ul className={css.list}>
      {promises.problems.map((problem) => (
        <ProblemLine key={problem.id} problem={problem}>
          <p>
            {problem.closedOn
              ? `${sayDay(problem.closedOn)}销号：${problem.doneText}`
              : '没有完成，转入本年的整改清单。'}
          </p>
        </ProblemLine>
      ))}
    </ul>
  )
}

export const ProblemsPart = ({ round }: { round: LifeRound }) => {
  const [changing, setChanging] = useState<string>()
  const leads = round.reach === 'lead'
  return (
    <>
      {round.problems.length === 0 && <p>还没有登记问题。会上查摆的、征求来的、上级指出的，逐项列在这里。</p>}
      <ul className={css.list}>
        {round.problems.map((problem) =>
          changing === problem.id ? (
            <li key={problem.id}>
              <ProblemForm round={round} problem={problem} onDone={() => setChanging(undefined)} />
            </li>
          ) : (
            <ProblemLine key={problem.id} problem={problem} round={round}>
              {isBare(problem) && <p className={css.late}>还缺措施、责任人或日期</p>}
              {leads && problem.closedOn === null && (
                <div className={css.acts}>
                  <Act size="xs" onClick={() => setChanging(problem.id)}>
                    修改
                  </Act>
                </div>
              )}
            </ProblemLine>
          ),
        )}
      </ul>
      {leads && !changing && <ProblemForm key={round.problems.length} round={round} />}
    </>
  )
}

/** What is open first; a matter closes only with what was done. */
export const ClosingPart = ({ round }: { round: LifeRound }) => {
  const open = round.problems.filter(({ closedOn }) => closedOn === null)
  const closed = round.problems.filter(({ closedOn }) => closedOn !== null)
  const leads = round.reach === 'lead'
  return (
    <>
      <ul className={css.list}>
        {open.map((problem) => (
          <ProblemLine key={problem.id} problem={problem} round={round}>
            {problem.doneText && <p className={css.words}>办理情况：{problem.doneText}</p>}
            {problem.reopenReason && (
              <p className="aside">
                {problem.reopenedOn && sayDay(problem.reopenedOn)}重新整改：{problem.reopenReason}
              </p>
            )}
            {leads && <ProblemActs problem={problem} />}
          </ProblemLine>
        ))}
      </ul>
      {open.length === 0 && <p>没有未销号的整改事项。</p>}
      {closed.length > 0 && (
        <Part title="已销号">
          <ul className={css.list}>
            {closed.map((problem) => (
              <ProblemLine key={problem.id} problem={problem} round={round}>
                <p className={css.words}>
                  {problem.closedOn && sayDay(problem.closedOn)}销号：{problem.doneText}
                </p>
                {leads && <ProblemActs problem={problem} />}
              </ProblemLine>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

type LineProps = { problem: Problem; round?: LifeRound; children?: ReactNode }

/** Problem, measure, person, day; a day that has passed is said in words. */
export const ProblemLine = ({ problem, round, children }: LineProps) => (
  <li>
    <strong>{problem.problem}</strong>
    <span className={css.head}>
      <span>{problem.measure ?? '还没有措施'}</span>
      <span className="aside">
        {PROBLEM_WORDS[problem.about]} · {problem.ownerName ?? '没有责任人'} ·{' '}
        {problem.dueOn ? `${sayDay(problem.dueOn)}前` : '没有日期'}
        {round && problem.forYear !== round.forYear && ` · ${problem.forYear}年度转入`}
      </span>
      {problem.overdue && <span className={css.late}>已过期</span>}
    </span>
    {children}
  </li>
)
