import { Drawer } from '@mantine/core'
import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { TextField } from '../ui/Field.tsx'
import { useHere } from '../ui/here.ts'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import { choicesOf } from './choices.ts'
import { recordTalks, type Talks } from './contract.ts'
import { OwnTalkForm } from './OwnTalkForm.tsx'

/** Between whom: one person and those she talked with on one day. */
export type Two = { talkerId: string; partnerIds: readonly string[] }

/** Enters talks that took place; where the reader is one of two chosen in the matrix, also what was said. */
export const RecordDrawer = ({
  two,
  data,
  onClose,
}: {
  two: Two | null
  data: Talks
  onClose: () => void
}) => {
  const { person } = useHere()
  const own = two?.partnerIds.length === 1 && [two.talkerId, ...two.partnerIds].includes(person.id)
  const other = two && [two.talkerId, ...two.partnerIds].find((id) => id !== person.id)
  return (
    <Drawer opened={two !== null} onClose={onClose} title="登记谈过的话" padding="lg">
      {two && own && other && <OwnTalkForm people={data.people} partner={other} onDone={onClose} />}
      {two && !own && <RecordForm two={two} data={data} onDone={onClose} />}
    </Drawer>
  )
}

const LABELS = {
  talkerId: '谈话人',
  partnerId: '谈话对象',
  pairs: '谈话对象',
  heldOn: '哪一天',
  place: '地点',
}

const RecordForm = ({ two, data, onDone }: { two: Two; data: Talks; onDone: () => void }) => {
  const { unit } = useHere()
  const [talkers, setTalkers] = useState<readonly string[]>([two.talkerId])
  const [partners, setPartners] = useState<readonly string[]>(two.partnerIds)
  const [heldOn, setHeldOn] = useState(today().toString())
  const [place, setPlace] = useState('')
  const saving = useSaving(
    recordTalks.body,
    (body: Body<typeof recordTalks>) => call(recordTalks, { params: { unit: unit.id }, body }),
    onDone,
  )
  const { errors } = saving
  const people = choicesOf(data.people)
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="登记"
      onSend={() =>
        saving.save({
          pairs: partners.map((partnerId) => ({ talkerId: talkers[0], partnerId })),
          heldOn,
          place: orNull(place),
        })
      }
    >
      <PersonPicker
        label="谈话人"
        name="talkerId"
        error={errors.talkerId}
        people={people}
        most={1}
        value={talkers}
        onChange={setTalkers}
      />
      <PersonPicker
        label="谈话对象"
        name="pairs"
        hint="同一天和几个人分别谈过，可以一起选"
        error={errors.partnerId ?? (errors.pairs && '请选择谈话对象')}
        people={people.filter(({ id }) => id !== talkers[0])}
        value={partners}
        onChange={setPartners}
      />
      <DayField
        label="哪一天"
        name="heldOn"
        error={errors.heldOn}
        value={heldOn}
        onChange={setHeldOn}
        today={today()}
      />
      <TextField label="地点" name="place" optional error={errors.place} value={place} onChange={setPlace} />
      <p className="aside">
        按谈话的人告诉您的登记。类型按两个人当天的职务得出；谈的内容由两个人自己写，这里不填。
      </p>
    </SavedForm>
  )
}
