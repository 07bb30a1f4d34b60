import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { AreaField, ChoiceField } from '../ui/Field.tsx'
import { RadioRow } from '../ui/RadioRow.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import * as contract from './clock-contract.ts'
import { listCadres, type Need } from './contract.ts'
import { PAUSES } from './kinds.ts'
import css from './triage.module.css'
import { raiseNeed } from './triage-contract.ts'

type Props = { need: Pick<Need, 'id' | 'version'>; onDone: () => void }
type OfClock = Props & { clock: contract.ShownClock }

export const KeepForm = ({ need, clock, onDone }: OfClock) => {
  const [keptOn, setKeptOn] = useState(today().toString())
  const saving = useSaving(
    contract.keepClock.body,
    (body: never) => call(contract.keepClock, { params: { need: need.id, clock: clock.id }, body }),
    onDone,
  )
  const labels = { keptOn: '办到的日期' }
  return (
    <SavedForm
      saving={saving}
      labels={labels}
      act="登记"
      onSend={() => saving.save({ keptOn, version: need.version })}
    >
      <p>{clock.says}</p>
      <DayField
        name="keptOn"
        label={labels.keptOn}
        value={keptOn}
        onChange={setKeptOn}
        error={saving.errors.keptOn}
        today={today()}
      />
    </SavedForm>
  )
}

export const ExtendForm = ({ need, clock, onDone }: OfClock) => {
  const [until, setUntil] = useState(clock.extendableTo ?? '')
  const { data } = useQuery({ queryKey: ['cadres'], queryFn: () => call(listCadres, {}) })
  const heads = (data?.cadres ?? []).filter(({ posts }) => posts.includes('federation-leader'))
  const [chosen, setChosen] = useState('')
  const approvedBy = chosen || (heads.length === 1 ? heads[0]!.id : '')
  const [reason, setReason] = useState('')
  const saving = useSaving(
    contract.extendClock.body,
    (body: never) => call(contract.extendClock, { params: { need: need.id, clock: clock.id }, body }),
    onDone,
  )
  const labels = { until: '延长到', approvedBy: '批准人', reason: '告诉她的延期理由' }
  return (
    <SavedForm
      saving={saving}
      labels={labels}
      act="登记延期"
      onSend={() => saving.save({ until, approvedBy, reason, version: need.version })}
    >
      <p>须经负责人批准，最多延三十天，并把理由告诉她。</p>
      <DayField
        name="until"
        label={labels.until}
        value={until}
        onChange={setUntil}
        error={saving.errors.until}
        today={today()}
      />
      <ChoiceField
        name="approvedBy"
        label={labels.approvedBy}
        choices={heads.map(({ id, name }) => ({ value: id, label: name }))}
        value={approvedBy}
        onChange={setChosen}
        error={saving.errors.approvedBy}
      />
      <AreaField
        name="reason"
        label={labels.reason}
        most={500}
        value={reason}
        onChange={setReason}
        error={saving.errors.reason}
      />
    </SavedForm>
  )
}

export const StartForm = ({
  need,
  startable,
  onDone,
}: Props & { startable: readonly { rule: contract.ShownClock['rule']; title: string }[] }) => {
  const [rule, setRule] = useState(startable[0]?.rule ?? '')
  const [eventOn, setEventOn] = useState(today().toString())
  const saving = useSaving(
    contract.startClock.body,
    (body: never) => call(contract.startClock, { params: { need: need.id }, body }),
    onDone,
  )
  const labels = { rule: '哪个期限', eventOn: '从哪天起算' }
  return (
    <SavedForm
      saving={saving}
      labels={labels}
      act="开始计算"
      onSend={() => saving.save({ rule, eventOn, version: need.version })}
    >
      <ChoiceField
        name="rule"
        label={labels.rule}
        choices={startable.map(({ rule: value, title }) => ({ value, label: title }))}
        value={rule}
        onChange={setRule}
        error={saving.errors.rule}
      />
      <DayField
        name="eventOn"
        label={labels.eventOn}
        value={eventOn}
        onChange={setEventOn}
        error={saving.errors.eventOn}
        today={today()}
      />
    </SavedForm>
  )
}

const PAUSE_NAMES = { waiting: '等她或别的部门', hearing: '举行听证' } as const

export const PauseForm = ({ need, onDone }: Props) => {
  const [kind, setKind] = useState<(typeof PAUSES)[number]>('waiting')
  const [since, setSince] = useState(today().toString())
  const [reason, setReason] = useState('')
  const saving = useSaving(
    contract.pauseNeed.body,
    (body: never) => call(contract.pauseNeed, { params: { need: need.id }, body }),
    onDone,
  )
  const labels = { kind: '为什么停', since: '从哪天起', reason: '等什么' }
  return (
    <SavedForm
      saving={saving}
      labels={labels}
      act="暂停"
      onSend={() => saving.save({ kind, since, reason, version: need.version })}
    >
      <p>暂停只停内部时限。法定期限照常计算，只有复核中的听证时间不计。</p>
      <fieldset className={css.asked}>
        <legend>{labels.kind}</legend>
        <RadioRow
          name="kind"
          choices={PAUSES.map((value) => ({ value, label: PAUSE_NAMES[value] }))}
          value={kind}
          onChange={setKind}
        />
      </fieldset>
      <DayField
        name="since"
        label={labels.since}
        value={since}
        onChange={setSince}
        error={saving.errors.since}
        today={today()}
      />
      <AreaField
        name="reason"
        label={labels.reason}
        rows={2}
        most={500}
        value={reason}
        onChange={setReason}
        error={saving.errors.reason}
      />
    </SavedForm>
  )
}

export const ResumeForm = ({ need, onDone }: Props) => {
  const [until, setUntil] = useState(today().toString())
  const saving = useSaving(
    contract.resumeNeed.body,
    (body: never) => call(contract.resumeNeed, { params: { need: need.id }, body }),
    onDone,
  )
  const labels = { until: '恢复的日期' }
  return (
    <SavedForm
      saving={saving}
      labels={labels}
      act="恢复办理"
      onSend={() => saving.save({ until, version: need.version })}
    >
      <DayField
        name="until"
        label={labels.until}
        value={until}
        onChange={setUntil}
        error={saving.errors.until}
        today={today()}
      />
    </SavedForm>
  )
}

export const RaiseForm = ({ need, onDone }: Props) => {
  const [reason, setReason] = useState('')
  const saving = useSaving(
    raiseNeed.body,
    (body: never) => call(raiseNeed, { params: { need: need.id }, body }),
    onDone,
  )
  const labels = { reason: '卡在哪里，请上一级做什么' }
  return (
    <SavedForm
      saving={saving}
      labels={labels}
      act="上报"
      onSend={() => saving.save({ reason, version: need.version })}
    >
      <AreaField
        name="reason"
        label={labels.reason}
        rows={3}
        most={500}
        value={reason}
        onChange={setReason}
        error={saving.errors.reason}
      />
    </SavedForm>
  )
}
