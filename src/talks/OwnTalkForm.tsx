import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { AreaField, ChoiceField, TextField } from '../ui/Field.tsx'
import { useHere } from '../ui/here.ts'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import { choicesOf } from './choices.ts'
import { type Circled, type Note, recordOwnTalk } from './contract.ts'
import { CAUSE_NAMES, CAUSES } from './kinds.ts'

const LABELS = {
  partnerId: '和谁谈的',
  heldOn: '哪一天',
  note: '谈话缘由',
  place: '地点',
  text: '谈话内容',
  follow: '后续办理',
}

export const CAUSE_CHOICES = [
  { value: 'yearly', label: '年度谈心' },
  ...CAUSES.map((cause) => ({ value: cause, label: CAUSE_NAMES[cause] })),
]

type Props = { people: readonly Circled[]; partner?: string; onDone: (id: string) => void }

/** One's own talk: with whom and when are chosen; what was said may be written, now or later. */
export const OwnTalkForm = ({ people, partner, onDone }: Props) => {
  const { person } = useHere()
  const [partners, setPartners] = useState<readonly string[]>(partner ? [partner] : [])
  const [heldOn, setHeldOn] = useState(today().toString())
  const [cause, setCause] = useState('yearly')
  const [place, setPlace] = useState('')
  const [text, setText] = useState('')
  const [follow, setFollow] = useState('')
  const saving = useSaving(
    recordOwnTalk.body,
    (body: Body<typeof recordOwnTalk>) => call(recordOwnTalk, { body }),
    ({ id }) => onDone(id),
  )
  const { errors } = saving
  const said = text.trim() !== '' || follow.trim() !== '' || cause !== 'yearly'
  const note = said ? { text, follow, cause: cause as Note['cause'] } : null
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="登记"
      onSend={() => saving.save({ partnerId: partners[0], heldOn, place: orNull(place), note })}
    >
      <PersonPicker
        label={LABELS.partnerId}
        name="partnerId"
        error={errors.partnerId}
        people={choicesOf(people.filter(({ id }) => id !== person.id))}
        most={1}
        value={partners}
        onChange={setPartners}
      />
      <DayField
        label={LABELS.heldOn}
        name="heldOn"
        error={errors.heldOn}
        value={heldOn}
        onChange={setHeldOn}
        today={today()}
      />
      <ChoiceField label="谈话缘由" name="cause" value={cause} onChange={setCause} choices={CAUSE_CHOICES} />
      <AreaField
        label="谈话内容"
        name="text"
        optional
        hint="加密保存，只有您和对方看得到；可以以后再写"
        most={10_000}
        rows={5}
        value={text}
        onChange={setText}
      />
      <AreaField
        label="后续办理"
        name="follow"
        optional
        most={2_000}
        rows={2}
        value={follow}
        onChange={setFollow}
      />
      <TextField label="地点" name="place" optional error={errors.place} value={place} onChange={setPlace} />
      <p className="aside">支委会看得到谁和谁、哪一天谈过；缘由、内容和后续办理看不到。</p>
    </SavedForm>
  )
}
