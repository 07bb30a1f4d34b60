import { useState } from 'react'
import { call } from '../http/call.ts'
import { AreaField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import type { Need } from './contract.ts'
import { addHelper, assignNeed, recuseFromNeed } from './handling-contract.ts'
import { useColleagues } from './using-colleagues.tsx'

const WAYS = {
  assign: { endpoint: assignNeed, from: 'desk', label: '承办人', act: '确定' },
  recuse: { endpoint: recuseFromNeed, from: 'desk', label: '移交给', act: '回避并移交' },
  help: { endpoint: addHelper, from: 'organ', label: '协办人', act: '请其协办' },
} as const

type Props = { need: Need; way: keyof typeof WAYS; onDone: () => void }

/** Whom a matter is given to, or who helps with it. */
export const ColleagueForm = ({ need, way, onDone }: Props) => {
  const { endpoint, from, label, act } = WAYS[way]
  const colleagues = useColleagues(from)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const saving = useSaving(
    endpoint.body,
    (body: never) => call(endpoint, { params: { need: need.id }, body }),
    onDone,
  )
  const said = way === 'recuse' ? { reason } : {}
  return (
    <SavedForm
      saving={saving}
      labels={{ personId: label, reason: '回避的原因' }}
      act={act}
      onSend={() => saving.save({ personId: chosen[0] ?? '', ...said, version: need.version })}
    >
      <PersonPicker
        name="personId"
        label={label}
        people={colleagues.filter(({ id }) => id !== need.ownerId)}
        most={1}
        value={chosen}
        onChange={setChosen}
        error={saving.errors.personId}
      />
      {way === 'recuse' && (
        <AreaField
          name="reason"
          label="回避的原因"
          hint="写与谁有什么关系，不写案情"
          rows={2}
          most={300}
          value={reason}
          onChange={setReason}
          error={saving.errors.reason}
        />
      )}
    </SavedForm>
  )
}
