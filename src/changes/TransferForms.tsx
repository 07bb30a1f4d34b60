import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import css from './changes.module.css'
import { issueLetter, receiveReceipt, type TransferOut, VOIDS, withdrawTransfer } from './contract.ts'
import { VOID_WORDS } from './labels.ts'
import { inForce, numberWords } from './letters.ts'

type Props = { transfer: TransferOut; onDone: () => void }

/** A first letter, or another; then why the one before is void. */
export const LetterForm = ({ transfer, onDone }: Props) => {
  const former = inForce(transfer)
  const [issuedOn, setIssuedOn] = useState(today().toString())
  const [because, setBecause] = useState(former && transfer.state === 'expired' ? 'expired' : '')
  const labels = { issuedOn: '介绍信开出的日子', voidBecause: '原来那一份为什么作废' }
  const saving = useSaving(
    issueLetter.body,
    (body: never) => call(issueLetter, { params: { transfer: transfer.id }, body }),
    onDone,
  )
  return (
    <SavedForm
      saving={saving}
      labels={labels}
      act="开介绍信"
      onSend={() => saving.save({ issuedOn, voidBecause: orNull(because), version: transfer.version })}
    >
      {former && (
        <ChoiceField
          name="voidBecause"
          label={labels.voidBecause}
          value={because}
          onChange={setBecause}
          hint={`${numberWords(former)}的号不再用，新的一份接着编号`}
          error={saving.errors.voidBecause}
          choices={VOIDS.map((value) => ({ value, label: VOID_WORDS[value] }))}
        />
      )}
      <DayField
        name="issuedOn"
        label={labels.issuedOn}
        value={issuedOn}
        onChange={setIssuedOn}
        error={saving.errors.issuedOn}
        today={today()}
      />
    </SavedForm>
  )
}

/** The act that ends it: she leaves the roster from this day. */
export const ReceiptForm = ({ transfer }: { transfer: TransferOut }) => {
  const [receivedOn, setReceivedOn] = useState(today().toString())
  const labels = { receivedOn: '收到回执的日子' }
  const saving = useSaving(
    receiveReceipt.body,
    (body: never) => call(receiveReceipt, { params: { transfer: transfer.id }, body }),
    () => {},
  )
  return (
    <section className={css.part} aria-labelledby="receipt">
      <h2 id="receipt">回执</h2>
      <p className="aside">登记以后，名册上{transfer.personName}从那一天起写已转出。</p>
      <SavedForm
        saving={saving}
        labels={labels}
        act="登记收到回执"
        onSend={() => saving.save({ receivedOn, version: transfer.version })}
      >
        <DayField
          name="receivedOn"
          label={labels.receivedOn}
          value={receivedOn}
          onChange={setReceivedOn}
          error={saving.errors.receivedOn}
          today={today()}
        />
      </SavedForm>
    </section>
  )
}

export const WithdrawForm = ({ transfer, onDone }: Props) => {
  const [because, setBecause] = useState('')
  const labels = { withdrawnBecause: '为什么撤回' }
  const saving = useSaving(
    withdrawTransfer.body,
    (body: never) => call(withdrawTransfer, { params: { transfer: transfer.id }, body }),
    onDone,
  )
  return (
    <SavedForm
      saving={saving}
      labels={labels}
      act="撤回转出"
      onSend={() => saving.save({ withdrawnBecause: because, version: transfer.version })}
    >
      <p>还没有收到回执的才能撤回。介绍信作废，号不再用；党员仍在名册上。</p>
      <TextField
        name="withdrawnBecause"
        label={labels.withdrawnBecause}
        value={because}
        onChange={setBecause}
        error={saving.errors.withdrawnBecause}
      />
    </SavedForm>
  )
}
