import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { listMembers } from '../people/contract.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { AreaField, ChoiceField, TextField } from '../ui/Field.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import * as contract from './contract.ts'
import { OCCASION_WORDS, SEVERITY_WORDS } from './labels.ts'
import { fenOf } from './money.ts'

type Visit = contract.CareVisit

const useRoster = (unit: string) =>
  useQuery({
    queryKey: ['members', unit, 'today'],
    queryFn: async () => {
      const { members } = await call(listMembers, { params: { unit }, query: { limit: 200 } })
      return members.map(({ groupName, ...member }) => ({ ...member, group: groupName ?? '' }))
    },
  })

const PLAN = {
  personId: '走访谁',
  name: '不在名册上的，写姓名',
  occasion: '什么时机',
  severity: '困难程度',
  situation: '情况',
}

/** Whom, and on what occasion; why is written only where it helps, and is sealed. */
export const PlanForm = ({ unit, onDone }: { unit: string; onDone: () => void }) => {
  const roster = useRoster(unit)
  const [person, setPerson] = useState<readonly string[]>([])
  const [typed, setTyped] = useState({ name: '', occasion: '', severity: '', situation: '' })
  const saving = useSaving(
    contract.planVisit.body,
    (body: never) => call(contract.planVisit, { params: { unit }, body }),
    onDone,
  )
  const field = (name: keyof typeof typed) => ({
    name,
    label: PLAN[name],
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    error: saving.errors[name],
  })
  if (!roster.data) return <Loading what="名册" lines={4} />
  const send = (): void =>
    saving.save({
      personId: person[0] ?? null,
      name: person[0] ? null : orNull(typed.name),
      year: today().year,
      occasion: typed.occasion,
      situation: orNull(typed.situation),
      severity: orNull(typed.severity),
    })
  return (
    <SavedForm saving={saving} labels={PLAN} act="安排走访" onSend={send}>
      <PersonPicker
        name="personId"
        label={PLAN.personId}
        people={roster.data}
        value={person}
        onChange={setPerson}
        most={1}
        error={saving.errors.personId}
        optional
      />
      {person.length === 0 && <TextField {...field('name')} optional />}
      <ChoiceField
        {...field('occasion')}
        choices={contract.OCCASIONS.map((value) => ({ value, label: OCCASION_WORDS[value] }))}
      />
      <ChoiceField
        {...field('severity')}
        choices={contract.SEVERITIES.map((value) => ({ value, label: SEVERITY_WORDS[value] }))}
        optional
      />
      <AreaField {...field('situation')} most={1000} hint="加密保存，打开时留下记录" optional />
    </SavedForm>
  )
}

const VISIT = {
  visitedOn: '哪一天走访',
  visitorIds: '谁去的',
  place: '地点',
  goods: '带去的物品',
  amountFen: '慰问金（元）',
  remark: '备注',
}

export const VisitForm = ({ visit, onDone }: { visit: Visit; onDone: () => void }) => {
  const roster = useRoster(visit.unitId)
  const [visitors, setVisitors] = useState<readonly string[]>([])
  const [typed, setTyped] = useState({
    visitedOn: today().toString(),
    place: '',
    goods: '',
    amountFen: '',
    remark: '',
  })
  const saving = useSaving(
    contract.recordVisit.body,
    (body: never) => call(contract.recordVisit, { params: { visit: visit.id }, body }),
    onDone,
  )
  const field = (name: keyof typeof typed) => ({
    name,
    label: VISIT[name],
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    error: saving.errors[name],
  })
  if (!roster.data) return <Loading what="名册" lines={4} />
  const send = (): void =>
    saving.save({
      visitedOn: typed.visitedOn,
      visitorIds: visitors,
      place: orNull(typed.place),
      goods: orNull(typed.goods),
      // What is no sum of money is sent as typed, so that the contract says so beside the field.
      amountFen: typed.amountFen.trim() === '' ? null : (fenOf(typed.amountFen) ?? typed.amountFen),
      remark: orNull(typed.remark),
      version: visit.version,
    })
  return (
    <SavedForm saving={saving} labels={VISIT} act="登记走访" onSend={send}>
      <DayField {...field('visitedOn')} today={today()} />
      <PersonPicker
        name="visitorIds"
        label={VISIT.visitorIds}
        people={roster.data}
        value={visitors}
        onChange={setVisitors}
        error={saving.errors.visitorIds}
      />
      <TextField {...field('place')} optional />
      <TextField {...field('goods')} optional />
      <TextField {...field('amountFen')} inputMode="numeric" hint="如 500 或 500.50" optional />
      <AreaField {...field('remark')} most={1000} hint="加密保存，打开时留下记录" optional />
    </SavedForm>
  )
}
