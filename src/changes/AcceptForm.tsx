import { useState } from 'react'
import { call } from '../http/call.ts'
import { isDay } from '../kernel/day.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { ChoiceField, TextField, TickField } from '../ui/Field.tsx'
import { useHere } from '../ui/here.ts'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import { BROUGHT_LABELS, BroughtFields, broughtAtFirst, broughtBody } from './BroughtFields.tsx'
import { acceptTransfer, type TransferOut } from './contract.ts'
import { daysFrom } from './letters.ts'

const OWN = {
  sex: '性别',
  status: '党员类别',
  groupId: '编入党小组',
  joinedOn: '入党日期',
  fullOn: '转正日期',
  phone: '电话',
  duesMonth: '党费已交到哪个月',
  acceptedOn: '接收的日子',
}
const LABELS = { ...BROUGHT_LABELS, ...OWN, personId: '姓名' }

/** The letter, then the person: from the day she is taken in she stands on the roster and in the base. */
export const AcceptForm = ({
  validDays,
  left,
  onDone,
}: {
  validDays: number
  /** Those who were transferred out of here once and may come back. */
  left: readonly TransferOut[]
  onDone: () => void
}) => {
  const { unit, units } = useHere()
  const groups = units.filter(({ kind, parentId }) => kind === 'group' && parentId === unit.id)
  const [brought, setBrought] = useState(() => broughtAtFirst(validDays))
  const [own, setOwn] = useState<Record<keyof typeof OWN, string>>({
    sex: '',
    status: 'full',
    groupId: '',
    joinedOn: '',
    fullOn: '',
    phone: '',
    duesMonth: '',
    acceptedOn: today().toString(),
  })
  const saving = useSaving(
    acceptTransfer.body,
    (body: never) => call(acceptTransfer, { params: { unit: unit.id }, body }),
    onDone,
  )
  const field = (name: keyof typeof OWN) => ({
    name,
    label: OWN[name],
    value: own[name],
    onChange: (value: string) => setOwn({ ...own, [name]: value }),
    error: saving.errors[name],
  })
  const before = left.find(({ personName }) => personName === brought.name.trim())
  const [same, setSame] = useState(true)
  const probationary = own.status === 'probationary'
  const send = (): void =>
    saving.save({
      ...broughtBody(brought),
      personId: before && same ? before.personId : null,
      sex: orNull(own.sex),
      status: own.status,
      groupId: orNull(own.groupId),
      joinedOn: orNull(own.joinedOn),
      fullOn: probationary ? null : orNull(own.fullOn),
      phone: orNull(own.phone),
      duesMonth: orNull(own.duesMonth),
      acceptedOn: own.acceptedOn,
    })
  return (
    <SavedForm saving={saving} labels={LABELS} act="接收" onSend={send}>
      <BroughtFields typed={brought} onChange={setBrought} errors={saving.errors} />
      <Validity {...brought} />
      {before && (
        <TickField
          label={`就是从本支部转往${before.toUnit}的那一位，接着原来的记录`}
          value={same}
          onChange={setSame}
        />
      )}
      <ChoiceField
        {...field('sex')}
        choices={[
          { value: 'female', label: '女' },
          { value: 'male', label: '男' },
        ]}
        optional
      />
      <ChoiceField
        {...field('status')}
        choices={[
          { value: 'full', label: '正式党员' },
          { value: 'probationary', label: '预备党员' },
        ]}
      />
      {groups.length > 0 && (
        <ChoiceField
          {...field('groupId')}
          choices={groups.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      )}
      <DayField {...field('joinedOn')} today={today()} optional />
      {!probationary && <DayField {...field('fullOn')} today={today()} optional />}
      <TextField {...field('phone')} inputMode="tel" optional />
      <TextField {...field('duesMonth')} hint="如 2026-04" inputMode="numeric" optional />
      <DayField {...field('acceptedOn')} today={today()} />
    </SavedForm>
  )
}

/** Said while the form is filled in, so that nobody is surprised afterwards. */
const Validity = ({
  letterOn,
  broughtOn,
  validDays,
}: Record<'letterOn' | 'broughtOn' | 'validDays', string>) => {
  if (!isDay(letterOn) || !isDay(broughtOn) || broughtOn < letterOn) return null
  const days = daysFrom(letterOn, broughtOn)
  return (
    <p className="aside" role="status">
      开出后第 {days} 天交来，
      {days <= Number(validDays)
        ? '在有效期内。'
        : '已过有效期。有效期各地不一，可以请对方重开，也可以照收；不得只因此拖着不办。'}
    </p>
  )
}
