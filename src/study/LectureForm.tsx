import { useState } from 'react'
import type { Body } from '../http/endpoint.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import type { useSaving } from '../ui/saving.ts'
import { AskedRows } from './AskedRows.tsx'
import type { recordLecture } from './contract.ts'
import { HEARER_NAMES, HEARERS, type Hearers } from './kinds.ts'
import { LABELS, type Label, numberIn } from './labels.ts'
import { usePeople } from './people.ts'
import css from './study.module.css'

export type Given = Body<typeof recordLecture>

type Props = {
  unitId: string
  start: Given
  act: string
  /** A correction is of the lecture alone; its questions have acts of their own. */
  asks: boolean
  saving: Pick<ReturnType<typeof useSaving>, 'errors' | 'failure' | 'busy' | 'save'>
}

/** Who spoke on what, where, to whom; how many if somebody counted; what was taken home. */
export const LectureForm = ({ unitId, start, act, asks, saving }: Props) => {
  const [given, setGiven] = useState(start)
  const [heads, setHeads] = useState(start.heads === null ? '' : String(start.heads))
  const set = (more: Partial<Given>) => setGiven((was) => ({ ...was, ...more }))
  const people = usePeople(unitId, given.heldOn)
  const field = (name: Label) => ({ name, label: LABELS[name], error: saving.errors[name] })
  const send = () => {
    const { questions, ...head } = given
    const tidy = {
      ...head,
      place: head.place || null,
      lecturerName: head.lecturerId ? null : head.lecturerName || null,
      heads: numberIn(heads),
    }
    saving.save(asks ? { ...tidy, questions: questions.filter(({ text }) => text.trim() !== '') } : tidy)
  }
  return (
    <SavedForm saving={saving} labels={LABELS} act={act} onSend={send}>
      <TextField {...field('topic')} value={given.topic} onChange={(topic) => set({ topic })} />
      <div className={css.row}>
        <DayField
          {...field('heldOn')}
          today={today()}
          value={given.heldOn}
          onChange={(heldOn) => set({ heldOn })}
        />
        <ChoiceField
          {...field('audience')}
          label="听众"
          value={given.audience}
          onChange={(audience) => set({ audience: audience as Hearers })}
          choices={HEARERS.map((value) => ({ value, label: HEARER_NAMES[value] }))}
        />
      </div>
      <PersonPicker
        {...field('lecturerId')}
        people={people}
        most={1}
        value={given.lecturerId ? [given.lecturerId] : []}
        onChange={([lecturerId]) => set({ lecturerId: lecturerId ?? null })}
      />
      {given.lecturerId === null && (
        <TextField
          {...field('lecturerName')}
          optional
          value={given.lecturerName ?? ''}
          onChange={(lecturerName) => set({ lecturerName })}
        />
      )}
      <TextField
        {...field('place')}
        optional
        value={given.place ?? ''}
        onChange={(place) => set({ place })}
      />
      <TextField
        {...field('heads')}
        optional
        inputMode="numeric"
        hint="没有点数的不填，不写估数"
        value={heads}
        onChange={setHeads}
      />
      {asks && (
        <AskedRows
          rows={given.questions}
          people={people}
          errors={saving.errors}
          onChange={(questions) => set({ questions })}
        />
      )}
    </SavedForm>
  )
}
