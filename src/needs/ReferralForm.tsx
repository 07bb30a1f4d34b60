import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { AreaField, ChoiceField, TextField, TickField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import type { Need } from './contract.ts'
import css from './handling.module.css'
import { referNeed } from './handling-contract.ts'
import { AGENCIES, AGENCY_NAMES } from './kinds.ts'
import { BASES, BASIS_NAMES, GIVES, GIVES_NAMES, type Gives } from './referrals.ts'

const LABELS = {
  agency: '转给',
  office: '单位名称',
  asks: '请对方做什么',
  gives: '提供的本人信息',
  basis: '提供的依据',
  sentOn: '转出日期',
  dueOn: '请对方何时前答复',
}

/** Which office, what is asked of it, and what of her goes with it. */
export const ReferralForm = ({ need, onDone }: { need: Need; onDone: () => void }) => {
  const [agency, setAgency] = useState('')
  const [office, setOffice] = useState('')
  const [asks, setAsks] = useState('')
  const [gives, setGives] = useState<readonly Gives[]>(['facts', 'wish'])
  const [basis, setBasis] = useState('')
  const [sentOn, setSentOn] = useState(today().toString())
  const [dueOn, setDueOn] = useState('')
  const saving = useSaving(
    referNeed.body,
    (body: never) => call(referNeed, { params: { need: need.id }, body }),
    onDone,
  )
  const send = (): void =>
    saving.save({ agency, office, asks, gives, basis, sentOn, dueOn: orNull(dueOn), version: need.version })
  const offered = GIVES.filter((each) => each !== 'name' || !need.anonymous)
  return (
    <SavedForm saving={saving} labels={LABELS} act="登记转介" onSend={send}>
      <ChoiceField
        name="agency"
        label={LABELS.agency}
        value={agency}
        onChange={setAgency}
        error={saving.errors.agency}
        choices={AGENCIES.map((value) => ({ value, label: AGENCY_NAMES[value] }))}
      />
      <TextField
        name="office"
        label={LABELS.office}
        hint="全称，如“某区公安分局某派出所”"
        value={office}
        onChange={setOffice}
        error={saving.errors.office}
      />
      <AreaField
        name="asks"
        label={LABELS.asks}
        rows={3}
        most={1000}
        value={asks}
        onChange={setAsks}
        error={saving.errors.asks}
      />
      <fieldset className={css.gives}>
        <legend>{LABELS.gives}</legend>
        {offered.map((each) => (
          <TickField
            key={each}
            name={`gives-${each}`}
            label={GIVES_NAMES[each]}
            value={gives.includes(each)}
            onChange={(ticked) =>
              setGives(ticked ? [...gives, each] : gives.filter((other) => other !== each))
            }
          />
        ))}
        <p className="aside">转介函只写勾选的几项；提供了什么、给了谁，记入办理记录。</p>
        {saving.errors.gives && <p role="alert">{saving.errors.gives}</p>}
      </fieldset>
      <ChoiceField
        name="basis"
        label={LABELS.basis}
        value={basis}
        onChange={setBasis}
        error={saving.errors.basis}
        choices={BASES.map((value) => ({ value, label: BASIS_NAMES[value] }))}
      />
      <DayField
        name="sentOn"
        label={LABELS.sentOn}
        value={sentOn}
        onChange={setSentOn}
        error={saving.errors.sentOn}
        today={today()}
      />
      <DayField
        name="dueOn"
        label={LABELS.dueOn}
        value={dueOn}
        onChange={setDueOn}
        error={saving.errors.dueOn}
        optional
        today={today()}
      />
    </SavedForm>
  )
}
