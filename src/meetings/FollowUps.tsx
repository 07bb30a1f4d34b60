import { useQueryClient } from '@tanstack/react-query'
import { day, readable } from '../kernel/day.ts'
import type { Meeting } from './contract.ts'
import { FinishTask } from './FinishTask.tsx'
import { isRecorded } from './held.ts'
import css from './meetings.module.css'

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
            {task.id && !task.doneOn && isRecorded(meeting) && (
              <Finish meeting={meeting} task={{ ...task, id: task.id }} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )

/** The answer in hand goes on with what was just said; the day's lists are read anew. */
const Finish = ({ meeting, task }: { meeting: Meeting; task: Task & { id: string } }) => {
  const queries = useQueryClient()
  const done = async (came: { doneOn: string; doneNote: string | null }) => {
    const finished = { ...task, ...came, version: task.version + 1 }
    queries.setQueryData(['meeting', meeting.id], {
      ...meeting,
      followUps: meeting.followUps.map((each) => (each.id === task.id ? finished : each)),
    })
    await queries.invalidateQueries({ queryKey: ['today'] })
  }
  return <FinishTask task={task} onDone={done} />
}
