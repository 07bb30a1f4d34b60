import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { addressOf, call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import type { Permit } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { TextField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { LIFE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { useSaving } from '../ui/saving.ts'
import { sessionQuery } from './asking.ts'
import {
  changeStudySession,
  downloadStudyRecord,
  type Session,
  type Told,
  withdrawStudySession,
} from './contract.ts'
import { isTraining, KIND_NAMES, LEVEL_NAMES } from './kinds.ts'
import { LABELS } from './labels.ts'
import { SessionForm } from './SessionForm.tsx'
import { fromSession } from './session-form.ts'
import css from './study.module.css'
import { TaskLine } from './TaskLine.tsx'
import { spanWords, whomWords } from './whom-words.ts'

/** One session as it stands, with what earlier ones left open. */
export const SessionPage = () => {
  const { session: id } = useParams({ from: '/frame/study/$session' })
  const session = useSuspenseQuery(sessionQuery(id)).data
  const { may, units } = useHere()
  const stands = session.withdrawnReason === null
  const permit: Permit = may(changeStudySession.asks, session.path)
    ? { may: true }
    : { may: false, reason: '由支委会成员更正，党小组的由组长更正' }
  const unitKind = units.find((unit) => unit.id === session.unitId)?.kind ?? 'branch'
  return (
    <>
      <SubWays label="组织生活" ways={LIFE_WAYS} />
      <PageHead title={session.topic} tab="学习记录" lead={session.unitName}>
        {stands && session.meetingId === null && (
          <a href={addressOf(downloadStudyRecord, { params: { session: session.id } })} download>
            下载学习记录（Word）
          </a>
        )}
        {stands && session.meetingId === null && (
          <FormAct act="更正" title="更正学习记录" permit={permit}>
            {(close) => <Correct session={session} onDone={close} />}
          </FormAct>
        )}
        {stands && (
          <FormAct act="撤销" title="撤销这次学习的记录" permit={permit}>
            {(close) => <Withdraw session={session} onDone={close} />}
          </FormAct>
        )}
      </PageHead>
      <div className={css.record}>
        {!stands && <p role="status">这次学习的记录已撤销，学时不再计入。原因：{session.withdrawnReason}</p>}
        <Facts session={session} unitKind={unitKind} />
        <Attendees session={session} />
        {session.materials.length > 0 && (
          <section aria-labelledby="materials">
            <h2 id="materials">学习材料</h2>
            <ol className={css.numbered}>
              {session.materials.map(({ title, source }) => (
                <li key={title}>
                  {title} {source && <span className="aside">{source}</span>}
                </li>
              ))}
            </ol>
          </section>
        )}
        {session.questions.length > 0 && (
          <section aria-labelledby="questions">
            <h2 id="questions">提出的问题</h2>
            <ol className={css.numbered}>
              {session.questions.map((text) => (
                <li key={text} className={css.prose}>
                  {text}
                </li>
              ))}
            </ol>
          </section>
        )}
        {session.followUps.length > 0 && (
          <section aria-labelledby="decided">
            <h2 id="decided">由此议定的事项</h2>
            <ul className={css.list}>
              {session.followUps.map((task) => (
                <TaskLine key={task.id} task={task} permit={permit} />
              ))}
            </ul>
          </section>
        )}
        {session.earlier.length > 0 && (
          <section aria-labelledby="earlier">
            <h2 id="earlier">以前议定、到这次还没有办结的</h2>
            <ul className={css.list}>
              {session.earlier.map((task) => (
                <TaskLine key={task.id} task={task} of={task.topic} permit={permit} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  )
}

const Facts = ({ session, unitKind }: { session: Session; unitKind: string }) => (
  <dl className={css.facts}>
    <dt>类型</dt>
    <dd>
      {session.meetingId ? (
        <>
          会议学时，出自{' '}
          <Link to="/meetings/$meeting" params={{ meeting: session.meetingId }}>
            {session.meetingTitle ?? '会议记录'}
          </Link>
        </>
      ) : (
        KIND_NAMES[session.kind]
      )}
    </dd>
    <dt>日期</dt>
    <dd>{spanWords(session.heldOn, session.untilOn)}</dd>
    {isTraining(session.kind) && (
      <>
        <dt>主办单位</dt>
        <dd>{[session.organiser, LEVEL_NAMES[session.level]].filter(Boolean).join(' · ')}</dd>
      </>
    )}
    <dt>领学或主讲</dt>
    <dd>{session.leaderName ?? '未填'}</dd>
    <dt>谁参加</dt>
    <dd>{session.meetingId ? '会议到会人员' : whomWords(session, unitKind)}</dd>
    <dt>学时</dt>
    <dd>{session.hours === null ? '未填' : `${session.hours} 学时`}</dd>
    <dt>登记</dt>
    <dd>
      {session.recordedByName}，{sayDay(session.recordedOn)}
      {session.late && '（会后补录）'}
    </dd>
  </dl>
)

const Attendees = ({ session }: { session: Session }) => {
  const took = session.attendees.filter(({ tookPart }) => tookPart)
  const absent = session.attendees.filter(({ tookPart }) => !tookPart)
  const own = took.filter(({ hours }) => hours !== session.hours)
  return (
    <section aria-labelledby="attendees">
      <h2 id="attendees">参加人员</h2>
      <p>
        应参加 {session.attendees.length} 人，参加 {took.length} 人
      </p>
      <p>{took.map(({ name }) => name).join('、')}</p>
      {absent.length > 0 && <p>未参加：{absent.map(({ name }) => name).join('、')}</p>}
      {own.length > 0 && (
        <p>学时不同：{own.map(({ name, hours }) => `${name} ${hours ?? '未填'}`).join('、')}</p>
      )}
    </section>
  )
}

const Correct = ({ session, onDone }: { session: Session; onDone: () => void }) => {
  const saving = useSaving(
    changeStudySession.body.omit({ version: true }),
    (body: Told) =>
      call(changeStudySession, {
        params: { session: session.id },
        body: { ...body, version: session.version },
      }),
    onDone,
  )
  return <SessionForm unitId={session.unitId} start={fromSession(session)} act="保存更正" saving={saving} />
}

const Withdraw = ({ session, onDone }: { session: Session; onDone: () => void }) => {
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const saving = useSaving(
    withdrawStudySession.body,
    (body: Body<typeof withdrawStudySession>) =>
      call(withdrawStudySession, { params: { session: session.id }, body }),
    () => {
      onDone()
      void navigate({ to: '/study' })
    },
  )
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="撤销记录"
      onSend={() => saving.save({ reason, version: session.version })}
    >
      <p>撤销后这次的学时不再计入，记录和原因留痕。会议记录不受影响。</p>
      <TextField
        label={LABELS.reason}
        name="reason"
        value={reason}
        error={saving.errors.reason}
        onChange={setReason}
      />
    </SavedForm>
  )
}
