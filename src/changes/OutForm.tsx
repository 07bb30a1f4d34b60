import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { listMembers } from '../people/contract.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { ChoiceField, TextField, TickField } from '../ui/Field.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { beginTransfer, MOVES } from './contract.ts'
import { MOVE_WORDS } from './labels.ts'
import { choicesOf } from './roster.ts'

const LABELS = {
  personId: '转出的党员',
  toUnit: '转往哪个党组织',
  reason: '原因',
  appliedOn: '本人申请的日子',
  duesMonth: '党费交到哪个月',
  issuedOn: '介绍信开出的日子',
}

/** Those on the branch's roster today. */
export const useRoster = (unit: string) =>
  useQuery({
    queryKey: ['members', unit, 'today'],
    queryFn: async () => (await call(listMembers, { params: { unit }, query: { limit: 200 } })).members,
  })

/** Who goes where, and the letter at once; the letter's number is the branch's next. */
export const OutForm = ({
  unit,
  validDays,
  onDone,
}: {
  unit: string
  validDays: number
  onDone: (transfer: string) => void
}) => {
  const roster = useRoster(unit)
  const now = today().toString()
  const [person, setPerson] = useState<readonly string[]>([])
  const [paper, setPaper] = useState(true)
  const [typed, setTyped] = useState({
    toUnit: '',
    reason: 'work',
    appliedOn: now,
    duesMonth: now.slice(0, 7),
    issuedOn: now,
  })
  const saving = useSaving(
    beginTransfer.body,
    (body: never) => call(beginTransfer, { params: { unit }, body }),
    ({ id }) => onDone(id),
  )
  const field = (name: keyof typeof typed) => ({
    name,
    label: LABELS[name],
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    error: saving.errors[name],
  })
  if (!roster.data) return <Loading what="名册" lines={4} />
  const send = (): void =>
    saving.save({ ...typed, personId: person[0] ?? '', issuedOn: paper ? typed.issuedOn : null })
  return (
    <SavedForm saving={saving} labels={LABELS} act={paper ? '登记并开介绍信' : '登记转出'} onSend={send}>
      <PersonPicker
        name="personId"
        label={LABELS.personId}
        people={choicesOf(roster.data)}
        value={person}
        onChange={setPerson}
        most={1}
        error={saving.errors.personId}
      />
      <TextField {...field('toUnit')} hint="写接收党组织的全称" />
      <ChoiceField
        {...field('reason')}
        choices={MOVES.map((value) => ({ value, label: MOVE_WORDS[value] }))}
      />
      <DayField {...field('appliedOn')} today={today()} />
      <TextField {...field('duesMonth')} hint="如 2026-04" inputMode="numeric" />
      <TickField label="开纸质介绍信（网上转接的不开）" value={paper} onChange={setPaper} />
      {paper && (
        <DayField
          {...field('issuedOn')}
          hint={`按本机关选定的天数，${validDays} 天内有效；编号接着本年的上一份`}
          today={today()}
        />
      )}
    </SavedForm>
  )
}
