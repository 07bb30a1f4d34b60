import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import type { Errors } from '../ui/errors.ts'
import { AreaField, type Choice, ChoiceField, TextField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { RadioRow } from '../ui/RadioRow.tsx'
import { CONSENT_NAMES, CONSENTS } from '../visits/contract.ts'
import type { Kit } from './contract.ts'
import type { Draft } from './draft.ts'
import css from './outbox.module.css'
import { PromiseRows } from './PromiseRows.tsx'

type Props = { kit: Kit; draft: Draft; onChange: (change: Partial<Draft>) => void; errors: Errors }

const ELSEWHERE = 'elsewhere'

const placesOf = (kit: Kit): Choice[] => [
  ...kit.points.map(({ id, name, hers }) => ({ value: id, label: hers ? `${name}（我联系的）` : name })),
  { value: ELSEWHERE, label: '其他地方' },
]

/** Where, when, with whom, what was heard: what is rarely needed is folded away. */
export const VisitPart = ({ kit, draft, onChange, errors }: Props) => (
  <section aria-labelledby="visit">
    <h2 id="visit">走访</h2>
    <DayField
      label="走访日期"
      name="heldOn"
      value={draft.heldOn}
      onChange={(heldOn) => onChange({ heldOn })}
      today={today()}
      error={errors.heldOn}
    />
    <Where kit={kit} draft={draft} onChange={onChange} errors={errors} />
    <TextField
      label="和谁谈的"
      name="whom"
      value={draft.whom}
      onChange={(whom) => onChange({ whom })}
      hint="她愿意怎么称呼就怎么写，也可以只写身份。"
      error={errors.whom}
      optional
    />
    <AreaField
      label="看到听到什么"
      name="seen"
      value={draft.seen}
      onChange={(seen) => onChange({ seen })}
      most={3_000}
      error={errors.seen}
    />
    <fieldset className={css.choices}>
      <legend>本人同意记录吗</legend>
      <RadioRow
        name="consent"
        choices={CONSENTS.map((value) => ({ value, label: CONSENT_NAMES[value] }))}
        value={draft.consent || undefined}
        onChange={(consent) => onChange({ consent })}
      />
      {errors.consent && <p className={css.error}>请选择一项。</p>}
    </fieldset>
    <details className={css.more} open={draft.version !== null}>
      <summary>同去的人、当场办的、答应办的</summary>
      <PersonPicker
        label="同去的人"
        name="visitors"
        value={draft.visitors}
        onChange={(visitors) => onChange({ visitors: [...visitors] })}
        people={kit.cadres.map(({ initials, ...person }) => ({ ...person, initials: initials ?? '' }))}
        error={errors.visitors}
      />
      <AreaField
        label="当场办了什么"
        name="done"
        value={draft.done}
        onChange={(done) => onChange({ done })}
        most={1_000}
        error={errors.done}
        optional
      />
      <PromiseRows
        promises={draft.promises}
        onChange={(promises) => onChange({ promises })}
        owner={kit.person.id}
        errors={errors}
      />
    </details>
  </section>
)

const Where = ({ kit, draft, onChange, errors }: Props) => {
  // Without a contact point and without a place nothing is chosen yet, unless there is nothing to choose from.
  const elsewhere = draft.pointId === null && (draft.place !== '' || kit.points.length === 0)
  return (
    <>
      {kit.points.length > 0 && (
        <ChoiceField
          label="联系点"
          name="pointId"
          value={draft.pointId ?? (elsewhere ? ELSEWHERE : '')}
          onChange={(chosen) =>
            onChange(chosen === ELSEWHERE ? { pointId: null, place: ' ' } : { pointId: chosen, place: '' })
          }
          choices={placesOf(kit)}
          error={errors.pointId}
        />
      )}
      {elsewhere && (
        <TextField
          label="地点"
          name="place"
          value={draft.place.trimStart()}
          onChange={(place) => onChange({ place: place || ' ' })}
          hint="写地方，不写门牌和住户。"
          error={errors.place ?? (kit.points.length === 0 ? errors.pointId : undefined)}
        />
      )}
    </>
  )
}
