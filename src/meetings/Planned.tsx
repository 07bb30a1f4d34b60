import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { day, readable } from '../kernel/day.ts'
import { Act } from '../ui/Act.tsx'
import { useHere } from '../ui/here.ts'
import { CancelMeeting } from './CancelMeeting.tsx'
import { changePlan, type Meeting, sendNotice } from './contract.ts'
import css from './meetings.module.css'
import { NoticePart } from './NoticePart.tsx'
import { type Plan, PlanForm } from './PlanForm.tsx'

/** A meeting still to come: what is arranged, its notice, and what else can be done with it. */
export const Planned = ({ meeting, onWrite }: { meeting: Meeting; onWrite: () => void }) => {
  const [doing, setDoing] = useState<'reading' | 'changing'>('reading')
  const queries = useQueryClient()
  const { units } = useHere()
  const unit = units.find(({ id }) => id === meeting.unitId)
  const change = useMutation({
    mutationFn: (plan: Plan) =>
      call(changePlan, { params: { meeting: meeting.id }, body: { ...plan, version: meeting.version } }),
    onSuccess: (changed) => {
      queries.setQueryData(['meeting', meeting.id], changed)
      setDoing('reading')
    },
  })
  const send = async (): Promise<void> => {
    const body = { version: meeting.version }
    const sent = await call(sendNotice, { params: { meeting: meeting.id }, body })
    queries.setQueryData(['meeting', meeting.id], sent)
  }
  if (doing === 'changing' && unit)
    return (
      <PlanForm
        unit={unit}
        start={planOf(meeting)}
        from={undefined}
        error={change.error}
        busy={change.isPending}
        act="保存修改"
        onSave={(plan) => change.mutate(plan)}
        onBack={() => setDoing('reading')}
      />
    )
  return (
    <div className={css.record}>
      <Arranged meeting={meeting} />
      <NoticePart meeting={meeting} onSend={send} />
      <div className={css.acts}>
        <Act onClick={() => setDoing('changing')}>修改安排</Act>
        <Act onClick={onWrite}>先写一部分记录</Act>
        <CancelMeeting meeting={meeting} />
      </div>
      <p className="aside">会议开过以后，在这一页填写记录。</p>
    </div>
  )
}

const planOf = (meeting: Meeting): Plan => ({
  title: meeting.title,
  kinds: meeting.parts.map(({ kind }) => kind),
  forYear: meeting.parts.find(({ kind }) => kind === 'life-meeting')?.forYear ?? null,
  heldOn: meeting.heldOn,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  place: meeting.place,
  hostId: meeting.hostId,
  agenda: meeting.agenda.map(({ title }) => title),
  theme: meeting.parts.find(({ kind }) => kind === 'theme-day')?.topic ?? null,
})

const Arranged = ({ meeting }: { meeting: Meeting }) => (
  <section aria-label="会议安排" className={css.section}>
    <h2>会议安排</h2>
    <dl className={css.facts}>
      <dt>时间</dt>
      <dd>
        {readable(day(meeting.heldOn))} {meeting.startsAt}
        {meeting.endsAt && `–${meeting.endsAt}`}
      </dd>
      <dt>地点</dt>
      <dd>{meeting.place ?? '未填'}</dd>
      <dt>主持人</dt>
      <dd>{meeting.hostName ?? '未填'}</dd>
      <dt>应到</dt>
      <dd>
        {meeting.counts.entitled} 人，其中有表决权 {meeting.counts.voting} 人
      </dd>
      <dt>议程</dt>
      <dd>
        {meeting.agenda.length === 0 ? (
          '未填'
        ) : (
          <ol className={css.plain}>
            {meeting.agenda.map(({ title }) => (
              <li key={title}>{title}</li>
            ))}
          </ol>
        )}
      </dd>
    </dl>
  </section>
)
