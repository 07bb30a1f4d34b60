import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Failed } from '../ui/Failed.tsx'
import { TextField } from '../ui/Field.tsx'
import { cancelMeeting, type Meeting } from './contract.ts'
import { permitIn } from './permit.ts'

/** Calls a meeting off, with the reason that everybody will see. */
export const CancelMeeting = ({ meeting }: { meeting: Meeting }) => {
  const [opened, setOpened] = useState(false)
  const [reason, setReason] = useState('')
  const queries = useQueryClient()
  const cancel = useMutation({
    mutationFn: () =>
      call(cancelMeeting, { params: { meeting: meeting.id }, body: { reason, version: meeting.version } }),
    onSuccess: async (cancelled) => {
      setOpened(false)
      queries.setQueryData(['meeting', meeting.id], cancelled)
      await queries.invalidateQueries({ queryKey: ['meetings'] })
    },
  })
  return (
    <>
      <Act permit={permitIn(meeting, 'cancel')} onClick={() => setOpened(true)}>
        取消会议
      </Act>
      <ConfirmDialog
        opened={opened}
        title="要取消这次会议吗？"
        act="取消会议"
        busy={cancel.isPending}
        onAct={() => reason.trim() !== '' && cancel.mutate()}
        onClose={() => setOpened(false)}
      >
        <p>会议仍留在列表里，写明已取消和原因；应做事项不会因此算作完成。</p>
        <TextField
          label="取消原因"
          name="reason"
          value={reason}
          onChange={setReason}
          hint={reason.trim() === '' ? '写了原因才能取消' : undefined}
        />
        {cancel.error && <Failed error={cancel.error} />}
      </ConfirmDialog>
    </>
  )
}
