import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { Failed } from '../ui/Failed.tsx'
import { TextField } from '../ui/Field.tsx'
import { finishFollowUp } from './contract.ts'
import css from './meetings.module.css'
import { todayHere } from './today.ts'

type Props = {
  task: { id: string; what: string; version: number }
  onDone: (done: { doneOn: string; doneNote: string | null }) => Promise<unknown>
}

/** Says that a follow-up is done: the day, today unless it was before, and a word on how where there is one. */
export const FinishTask = ({ task, onDone }: Props) => {
  const [opened, setOpened] = useState(false)
  const [doneOn, setDoneOn] = useState(() => todayHere().toString())
  const [note, setNote] = useState('')
  const doneNote = note || null
  const finish = useMutation({
    mutationFn: () =>
      call(finishFollowUp, {
        params: { followUp: task.id },
        body: { doneOn, note: doneNote, version: task.version },
      }),
    onSuccess: () => onDone({ doneOn, doneNote }),
  })
  if (!opened)
    return (
      <Act size="xs" onClick={() => setOpened(true)}>
        登记办结<span className="unseen">：{task.what}</span>
      </Act>
    )
  return (
    <div className={css.row}>
      <DayField label="办结日期" name="doneOn" today={todayHere()} value={doneOn} onChange={setDoneOn} />
      <TextField label="办理情况" name="note" optional value={note} onChange={setNote} />
      <Act primary loading={finish.isPending} onClick={() => finish.mutate()}>
        办结
      </Act>
      {finish.error && <Failed error={finish.error} />}
    </div>
  )
}
