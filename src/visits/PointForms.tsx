import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import * as contract from './contact-contract.ts'
import { POINT_KIND_NAMES, POINT_KINDS } from './kinds.ts'
import { LABELS } from './labels.ts'
import { useCadres } from './using.ts'

type Done = { onDone: () => void }
type Point = contract.ContactPoint

/** A new point, or one by another name. */
export const PointForm = ({ point, onDone }: Done & { point?: Point }) => {
  const [typed, setTyped] = useState({
    name: point?.name ?? '',
    kind: point?.kind ?? '',
    area: point?.area ?? '',
    since: point?.since ?? today().toString(),
  })
  const saving = useSaving(
    point ? contract.changePoint.body : contract.makePoint.body,
    async (body: never) => {
      if (point) await call(contract.changePoint, { params: { point: point.id }, body })
      else await call(contract.makePoint, { body })
    },
    onDone,
  )
  const field = (name: keyof typeof typed) => ({
    name,
    label: LABELS[name],
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    error: saving.errors[name],
  })
  const { since, ...given } = typed
  const body = point ? { ...given, version: point.version } : { ...given, since }
  return (
    <SavedForm saving={saving} labels={LABELS} act={point ? '保存' : '设立'} onSend={() => saving.save(body)}>
      <TextField {...field('name')} hint="单位的名称，如“云岭街道柳荫社区”；不写住户" />
      <ChoiceField
        {...field('kind')}
        choices={POINT_KINDS.map((value) => ({ value, label: POINT_KIND_NAMES[value] }))}
      />
      <TextField {...field('area')} hint="属于哪个街道、镇" optional />
      {!point && <DayField {...field('since')} today={today()} />}
    </SavedForm>
  )
}

export const LinkForm = ({ point, onDone }: Done & { point: Point }) => {
  const cadres = useCadres()
  const [person, setPerson] = useState<readonly string[]>([])
  const [since, setSince] = useState(today().toString())
  const [until, setUntil] = useState('')
  const saving = useSaving(
    contract.linkCadre.body,
    (body: never) => call(contract.linkCadre, { params: { point: point.id }, body }),
    onDone,
  )
  const send = () => saving.save({ personId: person[0] ?? '', since, until: orNull(until) })
  return (
    <SavedForm saving={saving} labels={LABELS} act="安排" onSend={send}>
      <PersonPicker
        name="personId"
        label={LABELS.personId}
        people={cadres}
        value={person}
        onChange={setPerson}
        most={1}
        error={saving.errors.personId}
      />
      <DayField
        name="since"
        label={LABELS.since}
        value={since}
        onChange={setSince}
        today={today()}
        error={saving.errors.since}
      />
      <DayField
        name="until"
        label={LABELS.until}
        value={until}
        onChange={setUntil}
        today={today()}
        hint="还没有定的不填"
        error={saving.errors.until}
        optional
      />
    </SavedForm>
  )
}

/** Until which day: of a point, or of one cadre's keeping contact. */
export const EndForm = ({ of, onDone }: Done & { of: { point: Point } | { link: contract.ContactLink } }) => {
  const ending = 'point' in of ? of.point : of.link
  const [until, setUntil] = useState(today().toString())
  const saving = useSaving(
    contract.endPoint.body,
    async (body: never) => {
      if ('point' in of) await call(contract.endPoint, { params: { point: of.point.id }, body })
      else await call(contract.endLink, { params: { link: of.link.id }, body })
    },
    onDone,
  )
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="结束"
      onSend={() => saving.save({ until, version: ending.version })}
    >
      {'point' in of && <p>在这里联系的人也到这一天为止。走访记录都保留。</p>}
      <DayField
        name="until"
        label={LABELS.until}
        value={until}
        onChange={setUntil}
        today={today()}
        error={saving.errors.until}
      />
    </SavedForm>
  )
}
