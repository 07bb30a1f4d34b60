import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { TextField } from '../ui/Field.tsx'
import { RadioRow } from '../ui/RadioRow.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import type { Need } from './contract.ts'
import css from './triage.module.css'
import { CALLED, CALLED_NAMES, type Called, recordCall } from './triage-contract.ts'

const LABELS = { called: '联系了谁', onDay: '日期', clock: '几点', note: '对方怎么说' }

const timeNow = (): string => new Date().toTimeString().slice(0, 5)

/** Whom one called because of danger, and when: chosen, with day and time filled in. */
export const CallForm = ({ need, onDone }: { need: Need; onDone?: () => void }) => {
  const [called, setCalled] = useState<Called>()
  const [onDay, setOnDay] = useState(today().toString())
  const [clock, setClock] = useState(timeNow)
  const [note, setNote] = useState('')
  const saving = useSaving(
    recordCall.body,
    (body: never) => call(recordCall, { params: { need: need.id }, body }),
    () => {
      setCalled(undefined)
      setNote('')
      onDone?.()
    },
  )
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="记下这次联络"
      onSend={() => saving.save({ called, onDay, clock, note, version: need.version })}
    >
      <fieldset className={css.asked}>
        <legend>{LABELS.called}</legend>
        <RadioRow
          name="called"
          choices={CALLED.map((value) => ({ value, label: CALLED_NAMES[value] }))}
          value={called}
          onChange={setCalled}
        />
        {saving.errors.called && <p role="alert">请选择联系了谁。</p>}
      </fieldset>
      <TextField
        name="clock"
        label={LABELS.clock}
        hint="如 20:45"
        value={clock}
        onChange={setClock}
        error={saving.errors.clock}
      />
      <DayField
        name="onDay"
        label={LABELS.onDay}
        value={onDay}
        onChange={setOnDay}
        error={saving.errors.onDay}
        today={today()}
      />
      <TextField
        name="note"
        label={LABELS.note}
        value={note}
        onChange={setNote}
        error={saving.errors.note}
        optional
      />
    </SavedForm>
  )
}
