import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { AreaField, ChoiceField, TextField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import { type Preparation, planElection } from './preparation-contract.ts'
import { formWords } from './titles.ts'

const LABELS = {
  plannedOn: '拟选举日期',
  form: '选举形式',
  seats: '应选委员人数',
  deputies: '副职人数',
  superior: '上级的全称',
  reason: '改动的缘由',
}

/** When, how many, how, and who is above. Once the superior was told, a change says why. */
export const PlanForm = ({ preparation, onDone }: { preparation: Preparation; onDone: () => void }) => {
  const { id, plan, version, superior } = preparation
  const [typed, setTyped] = useState({
    plannedOn: plan.plannedOn ?? '',
    form: plan.form,
    seats: String(plan.seats),
    deputies: String(plan.deputies),
    superior: plan.superior ?? '',
    reason: '',
  })
  const saving = useSaving(
    planElection.body,
    (body: never) => call(planElection, { params: { election: id }, body }),
    onDone,
  )
  const set = (more: Partial<typeof typed>) => setTyped({ ...typed, ...more })
  const isDirect = typed.form === 'direct'
  const send = (): void =>
    saving.save({
      plannedOn: orNull(typed.plannedOn),
      form: typed.form,
      seats: isDirect ? 0 : countOf(typed.seats),
      deputies: countOf(typed.deputies),
      superior: orNull(typed.superior),
      ...(typed.reason.trim() ? { reason: typed.reason } : {}),
      version,
    })
  return (
    <SavedForm saving={saving} labels={LABELS} act="保存安排" onSend={send}>
      <DayField
        name="plannedOn"
        label={LABELS.plannedOn}
        value={typed.plannedOn}
        onChange={(plannedOn) => set({ plannedOn })}
        error={saving.errors.plannedOn}
        today={today()}
        optional
      />
      <ChoiceField
        name="form"
        label={LABELS.form}
        value={typed.form}
        onChange={(form) => set({ form: form as typeof typed.form })}
        error={saving.errors.form}
        choices={Object.entries(formWords(plan.unitKind)).map(([value, label]) => ({ value, label }))}
      />
      {!isDirect && (
        <TextField
          name="seats"
          label={LABELS.seats}
          inputMode="numeric"
          value={typed.seats}
          onChange={(seats) => set({ seats })}
          error={saving.errors.seats}
        />
      )}
      <TextField
        name="deputies"
        label={LABELS.deputies}
        inputMode="numeric"
        value={typed.deputies}
        onChange={(deputies) => set({ deputies })}
        error={saving.errors.deputies}
      />
      <TextField
        name="superior"
        label={LABELS.superior}
        hint={`用在请示和报告的抬头，如“某市市级机关工委”；现为${superior.way}`}
        value={typed.superior}
        onChange={(superior) => set({ superior })}
        error={saving.errors.superior}
        optional
      />
      {plan.asksReason && (
        <AreaField
          name="reason"
          label={LABELS.reason}
          hint="已经向上级请示，改日期、人数或形式要说明缘由，记在那一步的说明里"
          rows={2}
          value={typed.reason}
          onChange={(reason) => set({ reason })}
          error={saving.errors.reason}
          optional
        />
      )}
    </SavedForm>
  )
}

const countOf = (text: string): number | string => (/^\d+$/.test(text.trim()) ? Number(text) : text)
