import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { AreaField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { addStep, type Need } from './contract.ts'

/** What was done about a matter, and on which day. */
export const NoteForm = ({ need, onDone }: { need: Need; onDone: () => void }) => {
  const [text, setText] = useState('')
  const [onDay, setOnDay] = useState(today().toString())
  const saving = useSaving(
    addStep.body,
    (body: never) => call(addStep, { params: { need: need.id }, body }),
    onDone,
  )
  return (
    <SavedForm
      saving={saving}
      labels={{ text: '做了什么', onDay: '日期' }}
      act="写入记录"
      onSend={() => saving.save({ text, onDay, version: need.version })}
    >
      <AreaField
        name="text"
        label="做了什么"
        hint="写下以后不能改；写错的，再写一条说明"
        rows={5}
        most={2000}
        value={text}
        onChange={setText}
        error={saving.errors.text}
      />
      <DayField
        name="onDay"
        label="日期"
        value={onDay}
        onChange={setOnDay}
        error={saving.errors.onDay}
        today={today()}
      />
    </SavedForm>
  )
}
