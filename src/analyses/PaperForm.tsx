import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { type AnalysisLine, enterPapers, undoPaper } from './contract.ts'

type Props = { unit: string; from: string; missing: readonly AnalysisLine[]; onDone: () => void }
const LABELS = { personIds: '交来的人', doneOn: '收到日期' }

/** Those who handed theirs in on paper, several at once. */
export const PaperForm = ({ unit, from, missing, onDone }: Props) => {
  const [personIds, setPersonIds] = useState<readonly string[]>([])
  const [doneOn, setDoneOn] = useState(today().toString())
  const saving = useSaving(
    enterPapers.body,
    (body: { personIds: string[]; from: string; doneOn: string }) =>
      call(enterPapers, { params: { unit }, body }),
    onDone,
  )
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="登记收到"
      onSend={() => saving.save({ personIds, from, doneOn })}
    >
      <PersonPicker
        label={LABELS.personIds}
        name="personIds"
        people={missing.map(({ personId, name, initials, groupName }) => ({
          id: personId,
          name,
          initials,
          ...(groupName ? { group: groupName } : {}),
        }))}
        value={personIds}
        error={saving.errors.personIds}
        onChange={setPersonIds}
      />
      <DayField
        label={LABELS.doneOn}
        name="doneOn"
        today={today()}
        value={doneOn}
        error={saving.errors.doneOn}
        onChange={setDoneOn}
      />
      <p className="aside">只记谁交来了、哪天交的，不录内容。材料由支部按规定保管。</p>
    </SavedForm>
  )
}

export const UndoPaper = ({ analysis, name }: { analysis: string; name: string }) => {
  const queries = useQueryClient()
  const undo = useMutation({
    mutationFn: () => call(undoPaper, { params: { analysis } }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <>
      <Act size="xs" loading={undo.isPending} onClick={() => undo.mutate()}>
        撤销登记<span className="unseen">：{name}</span>
      </Act>
      {undo.error && <Failed error={undo.error} />}
    </>
  )
}
