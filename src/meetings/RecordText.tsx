import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import { day, readable } from '../kernel/day.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { Feeds } from '../ui/Feeds.tsx'
import { AmendForm } from './AmendForm.tsx'
import { Amendments } from './Amendments.tsx'
import { type Meeting, noteMeeting } from './contract.ts'
import { FilesPart } from './FilesPart.tsx'
import { FollowUps } from './FollowUps.tsx'
import { isRecorded } from './held.ts'
import { Judged } from './Judged.tsx'
import css from './meetings.module.css'
import { permitIn } from './permit.ts'
import { Returns } from './ReturnsEntry.tsx'
import { Ruling } from './Ruling.tsx'

/** A record as it stands, to be read; below it what was amended, and what may still be done. */
export const RecordText = ({ meeting }: { meeting: Meeting }) => (
  <div className={css.record}>
    <Facts meeting={meeting} />
    {/* Of a meeting that did not take place only what was arranged is told. */}
    {meeting.stage !== 'cancelled' && <Attendance meeting={meeting} />}
    {isRecorded(meeting) && <Returns returns={meeting.returns} />}
    {meeting.agenda.length > 0 && (
      <section aria-labelledby="agenda" className={css.section}>
        <h2 id="agenda">{meeting.stage === 'cancelled' ? '议程' : '议程与发言'}</h2>
        <ol className={css.spoken}>
          {meeting.agenda.map(({ title, points, differing }) => (
            <li key={title}>
              <h3>{title}</h3>
              {meeting.stage !== 'cancelled' && <p className={css.prose}>{points ?? '未填'}</p>}
              {differing && (
                <p className={css.prose}>
                  <strong>不同意见：</strong>
                  {differing}
                </p>
              )}
            </li>
          ))}
        </ol>
      </section>
    )}
    {meeting.resolutions.length > 0 && (
      <section aria-labelledby="resolutions" className={css.section}>
        <h2 id="resolutions">决议与表决</h2>
        {meeting.resolutions.map((resolution) => (
          <article key={resolution.text} className={css.resolution}>
            <p className={css.prose}>{resolution.text}</p>
            <p>
              赞成 {resolution.approve ?? '未填'}，反对 {resolution.oppose ?? '未填'}，弃权{' '}
              {resolution.abstain ?? '未填'}
            </p>
            <Judged resolution={resolution} />
          </article>
        ))}
      </section>
    )}
    <FollowUps meeting={meeting} />
    <FilesPart meeting={meeting} changes={meeting.permits.amend.may} />
    <Amendments amendments={meeting.amendments} />
    {isRecorded(meeting) && (
      <>
        <Feeds
          title="这份记录用在哪里"
          duties={meeting.feeds.map(({ title, period, citation }) => `${title} · ${period}（${citation}）`)}
          registers={[`${meeting.heldOn.slice(0, 4)} 年会议登记表`, '会议记录（Word）']}
        />
        <Acts meeting={meeting} />
      </>
    )}
  </div>
)

const Facts = ({ meeting }: { meeting: Meeting }) => (
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
    <dt>记录人</dt>
    <dd>{meeting.recorderName ?? '未填'}</dd>
    {meeting.parts.flatMap(({ kind, topic, lecturerName, forYear }) => [
      ...(forYear
        ? [<dt key={`${kind}-year`}>所属年度</dt>, <dd key={`${kind}-for`}>{forYear}年度组织生活会</dd>]
        : []),
      ...(topic
        ? [
            <dt key={`${kind}-topic`}>{kind === 'lecture' ? '党课题目' : '主题'}</dt>,
            <dd key={`${kind}-of`}>{topic}</dd>,
          ]
        : []),
      ...(lecturerName
        ? [<dt key={`${kind}-by`}>讲课人</dt>, <dd key={`${kind}-name`}>{lecturerName}</dd>]
        : []),
    ])}
  </dl>
)

/** Who came, by state; nobody is listed as anything that was not stated. */
const Attendance = ({ meeting }: { meeting: Meeting }) => {
  const { counts } = meeting
  const named = (state: string) =>
    meeting.attendance
      .filter((person) => person.state === state)
      .map(({ name, reason }) => (state === 'excused' && reason ? `${name}（${reason}）` : name))
      .join('、')
  const lines = [
    ['present', counts.present],
    ['excused', counts.excused],
    ['absent', counts.absent],
    ['not-stated', counts.notStated],
    ['observing', counts.observing],
  ] as const
  return (
    <section aria-labelledby="attendance" className={css.section}>
      <h2 id="attendance">到会情况</h2>
      <p className={css.counts}>
        <span>应到 {counts.entitled}</span>
        {counts.voting < counts.entitled && (
          <span>
            有表决权 {counts.voting}，其中到会 {counts.votingPresent}
          </span>
        )}
      </p>
      <dl className={css.facts}>
        {lines
          .filter(([, count]) => count > 0)
          .flatMap(([state, count]) => [
            <dt key={state}>
              {TERMS[state]} {count}
            </dt>,
            <dd key={`${state}-names`}>{named(state)}</dd>,
          ])}
        {meeting.guests && (
          <>
            <dt>其他列席</dt>
            <dd>{meeting.guests}</dd>
          </>
        )}
      </dl>
      {meeting.judgments.map(({ part, ...told }) => (
        <Ruling key={part} told={told} />
      ))}
    </section>
  )
}

/** Noting says that the secretary has read it; amending leaves what stood there to be seen. */
const Acts = ({ meeting }: { meeting: Meeting }) => {
  const [amending, setAmending] = useState(false)
  const queries = useQueryClient()
  const note = useMutation({
    mutationFn: () =>
      call(noteMeeting, { params: { meeting: meeting.id }, body: { version: meeting.version } }),
    onSuccess: async (noted) => {
      queries.setQueryData(['meeting', meeting.id], noted)
      await queries.invalidateQueries({ queryKey: ['meetings'] })
    },
  })
  if (amending) return <AmendForm meeting={meeting} onDone={() => setAmending(false)} />
  return (
    <>
      {note.error && <Failed error={note.error} />}
      <div className={css.foot}>
        <Act
          primary
          permit={permitIn(meeting, 'note')}
          loading={note.isPending}
          onClick={() => note.mutate()}
        >
          审阅
        </Act>
        <Act permit={permitIn(meeting, 'amend')} onClick={() => setAmending(true)}>
          更正
        </Act>
      </div>
    </>
  )
}
