import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { AreaField, ChoiceField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { tellResult } from './closing-contract.ts'
import type { Need } from './contract.ts'
import { TOLD_NAMES, TOLD_WAYS } from './told.ts'

const LABELS = { told: '怎么告知本人的', onDay: '日期', text: '告知时本人说的' }
const CANNOT = 'cannot'

type Props = {
  need: Need
  onDone: () => void
  /** The link is told to the page: this form goes as soon as the matter is closed. */
  onLink: (link: string) => void
}

/** On which day and how she was told; then the matter is closed. */
export const TellForm = ({ need, onDone, onLink }: Props) => {
  const [told, setTold] = useState('')
  const [onDay, setOnDay] = useState(today().toString())
  const [text, setText] = useState('')
  const saving = useSaving(
    tellResult.body,
    (body: never) => call(tellResult, { params: { need: need.id }, body }),
    (saved) => {
      onDone()
      if (saved.link) onLink(saved.link)
    },
  )
  const way = told === CANNOT ? null : told
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="登记告知并办结"
      onSend={() => saving.save({ told: way, onDay, text, version: need.version })}
    >
      <ChoiceField
        name="told"
        label={LABELS.told}
        value={told}
        onChange={setTold}
        error={saving.errors.told}
        choices={[
          ...TOLD_WAYS.map((value) => ({ value: value as string, label: TOLD_NAMES[value] })),
          ...(need.anonymous ? [{ value: CANNOT, label: '匿名，没有留下联系方式，无法告知' }] : []),
        ]}
      />
      <DayField
        name="onDay"
        label={LABELS.onDay}
        value={onDay}
        onChange={setOnDay}
        error={saving.errors.onDay}
        today={today()}
      />
      <AreaField
        name="text"
        label={LABELS.text}
        rows={3}
        most={1000}
        value={text}
        onChange={setText}
        error={saving.errors.text}
        optional
      />
    </SavedForm>
  )
}
