import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import { addPlanItem, changePlanItem, type PlanItem } from './contract.ts'
import { KIND_NAMES, SESSION_KINDS, type SessionKind } from './kinds.ts'
import { LABELS, type Label } from './labels.ts'
import { usePeople } from './people.ts'
import { Whom } from './Whom.tsx'

type Item = Body<typeof addPlanItem>
type Props = { unitId: string; year: number; item?: PlanItem; onDone: () => void }

/** One thing to study: month, topic, material, who leads, for whom. A day only where it is fixed. */
export const PlanItemForm = ({ unitId, year, item, onDone }: Props) => {
  const [given, setGiven] = useState<Item>(() => startOf(year, item))
  const set = (more: Partial<Item>) => setGiven({ ...given, ...more })
  const people = usePeople(unitId, today().toString())
  const saving = useSaving(
    addPlanItem.body,
    (body: Item) =>
      item
        ? call(changePlanItem, { params: { item: item.id }, body: { ...body, version: item.version } })
        : call(addPlanItem, { params: { unit: unitId }, body }),
    onDone,
  )
  const field = (name: Label) => ({ name, label: LABELS[name], error: saving.errors[name] })
  const heldOn = given.heldOn ?? ''
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act={item ? '保存修改' : '列入计划'}
      onSend={() => saving.save({ ...given, heldOn: orNull(heldOn), material: orNull(given.material ?? '') })}
    >
      <ChoiceField
        {...field('month')}
        value={String(given.month)}
        onChange={(month) => set({ month: Number(month), heldOn: null })}
        choices={Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: `${at + 1}月` }))}
      />
      <ChoiceField
        {...field('kind')}
        value={given.kind}
        onChange={(kind) => set({ kind: kind as SessionKind })}
        choices={SESSION_KINDS.map((value) => ({ value, label: KIND_NAMES[value] }))}
      />
      <TextField {...field('topic')} value={given.topic} onChange={(topic) => set({ topic })} />
      <TextField
        {...field('material')}
        optional
        value={given.material ?? ''}
        onChange={(material) => set({ material })}
      />
      <PersonPicker
        {...field('leaderId')}
        optional
        people={people}
        most={1}
        value={given.leaderId ? [given.leaderId] : []}
        onChange={([leaderId]) => set({ leaderId: leaderId ?? null, leaderName: null })}
      />
      <Whom unitId={unitId} value={given} people={people} errors={saving.errors} onChange={set} />
      <DayField
        {...field('heldOn')}
        optional
        hint="日子已定的才填"
        today={today()}
        value={heldOn}
        onChange={(on) => set({ heldOn: on })}
      />
    </SavedForm>
  )
}

const startOf = (year: number, item: PlanItem | undefined): Item => ({
  year,
  month: item?.month ?? today().month,
  heldOn: item?.heldOn ?? null,
  kind: item?.kind ?? 'collective',
  topic: item?.topic ?? '',
  material: item?.material ?? null,
  leaderId: item?.leaderId ?? null,
  leaderName: item?.leaderName ?? null,
  audience: item?.audience ?? 'all',
  groupId: item?.groupId ?? null,
  personIds: item?.people.map(({ id }) => id) ?? [],
})
