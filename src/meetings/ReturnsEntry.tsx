import { useId } from 'react'
import { day, readable } from '../kernel/day.ts'
import { DayField } from '../ui/DayField.tsx'
import { TextField } from '../ui/Field.tsx'
import { RadioRow } from '../ui/RadioRow.tsx'
import type { Meeting, Return } from './contract.ts'
import type { Fill } from './fill.tsx'
import css from './meetings.module.css'
import { untilWords } from './OpenFollowUps.tsx'
import { todayHere } from './today.ts'

type Task = Meeting['returns'][number]

/** 回头看: what earlier gatherings resolved on stands at the top of the next one's record, each to be finished or carried on. */
export const ReturnsEntry = ({ form, onChange, base }: Fill) => {
  if (base.returns.length === 0) return null
  const say = (said: Return) =>
    onChange({
      ...form,
      returns: [...form.returns.filter(({ followUpId }) => followUpId !== said.followUpId), said],
    })
  const unsay = (task: Task) =>
    onChange({ ...form, returns: form.returns.filter(({ followUpId }) => followUpId !== task.followUpId) })
  return (
    <section aria-labelledby="returns" className={css.section}>
      <h2 id="returns">回头看</h2>
      <p className="aside">以前议定、还没有办结的事。会上说到的选一项，没有说到的不选。</p>
      {base.returns.map((task) => (
        <ReturnLine
          key={task.followUpId}
          task={task}
          said={form.returns.find(({ followUpId }) => followUpId === task.followUpId)}
          onSay={say}
          onUnsay={() => unsay(task)}
        />
      ))}
    </section>
  )
}

type Line = { task: Task; said: Return | undefined; onSay: (said: Return) => void; onUnsay: () => void }

const CHOICES = [
  { value: null, label: '没有说到' },
  { value: 'done', label: '已办结' },
  { value: 'carried', label: '继续办' },
] as const

const ReturnLine = ({ task, said, onSay, onUnsay }: Line) => {
  const group = useId()
  const now = said ?? { followUpId: task.followUpId, outcome: 'done' as const, note: null, dueOn: null }
  return (
    <div className={css.item}>
      <fieldset className={css.returning}>
        <legend>
          {task.what}
          <span className={`${css.beside} aside`}>
            {task.ownerName ?? '未定负责人'} · {untilWords(task.wasDueOn)} ·{' '}
            {readable(day(task.from.heldOn)).slice(5)}
            议定
          </span>
        </legend>
        <RadioRow
          name={group}
          choices={CHOICES}
          value={said?.outcome ?? null}
          onChange={(outcome) => (outcome === null ? onUnsay() : onSay({ ...now, outcome }))}
        />
      </fieldset>
      {said && (
        <div className={css.row}>
          <TextField
            label="办理情况"
            name={`return-${task.followUpId}`}
            optional
            value={said.note ?? ''}
            onChange={(note) => onSay({ ...said, note: note || null })}
          />
          {said.outcome === 'carried' && (
            <DayField
              label="改到哪天完成"
              name={`return-due-${task.followUpId}`}
              optional
              today={todayHere()}
              value={said.dueOn ?? ''}
              onChange={(dueOn) => onSay({ ...said, dueOn: dueOn || null })}
            />
          )}
        </div>
      )}
    </div>
  )
}

/** The same in a record, to be read. */
export const Returns = ({ returns }: Pick<Meeting, 'returns'>) => {
  const spoken = returns.filter(({ outcome }) => outcome !== null)
  if (spoken.length === 0) return null
  return (
    <section aria-labelledby="returns" className={css.section}>
      <h2 id="returns">回头看</h2>
      <ol className={css.spoken}>
        {spoken.map((task) => (
          <li key={task.followUpId}>
            <p>{task.what}</p>
            <p className="aside">
              {task.ownerName ?? '未定负责人'} · {task.outcome === 'done' ? '已办结' : '继续办'}
              {task.dueOn && ` · 改到 ${readable(day(task.dueOn))}`}
              {task.note && `：${task.note}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
