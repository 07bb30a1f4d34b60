import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { Act, type Permit } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { AreaField, ChoiceField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { answerQuestion, openAsker, type Question, tellBack } from './contract.ts'
import { ASKER_PURPOSES, PURPOSE_NAMES } from './kinds.ts'
import { LABELS } from './labels.ts'
import css from './study.module.css'

/** `lecture`: where it was asked, if the page knows; from there a need can be made of it. */
type Props = { question: Question; of?: string; permit: Permit; lecture?: string }

const STATES: Record<Question['state'], string> = {
  open: '待答复',
  answered: '已答复，待告知本人',
  'told-back': '已告知',
}

/** A question taken home: who answers it by when, the answer, and that the asker was told. */
export const QuestionLine = ({ question, of, permit, lecture }: Props) => (
  <li className={css.line}>
    <span className={css.when}>{STATES[question.state]}</span>
    <span className={css.what}>
      <span className={css.prose}>{question.text}</span>
      <span className="aside">
        {[
          of,
          question.ownerName ? `${question.ownerName}答复` : '未定由谁答复',
          question.state === 'open' && question.dueOn && `${question.dueOn} 前`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {question.answer && (
        <span className={css.prose}>
          {question.answeredOn && sayDay(question.answeredOn)}答复：{question.answer}
        </span>
      )}
      {question.toldBackOn && <span className="aside">{sayDay(question.toldBackOn)}告知本人</span>}
    </span>
    {permit.may && (
      <span className={css.acts}>
        {question.state !== 'told-back' && (
          <FormAct act={question.state === 'open' ? '写答复' : '改答复'} title={question.text}>
            {(close) => <Answer question={question} onDone={close} />}
          </FormAct>
        )}
        {question.state === 'answered' && (
          <FormAct act="登记已告知" title={question.text}>
            {(close) => <TellBack question={question} onDone={close} />}
          </FormAct>
        )}
        {lecture && (
          <Link to="/needs/receive" search={{ lecture, question: question.id }}>
            转为需求
          </Link>
        )}
        {question.hasAsker && (
          <FormAct act="看提问人" title="看提问人">
            {() => <Asker question={question} />}
          </FormAct>
        )}
      </span>
    )}
  </li>
)

const Answer = ({ question, onDone }: { question: Question; onDone: () => void }) => {
  const [answer, setAnswer] = useState(question.answer ?? '')
  const [answeredOn, setAnsweredOn] = useState(question.answeredOn ?? today().toString())
  const saving = useSaving(
    answerQuestion.body,
    (body: Body<typeof answerQuestion>) => call(answerQuestion, { params: { question: question.id }, body }),
    onDone,
  )
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="保存答复"
      onSend={() => saving.save({ answer, answeredOn, version: question.version })}
    >
      <AreaField
        label={LABELS.answer}
        name="answer"
        hint="写怎么答复的、转给了谁。不写提问人的姓名和家里的情况。"
        most={2000}
        value={answer}
        error={saving.errors.answer}
        onChange={setAnswer}
      />
      <DayField
        label={LABELS.answeredOn}
        name="answeredOn"
        today={today()}
        value={answeredOn}
        error={saving.errors.answeredOn}
        onChange={setAnsweredOn}
      />
    </SavedForm>
  )
}

const TellBack = ({ question, onDone }: { question: Question; onDone: () => void }) => {
  const [toldBackOn, setToldBackOn] = useState(today().toString())
  const saving = useSaving(
    tellBack.body,
    (body: Body<typeof tellBack>) => call(tellBack, { params: { question: question.id }, body }),
    onDone,
  )
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="登记已告知"
      onSend={() => saving.save({ toldBackOn, version: question.version })}
    >
      <DayField
        label={LABELS.toldBackOn}
        name="toldBackOn"
        today={today()}
        value={toldBackOn}
        error={saving.errors.toldBackOn}
        onChange={setToldBackOn}
      />
    </SavedForm>
  )
}

/** How the asker is called and reached; asked for with a purpose, and kept on no page. */
const Asker = ({ question }: { question: Question }) => {
  const [purpose, setPurpose] = useState<(typeof ASKER_PURPOSES)[number]>('tell-back')
  const open = useMutation({
    mutationFn: () => call(openAsker, { params: { question: question.id }, body: { purpose } }),
    gcTime: 0,
  })
  if (open.data)
    return (
      <dl className={css.facts}>
        <dt>称呼</dt>
        <dd>{open.data.askerName ?? '没有留'}</dd>
        <dt>联系方式</dt>
        <dd>{open.data.contact ?? '没有留'}</dd>
      </dl>
    )
  return (
    <div className="form">
      <p>每次查看都会记下是谁、为什么看，带回这个问题的人看得到。</p>
      <ChoiceField
        label={LABELS.purpose}
        name="purpose"
        value={purpose}
        onChange={(chosen) => setPurpose(chosen as typeof purpose)}
        choices={ASKER_PURPOSES.map((value) => ({ value, label: PURPOSE_NAMES[value] }))}
      />
      {open.error && <Failed error={open.error} />}
      <Act loading={open.isPending} onClick={() => open.mutate()}>
        查看
      </Act>
    </div>
  )
}
