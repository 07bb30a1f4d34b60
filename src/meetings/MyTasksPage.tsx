import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Answer } from '../http/endpoint.ts'
import { day, readable } from '../kernel/day.ts'
import { Act } from '../ui/Act.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { TextField } from '../ui/Field.tsx'
import { Guide } from '../ui/Guide.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { MY_WAYS, SubWays } from '../ui/SubWays.tsx'
import { ownTasksQuery } from './asking.ts'
import { FinishTask } from './FinishTask.tsx'
import { meetingGuides } from './guide.ts'
import css from './meetings.module.css'
import { untilWords } from './OpenFollowUps.tsx'
import { type listOwnTasks, readyThemePart } from './theme-contract.ts'

type Tasks = Answer<typeof listOwnTasks>

/** 我的事项: what one took on at meetings, and what one prepares for theme days; finished here, whatever one's post. */
export const MyTasksPage = () => {
  const { followUps, parts } = useSuspenseQuery(ownTasksQuery()).data
  const queries = useQueryClient()
  const anew = async () => {
    await queries.invalidateQueries({ queryKey: ['own-tasks'] })
    await queries.invalidateQueries({ queryKey: ['today'] })
  }
  const open = followUps.filter(({ doneOn }) => doneOn === null)
  const done = followUps.filter(({ doneOn }) => doneOn !== null)
  return (
    <>
      <SubWays label="我的" ways={MY_WAYS} />
      <PageHead title="我的事项" lead="会议上议定由您办的事，和主题党日里由您准备的环节" />
      <div className={css.record}>
        <Guide of="办结和准备" guide={meetingGuides.ownTasks} />
        {followUps.length + parts.length === 0 && (
          <Empty title="没有由您办的事">
            <p>会议上议定由您负责的事会列在这里，办完在这里登记。</p>
          </Empty>
        )}
        {open.length > 0 && (
          <section className={css.section} aria-labelledby="open">
            <h2 id="open">还没有办结</h2>
            <ul className={css.tasks}>
              {open.map((task) => (
                <li key={task.id}>
                  <p>{task.what}</p>
                  <p className="aside">
                    {task.unitName} · {untilWords(task.dueOn)}
                  </p>
                  <FinishTask task={task} onDone={anew} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <Parts parts={parts} onReady={anew} />
        {done.length > 0 && (
          <section className={css.section} aria-labelledby="done">
            <h2 id="done">已经办结</h2>
            <ul className={css.tasks}>
              {done.map((task) => (
                <li key={task.id}>
                  <p>{task.what}</p>
                  <p className="aside">
                    {task.unitName} · {task.doneOn && `${readable(day(task.doneOn))} 办结`}
                    {task.doneNote && `：${task.doneNote}`}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  )
}

type Part = Tasks['parts'][number]

const Parts = ({ parts, onReady }: { parts: readonly Part[]; onReady: () => Promise<unknown> }) =>
  parts.length === 0 ? null : (
    <section className={css.section} aria-labelledby="parts">
      <h2 id="parts">主题党日里由我准备的</h2>
      <ul className={css.tasks}>
        {parts.map((part) => (
          <li key={part.id}>
            <p>{part.title}</p>
            <p className="aside">
              {part.unitName} · {part.year}年{part.month}月主题党日“{part.theme}”
              {part.day && ` · ${readable(day(part.day)).slice(5)}`}
            </p>
            {part.readyOn === null ? (
              <Ready part={part} onReady={onReady} />
            ) : (
              <p className="aside">
                {readable(day(part.readyOn))} 准备好
                {part.readyNote && `：${part.readyNote}`}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )

const Ready = ({ part, onReady }: { part: Part; onReady: () => Promise<unknown> }) => {
  const [opened, setOpened] = useState(false)
  const [note, setNote] = useState('')
  const ready = useMutation({
    mutationFn: () =>
      call(readyThemePart, {
        params: { part: part.id },
        body: { note: note || null, version: part.version },
      }),
    onSuccess: onReady,
  })
  if (!opened)
    return (
      <Act size="xs" onClick={() => setOpened(true)}>
        登记准备好<span className="unseen">：{part.title}</span>
      </Act>
    )
  return (
    <div className={css.row}>
      <TextField
        label="准备情况"
        name="readyNote"
        optional
        hint="材料放在哪里、还缺什么"
        value={note}
        onChange={setNote}
      />
      <Act primary loading={ready.isPending} onClick={() => ready.mutate()}>
        准备好了
      </Act>
      {ready.error && <Failed error={ready.error} />}
    </div>
  )
}
