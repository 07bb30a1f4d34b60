import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import { recordStudySession, type Told } from './contract.ts'
import { KIND_NAMES, LEVEL_NAMES, LEVELS, type Level } from './kinds.ts'
import { LABELS, type Label, numberIn } from './labels.ts'
import { usePeople } from './people.ts'
import { EMPTY } from './session-form.ts'
import css from './study.module.css'

const TITLES = { ...LABELS, topic: '培训名称', heldOn: '开始日期' }

/** A training that some people went to: who, what, held by a body of which level, from when to when, how many hours. */
export const TrainingForm = ({ unitId, onDone }: { unitId: string; onDone: () => void }) => {
  const now = today().toString()
  const [kind, setKind] = useState<'training' | 'induction'>('training')
  const [personIds, setPersonIds] = useState<readonly string[]>([])
  const [topic, setTopic] = useState('')
  const [level, setLevel] = useState<string>('')
  const [organiser, setOrganiser] = useState('')
  const [heldOn, setHeldOn] = useState(now)
  const [untilOn, setUntilOn] = useState('')
  const [hours, setHours] = useState('')
  const people = usePeople(unitId, heldOn)
  const saving = useSaving(
    recordStudySession.body,
    (body: Told) => call(recordStudySession, { params: { unit: unitId }, body }),
    onDone,
  )
  const field = (name: Label) => ({ name, label: TITLES[name], error: saving.errors[name] })
  return (
    <SavedForm
      saving={saving}
      labels={TITLES}
      act="登记培训"
      quiet
      onSend={() =>
        saving.save({
          ...EMPTY,
          kind,
          topic,
          level: level as Level,
          organiser: orNull(organiser),
          audience: 'named',
          personIds: [...personIds],
          heldOn,
          untilOn: orNull(untilOn),
          hours: numberIn(hours),
        })
      }
    >
      <PersonPicker
        {...field('personIds')}
        people={people}
        value={personIds}
        onChange={(ids) => setPersonIds(ids)}
      />
      <ChoiceField
        {...field('kind')}
        value={kind}
        onChange={(chosen) => setKind(chosen as typeof kind)}
        choices={[
          { value: 'training', label: KIND_NAMES.training },
          { value: 'induction', label: KIND_NAMES.induction },
        ]}
      />
      <TextField {...field('topic')} value={topic} onChange={setTopic} />
      <ChoiceField
        {...field('level')}
        value={level}
        onChange={setLevel}
        choices={LEVELS.filter((each) => each !== 'own').map((value) => ({
          value,
          label: LEVEL_NAMES[value],
        }))}
      />
      <TextField
        {...field('organiser')}
        optional
        hint="培训名称里写明了的不用再写"
        value={organiser}
        onChange={setOrganiser}
      />
      <div className={css.row}>
        <DayField {...field('heldOn')} value={heldOn} onChange={setHeldOn} today={today()} />
        <DayField
          {...field('untilOn')}
          optional
          hint="一天的不填"
          value={untilOn}
          onChange={setUntilOn}
          today={today()}
        />
      </div>
      <TextField
        {...field('hours')}
        optional
        inputMode="numeric"
        hint="按通知或结业证上写的填；没有写明的先不填"
        value={hours}
        onChange={setHours}
      />
    </SavedForm>
  )
}
