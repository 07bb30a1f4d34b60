import { useState } from 'react'
import { call } from '../http/call.ts'
import { AreaField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { reopenNeed } from './closing-contract.ts'
import type { Need } from './contract.ts'

/** Takes a matter up again, in the same record. */
export const ReopenForm = ({ need, onDone }: { need: Need; onDone: () => void }) => {
  const [text, setText] = useState('')
  const saving = useSaving(
    reopenNeed.body,
    (body: never) => call(reopenNeed, { params: { need: need.id }, body }),
    onDone,
  )
  return (
    <SavedForm
      saving={saving}
      labels={{ text: '为什么重新办理' }}
      act="重新办理"
      onSend={() => saving.save({ text, version: need.version })}
    >
      <AreaField
        name="text"
        label="为什么重新办理"
        hint="本人说哪里没有解决，或者有了什么新情况"
        rows={3}
        most={1000}
        value={text}
        onChange={setText}
        error={saving.errors.text}
      />
    </SavedForm>
  )
}
