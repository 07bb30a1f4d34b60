import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act, type Permit } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { sayDay, today } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { AgendaPart } from './AgendaPart.tsx'
import { FailForm } from './FailForm.tsx'
import { GatheringForm } from './GatheringForm.tsx'
import { BODY_WORDS } from './labels.ts'
import css from './meeting.module.css'
import { useMeetingActs } from './meeting-asking.tsx'
import { openGathering, reopenGathering } from './meeting-contract.ts'
import type { GatheringShown, Meeting } from './meeting-shape.ts'

/** The meeting as far as it is: to be planned, planned, or open with its agenda; and those that failed before. */
export const GatheringPart = ({ meeting }: { meeting: Meeting }) => {
  const { gathering, failed, mayLead } = meeting
  return (
    <div className={css.parts}>
      {failed.map(({ id, heldOn, failedReason }) => (
        <p key={id} className={css.failed}>
          {sayDay(heldOn)}没有开成：{failedReason}
        </p>
      ))}
      {gathering === null && mayLead && (
        <section className={css.narrow}>
          <h2>{failed.length > 0 ? '再次安排' : `安排${BODY_WORDS[meeting.body]}`}</h2>
          <GatheringForm meeting={meeting} gathering={null} />
        </section>
      )}
      {gathering === null && !mayLead && <p>{BODY_WORDS[meeting.body]}还没有安排。</p>}
      {gathering && <Planned meeting={meeting} gathering={gathering} />}
      {gathering?.isOpen && <AgendaPart meeting={meeting} gathering={gathering} />}
      {gathering && !gathering.isOpen && <Before meeting={meeting} gathering={gathering} />}
    </div>
  )
}

type Props = { meeting: Meeting; gathering: GatheringShown }

const hasElected = ({ rounds }: GatheringShown): boolean =>
  rounds.some(({ outcome }) => (outcome?.elected.length ?? 0) > 0)

const Planned = ({ meeting, gathering }: Props) => {
  const { heldOn, startsAt, place, hostName, guests, hostFault, closedOn } = gathering
  const said = [
    `${sayDay(heldOn)}${startsAt ? ` ${startsAt}` : ''}`,
    place,
    hostName && `${hostName}主持`,
    guests && `列席：${guests}`,
    closedOn && '已散会',
  ]
  return (
    <div className={css.head}>
      <p>{said.filter(Boolean).join(' · ')}</p>
      <div className={css.acts}>
        <Link
          className={css.link}
          to="/elections/$election/room"
          params={{ election: meeting.electionId }}
          {...(meeting.body === 'committee' ? { search: { body: 'committee' as const } } : {})}
        >
          投影
        </Link>
        {meeting.mayLead && closedOn === null && (
          <FormAct act="更改安排" title={`${BODY_WORDS[meeting.body]}的安排`}>
            {(close) => <GatheringForm meeting={meeting} gathering={gathering} onDone={close} />}
          </FormAct>
        )}
        {meeting.mayLead && gathering.isOpen && (closedOn === null || !hasElected(gathering)) && (
          <FormAct
            act="没有开成"
            title={`${BODY_WORDS[meeting.body]}没有开成`}
            permit={gathering.locked && closedOn === null ? { may: false, reason: '' } : { may: true }}
          >
            {(close) => <FailForm meeting={meeting} gathering={gathering} onDone={close} />}
          </FormAct>
        )}
        {meeting.mayLead && gathering.isOpen && closedOn === null && (
          <Recall meeting={meeting} gathering={gathering} />
        )}
      </div>
      {hostFault && (
        <p className={css.ruling} data-holds={false}>
          {hostFault}
        </p>
      )}
    </div>
  )
}

/** Before it opens: how many the list will hold, what the host will say. */
const Before = ({ meeting, gathering }: Props) => {
  const opening = useMeetingActs(meeting, (_: undefined, version) =>
    call(openGathering, {
      params: { election: meeting.electionId, gathering: gathering.id },
      body: { version },
    }),
  )
  const permit: Permit =
    gathering.heldOn > today().toString()
      ? { may: false, reason: `${sayDay(gathering.heldOn)}当天开会` }
      : { may: true }
  return (
    <>
      <p>
        按{sayDay(gathering.heldOn)}的名单，应到会有选举权的 {meeting.expected} 人。
        {meeting.body === 'members' && (
          <Link
            className={css.link}
            to="/elections/$election/voters"
            params={{ election: meeting.electionId }}
          >
            核对选举人
          </Link>
        )}
      </p>
      {opening.error && <Failed error={opening.error} />}
      {meeting.mayLead && (
        <div className={css.acts}>
          <Act primary permit={permit} loading={opening.isPending} onClick={() => opening.mutate(undefined)}>
            开会，固定名单
          </Act>
        </div>
      )}
      <details className={css.others}>
        <summary>主持词</summary>
        {meeting.agenda.map(({ id, title, says }) => (
          <section key={id} className={css.says}>
            <h3>{title}</h3>
            {says.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </section>
        ))}
      </details>
    </>
  )
}

const Recall = ({ meeting, gathering }: Props) => {
  const [asking, setAsking] = useState(false)
  const recalling = useMeetingActs(
    meeting,
    (_: undefined, version) =>
      call(reopenGathering, {
        params: { election: meeting.electionId, gathering: gathering.id },
        body: { version },
      }),
    { done: () => setAsking(false) },
  )
  if (gathering.rounds.length > 0) return null
  return (
    <>
      <Act onClick={() => setAsking(true)}>撤回开会</Act>
      <ConfirmDialog
        opened={asking}
        title="要撤回开会，重新核定名单吗？"
        act="撤回开会"
        busy={recalling.isPending}
        onAct={() => recalling.mutate(undefined)}
        onClose={() => setAsking(false)}
      >
        <p>固定的名单、到会情况、监票计票人和举手表决都要重新登记。发过选票以后不能撤回。</p>
        {recalling.error && <Failed error={recalling.error} />}
      </ConfirmDialog>
    </>
  )
}
