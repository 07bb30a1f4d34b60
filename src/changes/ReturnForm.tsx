import { useState } from 'react'
import { call } from '../http/call.ts'
import { useRules } from '../regulations/using.tsx'
import { today } from '../ui/days.ts'
import { ChoiceField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { BROUGHT_LABELS, BroughtFields, broughtAtFirst, broughtBody } from './BroughtFields.tsx'
import { GROUNDS, returnTransfer } from './contract.ts'
import { GROUND_WORDS } from './labels.ts'

const LABELS = { ...BROUGHT_LABELS, returnedBecause: '为什么退回' }

/** A letter goes back only on a ground; the clause stands above. */
export const ReturnForm = ({
  unit,
  validDays,
  onDone,
}: {
  unit: string
  validDays: number
  onDone: () => void
}) => {
  const [typed, setTyped] = useState(() => broughtAtFirst(validDays))
  const [because, setBecause] = useState('')
  const [rule] = useRules(['transfer.no-refusal'])
  const saving = useSaving(
    returnTransfer.body,
    (body: never) => call(returnTransfer, { params: { unit }, body }),
    onDone,
  )
  const returnedOn = today().toString()
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="登记退回"
      onSend={() => saving.save({ ...broughtBody(typed), returnedOn, returnedBecause: because })}
    >
      {rule && (
        <p>
          {rule.says}
          <span className="aside"> {rule.citation}</span>
        </p>
      )}
      <BroughtFields typed={typed} onChange={setTyped} errors={saving.errors} />
      <ChoiceField
        name="returnedBecause"
        label={LABELS.returnedBecause}
        value={because}
        onChange={setBecause}
        error={saving.errors.returnedBecause}
        choices={GROUNDS.map((value) => ({ value, label: GROUND_WORDS[value] }))}
      />
    </SavedForm>
  )
}
