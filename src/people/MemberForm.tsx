import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import type { HereUnit } from '../ui/here.ts'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import { addMember } from './contract.ts'

const LABELS = {
  name: '姓名',
  sex: '性别',
  status: '党籍状态',
  groupId: '党小组',
  since: '编入本支部的日期',
  joinedOn: '入党日期',
  fullOn: '转正日期',
  phone: '电话',
}

const EMPTY = { name: '', sex: '', status: '', groupId: '', since: '', joinedOn: '', fullOn: '', phone: '' }

type Props = {
  branch: HereUnit
  groups: readonly HereUnit[]
  onAdded: (person: string) => void
}

/** One person into the roster: admitted here, or transferred in. Many at once come by a sheet. */
export const MemberForm = ({ branch, groups, onAdded }: Props) => {
  const [typed, setTyped] = useState(EMPTY)
  const saving = useSaving(
    addMember.body,
    (body: Body<typeof addMember>) => call(addMember, { params: { unit: branch.id }, body }),
    ({ id }) => onAdded(id),
  )
  const probationary = typed.status === 'probationary'
  const field = (name: keyof typeof EMPTY) => ({
    name,
    label: LABELS[name],
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    error: saving.errors[name],
  })
  const send = (): void =>
    saving.save({
      name: typed.name,
      sex: orNull(typed.sex),
      groupId: orNull(typed.groupId),
      status: typed.status,
      since: typed.since,
      joinedOn: orNull(typed.joinedOn),
      fullOn: probationary ? null : orNull(typed.fullOn),
      phone: orNull(typed.phone),
    })

  return (
    <SavedForm saving={saving} labels={LABELS} act={`编入${branch.name}`} onSend={send}>
      <TextField {...field('name')} />
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
      <DayField {...field('since')} today={today()} />
      <DayField {...field('joinedOn')} today={today()} optional />
      {!probationary && <DayField {...field('fullOn')} today={today()} optional />}
      <TextField {...field('phone')} inputMode="tel" optional />
    </SavedForm>
  )
}
