import { useQuery, useQueryClient } from '@tanstack/react-query'
import { day, isDay, readable } from '../kernel/day.ts'
import { expectedQuery } from './asking.ts'
import type { Kind } from './contract.ts'
import { FinishTask } from './FinishTask.tsx'
import css from './meetings.module.css'
import { todayHere } from './today.ts'

type Props = { unit: string; on: string; kinds: readonly Kind[] }

/** 回头看, while a meeting is planned: what earlier ones resolved on and nobody has finished. Finished here where it is done. */
export const OpenFollowUps = ({ unit, on, kinds }: Props) => {
  const queries = useQueryClient()
  const { data } = useQuery({ ...expectedQuery(unit, on, kinds), enabled: isDay(on) })
  if (!data || data.open.length === 0) return null
  return (
    <section className={css.returned} aria-labelledby="returned">
      <h2 id="returned">以前议定、还没有办结的事</h2>
      <p className="aside">开会时先回头看这些事；已经办好的可以现在就登记。</p>
      <ul className={css.plain}>
        {data.open.map((task) => (
          <li key={task.id}>
            <p>{task.what}</p>
            <p className="aside">
              {task.ownerName ?? '未定负责人'} · {untilWords(task.dueOn)}
            </p>
            <FinishTask
              task={task}
              onDone={async () => {
                await queries.invalidateQueries({ queryKey: ['expected'] })
                await queries.invalidateQueries({ queryKey: ['today'] })
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 2026年11月5日 (周四) 前，已过 15 天. */
export const untilWords = (dueOn: string | null): string => {
  if (dueOn === null) return '未定日期'
  const over = day(dueOn).until(todayHere(), { largestUnit: 'days' }).days
  return `${readable(day(dueOn))} 前${over > 0 ? `，已过 ${over} 天` : ''}`
}
