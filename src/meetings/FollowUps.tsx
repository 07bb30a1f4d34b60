import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { day, readable } from '../kernel/day.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { Failed } from '../ui/Failed.tsx'
import { TextField } from '../ui/Field.tsx'
import { finishFollowUp, type Meeting } from './contract.ts'
import { isRecorded } from './held.ts'
import css from './meetings.module.css'
import { todayHere } from './today.ts'

type Task = Meeting['followUps'][number]

/** What was to follow, and what came of it. */
export const FollowUps = ({ meeting }: { meeting: Meeting }) =>
  meeting.followUps.length === 0 ? null : (
    <section aria-labelledby="follow-ups" className={css.section}>
      <h2 id="follow-ups">议定事项</h2>
      <ol className={css.spoken}>
        {meeting.followUps.map((task) => (
          <li key={task.id ?? task.what}>
            <p>{task.what}</p>
            <p className="aside">
              {task.ownerName ?? '未定负责人'}
              {task.dueOn ? ` · ${readable(day(task.dueOn))} 前` : ' · 未定日期'}
              {task.doneOn && ` · ${readable(day(task.doneOn))} 办结`}
              {task.doneNote && `：${task.doneNote}`}
            </p>
            {task.id && !task.doneOn && isRecorded(meeting) && <Finish meeting={meeting} task={task} />}
          </li>
        ))}
      </ol>
    </section>
  )

const Finish = ({ meeting, task }: { meeting: Meeting; task: Task }) => {
  const [opened, setOpened] = useState(false)
  const [doneOn, setDoneOn] = useState(() => todayHere().toString())
  const [note, setNote] = useState('')
  const queries = useQueryClient()
  const finish = useMutation({
    mutationFn: () =>
      call(finishFollowUp, {
        params: { followUp: task.id! },
        body: { doneOn, note: note || null, version: task.version },
      }),
    onSuccess: async () => {
      const done = { ...task, doneOn, doneNote: note || null, version: task.version + 1 }
      queries.setQueryData(['meeting', meeting.id], {
        ...meeting,
        followUps: meeting.followUps.map((each) => (each.id === task.id ? done : each)),
      })
      await queries.invalidateQueries({ queryKey: ['today'] })
    },
  })
  if (!opened)
    return (
      <Act size="xs" onClick={() => setOpened(true)}>
        登记办结
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
