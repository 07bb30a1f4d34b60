import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { ClockField } from '../ui/ClockField.tsx'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { errorsOf } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { orNull } from '../ui/saving.ts'
import { BODY_WORDS } from './labels.ts'
import { useMeetingActs } from './meeting-asking.tsx'
import { changeGathering, planGathering } from './meeting-contract.ts'
import type { GatheringShown, Meeting } from './meeting-shape.ts'

type Props = { meeting: Meeting; gathering: GatheringShown | null; onDone?: () => void }

/** When, where, who chairs. What is known is filled in: the day planned, and the first who may chair. */
export const GatheringForm = ({ meeting, gathering, onDone }: Props) => {
  const { electionId, body, chairing, plannedOn } = meeting
  const [heldOn, setHeldOn] = useState(gathering?.heldOn ?? plannedOn ?? today().toString())
  const [startsAt, setStartsAt] = useState(gathering?.startsAt ?? '14:30')
  const [place, setPlace] = useState(gathering?.place ?? '')
  const [guests, setGuests] = useState(gathering?.guests ?? '')
  const [host, setHost] = useState(gathering?.hostName ?? chairing.people[0]?.name ?? '')
  const [other, setOther] = useState(
    gathering?.hostName && !chairing.people.some(({ name }) => name === gathering.hostName) ? OTHER : '',
  )
  const [recorder, setRecorder] = useState(gathering?.recorderName ?? '')
  const picked = other === '' ? chairing.people.find(({ name }) => name === host) : undefined
  const saving = useMeetingActs(
    meeting,
    (_: undefined, version) => {
      const plan = {
        heldOn,
        startsAt: orNull(startsAt),
        place: orNull(place),
        guests: orNull(guests),
        hostId: picked?.personId ?? null,
        hostName: orNull(host),
        recorderName: orNull(recorder),
        version,
      }
      return gathering
        ? call(changeGathering, { params: { election: electionId, gathering: gathering.id }, body: plan })
        : call(planGathering, { params: { election: electionId, body }, body: plan })
    },
    { done: () => onDone?.() },
  )
  const errors = errorsOf(saving.error)
  const isFieldless = saving.error && Object.keys(errors).every((field) => field === 'version')
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate(undefined)
      }}
    >
      <DayField
        label="日期"
        name="heldOn"
        value={heldOn}
        onChange={setHeldOn}
        today={today()}
        error={errors.heldOn}
      />
      <ClockField
        label="时间"
        name="startsAt"
        optional
        value={startsAt}
        onChange={setStartsAt}
        error={errors.startsAt}
      />
      <TextField label="地点" name="place" optional value={place} onChange={setPlace} error={errors.place} />
      {chairing.people.length > 0 && (
        <ChoiceField
          label="主持人"
          name="host"
          hint={`${chairing.words}${chairing.citation ? `（${chairing.citation}）` : ''}`}
          value={other === '' ? host : OTHER}
          onChange={(chosen) => {
            setOther(chosen === OTHER ? OTHER : '')
            setHost(chosen === OTHER ? '' : chosen)
          }}
          choices={[
            ...chairing.people.map(({ name }) => ({ value: name, label: name })),
            { value: OTHER, label: '另写一人' },
          ]}
        />
      )}
      {(other !== '' || chairing.people.length === 0) && (
        <TextField
          label="主持人姓名"
          name="hostName"
          optional
          value={host}
          onChange={setHost}
          error={errors.hostName}
        />
      )}
      <TextField
        label="列席"
        name="guests"
        optional
        hint="如上级派来的人，写单位和姓名"
        value={guests}
        onChange={setGuests}
        error={errors.guests}
      />
      <TextField
        label="记录人"
        name="recorderName"
        optional
        value={recorder}
        onChange={setRecorder}
        error={errors.recorderName}
      />
      {isFieldless && <Failed error={saving.error} />}
      <Act primary type="submit" loading={saving.isPending}>
        {gathering ? '保存' : `安排${BODY_WORDS[body]}`}
      </Act>
    </form>
  )
}

const OTHER = '另写一人'
