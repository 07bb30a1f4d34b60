import { UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useRef, useState } from 'react'
import { call } from '../http/call.ts'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { Guide } from '../ui/Guide.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ElectionFrame, electionKey } from './ElectionFrame.tsx'
import { ELECTIONS_GUIDE } from './guide.ts'
import { PlanForm } from './PlanForm.tsx'
import css from './preparation.module.css'
import { type Preparation, type PreparedStep, readPreparation } from './preparation-contract.ts'
import { ShiftNote } from './ShiftNote.tsx'
import { StepPart } from './StepPart.tsx'
import { PHASES } from './steps.ts'
import { formWords, headTitle } from './titles.ts'

const PHASE_WORDS = { preparing: '会前', meeting: '大会', after: '会后' } as const

/** 筹备: every step from the decision to the archive, what was done and on which day, what comes next. */
export const PreparationPage = () => (
  <ElectionFrame part="筹备">{({ id }) => <Steps election={id} />}</ElectionFrame>
)

const Steps = ({ election }: { election: string }) => {
  const { data, error, refetch } = useQuery({
    queryKey: [...electionKey(election), 'preparation'],
    queryFn: () => call(readPreparation, { params: { election } }),
    // Forms lie over it: it must not change by itself while somebody writes.
    refetchOnWindowFocus: false,
  })
  const [picked, setPicked] = useState<PreparedStep['step']>()
  const heading = useRef<HTMLHeadingElement>(null)
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Loading what="筹备" />
  const now =
    data.steps.find(({ step }) => step === picked) ??
    data.steps.find(({ state }) => state === 'next') ??
    data.steps.at(-1)!
  const pick = (step: PreparedStep['step'] | undefined): void => {
    setPicked(step)
    heading.current?.focus()
  }
  return (
    <div className={css.parts}>
      <PlanLine preparation={data} />
      {data.shift && <ShiftNote shift={data.shift} />}
      <Guide of="换届筹备" guide={ELECTIONS_GUIDE.preparation} />
      <div className={css.whole}>
        <nav className={css.steps} aria-label="步骤">
          {PHASES.map((phase) => (
            <Fragment key={phase}>
              <h2>{PHASE_WORDS[phase]}</h2>
              <ol>
                {data.steps
                  .filter((step) => step.phase === phase)
                  .map((step) => (
                    <StepLine
                      key={step.step}
                      step={step}
                      isShown={step === now}
                      onPick={() => pick(step.step)}
                    />
                  ))}
              </ol>
            </Fragment>
          ))}
        </nav>
        <section className={css.body} aria-labelledby="step">
          <h2 id="step" ref={heading} tabIndex={-1}>
            {now.title}
          </h2>
          <StepPart
            key={`${now.step} ${data.version}`}
            step={now}
            preparation={data}
            onDone={() => pick(undefined)}
            onPick={pick}
          />
        </section>
      </div>
    </div>
  )
}

type LineProps = { step: PreparedStep; isShown: boolean; onPick: () => void }

const StepLine = ({ step, isShown, onPick }: LineProps) => (
  <li data-state={step.state} data-doubt={step.doubts.length > 0 || undefined}>
    <UnstyledButton aria-current={isShown ? 'step' : undefined} onClick={onPick}>
      <span className={css.sign} aria-hidden="true" />
      <span>{step.title}</span>
      <span className="aside">{noteOf(step)}</span>
    </UnstyledButton>
  </li>
)

const noteOf = ({ step, state, doneOn, by }: PreparedStep): string => {
  if (doneOn) return sayDay(doneOn)
  if (step === 'meeting' && by) return `拟${sayDay(by.on)}`
  if (state === 'not-needed') return '不需要'
  if (by) return `${sayDay(by.on)}前`
  return state === 'next' ? '下一步' : ''
}

const PlanLine = ({ preparation }: { preparation: Preparation }) => {
  const { plan, mayLead, isOver, superior } = preparation
  const said = [
    plan.plannedOn ? `拟于${sayDay(plan.plannedOn)}选举` : '还没有定选举日期',
    plan.form === 'committee' && `应选委员 ${plan.seats} 人`,
    `${headTitle(plan.unitKind, 'secretary')} 1 人${plan.deputies > 0 ? `、${headTitle(plan.unitKind, 'deputy-secretary')} ${plan.deputies} 人` : ''}`,
    formWords(plan.unitKind)[plan.form],
    `上级：${superior.above}`,
  ]
  return (
    <div className={css.plan}>
      <p>{said.filter(Boolean).join(' · ')}</p>
      {mayLead && !isOver && (
        <FormAct act="修改安排" title="换届安排">
          {(close) => <PlanForm preparation={preparation} onDone={close} />}
        </FormAct>
      )}
    </div>
  )
}
