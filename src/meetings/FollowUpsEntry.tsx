import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { TextField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import type { FollowUp } from './contract.ts'
import type { Fill } from './fill.tsx'
import css from './meetings.module.css'
import { PROMPTS } from './prompts.ts'
import { todayHere } from './today.ts'

/** What follows from the meeting: what, by whom, by when. Appears in the owner's 今日. */
export const FollowUpsEntry = ({ form, onChange, people }: Fill) => {
  const [kind] = form.parts.map((part) => part.kind)
  const turn = (at: number, more: Partial<FollowUp>) =>
    onChange({
      ...form,
      followUps: form.followUps.map((task, place) => (place === at ? { ...task, ...more } : task)),
    })
  return (
    <section aria-labelledby="follow-ups" className={css.section}>
      <h2 id="follow-ups">议定事项</h2>
      <p className="aside">{PROMPTS[kind ?? 'general-meeting'].tasks}</p>
      {form.followUps.map((task, at) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a task is its place
          key={at}
          className={css.item}
        >
          <legend className="unseen">议定事项 {at + 1}</legend>
          <TextField
            label={`议定事项 ${at + 1} 内容`}
            name={`followUps.${at}.what`}
            value={task.what}
            onChange={(what) => turn(at, { what })}
          />
          <div className={css.row}>
            <PersonPicker
              label={`议定事项 ${at + 1} 负责人`}
              name={`followUps.${at}.ownerId`}
              optional
              people={people}
              most={1}
              value={task.ownerId ? [task.ownerId] : []}
              onChange={([ownerId]) => turn(at, { ownerId: ownerId ?? null })}
            />
            <DayField
              label={`议定事项 ${at + 1} 完成日期`}
              name={`followUps.${at}.dueOn`}
              optional
              today={todayHere()}
              value={task.dueOn ?? ''}
              onChange={(dueOn) => turn(at, { dueOn: dueOn || null })}
            />
          </div>
          <Act
            size="xs"
            onClick={() =>
              onChange({ ...form, followUps: form.followUps.filter((_, place) => place !== at) })
            }
          >
            去掉议定事项 {at + 1}
          </Act>
        </fieldset>
      ))}
      <Act
        onClick={() =>
          onChange({ ...form, followUps: [...form.followUps, { what: '', ownerId: null, dueOn: null }] })
        }
      >
        加一项议定事项
      </Act>
    </section>
  )
}
