import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { AreaField, TextField, TickField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import { type Preparation, type PreparedStep, recordStep } from './preparation-contract.ts'
import { roleWords } from './titles.ts'

type Props = { step: PreparedStep; preparation: Preparation; onDone: () => void }

/** The true day of a step and, where its paper has one, the number. */
export const StepForm = ({ step, preparation, onDone }: Props) => {
  const { id, version, candidates, superior } = preparation
  const [doneOn, setDoneOn] = useState(step.doneOn ?? proposedFor(step, preparation))
  const [number, setNumber] = useState(step.number ?? '')
  const [byWhom, setByWhom] = useState(step.byWhom ?? (step.fromAbove ? superior.above : ''))
  const [note, setNote] = useState(step.note ?? '')
  const asksAgreed = step.step === 'candidates-reply' && candidates.length > 0
  const first = candidates.every(({ agreedOn }) => agreedOn === null)
  const [agreed, setAgreed] = useState(() =>
    candidates.filter(({ agreedOn }) => first || agreedOn !== null).map((each) => each.id),
  )
  const saving = useSaving(
    recordStep.body,
    (body: never) => call(recordStep, { params: { election: id, step: step.step as never }, body }),
    onDone,
  )
  const labels = {
    doneOn: '日期',
    number: '文号',
    byWhom: step.fromAbove ? '批复单位' : '报送单位',
    note: step.fromAbove ? '批复附的条件或说明' : '说明',
    agreed: '同意的候选人',
  }
  const send = (): void =>
    saving.save({
      doneOn,
      number: orNull(number),
      byWhom: orNull(byWhom),
      note: orNull(note),
      ...(asksAgreed ? { agreed } : {}),
      version,
    })
  return (
    <SavedForm saving={saving} labels={labels} act={step.doneOn ? '保存更正' : '登记'} onSend={send}>
      <DayField
        name="doneOn"
        label={labels.doneOn}
        value={doneOn}
        onChange={setDoneOn}
        error={saving.errors.doneOn}
        today={today()}
      />
      {step.numbered && (
        <TextField
          name="number"
          label={labels.number}
          hint="如“某工委〔2026〕12号”"
          value={number}
          onChange={setNumber}
          error={saving.errors.number}
          optional
        />
      )}
      {step.fromAbove && (
        <TextField
          name="byWhom"
          label={labels.byWhom}
          value={byWhom}
          onChange={setByWhom}
          error={saving.errors.byWhom}
          optional
        />
      )}
      {asksAgreed && (
        <fieldset>
          <legend>{labels.agreed}</legend>
          {candidates.map((each) => (
            <TickField
              key={each.id}
              name={`agreed-${each.id}`}
              label={`${each.name}（${roleWords(preparation.plan.unitKind, each.role)}）`}
              value={agreed.includes(each.id)}
              onChange={(ticked) =>
                setAgreed(ticked ? [...agreed, each.id] : agreed.filter((other) => other !== each.id))
              }
            />
          ))}
          {saving.errors.agreed && <p role="alert">{saving.errors.agreed}</p>}
        </fieldset>
      )}
      <AreaField
        name="note"
        label={labels.note}
        rows={2}
        most={1000}
        value={note}
        onChange={setNote}
        error={saving.errors.note}
        optional
      />
    </SavedForm>
  )
}

/** Today while the election lies ahead; recorded afterwards, the day of the step before. */
const proposedFor = (step: PreparedStep, { plan, steps }: Preparation): string => {
  const on = today().toString()
  if (plan.plannedOn === null || plan.plannedOn >= on) return on
  const before = steps.slice(
    0,
    steps.findIndex((each) => each.step === step.step),
  )
  return before.findLast(({ doneOn }) => doneOn !== null)?.doneOn ?? plan.plannedOn
}
