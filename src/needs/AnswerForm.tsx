import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { takeAnswer } from './closing-contract.ts'
import type { Need } from './contract.ts'
import { SAID_LABELS, SaidFields, UNSAID } from './SaidFields.tsx'

/** Her answer by phone, taken down by a colleague who did not handle the matter. */
export const AnswerForm = ({ need, onDone }: { need: Need; onDone: () => void }) => {
  const [said, setSaid] = useState(UNSAID)
  const [onDay, setOnDay] = useState(today().toString())
  const saving = useSaving(
    takeAnswer.body,
    (body: never) => call(takeAnswer, { params: { need: need.id }, body }),
    onDone,
  )
  return (
    <SavedForm
      saving={saving}
      labels={{ ...SAID_LABELS, onDay: '日期' }}
      act="登记回访"
      onSend={() => saving.save({ ...said, onDay, version: need.version })}
    >
      <SaidFields said={said} onChange={setSaid} errors={saving.errors} />
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
