import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { AreaField, ChoiceField, TextField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import { GROUND_WORDS } from './labels.ts'
import { type ExclusionShown, putExclusion, type Voters } from './voter-contract.ts'

type Props = { voters: Voters; exclusion?: ExclusionShown; onDone: () => void }

const LABELS = {
  person: '哪一位',
  ground: '情形',
  since: '从哪一天起',
  reason: '情况',
  reportedOn: '报上级的日期',
  approvedOn: '上级同意的日期',
  approvedBy: '同意的上级',
}

/** Why somebody is to be left out of the base, and how far that has come. */
export const ExclusionForm = ({ voters, exclusion, onDone }: Props) => {
  const [person, setPerson] = useState<readonly string[]>(exclusion ? [exclusion.personId] : [])
  const [ground, setGround] = useState<string>(exclusion?.ground ?? '')
  const [since, setSince] = useState(exclusion?.since ?? '')
  const [reason, setReason] = useState(exclusion?.reason ?? '')
  const [reportedOn, setReportedOn] = useState(exclusion?.reportedOn ?? '')
  const [approvedOn, setApprovedOn] = useState(exclusion?.approvedOn ?? '')
  const [approvedBy, setApprovedBy] = useState(exclusion?.approvedBy ?? voters.superior ?? '')
  const asksSince = ground === 'abroad' || ground === 'away'
  const saving = useSaving(
    putExclusion.body,
    (body: never) =>
      call(putExclusion, { params: { election: voters.electionId, person: person[0] ?? '' }, body }),
    onDone,
  )
  const free = voters.people
    .filter(({ place, personId }) => place === 'voter' && personId !== null)
    .map(({ personId, name, initials, groupName }) => ({
      id: personId!,
      name,
      initials,
      ...(groupName && { group: groupName }),
    }))
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="保存"
      onSend={() =>
        saving.save({
          ground,
          since: asksSince ? orNull(since) : null,
          reason,
          reportedOn: orNull(reportedOn),
          approvedOn: orNull(approvedOn),
          approvedBy: approvedOn === '' ? null : orNull(approvedBy),
          version: voters.version,
        })
      }
    >
      {!exclusion && (
        <PersonPicker
          label={LABELS.person}
          name="person"
          most={1}
          people={free}
          value={person}
          onChange={setPerson}
          error={saving.errors.person}
        />
      )}
      <ChoiceField
        label={LABELS.ground}
        name="ground"
        value={ground}
        onChange={setGround}
        choices={voters.grounds.map((each) => ({ value: each, label: GROUND_WORDS[each] }))}
        error={saving.errors.ground}
      />
      {asksSince && (
        <DayField
          label={ground === 'abroad' ? '出国的日期' : '离开的日期'}
          name="since"
          value={since}
          onChange={setSince}
          today={today()}
          hint="到选举当天满半年的，才可以不计入"
          error={saving.errors.since}
        />
      )}
      <AreaField
        label={LABELS.reason}
        name="reason"
        most={500}
        rows={2}
        value={reason}
        onChange={setReason}
        error={saving.errors.reason}
      />
      <DayField
        label={LABELS.reportedOn}
        name="reportedOn"
        optional
        value={reportedOn}
        onChange={setReportedOn}
        today={today()}
        error={saving.errors.reportedOn}
      />
      <DayField
        label={LABELS.approvedOn}
        name="approvedOn"
        optional
        value={approvedOn}
        onChange={setApprovedOn}
        today={today()}
        error={saving.errors.approvedOn}
      />
      {approvedOn !== '' && (
        <TextField
          label={LABELS.approvedBy}
          name="approvedBy"
          optional
          value={approvedBy}
          onChange={setApprovedBy}
          error={saving.errors.approvedBy}
        />
      )}
    </SavedForm>
  )
}
