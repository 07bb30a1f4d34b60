import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import type { Permit } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { TextField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import { type FollowUp, finishStudyFollowUp } from './contract.ts'
import { LABELS } from './labels.ts'
import css from './study.module.css'

type Props = { task: FollowUp; of?: string; permit: Permit }

/** What was decided, whose it is, and that it is done. */
export const TaskLine = ({ task, of, permit }: Props) => (
  <li className={css.line}>
    <span className={css.when}>
      {task.doneOn ? `${task.doneOn} 办结` : task.dueOn ? `${task.dueOn} 前` : '未定期限'}
    </span>
    <span className={css.what}>
      <span>{task.what}</span>
      <span className="aside">
        {[task.ownerName ?? '未定负责人', of && `出自「${of}」`, task.doneNote].filter(Boolean).join(' · ')}
      </span>
    </span>
    {task.doneOn === null && permit.may && (
      <FormAct act="登记办结" title={task.what}>
        {(close) => <Finish task={task} onDone={close} />}
      </FormAct>
    )}
  </li>
)

const Finish = ({ task, onDone }: { task: FollowUp; onDone: () => void }) => {
  const [doneOn, setDoneOn] = useState(today().toString())
  const [note, setNote] = useState('')
  const saving = useSaving(
    finishStudyFollowUp.body,
    (body: Body<typeof finishStudyFollowUp>) =>
      call(finishStudyFollowUp, { params: { followUp: task.id }, body }),
    onDone,
  )
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="办结"
      onSend={() => saving.save({ doneOn, note: orNull(note), version: task.version })}
    >
      <DayField
        label={LABELS.doneOn}
        name="doneOn"
        today={today()}
        value={doneOn}
        error={saving.errors.doneOn}
        onChange={setDoneOn}
      />
      <TextField label={LABELS.note} name="note" optional value={note} onChange={setNote} />
    </SavedForm>
  )
}
