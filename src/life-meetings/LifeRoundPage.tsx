import { UnstyledButton } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Judgment } from '../kernel/outcome.ts'
import { useRules } from '../regulations/using.tsx'
import { Guide } from '../ui/Guide.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { LIFE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import { roundQuery } from './asking.tsx'
import { type LifeRound, PHASES, type StepId } from './contract.ts'
import { lifeGuides } from './guide.ts'
import css from './life-meetings.module.css'
import { PapersPart } from './PapersPart.tsx'
import { BODIES } from './step-bodies.tsx'
import { PHASE_TITLES, STEP_TITLES } from './steps.ts'
import { FORM_WORDS } from './wording.ts'

/** One round, led before, at and after the gathering: the steps at the side, the one chosen beside them. */
export const LifeRoundPage = () => {
  const { round: id } = useParams({ from: '/frame/life-meetings/$round' })
  const round = useSuspenseQuery(roundQuery(id)).data
  const open = stepsFor(round)
  const [picked, setPicked] = useState<StepId>()
  const now = picked ?? open.find(({ state }) => state === 'now')?.id ?? 'plan'
  const Body = BODIES[now]
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <>
      <SubWays label="组织生活" ways={LIFE_WAYS} />
      <p>
        <Link to="/life-meetings">组织生活会</Link>
      </p>
      <PageHead
        title={`${round.forYear}年度组织生活会`}
        lead={`${round.unitName} · ${round.topic} · ${FORM_WORDS[round.form]}`}
      />
      <div className={css.whole}>
        <nav className={css.steps} aria-label="步骤">
          {PHASES.filter((phase) => open.some((step) => step.phase === phase)).map((phase) => (
            <section key={phase} aria-label={PHASE_TITLES[phase]}>
              <h2>{PHASE_TITLES[phase]}</h2>
              <ol>
                {open
                  .filter((step) => step.phase === phase)
                  .map(({ id: step, state, note }) => (
                    <li key={step} data-state={state}>
                      <UnstyledButton
                        aria-current={step === now ? 'step' : undefined}
                        onClick={() => {
                          setPicked(step)
                          heading.current?.focus()
                        }}
                      >
                        <span>
                          <span className={css.sign} />
                          {STEP_TITLES[step]}
                          {state === 'done' && <span className="unseen">（已完成）</span>}
                        </span>
                        <span className="aside">{note}</span>
                      </UnstyledButton>
                    </li>
                  ))}
              </ol>
            </section>
          ))}
        </nav>
        <div className={css.body}>
          <h2 ref={heading} tabIndex={-1}>
            {STEP_TITLES[now]}
          </h2>
          <Guide of={STEP_TITLES[now]} guide={lifeGuides[now]} />
          <Judged round={round} step={now} />
          <Body key={`${now} ${round.id}`} round={round} />
          {round.reach === 'lead' && <PapersPart round={round} />}
        </div>
      </div>
    </>
  )
}

/** A group leader keeps the record of her own group; the rest is the committee's. */
const stepsFor = ({ reach, steps }: LifeRound): LifeRound['steps'] =>
  reach === 'group'
    ? steps.filter(({ id }) => id === 'plan' || id === 'study' || id === 'meeting' || id === 'remarks')
    : steps

const JUDGED: Partial<Record<StepId, string>> = {
  study: 'life-meeting.preparation',
  opinions: 'life-meeting.preparation',
  talks: 'life-meeting.preparation',
  problems: 'life-meeting.rectification',
  closing: 'life-meeting.rectification',
}

/** What is asked and what is there; while there is time to reach it, what is wanting, not that it fails. */
const Judged = ({ round, step }: { round: LifeRound; step: StepId }) => {
  const id = JUDGED[step]
  const rules = useRules(id ? [id] : [])
  const told = round.judgments.find(({ judgment }) => judgment.rule === id)
  if (!told || round.reach === 'group') return null
  return (
    <p>
      {told.judgment.holds ? told.words : WANTING[told.judgment.rule]?.(told.judgment)}
      <Why grounds={{ about: STEP_TITLES[step], rules, judgments: [told.judgment], open: true }} />
    </p>
  )
}

const WANTING: Readonly<Record<string, (judgment: Judgment) => string>> = {
  'life-meeting.preparation': ({ needed, numbers: { prepared = 0 } }) =>
    `会前要做学习、谈心谈话、征求意见三件事，已着手 ${prepared} 件，还差 ${needed - prepared} 件。`,
  'life-meeting.rectification': ({ needed, numbers: { measured = 0 } }) =>
    `查摆的问题 ${needed} 项，其中 ${needed - measured} 项还缺措施、责任人或日期。`,
}
