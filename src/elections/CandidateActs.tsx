import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { AreaField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import {
  type CandidateLine,
  type Candidates,
  removeCandidate,
  withdrawCandidate,
} from './candidate-contract.ts'
import css from './candidates.module.css'

type Props = {
  of: Candidates
  candidate: CandidateLine
  up: (() => void) | undefined
  down: (() => void) | undefined
}

/** Moving in the order, withdrawing with a reason, and taking out what was entered by mistake. */
export const CandidateActs = ({ of, candidate, up, down }: Props) => {
  const [asking, setAsking] = useState(false)
  const saving = useSaving(
    removeCandidate.query,
    (query: never) => call(removeCandidate, { params: { election: of.id, candidate: candidate.id }, query }),
    () => setAsking(false),
  )
  if (!of.mayLead) return null
  return (
    <span className={css.acts}>
      {up && (
        <Act onClick={up}>
          上移<span className="unseen">{candidate.name}</span>
        </Act>
      )}
      {down && (
        <Act onClick={down}>
          下移<span className="unseen">{candidate.name}</span>
        </Act>
      )}
      <FormAct act="退出" title={`${candidate.name}退出候选人`}>
        {(close) => <WithdrawalForm of={of} candidate={candidate} onDone={close} />}
      </FormAct>
      {of.frozen[candidate.role] === null && candidate.agreedOn === null && (
        <Act onClick={() => setAsking(true)}>删去</Act>
      )}
      <ConfirmDialog
        opened={asking}
        title={`要删去${candidate.name}吗？`}
        act="删去"
        busy={saving.busy}
        onAct={() => saving.save({ version: of.version })}
        onClose={() => setAsking(false)}
      >
        {saving.failure && <Failed error={saving.failure} />}
        <p>只用于录错的人。本人不愿作候选人的，或上级没有同意的，请登记退出和原因。</p>
      </ConfirmDialog>
    </span>
  )
}

const WithdrawalForm = ({
  of,
  candidate,
  onDone,
}: Pick<Props, 'of' | 'candidate'> & { onDone: () => void }) => {
  const [withdrawnOn, setWithdrawnOn] = useState([of.proposedOn, candidate.proposedOn].sort().at(-1)!)
  const [reason, setReason] = useState('')
  const saving = useSaving(
    withdrawCandidate.body,
    (body: never) => call(withdrawCandidate, { params: { election: of.id, candidate: candidate.id }, body }),
    onDone,
  )
  const labels = { withdrawnOn: '退出日期', reason: '原因' }
  return (
    <SavedForm
      saving={saving}
      labels={labels}
      act="登记退出"
      onSend={() => saving.save({ withdrawnOn, reason, version: of.version })}
    >
      <p className="aside">退出以后仍留在记录里，可以另提一人接替；差额随之重算。</p>
      <DayField
        name="withdrawnOn"
        label={labels.withdrawnOn}
        value={withdrawnOn}
        onChange={setWithdrawnOn}
        error={saving.errors.withdrawnOn}
        today={today()}
      />
      <AreaField
        name="reason"
        label={labels.reason}
        rows={2}
        value={reason}
        onChange={setReason}
        error={saving.errors.reason}
      />
    </SavedForm>
  )
}
