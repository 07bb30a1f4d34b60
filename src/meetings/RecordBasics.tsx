import { TERMS } from '../glossary.ts'
import { ClockField } from '../ui/ClockField.tsx'
import { DayField } from '../ui/DayField.tsx'
import { TextField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import type { Part } from './contract.ts'
import { ForYearField } from './ForYearField.tsx'
import type { Fill } from './fill.tsx'
import css from './meetings.module.css'
import { todayHere } from './today.ts'

/** When, where, chaired and written by whom: known from the plan, corrected to what was. */
export const RecordBasics = ({ form, onChange, people, errors }: Fill) => {
  const set = (more: Partial<typeof form>) => onChange({ ...form, ...more })
  const turnPart = (kind: Part['kind'], more: Partial<Part>) =>
    set({ parts: form.parts.map((part) => (part.kind === kind ? { ...part, ...more } : part)) })
  return (
    <section aria-labelledby="basics" className={css.section}>
      <h2 id="basics">基本情况</h2>
      <TextField
        name="title"
        label="标题"
        value={form.title}
        error={errors.title}
        onChange={(title) => set({ title })}
      />
      <div className={css.row}>
        <DayField
          name="heldOn"
          label="召开日期"
          today={todayHere()}
          value={form.heldOn}
          error={errors.heldOn}
          onChange={(heldOn) => set({ heldOn })}
        />
        <ClockField
          name="startsAt"
          label="开始时间"
          value={form.startsAt}
          error={errors.startsAt}
          onChange={(startsAt) => set({ startsAt })}
        />
        <ClockField
          name="endsAt"
          label="结束时间"
          optional
          value={form.endsAt ?? ''}
          error={errors.endsAt}
          onChange={(endsAt) => set({ endsAt })}
        />
      </div>
      <TextField
        name="place"
        label="地点"
        optional
        value={form.place ?? ''}
        error={errors.place}
        onChange={(place) => set({ place })}
      />
      <div className={css.row}>
        <PersonPicker
          name="hostId"
          label="主持人"
          people={people}
          most={1}
          value={form.hostId ? [form.hostId] : []}
          error={errors.hostId}
          onChange={([hostId]) => set({ hostId: hostId ?? null })}
        />
        <PersonPicker
          name="recorderId"
          label="记录人"
          people={people}
          most={1}
          value={form.recorderId ? [form.recorderId] : []}
          error={errors.recorderId}
          onChange={([recorderId]) => set({ recorderId: recorderId ?? null })}
        />
      </div>
      {form.parts
        .filter(({ kind }) => kind === 'life-meeting')
        .map((part) => (
          <ForYearField
            key={part.kind}
            heldOn={form.heldOn}
            value={part.forYear}
            onChange={(forYear) => turnPart(part.kind, { forYear })}
          />
        ))}
      {form.parts
        .map((part, at) => ({ ...part, at }))
        .filter(({ kind }) => kind === 'lecture' || kind === 'theme-day')
        .map(({ at, ...part }) => (
          <div key={part.kind} className={css.row}>
            <TextField
              label={part.kind === 'lecture' ? '党课题目' : '主题'}
              name={`topic-${part.kind}`}
              optional
              hint={TERMS[part.kind]}
              value={part.topic ?? ''}
              onChange={(topic) => turnPart(part.kind, { topic: topic || null })}
            />
            {part.kind === 'lecture' && (
              <>
                <PersonPicker
                  label="讲课人"
                  name="lecturerId"
                  people={people}
                  most={1}
                  value={part.lecturerId ? [part.lecturerId] : []}
                  error={errors[`parts.${at}.lecturerId`]}
                  onChange={([lecturerId]) => turnPart(part.kind, { lecturerId: lecturerId ?? null })}
                />
                <TextField
                  label="不在名册的讲课人"
                  name="lecturerName"
                  optional
                  value={part.lecturerId ? '' : (part.lecturerName ?? '')}
                  disabled={part.lecturerId !== null}
                  onChange={(lecturerName) => turnPart(part.kind, { lecturerName: lecturerName || null })}
                />
              </>
            )}
          </div>
        ))}
    </section>
  )
}
