import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { AreaField, ChoiceField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import { resolveNeed } from './closing-contract.ts'
import type { Need } from './contract.ts'
import { OUTCOME_NAMES, OUTCOMES } from './kinds.ts'
import { TOLD_NAMES, TOLD_WAYS } from './told.ts'

const LABELS = { outcome: '办理结果', text: '结果', onDay: '日期', told: '怎么告知本人的' }

type Props = {
  need: Need
  onDone: () => void
  /** The link is told to the page: this form goes as soon as the matter is closed. */
  onLink: (link: string) => void
}

/** How it ended, and, where she knows already, how she was told: four fields, one act. */
export const OutcomeForm = ({ need, onDone, onLink }: Props) => {
  const [outcome, setOutcome] = useState('')
  const [text, setText] = useState('')
  const [onDay, setOnDay] = useState(today().toString())
  const [told, setTold] = useState('')
  const saving = useSaving(
    resolveNeed.body,
    (body: never) => call(resolveNeed, { params: { need: need.id }, body }),
    (saved) => {
      onDone()
      if (saved.link) onLink(saved.link)
    },
  )
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act={told === '' ? '登记结果' : '登记结果并办结'}
      onSend={() => saving.save({ outcome, text, onDay, told: orNull(told), version: need.version })}
    >
      <ChoiceField
        name="outcome"
        label={LABELS.outcome}
        value={outcome}
        onChange={setOutcome}
        error={saving.errors.outcome}
        choices={OUTCOMES.map((value) => ({ value, label: OUTCOME_NAMES[value] }))}
      />
      <AreaField
        name="text"
        label={LABELS.text}
        hint="照实写办成了什么，没办成的写原因。告知书上印的就是这一段"
        rows={4}
        most={2000}
        value={text}
        onChange={setText}
        error={saving.errors.text}
      />
      <DayField
        name="onDay"
        label={LABELS.onDay}
        value={onDay}
        onChange={setOnDay}
        error={saving.errors.onDay}
        today={today()}
      />
      <ChoiceField
        name="told"
        label={LABELS.told}
        value={told === '' ? 'later' : told}
        onChange={(way) => setTold(way === 'later' ? '' : way)}
        error={saving.errors.told}
        choices={[
          { value: 'later', label: '还没有告知，以后再登记' },
          ...TOLD_WAYS.map((value) => ({ value, label: TOLD_NAMES[value] })),
        ]}
      />
    </SavedForm>
  )
}
