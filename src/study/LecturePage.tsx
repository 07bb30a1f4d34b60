import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import type { Permit } from '../ui/Act.tsx'
import { sayDay, today } from '../ui/days.ts'
import { TextField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { LIFE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { useSaving } from '../ui/saving.ts'
import { type Asked, AskedFields, NOT_ASKED } from './AskedRows.tsx'
import { lectureQuery } from './asking.ts'
import { addQuestion, changeLecture, type Lecture, withdrawLecture } from './contract.ts'
import { HEARER_NAMES } from './kinds.ts'
import { LectureForm } from './LectureForm.tsx'
import { LABELS } from './labels.ts'
import { usePeople } from './people.ts'
import { QuestionLine } from './QuestionLine.tsx'
import css from './study.module.css'

/** One lecture and what became of the questions taken home. */
export const LecturePage = () => {
  const { lecture: id } = useParams({ from: '/frame/outreach/$lecture' })
  const lecture = useSuspenseQuery(lectureQuery(id)).data
  const { may } = useHere()
  const stands = lecture.withdrawnReason === null
  const permit: Permit = may(changeLecture.asks, lecture.path)
    ? { may: true }
    : { may: false, reason: '由支委会成员更正，党小组的由组长更正' }
  return (
    <>
      <SubWays label="组织生活" ways={LIFE_WAYS} />
      <PageHead title={lecture.topic} tab="主题宣讲" lead={lecture.unitName}>
        {stands && (
          <>
            <FormAct act="更正" title="更正宣讲记录" permit={permit}>
              {(close) => <Correct lecture={lecture} onDone={close} />}
            </FormAct>
            <FormAct act="撤销" title="撤销这次宣讲的记录" permit={permit}>
              {(close) => <Withdraw lecture={lecture} onDone={close} />}
            </FormAct>
          </>
        )}
      </PageHead>
      <div className={css.record}>
        {!stands && <p role="status">这次宣讲的记录已撤销。原因：{lecture.withdrawnReason}</p>}
        <dl className={css.facts}>
          <dt>日期</dt>
          <dd>{sayDay(lecture.heldOn)}</dd>
          <dt>地点</dt>
          <dd>{lecture.place ?? '未填'}</dd>
          <dt>讲课人</dt>
          <dd>{lecture.lecturerName}</dd>
          <dt>听众</dt>
          <dd>{HEARER_NAMES[lecture.audience]}</dd>
          <dt>听众人数</dt>
          <dd>{lecture.heads === null ? '未填' : `${lecture.heads} 人`}</dd>
          <dt>登记日期</dt>
          <dd>{sayDay(lecture.recordedOn)}</dd>
        </dl>
        <section aria-labelledby="questions">
          <h2 id="questions">带回的问题</h2>
          {lecture.questions.length === 0 && <p>这次没有带回问题。</p>}
          <ul className={css.list}>
            {lecture.questions.map((question) => (
              <QuestionLine key={question.id} question={question} permit={permit} lecture={id} />
            ))}
          </ul>
          {stands && (
            <FormAct act="加一个问题" title="带回的问题" permit={permit}>
              {(close) => <AddQuestion lecture={lecture} onDone={close} />}
            </FormAct>
          )}
        </section>
      </div>
    </>
  )
}

type Props = { lecture: Lecture; onDone: () => void }

const AddQuestion = ({ lecture, onDone }: Props) => {
  const [row, setRow] = useState(NOT_ASKED)
  const people = usePeople(lecture.unitId, today().toString())
  const saving = useSaving(
    addQuestion.body,
    (body: Asked) => call(addQuestion, { params: { lecture: lecture.id }, body }),
    onDone,
  )
  return (
    <SavedForm saving={saving} labels={LABELS} act="登记问题" onSend={() => saving.save(row)}>
      <AskedFields row={row} at="" people={people} errors={saving.errors} onChange={setRow} />
    </SavedForm>
  )
}

type Change = Omit<Body<typeof changeLecture>, 'version'>

const Correct = ({ lecture, onDone }: Props) => {
  const saving = useSaving(
    changeLecture.body.omit({ version: true }),
    (body: Change) =>
      call(changeLecture, { params: { lecture: lecture.id }, body: { ...body, version: lecture.version } }),
    onDone,
  )
  const { topic, heldOn, place, lecturerId, lecturerName, audience, heads } = lecture
  const start = { topic, heldOn, place, lecturerId, lecturerName, audience, heads, questions: [] }
  return <LectureForm unitId={lecture.unitId} start={start} act="保存更正" asks={false} saving={saving} />
}

const Withdraw = ({ lecture, onDone }: Props) => {
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const saving = useSaving(
    withdrawLecture.body,
    (body: Body<typeof withdrawLecture>) => call(withdrawLecture, { params: { lecture: lecture.id }, body }),
    () => {
      onDone()
      void navigate({ to: '/outreach' })
    },
  )
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="撤销记录"
      onSend={() => saving.save({ reason, version: lecture.version })}
    >
      <p>撤销后不再列入登记表，记录和原因留痕。</p>
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
