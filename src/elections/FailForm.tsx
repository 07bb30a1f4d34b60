import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { errorsOf } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { AreaField } from '../ui/Field.tsx'
import { useMeetingActs } from './meeting-asking.tsx'
import { failGathering } from './meeting-contract.ts'
import type { GatheringShown, Meeting } from './meeting-shape.ts'

type Props = { meeting: Meeting; gathering: GatheringShown; onDone: () => void }

/** A meeting that could not elect ends with its reason; another is planned after it. */
export const FailForm = ({ meeting, gathering, onDone }: Props) => {
  const { presence, quorum } = gathering
  const [reason, setReason] = useState(
    quorum && !quorum.judgment.holds
      ? `应到会有选举权的 ${presence.entitled} 人，实到 ${presence.present} 人，不足 ${quorum.judgment.needed} 人，不能选举`
      : '',
  )
  const saving = useMeetingActs(
    meeting,
    (_: undefined, version) =>
      call(failGathering, {
        params: { election: meeting.electionId, gathering: gathering.id },
        body: { reason, version },
      }),
    { done: onDone },
  )
  const errors = errorsOf(saving.error)
  return (
    <div className="form">
      <p>名单和到会情况留存备查，之后可以再安排一次。</p>
      <AreaField
        label="原因"
        name="reason"
        most={300}
        value={reason}
        onChange={setReason}
        error={errors.reason}
      />
      {saving.error && !errors.reason && <Failed error={saving.error} />}
      <Act primary loading={saving.isPending} onClick={() => saving.mutate(undefined)}>
        记作没有开成
      </Act>
    </div>
  )
}
