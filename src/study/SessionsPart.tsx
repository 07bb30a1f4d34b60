import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import type { Permit } from '../ui/Act.tsx'
import { Empty } from '../ui/Empty.tsx'
import { TextField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import type { HereUnit } from '../ui/here.ts'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { sessionsQuery } from './asking.ts'
import { declareMeetingHours, type SessionLine } from './contract.ts'
import { KIND_NAMES } from './kinds.ts'
import { LABELS, numberIn } from './labels.ts'
import css from './study.module.css'
import { spanWords } from './whom-words.ts'

type Props = { unit: HereUnit; year: number; permit: Permit }

/** What was studied, and the meetings whose hours nobody declared. */
export const SessionsPart = ({ unit, year, permit }: Props) => {
  const { sessions, meetings } = useSuspenseQuery(sessionsQuery(unit.id, year)).data
  return (
    <div className={css.part}>
      {sessions.length === 0 ? (
        <Empty title={`${year} 年还没有学习记录`}>
          <p>学过以后在这里登记；已经作为党课、主题党日或小组会记录的，只登记学时。</p>
        </Empty>
      ) : (
        <SessionList sessions={sessions} unitId={unit.id} />
      )}
      {meetings.length > 0 && (
        <details className={css.fold}>
          <summary>还有 {meetings.length} 次会议没有登记学时</summary>
          <p className="aside">到会人员取自会议记录，只填学时。不算学习的会议不用登记。</p>
          <ul className={css.list}>
            {meetings.map((meeting) => (
              <li key={meeting.id} className={css.line}>
                <span className={css.when}>{meeting.heldOn}</span>
                <span className={css.what}>
                  <Link to="/meetings/$meeting" params={{ meeting: meeting.id }}>
                    {meeting.title}
                  </Link>
                  <span className="aside">
                    {meeting.kinds.map((kind) => TERMS[kind as 'lecture'] ?? '会议').join('、')}
                    {` · ${meeting.unitName} · 到会 ${meeting.present} 人`}
                  </span>
                </span>
                <FormAct act="登记学时" title={meeting.title} permit={permit}>
                  {(close) => <MeetingHours meeting={meeting} onDone={close} />}
                </FormAct>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

export const SessionList = ({ sessions, unitId }: { sessions: readonly SessionLine[]; unitId: string }) => (
  <ul className={css.list}>
    {sessions.map((session) => (
      <li key={session.id} className={css.line}>
        <span className={css.when}>{spanWords(session.heldOn, session.untilOn)}</span>
        <span className={css.what}>
          <Link to="/study/$session" params={{ session: session.id }}>
            {session.topic}
          </Link>
          <span className="aside">
            {[
              session.meetingId ? '会议学时' : KIND_NAMES[session.kind],
              session.unitId !== unitId && session.unitName,
              session.organiser,
              `应参加 ${session.expected} 人，参加 ${session.present} 人`,
              session.open > 0 && `${session.open} 项未办结`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span>{session.hours === null ? '学时未填' : `${session.hours} 学时`}</span>
      </li>
    ))}
  </ul>
)

type Meeting = { id: string; present: number }

const MeetingHours = ({ meeting, onDone }: { meeting: Meeting; onDone: () => void }) => {
  const [hours, setHours] = useState('')
  const saving = useSaving(
    declareMeetingHours.body,
    (body: Body<typeof declareMeetingHours>) =>
      call(declareMeetingHours, { params: { meeting: meeting.id }, body }),
    onDone,
  )
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="登记学时"
      onSend={() => saving.save({ hours: numberIn(hours) ?? '', ownHours: [] })}
    >
      <TextField
        label={LABELS.hours}
        name="hours"
        inputMode="numeric"
        hint={`记给会议记录里到会的 ${meeting.present} 人`}
        value={hours}
        error={saving.errors.hours}
        onChange={setHours}
      />
    </SavedForm>
  )
}
