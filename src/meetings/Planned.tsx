import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addressOf, call } from '../http/call.ts'
import { day, readable } from '../kernel/day.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { useHere } from '../ui/here.ts'
import { CancelMeeting } from './CancelMeeting.tsx'
import { changePlan, downloadCalendarEntry, downloadNotice, type Meeting, sendNotice } from './contract.ts'
import css from './meetings.module.css'
import { type Plan, PlanForm } from './PlanForm.tsx'
import { permitIn } from './permit.ts'

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
      <NoticePart meeting={meeting} />
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
  heldOn: meeting.heldOn,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  place: meeting.place,
  hostId: meeting.hostId,
  agenda: meeting.agenda.map(({ title }) => title),
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

/** The notice as a file to print or pass on, and the entry for calendars. Sending it is told to nobody but the record. */
const NoticePart = ({ meeting }: { meeting: Meeting }) => {
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: () =>
      call(sendNotice, { params: { meeting: meeting.id }, body: { version: meeting.version } }),
    onSuccess: (sent) => queries.setQueryData(['meeting', meeting.id], sent),
  })
  const of = { params: { meeting: meeting.id } }
  return (
    <section aria-label="会议通知" className={css.section}>
      <h2>会议通知</h2>
      <div className={css.acts}>
        <a className={css.download} href={addressOf(downloadNotice, of)} download>
          下载通知（Word）
        </a>
        <a className={css.download} href={addressOf(downloadCalendarEntry, of)} download>
          下载日历事项
        </a>
        <Act
          primary
          permit={permitIn(meeting, 'notice')}
          loading={send.isPending}
          onClick={() => send.mutate()}
        >
          {meeting.noticeSentAt ? '再次登记发出' : '登记已发出'}
        </Act>
      </div>
      {meeting.noticeSentAt && (
        <p className="aside">已登记发出。之后改了时间地点，请重新下载日历事项发给大家，日历会自动更新。</p>
      )}
      {send.error && <Failed error={send.error} />}
    </section>
  )
}
