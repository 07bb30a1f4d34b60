import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { TextField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import { type Candidates, type GroupLine, recordNomination } from './candidate-contract.ts'
import css from './candidates.module.css'
import { choicesOf } from './choices.tsx'

const LABELS = {
  heldOn: '日期',
  hostName: '主持人',
  entitled: '应到人数',
  present: '到会人数',
  nominees: '推荐的人',
}

/** People are picked; the number supporting each stands at all who came, and is typed only where it is less. */
export const NominationForm = ({
  of,
  group,
  onDone,
}: {
  of: Candidates
  group: GroupLine
  onDone: () => void
}) => {
  const kept = group.nomination
  const [heldOn, setHeldOn] = useState(kept?.heldOn ?? of.proposedOn)
  const [hostName, setHostName] = useState(kept?.hostName ?? group.leader ?? '')
  const [entitled, setEntitled] = useState(String(kept?.entitled ?? group.entitled))
  const [present, setPresent] = useState(String(kept?.present ?? group.entitled))
  const [people, setPeople] = useState<readonly string[]>(
    kept?.nominees.map(({ personId }) => personId) ?? [],
  )
  const [support, setSupport] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(kept?.nominees.map((each) => [each.personId, String(each.support)]) ?? []),
  )
  const saving = useSaving(
    recordNomination.body,
    (body: never) => call(recordNomination, { params: { election: of.id, group: group.id }, body }),
    onDone,
  )
  const nameOf = (id: string): string => of.people.find((person) => person.id === id)?.name ?? ''
  const send = (): void =>
    saving.save({
      heldOn,
      hostName: orNull(hostName),
      entitled: countOf(entitled),
      present: countOf(present),
      nominees: people.map((personId) => ({ personId, support: countOf(support[personId] ?? present) })),
      version: of.version,
    })
  const supports = Object.fromEntries(
    people.map((id, at) => [`nominees.${at}.support`, `${nameOf(id)}的推荐人数`]),
  )
  return (
    <SavedForm saving={saving} labels={{ ...LABELS, ...supports }} act="登记推荐" onSend={send}>
      <DayField
        name="heldOn"
        label={LABELS.heldOn}
        value={heldOn}
        onChange={setHeldOn}
        error={saving.errors.heldOn}
        today={today()}
      />
      <TextField
        name="hostName"
        label={LABELS.hostName}
        value={hostName}
        onChange={setHostName}
        error={saving.errors.hostName}
        optional
      />
      <div className={css.pair}>
        <TextField
          name="entitled"
          label={LABELS.entitled}
          inputMode="numeric"
          hint="有选举权的党员"
          value={entitled}
          onChange={setEntitled}
          error={saving.errors.entitled}
        />
        <TextField
          name="present"
          label={LABELS.present}
          inputMode="numeric"
          hint="其中到会的"
          value={present}
          onChange={setPresent}
          error={saving.errors.present}
        />
      </div>
      <PersonPicker
        name="nominees"
        label={LABELS.nominees}
        people={choicesOf(of.people)}
        value={people}
        onChange={setPeople}
        error={saving.errors.nominees}
      />
      {people.map((id, at) => (
        <TextField
          key={id}
          name={`nominees.${at}.support`}
          label={`${nameOf(id)}的推荐人数`}
          inputMode="numeric"
          value={support[id] ?? present}
          onChange={(count) => setSupport({ ...support, [id]: count })}
          error={saving.errors[`nominees.${at}.support`]}
        />
      ))}
    </SavedForm>
  )
}

const countOf = (text: string): number | string => (/^\d+$/.test(text.trim()) ? Number(text) : text)
