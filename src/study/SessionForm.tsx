import { useState } from 'react'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { Feeds } from '../ui/Feeds.tsx'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import type { useSaving } from '../ui/saving.ts'
import type { Told } from './contract.ts'
import { isTraining, KIND_NAMES, LEVEL_NAMES, LEVELS, type Level, SESSION_KINDS } from './kinds.ts'
import { LABELS, type Label, numberIn } from './labels.ts'
import { usePeople } from './people.ts'
import { FollowUpRows, MaterialRows, QuestionRows } from './Rows.tsx'
import { tidied } from './session-form.ts'
import css from './study.module.css'
import { Whom } from './Whom.tsx'

type Props = {
  unitId: string
  start: Told
  act: string
  saving: Pick<ReturnType<typeof useSaving>, 'errors' | 'failure' | 'busy' | 'save'>
}

/** A session in the order in which it happened: when and what, who was there, hours as declared, what came of it. */
export const SessionForm = ({ unitId, start, act, saving }: Props) => {
  const [told, setTold] = useState(start)
  const [hours, setHours] = useState(start.hours === null ? '' : String(start.hours))
  const set = (more: Partial<Told>) => setTold((was) => ({ ...was, ...more }))
  const people = usePeople(unitId, told.heldOn)
  const { errors } = saving
  const field = (name: Label) => ({ name, label: LABELS[name], error: errors[name] })
  const training = isTraining(told.kind)
  const year = told.heldOn.slice(0, 4)
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act={act}
      onSend={() => saving.save({ ...tidied(told), hours: numberIn(hours) })}
    >
      <div className={css.row}>
        <ChoiceField
          {...field('kind')}
          value={told.kind}
          onChange={(kind) => set({ kind: kind as Told['kind'], level: 'own', untilOn: null })}
          choices={SESSION_KINDS.map((value) => ({ value, label: KIND_NAMES[value] }))}
        />
        <DayField
          {...field('heldOn')}
          today={today()}
          value={told.heldOn}
          onChange={(heldOn) => set({ heldOn })}
        />
        {training && (
          <DayField
            {...field('untilOn')}
            optional
            hint="一天的不填"
            today={today()}
            value={told.untilOn ?? ''}
            onChange={(untilOn) => set({ untilOn: untilOn || null })}
          />
        )}
      </div>
      <TextField {...field('topic')} value={told.topic} onChange={(topic) => set({ topic })} />
      {training && (
        <div className={css.row}>
          <ChoiceField
            {...field('level')}
            value={told.level}
            onChange={(level) => set({ level: level as Level })}
            choices={LEVELS.map((value) => ({ value, label: LEVEL_NAMES[value] }))}
          />
          <TextField
            {...field('organiser')}
            optional
            value={told.organiser ?? ''}
            onChange={(organiser) => set({ organiser })}
          />
        </div>
      )}
      <Whom unitId={unitId} value={told} people={people} errors={errors} onChange={set} />
      <PersonPicker
        {...field('absentIds')}
        optional
        hint="应参加的人默认都参加，只选没有来的"
        people={told.audience === 'named' ? people.filter(({ id }) => told.personIds.includes(id)) : people}
        value={told.absentIds}
        onChange={(ids) => set({ absentIds: [...ids] })}
      />
      <TextField
        {...field('hours')}
        optional
        inputMode="numeric"
        hint="由登记人填报，整数；说不准的先不填，不会算作零"
        value={hours}
        onChange={setHours}
      />
      <OwnHours told={told} people={people} error={errors.ownHours} onChange={set} />
      <PersonPicker
        {...field('leaderId')}
        optional
        people={people}
        most={1}
        value={told.leaderId ? [told.leaderId] : []}
        onChange={([leaderId]) => set({ leaderId: leaderId ?? null })}
      />
      {told.leaderId === null && (
        <TextField
          {...field('leaderName')}
          optional
          value={told.leaderName ?? ''}
          onChange={(leaderName) => set({ leaderName })}
        />
      )}
      <MaterialRows rows={told.materials} onChange={(materials) => set({ materials })} />
      <QuestionRows rows={told.questions} onChange={(questions) => set({ questions })} />
      <FollowUpRows rows={told.followUps} people={people} onChange={(followUps) => set({ followUps })} />
      <Feeds
        duties={
          training
            ? ['本人的学时', '本人的集中培训（县级以上、任职培训按所选另计）']
            : ['本人的学时（党员、书记和委员）']
        }
        registers={[`${year} 年学时登记表`, '支部工作手册']}
      />
    </SavedForm>
  )
}

type Own = {
  told: Told
  people: ReturnType<typeof usePeople>
  error: string | undefined
  onChange: (more: Partial<Told>) => void
}

/** Those who came late or left early, with hours of their own. */
const OwnHours = ({ told, people, error, onChange }: Own) => {
  const of = (id: string) => told.ownHours.find(({ personId }) => personId === id)?.hours
  const named = new Map(people.map(({ id, name }) => [id, name]))
  return (
    <>
      <PersonPicker
        label={LABELS.ownHours}
        name="ownHours"
        optional
        error={error}
        people={people.filter(({ id }) => !told.absentIds.includes(id))}
        value={told.ownHours.map(({ personId }) => personId)}
        onChange={(ids) =>
          onChange({ ownHours: ids.map((personId) => ({ personId, hours: of(personId) ?? 1 })) })
        }
      />
      {told.ownHours.map(({ personId, hours }) => (
        <TextField
          key={personId}
          label={`${named.get(personId) ?? ''}的学时`}
          name={`own-${personId}`}
          inputMode="numeric"
          value={String(hours)}
          onChange={(text) =>
            onChange({
              ownHours: told.ownHours.map((each) =>
                each.personId === personId ? { personId, hours: Number(text.replace(/\D/g, '')) } : each,
              ),
            })
          }
        />
      ))}
    </>
  )
}
