import { useState } from 'react'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import type { Post } from '../kernel/access.ts'
import type { UnitKind } from '../organs/contract.ts'
import type { PersonChoice } from '../ui/choosing.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { ChoiceField } from '../ui/Field.tsx'
import type { Here } from '../ui/here.ts'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { appoint } from './contract.ts'
import { postsIn } from './standing.ts'

const LABELS = { personId: '任职的人', unit: '任职的组织', post: '职务', since: '任职日期' }

type Props = {
  here: Here
  unitId: string
  post?: Post
  /** Whom the form is about, or among whom to choose. */
  person?: string
  people?: readonly PersonChoice[]
  onDone: () => void
}

/** An appointment, which is at the same time the access that comes with it. */
export const PostForm = ({ here, unitId: first, post: known = 'member', person, people, onDone }: Props) => {
  const units = here.units.filter(({ path }) => here.may(appoint.asks, path))
  const [chosen, setChosen] = useState<readonly string[]>(person ? [person] : [])
  const [unitId, setUnitId] = useState(first)
  const [post, setPost] = useState<string>(known === 'member' ? '' : known)
  const [since, setSince] = useState('')
  const unit = units.find(({ id }) => id === unitId)
  const saving = useSaving(
    appoint.body,
    (body: Body<typeof appoint>) => call(appoint, { params: { unit: unitId }, body }),
    onDone,
  )
  const field = (name: keyof typeof LABELS) => ({ name, label: LABELS[name], error: saving.errors[name] })
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="登记任职"
      onSend={() => saving.save({ personId: chosen[0], post, since })}
    >
      {people && (
        <PersonPicker {...field('personId')} people={people} most={1} value={chosen} onChange={setChosen} />
      )}
      {!people && (
        <ChoiceField
          {...field('unit')}
          value={unit ? unitId : ''}
          onChange={(other) => {
            setUnitId(other)
            setPost('')
          }}
          choices={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <ChoiceField
        {...field('post')}
        value={post}
        onChange={setPost}
        choices={postsIn((unit?.kind ?? 'branch') as UnitKind).map((value) => ({
          value,
          label: TERMS[value],
        }))}
      />
      <DayField {...field('since')} value={since} onChange={setSince} today={today()} />
      <p className="aside">从任职日期起按职务开放权限，免职后收回。</p>
    </SavedForm>
  )
}
