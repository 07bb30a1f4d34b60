import { UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { ClockField } from '../ui/ClockField.tsx'
import { errorsOf } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { orNull } from '../ui/saving.ts'
import { AttendancePart } from './AttendancePart.tsx'
import { HandsForm } from './HandsForm.tsx'
import css from './meeting.module.css'
import { useMeetingActs } from './meeting-asking.tsx'
import { closeGathering } from './meeting-contract.ts'
import type { GatheringShown, Meeting } from './meeting-shape.ts'
import { OfficersPart } from './OfficersPart.tsx'

type Props = { meeting: Meeting; gathering: GatheringShown }

/** The agenda of an open meeting: the steps at the side; of the one shown, what the host says and what is entered. */
export const AgendaPart = ({ meeting, gathering }: Props) => {
  const { agenda } = meeting
  // It stays where it is until somebody goes on: what was just entered is to be seen.
  const [picked, setPicked] = useState(() => agenda.find(({ state }) => state === 'now')?.id)
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = agenda.find(({ id }) => id === picked) ?? agenda.at(-1)!
  const next = agenda[agenda.indexOf(shown) + 1]
  const show = (id: string): void => {
    setPicked(id)
    heading.current?.focus()
  }
  return (
    <div className={css.whole}>
      <nav className={css.steps} aria-label="议程">
        <ol>
          {agenda.map(({ id, title, state }) => (
            <li key={id} data-state={state}>
              <UnstyledButton aria-current={id === shown.id ? 'step' : undefined} onClick={() => show(id)}>
                <span className={css.sign} aria-hidden="true" />
                <span>{title}</span>
                {state === 'done' && <span className="unseen">（已完成）</span>}
              </UnstyledButton>
            </li>
          ))}
        </ol>
      </nav>
      <section className={css.body} aria-labelledby="agenda-step">
        <h2 id="agenda-step" ref={heading} tabIndex={-1}>
          {shown.title}
        </h2>
        <div className={css.says}>
          <h3>主持人说</h3>
          {shown.says.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
        <Entry key={shown.id} step={shown} meeting={meeting} gathering={gathering} />
        {next && (
          <div className={css.acts}>
            <Act onClick={() => show(next.id)}>下一项：{next.title}</Act>
          </div>
        )}
      </section>
    </div>
  )
}

const Entry = ({ step, meeting, gathering }: Props & { step: Meeting['agenda'][number] }) => {
  if (step.id === 'opening' || step.id === 'quorum')
    return <AttendancePart meeting={meeting} gathering={gathering} />
  if (step.matter === 'officers') return <OfficersPart meeting={meeting} gathering={gathering} />
  if (step.matter) return <HandsForm meeting={meeting} gathering={gathering} matter={step.matter} />
  if (step.id === 'closing') return <Closing meeting={meeting} gathering={gathering} />
  if (step.id.startsWith('round-') || step.id.startsWith('result-')) return <Counting meeting={meeting} />
  return null
}

const Counting = ({ meeting }: Pick<Props, 'meeting'>) => (
  <p>
    <Link className={css.link} to="/elections/$election/count" params={{ election: meeting.electionId }}>
      发票、收票和得票在“计票”里登记
    </Link>
  </p>
)

const Closing = ({ meeting, gathering }: Props) => {
  const [endsAt, setEndsAt] = useState(gathering.endsAt ?? '')
  const saving = useMeetingActs(meeting, (_: undefined, version) =>
    call(closeGathering, {
      params: { election: meeting.electionId, gathering: gathering.id },
      body: { endsAt: orNull(endsAt), version },
    }),
  )
  const errors = errorsOf(saving.error)
  if (gathering.closedOn)
    return <p>{gathering.endsAt ? `${gathering.endsAt}散会。` : '已散会，没有记时间。'}</p>
  if (!meeting.mayLead) return null
  const isOpen = gathering.rounds.length === 0 || gathering.rounds.some(({ isClosed }) => !isClosed)
  return (
    <div className="form">
      <ClockField
        label="散会时间"
        name="endsAt"
        optional
        value={endsAt}
        onChange={setEndsAt}
        error={errors.endsAt}
      />
      {saving.error && !errors.endsAt && <Failed error={saving.error} />}
      <Act
        primary
        loading={saving.isPending}
        permit={isOpen ? { may: false, reason: '投票和计票结束以后散会' } : { may: true }}
        onClick={() => saving.mutate(undefined)}
      >
        散会
      </Act>
    </div>
  )
}
