import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { TextField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import type { AfterElection } from './after-contract.ts'
import type { ElectionHead } from './contract.ts'
import type { StepId } from './facts.ts'
import { recordStep } from './preparation-contract.ts'
import { NUMBERED } from './steps.ts'

const LABELS = { doneOn: '日期', number: '文号' }

export type AfterFormProps = { head: ElectionHead; after: AfterElection; onDone: () => void }

/** The true day of a step and, where its paper has one, the number. */
export const StepDayForm = ({ head, after, step, onDone }: AfterFormProps & { step: StepId }) => {
  const kept = after.steps.find((each) => each.step === step)
  const [doneOn, setDoneOn] = useState(kept?.doneOn ?? usualDay(step, head))
  const [number, setNumber] = useState(kept?.number ?? '')
  const saving = useSaving(
    recordStep.body,
    (body: never) => call(recordStep, { params: { election: head.id, step }, body }),
    onDone,
  )
  const send = (): void =>
    saving.save({ doneOn, number: orNull(number), byWhom: null, note: null, version: after.version })
  return (
    <SavedForm saving={saving} labels={LABELS} act={kept ? '保存更正' : '登记'} onSend={send}>
      <DayField
        name="doneOn"
        label={LABELS.doneOn}
        value={doneOn}
        onChange={setDoneOn}
        error={saving.errors.doneOn}
        today={today()}
      />
      {NUMBERED.includes(step) && (
        <TextField
          name="number"
          label={LABELS.number}
          hint="如“某支〔2026〕5号”"
          value={number}
          onChange={setNumber}
          error={saving.errors.number}
          optional
        />
      )}
    </SavedForm>
  )
}

/** The list is announced on the day itself; the rest is usually entered on the day it is done. */
const usualDay = (step: StepId, { electedOn }: ElectionHead): string =>
  step === 'announcement' && electedOn ? electedOn : today().toString()
