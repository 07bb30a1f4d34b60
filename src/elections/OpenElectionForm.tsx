import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { isDay } from '../kernel/day.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { Loading } from '../ui/Loading.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import { type Proposal, proposeElection } from './calendar-contract.ts'
import { type ElectionHead, openElection } from './contract.ts'
import { PlanJudged } from './PlanJudged.tsx'
import { formWords } from './titles.ts'

const LABELS = {
  plannedOn: '拟选举日期',
  form: '选举形式',
  seats: '应选委员人数',
  deputies: '副职人数',
  superior: '上级的全称',
}

type Typed = Partial<Record<keyof typeof LABELS, string>>

/** 开始换届 or 办理补选: everything is filled in from the records; what is changed is judged as it is typed. */
export const OpenElectionForm = ({
  unit,
  unitKind,
  kind,
}: Pick<ElectionHead, 'unitKind' | 'kind'> & { unit: string }) => {
  const navigate = useNavigate()
  const [typed, setTyped] = useState<Typed>({})
  const query = { kind, ...asked(typed) }
  const { data, error, refetch } = useQuery({
    queryKey: ['election-proposal', unit, query],
    queryFn: () => call(proposeElection, { params: { unit }, query }),
    placeholderData: keepPreviousData,
  })
  const saving = useSaving(
    openElection.body,
    (body: never) => call(openElection, { params: { unit }, body }),
    ({ id }) => void navigate({ to: '/elections/$election', params: { election: id } }),
  )
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Loading what="拟定的安排" lines={4} />
  const plan = shownPlan(data, typed)
  const set = (field: keyof Typed) => (value: string) => setTyped({ ...typed, [field]: value })
  const isDirect = plan.form === 'direct'
  const send = (): void =>
    saving.save({
      kind,
      form: plan.form,
      seats: isDirect ? 0 : countOf(plan.seats),
      deputies: countOf(plan.deputies),
      plannedOn: orNull(plan.plannedOn),
      ...(plan.superior.trim() ? { superior: plan.superior } : {}),
    })
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act={kind === 'renewal' ? '开始换届选举' : '开始补选'}
      onSend={send}
    >
      <p className="aside">以下都按现有记录拟定，可以改。确定以后，请示、方案都从这里取数。</p>
      <DayField
        name="plannedOn"
        label={LABELS.plannedOn}
        value={plan.plannedOn}
        onChange={set('plannedOn')}
        error={saving.errors.plannedOn}
        today={today()}
        optional
      />
      <ChoiceField
        name="form"
        label={LABELS.form}
        value={plan.form}
        onChange={set('form')}
        error={saving.errors.form}
        choices={Object.entries(formWords(unitKind)).map(([value, label]) => ({ value, label }))}
      />
      {!isDirect && (
        <TextField
          name="seats"
          label={LABELS.seats}
          inputMode="numeric"
          value={plan.seats}
          onChange={set('seats')}
          error={saving.errors.seats}
        />
      )}
      <TextField
        name="deputies"
        label={LABELS.deputies}
        inputMode="numeric"
        value={plan.deputies}
        onChange={set('deputies')}
        error={saving.errors.deputies}
      />
      <TextField
        name="superior"
        label={LABELS.superior}
        hint={`用在请示和报告的抬头；一般${data.usual.way}`}
        value={plan.superior}
        onChange={set('superior')}
        error={saving.errors.superior}
        optional
      />
      <PlanJudged proposal={data} />
    </SavedForm>
  )
}

const isCount = (text: string | undefined): text is string => /^\d{1,3}$/.test(text?.trim() ?? '')

const countOf = (text: string): number | string => (isCount(text) ? Number(text) : text)

/** What of the typed can be asked about; what cannot be read yet is left to the proposal. */
const asked = ({ form, seats, deputies, plannedOn }: Typed) => ({
  ...(form ? { form: form as ElectionHead['form'] } : {}),
  ...(isCount(seats) && Number(seats) <= 200 ? { seats: Number(seats) } : {}),
  ...(isCount(deputies) && Number(deputies) <= 20 ? { deputies: Number(deputies) } : {}),
  ...(plannedOn && isDay(plannedOn) ? { plannedOn } : {}),
})

const shownPlan = ({ plan }: Proposal, typed: Typed) => ({
  form: typed.form ?? plan.form,
  seats: typed.seats ?? String(plan.seats),
  deputies: typed.deputies ?? String(plan.deputies),
  plannedOn: typed.plannedOn ?? plan.plannedOn,
  superior: typed.superior ?? plan.superior ?? '',
})
