import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { ChoiceField, TextField, TickField } from '../ui/Field.tsx'
import { useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import { beginFloating, ENDS, endFloating, type Floating, MOVES, noteContact } from './contract.ts'
import { END_WORDS, MOVE_WORDS } from './labels.ts'
import { useRoster } from './OutForm.tsx'
import { choicesOf } from './roster.ts'

const LABELS = {
  direction: '是哪一种',
  personId: '外出的党员',
  guestName: '姓名',
  groupId: '编入党小组',
  place: '在什么地方',
  reason: '原因',
  since: '从哪一天起',
  expectedUntil: '预计到哪一天',
  contactId: '由谁联系',
}

/** One of ours who is away, or a guest from elsewhere. */
export const FloatingForm = ({ onDone }: { onDone: () => void }) => {
  const { unit, units } = useHere()
  const roster = useRoster(unit.id)
  const groups = units.filter(({ kind, parentId }) => kind === 'group' && parentId === unit.id)
  const [person, setPerson] = useState<readonly string[]>([])
  const [contact, setContact] = useState<readonly string[]>([])
  const [certificate, setCertificate] = useState(false)
  const [typed, setTyped] = useState({
    direction: 'away',
    guestName: '',
    groupId: '',
    place: '',
    reason: 'work',
    since: today().toString(),
    expectedUntil: '',
  })
  const saving = useSaving(
    beginFloating.body,
    (body: never) => call(beginFloating, { params: { unit: unit.id }, body }),
    onDone,
  )
  const field = (name: keyof typeof typed) => ({
    name,
    label: LABELS[name],
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    error: saving.errors[name],
  })
  if (!roster.data) return <Loading what="名册" lines={4} />
  const guest = typed.direction === 'guest'
  const people = choicesOf(roster.data)
  const send = (): void =>
    saving.save({
      ...typed,
      personId: guest ? null : (person[0] ?? ''),
      guestName: guest ? typed.guestName : null,
      groupId: guest ? orNull(typed.groupId) : null,
      expectedUntil: orNull(typed.expectedUntil),
      contactId: contact[0] ?? null,
      certificate,
    })
  return (
    <SavedForm saving={saving} labels={LABELS} act="登记" onSend={send}>
      <ChoiceField
        {...field('direction')}
        choices={[
          { value: 'away', label: '本支部党员外出' },
          { value: 'guest', label: '外来党员编入本支部参加组织生活' },
        ]}
      />
      {guest ? (
        <>
          <TextField {...field('guestName')} />
          <ChoiceField
            {...field('groupId')}
            choices={groups.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
        </>
      ) : (
        <PersonPicker
          name="personId"
          label={LABELS.personId}
          people={people}
          value={person}
          onChange={setPerson}
          most={1}
          error={saving.errors.personId}
        />
      )}
      <TextField {...field('place')} label={guest ? '来自哪个党组织' : LABELS.place} />
      <ChoiceField
        {...field('reason')}
        choices={MOVES.map((value) => ({ value, label: MOVE_WORDS[value] }))}
      />
      <DayField {...field('since')} today={today()} />
      <DayField {...field('expectedUntil')} today={today()} optional />
      <PersonPicker
        name="contactId"
        label={LABELS.contactId}
        people={people}
        value={contact}
        onChange={setContact}
        most={1}
        error={saving.errors.contactId}
        optional
      />
      <TickField label="带有流动党员活动证" value={certificate} onChange={setCertificate} />
    </SavedForm>
  )
}

type Of = { floating: Floating; onDone: () => void }

/** Only the day; who says so is known. */
export const ContactForm = ({ floating, onDone }: Of) => {
  const [lastOn, setLastOn] = useState(today().toString())
  const labels = { lastOn: '最近一次联系的日子' }
  const saving = useSaving(
    noteContact.body,
    (body: never) => call(noteContact, { params: { floating: floating.id }, body }),
    onDone,
  )
  return (
    <SavedForm saving={saving} labels={labels} act="登记联系" onSend={() => saving.save({ lastOn })}>
      <p className="aside">只记日子和登记的人，不记谈了什么。</p>
      <DayField
        name="lastOn"
        label={labels.lastOn}
        value={lastOn}
        onChange={setLastOn}
        error={saving.errors.lastOn}
        today={today()}
      />
    </SavedForm>
  )
}

export const EndForm = ({ floating, onDone }: Of) => {
  const [endedOn, setEndedOn] = useState(today().toString())
  const [endedHow, setEndedHow] = useState('returned')
  const labels = { endedOn: '哪一天结束', endedHow: '怎样结束' }
  const saving = useSaving(
    endFloating.body,
    (body: never) => call(endFloating, { params: { floating: floating.id }, body }),
    onDone,
  )
  return (
    <SavedForm
      saving={saving}
      labels={labels}
      act="登记结束"
      onSend={() => saving.save({ endedOn, endedHow, version: floating.version })}
    >
      <ChoiceField
        name="endedHow"
        label={labels.endedHow}
        value={endedHow}
        onChange={setEndedHow}
        error={saving.errors.endedHow}
        choices={ENDS.map((value) => ({ value, label: END_WORDS[value] }))}
      />
      <DayField
        name="endedOn"
        label={labels.endedOn}
        value={endedOn}
        onChange={setEndedOn}
        error={saving.errors.endedOn}
        today={today()}
      />
    </SavedForm>
  )
}
