import { UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { useRules } from '../regulations/using.tsx'
import { Act } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { useSaving } from '../ui/saving.ts'
import { Why } from '../ui/WhyPanel.tsx'
import css from './preparation.module.css'
import { type Preparation, type PreparedStep, withdrawStep } from './preparation-contract.ts'
import { StepForm } from './StepForm.tsx'
import { StepPapers } from './StepPapers.tsx'

type Props = {
  step: PreparedStep
  preparation: Preparation
  onDone: () => void
  onPick: (step: PreparedStep['step']) => void
}

/** One step: who, by when, by which clause, what it still lacks, and its record. */
export const StepPart = ({ step, preparation, onDone, onPick }: Props) => {
  const [mending, setMending] = useState(false)
  const { step: id, state, because, doneOn } = step
  const isAfter = step.phase === 'after'
  const mayWrite = preparation.mayLead && !preparation.isOver && id !== 'meeting' && !isAfter
  if (because && doneOn === null) return <p>{because}这一步不需要。</p>
  return (
    <>
      <Facts step={step} />
      {step.doubts.map(({ level, words, citation }) => (
        <p key={words} className={css.doubt} data-level={level}>
          {words}
          {citation && <span className="aside">（{citation}）</span>}
        </p>
      ))}
      {state !== 'later' && <Missing step={step} preparation={preparation} onPick={onPick} />}
      {isAfter && (
        <p>
          在
          <Link className={css.way} to="/elections/$election/after" params={{ election: preparation.id }}>
            选后
          </Link>
          里登记。
        </p>
      )}
      <StepPapers election={preparation.id} step={id} />
      {id === 'meeting' && (
        <p>
          <Link to="/elections/$election/meeting" params={{ election: preparation.id }}>
            签到、表决和投票在“大会”里办
          </Link>
        </p>
      )}
      {doneOn && id !== 'meeting' && !mending && (
        <Kept step={step} preparation={preparation} mayWrite={mayWrite} onMend={() => setMending(true)} />
      )}
      {mayWrite && (doneOn === null || mending) && (
        <StepForm step={step} preparation={preparation} onDone={onDone} />
      )}
    </>
  )
}

const Facts = ({ step }: { step: PreparedStep }) => {
  const { title, who, by, clause, needs, state } = step
  const rules = useRules(clause ? [clause.rule] : [])
  return (
    <dl className={css.facts}>
      <div>
        <dt>谁来办</dt>
        <dd>{who}</dd>
      </div>
      {by && (
        <div>
          <dt>{step.step === 'meeting' ? '拟定' : '最迟'}</dt>
          <dd>
            {sayDay(by.on)}{' '}
            <span className="aside">
              {by.says}
              {by.citation && `（${by.citation}）`}
            </span>
          </dd>
        </div>
      )}
      {clause && (
        <div>
          <dt>条文</dt>
          <dd>
            {clause.citation} {rules.length > 0 && <Why grounds={{ about: title, rules }} />}
          </dd>
        </div>
      )}
      {needs.length > 0 && state !== 'done' && (
        <div>
          <dt>先要</dt>
          <dd>{needs.join('、')}</dd>
        </div>
      )}
    </dl>
  )
}

const Missing = ({ step: { missing }, preparation, onPick }: Omit<Props, 'onDone'>) =>
  missing.length === 0 ? null : (
    <ul className={css.missing}>
      {missing.map(({ what, at }) => (
        <li key={what}>
          文书还缺{what}：
          {at === 'candidates' || at === 'nominations' ? (
            <Link to="/elections/$election/candidates" params={{ election: preparation.id }}>
              到“候选人”里补
            </Link>
          ) : at === 'plan' ? (
            '在上面“修改安排”里补'
          ) : (
            <UnstyledButton className={css.way} onClick={() => onPick(at)}>
              到那一步补
            </UnstyledButton>
          )}
        </li>
      ))}
    </ul>
  )

type KeptProps = { step: PreparedStep; preparation: Preparation; mayWrite: boolean; onMend: () => void }

/** What was recorded, to be corrected or taken back. */
const Kept = ({ step, preparation, mayWrite, onMend }: KeptProps) => {
  const [asking, setAsking] = useState(false)
  const { id, version } = preparation
  const saving = useSaving(
    withdrawStep.query,
    (query: never) => call(withdrawStep, { params: { election: id, step: step.step as never }, query }),
    () => setAsking(false),
  )
  return (
    <>
      <p>{[step.doneOn && sayDay(step.doneOn), step.byWhom, step.number].filter(Boolean).join(' · ')}</p>
      {step.note && <p className={css.note}>{step.note}</p>}
      {saving.failure && <Failed error={saving.failure} />}
      {mayWrite && (
        <div className={css.acts}>
          <Act onClick={onMend}>更正</Act>
          <Act onClick={() => setAsking(true)}>撤回登记</Act>
        </div>
      )}
      <ConfirmDialog
        opened={asking}
        title={`要撤回“${step.title}”的登记吗？`}
        act="撤回登记"
        busy={saving.busy}
        onAct={() => saving.save({ version })}
        onClose={() => setAsking(false)}
      >
        <p>这一步回到没有办过的状态，原来的登记留在改动记录里。</p>
      </ConfirmDialog>
    </>
  )
}
