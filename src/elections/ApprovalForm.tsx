import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { TextField, TickField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import css from './after.module.css'
import { recordApproval } from './after-contract.ts'
import type { AfterFormProps } from './StepDayForm.tsx'

const LABELS = { doneOn: '批复日期', number: '文号', byWhom: '批复单位', refused: '批准的人' }

/** What the unit above answered: its day and number, and whom of the heads it approved. */
export const ApprovalForm = ({ head, after, onDone }: AfterFormProps) => {
  const kept = after.steps.find(({ step }) => step === 'result-reply')
  const heads = after.elected.filter((each) => each.head !== null)
  const [doneOn, setDoneOn] = useState(kept?.doneOn ?? today().toString())
  const [number, setNumber] = useState(kept?.number ?? '')
  const [byWhom, setByWhom] = useState(kept?.byWhom ?? head.superior ?? '')
  const [refused, setRefused] = useState(() =>
    kept ? heads.filter(({ approvedOn }) => approvedOn === null).map(({ id }) => id) : [],
  )
  const saving = useSaving(
    recordApproval.body,
    (body: never) => call(recordApproval, { params: { election: head.id }, body }),
    onDone,
  )
  const send = (): void =>
    saving.save({ doneOn, number: orNull(number), byWhom: orNull(byWhom), refused, version: after.version })
  return (
    <SavedForm saving={saving} labels={LABELS} act={kept ? '保存更正' : '登记批复'} onSend={send}>
      <DayField
        name="doneOn"
        label={LABELS.doneOn}
        value={doneOn}
        onChange={setDoneOn}
        error={saving.errors.doneOn}
        today={today()}
      />
      <TextField
        name="number"
        label={LABELS.number}
        hint="如“某工委〔2026〕18号”"
        value={number}
        onChange={setNumber}
        error={saving.errors.number}
        optional
      />
      <TextField
        name="byWhom"
        label={LABELS.byWhom}
        value={byWhom}
        onChange={setByWhom}
        error={saving.errors.byWhom}
        optional
      />
      {heads.length > 0 && (
        <fieldset className={css.duties}>
          <legend>{LABELS.refused}</legend>
          {heads.map(({ id, name, title }) => (
            <TickField
              key={id}
              name={`approved-${id}`}
              label={`${name}（${title}）`}
              value={!refused.includes(id)}
              onChange={(ticked) =>
                setRefused(ticked ? refused.filter((each) => each !== id) : [...refused, id])
              }
            />
          ))}
        </fieldset>
      )}
    </SavedForm>
  )
}
