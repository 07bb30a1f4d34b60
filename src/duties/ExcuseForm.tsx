import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { refusalIn } from '../ui/errors.ts'
import { AreaField } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { type Duty, excuseDuty } from './contract.ts'
import css from './DutyPanel.module.css'

/** One sentence why, kept with its author and day; it can be taken back. */
export const ExcuseForm = ({ unitId, duty, onDone }: { unitId: string; duty: Duty; onDone: () => void }) => {
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      call(excuseDuty, {
        params: { unit: unitId },
        body: { rule: duty.rule, personId: duty.personId, periodFrom: duty.from, reason },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['year'] })
      onDone()
    },
  })
  const refusal = refusalIn(error)
  return (
    <div className={css.acts}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          mutate()
        }}
      >
        {refusal && <RefusalNote refusal={refusal} />}
        <AreaField
          label="未做的原因"
          name="reason"
          hint="一句话即可，上级和本支部委员看得到。"
          most={500}
          value={reason}
          onChange={setReason}
        />
        <Act
          primary
          type="submit"
          loading={isPending}
          permit={reason.trim().length >= 2 ? { may: true } : { may: false, reason: '请先写明原因' }}
        >
          保存说明
        </Act>
        <Act onClick={onDone}>不说明了</Act>
      </form>
    </div>
  )
}
