import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { AreaField, TextField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { RadioRow } from '../ui/RadioRow.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { cadresQuery } from './asking.ts'
import { ITEM_KIND_NAMES, ITEM_KINDS, makeItem } from './contract.ts'
import { LABELS, type Label } from './labels.ts'
import css from './wellbeing.module.css'

type Given = Body<typeof makeItem>

type Props = { about: Pick<Given, 'year' | 'feature' | 'entry'>; label: string; onMade: () => void }

/** A row of the counts becomes a suggestion or a research topic; the numbers of today go with it. */
export const ItemForm = ({ about, label, onMade }: Props) => {
  const navigate = useNavigate()
  const { data } = useQuery(cadresQuery)
  const [given, setGiven] = useState<Given>({
    ...about,
    kind: 'suggestion',
    title: '',
    proposal: '',
    ownerId: '',
    dueOn: today().add({ days: 30 }).toString(),
  })
  const set = (more: Partial<Given>) => setGiven((was) => ({ ...was, ...more }))
  const saving = useSaving(
    makeItem.body,
    (body: Given) => call(makeItem, { body }),
    ({ id }) => {
      onMade()
      void navigate({ to: '/needs/patterns/$item', params: { item: id } })
    },
  )
  const field = (name: Label) => ({ name, label: LABELS[name], error: saving.errors[name] })
  return (
    <SavedForm saving={saving} labels={LABELS} act="形成" onSend={() => saving.save(given)}>
      <p className="aside">
        {about.year} 年「{label}」今天的数会一并记下；不显示的数不记。
      </p>
      <fieldset className={css.question}>
        <legend>{LABELS.kind}</legend>
        <RadioRow
          name="kind"
          choices={ITEM_KINDS.map((value) => ({ value, label: ITEM_KIND_NAMES[value] }))}
          value={given.kind}
          onChange={(kind) => set({ kind })}
        />
      </fieldset>
      <TextField
        {...field('title')}
        hint="写事，不写任何人，如“请人社部门约谈用工单位”"
        value={given.title}
        onChange={(title) => set({ title })}
      />
      <AreaField
        {...field('proposal')}
        optional
        most={150}
        value={given.proposal ?? ''}
        onChange={(proposal) => set({ proposal })}
      />
      <PersonPicker
        {...field('ownerId')}
        most={1}
        people={(data?.cadres ?? []).map(({ id, name, initials, unitName }) => ({
          id,
          name,
          initials: initials ?? '',
          ...(unitName && { note: unitName }),
        }))}
        value={given.ownerId ? [given.ownerId] : []}
        onChange={([ownerId]) => set({ ownerId: ownerId ?? '' })}
      />
      <DayField
        {...field('dueOn')}
        today={today()}
        value={given.dueOn}
        onChange={(dueOn) => set({ dueOn })}
      />
    </SavedForm>
  )
}
