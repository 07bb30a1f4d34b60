import { useState } from 'react'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { GONE } from '../kernel/status.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import type { Here } from '../ui/here.ts'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import { changeMembership, type Person, STATUSES, type Status } from './contract.ts'

const LABELS = { status: '党籍状态', groupId: '党小组', since: '从哪一天起', reason: '依据或原因' }

/** What one usually enters for a status, so that the reason is found again years later. */
const HINTS: Partial<Record<Status, string>> = {
  full: '如转正的支部大会日期和上级批复',
  'on-probation': '处分决定的机关、日期和文号',
  suspended: '有关机关的决定和日期',
  'transferred-out': '转往何处、介绍信日期',
}

/** From a day on another status or another group; what was before stays in the record. */
export const StandingForm = ({
  person,
  here,
  onDone,
}: {
  person: Person
  here: Here
  onDone: () => void
}) => {
  const [current] = person.memberships
  const [status, setStatus] = useState<string>(current?.status ?? '')
  const [groupId, setGroupId] = useState(current?.groupId ?? '')
  const [since, setSince] = useState('')
  const [reason, setReason] = useState('')
  const saving = useSaving(
    changeMembership.body,
    (body: Body<typeof changeMembership>) => call(changeMembership, { params: { person: person.id }, body }),
    onDone,
  )
  const groups = here.units.filter(({ kind, parentId }) => kind === 'group' && parentId === current?.unitId)
  const field = (name: keyof typeof LABELS) => ({
    name,
    label: LABELS[name],
    error: saving.errors[name],
  })
  const gone = GONE.includes(status as Status)

  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="登记变化"
      onSend={() =>
        saving.save({
          status,
          groupId: gone ? null : orNull(groupId),
          since,
          reason: orNull(reason),
          version: current?.version,
        })
      }
    >
      <ChoiceField
        {...field('status')}
        value={status}
        onChange={setStatus}
        choices={STATUSES.map((value) => ({ value, label: TERMS[value] }))}
      />
      {groups.length > 0 && !gone && (
        <ChoiceField
          {...field('groupId')}
          value={groupId}
          onChange={setGroupId}
          choices={[
            ...(groupId === '' ? [] : [{ value: '', label: '不编入党小组' }]),
            ...groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          optional
        />
      )}
      <DayField {...field('since')} value={since} onChange={setSince} today={today()} />
      <TextField
        {...field('reason')}
        value={reason}
        onChange={setReason}
        hint={HINTS[status as Status]}
        optional
      />
    </SavedForm>
  )
}
