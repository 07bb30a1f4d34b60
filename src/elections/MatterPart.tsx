import { Link } from '@tanstack/react-router'
import { useRules } from '../regulations/using.tsx'
import { sayDay } from '../ui/days.ts'
import { FormAct } from '../ui/FormAct.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import { ApprovalForm } from './ApprovalForm.tsx'
import css from './after.module.css'
import type { AfterElection } from './after-contract.ts'
import type { MatterState } from './after-state.ts'
import type { ElectionHead } from './contract.ts'
import { DivisionForm } from './DivisionForm.tsx'
import { EffectPart } from './EffectPart.tsx'
import { HandoverLines } from './HandoverLines.tsx'
import { StepDayForm } from './StepDayForm.tsx'

export type MatterProps = { matter: MatterState; head: ElectionHead; after: AfterElection }

/** One thing that follows: who does it, what is needed, by which clause, how far it is, and its act. */
export const MatterPart = ({ onDay, ...props }: MatterProps & { onDay: (on: string) => void }) => {
  const { matter, head, after } = props
  const rules = useRules(matter.rules)
  const judged = after.judged.filter((each) => each.matter === matter.id)
  const missing = after.missing.filter((each) => each.matter === matter.id)
  const isShown = judged.length > 0 && after.elected.length > 0
  return (
    <li data-state={matter.state}>
      <h2>
        <span className={css.sign} aria-hidden="true" />
        {matter.title}
        {matter.state === 'done' && <span className="unseen">（已完成）</span>}
        <span className={css.done}>
          {[matter.doneOn && sayDay(matter.doneOn), matter.note].filter(Boolean).join(' · ')}
        </span>
      </h2>
      <p className="aside">
        {matter.who}。{matter.needs}
        {rules.length > 0 && (
          <Why
            grounds={{
              about: matter.title,
              rules,
              judgments: isShown ? judged.map(({ told }) => told.judgment) : [],
              open: head.closedOn === null,
            }}
          />
        )}
      </p>
      {isShown && matter.state === 'done' && <Wanting judged={judged} />}
      {missing.length > 0 && matter.state === 'done' && (
        <ul className={css.missing}>
          {missing.map(({ what }) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      )}
      {head.mayLead && after.elected.length > 0 && <Acts {...props} />}
      {matter.id === 'plenary' && <Plenary {...props} />}
      {matter.id === 'effect' && <EffectPart head={head} after={after} onDay={onDay} />}
      {matter.id === 'handover' && <HandoverLines outgoing={after.outgoing} mayOpen={head.mayLead} />}
    </li>
  )
}

/** What usually is and is not so here; what must be stands among what is missing. */
const Wanting = ({ judged }: { judged: AfterElection['judged'] }) => (
  <>
    {judged
      .filter(({ told: { judgment } }) => !judgment.holds && judgment.hardness !== 'must')
      .map(({ told }) => (
        <p key={told.judgment.rule} className={css.wanting}>
          {told.words}
        </p>
      ))}
  </>
)

const Acts = ({ matter, head, after }: MatterProps) => {
  const { id, step, title, state } = matter
  const isOpen = head.closedOn === null
  const act = `${state === 'done' ? '更正' : '登记'}${title}`
  if (id === 'division' && isOpen)
    return (
      <FormAct act={act} title={title}>
        {(close) => <DivisionForm head={head} after={after} onDone={close} />}
      </FormAct>
    )
  if (id === 'result-reply' && isOpen)
    return (
      <FormAct act={act} title={title}>
        {(close) => <ApprovalForm head={head} after={after} onDone={close} />}
      </FormAct>
    )
  if (step === null || id === 'division' || id === 'result-reply') return null
  if (!isOpen && id !== 'public-notice' && id !== 'archive') return null
  return (
    <FormAct act={act} title={title}>
      {(close) => <StepDayForm head={head} after={after} step={step} onDone={close} />}
    </FormAct>
  )
}

/** The first meeting of the new committee: held and counted on the pages of the meeting, its outcome told here. */
const Plenary = ({ head, after: { plenary } }: MatterProps) => (
  <>
    {plenary && (
      <p>
        {sayDay(plenary.heldOn)}召开，{plenary.hostName ? `${plenary.hostName}主持，` : ''}应到{' '}
        {plenary.entitled} 人，实到 {plenary.present} 人。
      </p>
    )}
    {plenary?.hostIsElected === false && (
      <p className={css.wanting}>
        主持人{plenary.hostName}不在当选名单上：第一次全体会议由上届委员会推荐的一名新委员主持。
      </p>
    )}
    {head.closedOn === null && head.mayLead && (
      <p className={css.ways}>
        <Link to="/elections/$election/plenary" params={{ election: head.id }}>
          到第一次全体会议
        </Link>
      </p>
    )}
  </>
)
